"""Names of regions in text: which, with what beside them, and which belong to another name."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.mention import RegionMention, find_regions, mentions_of
from extractors.region import gazetteer, regions

SHORTS = sorted({region.short for region in regions()})
LONGER = [
    (short, longer)
    for short, longer in product(SHORTS, SHORTS)
    if longer.lower().startswith(short.lower() + " ")
]
"""Names of regions that begin with another region's name."""


def names(mention: RegionMention) -> set[str]:
    return {region.short for region in mention.candidates}


def only(text: str) -> RegionMention:
    (mention,) = find_regions(text)
    return mention


def told(text: str, mention: RegionMention) -> str:
    return text[mention.start_char : mention.end_char]


def test_there_are_many_names_that_begin_with_another() -> None:
    assert len(LONGER) >= 55
    assert {("Bandung", "Bandung Barat"), ("Batu", "Batu Bara"), ("Padang", "Padang Panjang")} <= set(LONGER)


@pytest.mark.parametrize(("short", "longer"), LONGER)
def test_the_longest_name_is_meant(short: str, longer: str) -> None:
    text = f"Warga {longer}, juga {longer.replace(' ', '-')}, {longer.upper()} dan {short} hadir."
    found = [mention for mention in find_regions(text) if mention.role != "inside"]
    assert [longer in names(mention) for mention in found] == [True, True, True, longer == short]
    assert short in names(found[-1])


@pytest.mark.parametrize(
    ("surface", "role", "level"),
    [
        ("Kota Bogor", "region", "kota"),
        ("KOTA BOGOR", "region", "kota"),
        ("Kotamadya Bogor", "region", "kota"),
        ("Kabupaten Bogor", "region", "kabupaten"),
        ("Kab Bogor", "region", "kabupaten"),
        ("Kab. Bogor", "region", "kabupaten"),
        ("Kab.Bogor", "region", "kabupaten"),
        ("Kabupaten\u00a0Bogor", "region", "kabupaten"),
        ("Kabupaten (Kab) Bogor", "region", "kabupaten"),
        ("Provinsi Bengkulu", "region", "provinsi"),
        ("Propinsi Bengkulu", "region", "provinsi"),
        ("Prov. Bengkulu", "region", "provinsi"),
        ("Pemkot Bogor", "government", "kota"),
        ("Pemko Padang", "government", "kota"),
        ("Pemerintah Kota Bogor", "government", "kota"),
        ("Pemerintah Kota (Pemkot) Bogor", "government", "kota"),
        ("Pemkab Bogor", "government", "kabupaten"),
        ("Pemerintah Kabupaten Bogor", "government", "kabupaten"),
        ("Pemerintah Kab. Bogor", "government", "kabupaten"),
        ("Pemprov Bengkulu", "government", "provinsi"),
        ("Pemerintah Provinsi Bengkulu", "government", "provinsi"),
        ("Pemerintah Daerah Provinsi Bengkulu", "government", "provinsi"),
        ("Bogor City", "region", "kota"),
        ("Bogor Regency", "region", "kabupaten"),
        ("Bengkulu Province", "region", "provinsi"),
        ("City of Bogor", "region", "kota"),
        ("Regency of Bogor", "region", "kabupaten"),
        ("Province of Bengkulu", "region", "provinsi"),
    ],
)
def test_a_type_word_is_part_of_the_name(surface: str, role: str, level: str) -> None:
    text = f"Menurut {surface}, benar."
    mention = only(text)
    assert (told(text, mention), mention.role, mention.level) == (surface, role, level)
    assert text[mention.name_start] in "BbPp"


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("Wali Kota", "kota"),
        ("Walikota", "kota"),
        ("Wakil Wali Kota", "kota"),
        ("Walkot", "kota"),
        ("Wawali", "kota"),
        ("Mayor of", "kota"),
        ("Bupati", "kabupaten"),
        ("Wakil Bupati", "kabupaten"),
        ("Wabup", "kabupaten"),
        ("Regent of", "kabupaten"),
        ("Gubernur", "provinsi"),
        ("Wagub", "provinsi"),
        ("Governor of", "provinsi"),
    ],
)
def test_the_title_of_a_head_tells_the_level_but_is_not_the_name(title: str, level: str) -> None:
    text = f"{title} Gorontalo hadir"
    mention = only(text)
    assert (told(text, mention), mention.role, mention.level) == ("Gorontalo", "head", level)


@pytest.mark.parametrize("text", ["Pemda Bogor", "Pemerintah Daerah Bogor"])
def test_a_government_of_unknown_level(text: str) -> None:
    assert (only(text).role, only(text).level) == ("government", None)


@pytest.mark.parametrize(
    "text",
    [
        "warga Bogor",
        "Kabupaten/Kota Bogor",
        "Kab./Kota Bogor",
        "ibu kota Bengkulu",
        "pekota Bogor",
        "Kota. Bogor",
        "kota-kota: Bogor",
        "Kota\nBogor",
    ],
)
def test_no_type_word(text: str) -> None:
    mention = only(text)
    assert (mention.role, mention.level) == ("region", None)


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Kota dan Kabupaten Malang", ["kota", "kabupaten"]),
        ("Kabupaten dan Kota Malang", ["kabupaten", "kota"]),
        ("Kota maupun Kabupaten Malang", ["kota", "kabupaten"]),
        ("Pemkot dan Pemkab Malang", ["kota", "kabupaten"]),
        ("Pemkab serta Pemkot Malang", ["kabupaten", "kota"]),
        ("Kota & Kabupaten Malang", ["kota", "kabupaten"]),
    ],
)
def test_two_type_words_name_two_regions(text: str, levels: list[str]) -> None:
    assert [mention.level for mention in find_regions(text)] == levels


INSIDE = """Polres Malang; Polresta Malang; Polrestabes Surabaya; Polda Jawa Timur; Polsek Batu;
Kodim 0818 Malang; Korem Malang; Imigrasi Malang; Universitas Jambi; Univ. Jember; Institut Bogor;
Politeknik Batam; Poltekkes Semarang; IAIN Kediri; UIN Malang; Kanwil Kemenkum Babel;
Kanwil Kemenkumham Jawa Tengah; BPK Perwakilan Jawa Timur; Kejari Gresik; Kejati Bengkulu;
Kejaksaan Negeri Tuban; Pengadilan Negeri Tuban; PN Tuban; Lapas Tuban; Bandara Lombok Timur;
Stadion Surabaya; Jalan Bandung; Jl. Surabaya; Jln Semarang; Stasiun Malang; Terminal Malang;
PSMS Medan; PSM Makassar; Persib Bandung; Persik Kediri; Persebaya Surabaya; Arema Malang; Persis Solo;
Radar Malang; Suara Surabaya; Tribun Jatim; Harian Bogor; Bank Jatim; BPD Bali; RSUD Jombang;
SMK Negeri Kudus; KPU Kota Kediri; KPU Kabupaten Malang; Bawaslu Kota Malang; BPS Kabupaten Malang;
BPJS Kesehatan Cabang Malang; Komisi Informasi Provinsi Jateng; PMI Kota Malang; PWI Jatim;
PDAM Kota Malang; Pasar Bogor; Masjid Surabaya; Bank Indonesia Malang; Ombudsman RI Perwakilan Bengkulu;
Selat Bali; Pulau Bali; Gunung Kerinci; Danau Toba; Malang Raya; Malang Post; Bandung Ekspres;
Madura-Surabaya; Bali United; Bekasi FC"""


@pytest.mark.parametrize("text", [text.strip() for text in INSIDE.replace("\n", " ").split(";")])
def test_a_name_inside_another_name(text: str) -> None:
    assert [mention.role for mention in find_regions(text)] == ["inside"]


@pytest.mark.xfail(strict=True, reason="the number of a school parts it from the name it lies in")
@pytest.mark.parametrize("text", ["SMAN 1 Malang", "SMPN 3 Bogor", "SDN 5 Jember"])
def test_a_name_inside_the_name_of_a_school(text: str) -> None:
    assert [mention.role for mention in find_regions(text)] == ["inside"]


@pytest.mark.parametrize(
    "text",
    [
        "Dinas Kominfo Kota Malang",
        "RSUD milik Kota Malang",
        "se-Jawa Timur",
        "warga kota, Malang",
        "Pemkot Malang Pastikan",
        "antara Malang dan Surabaya",
    ],
)
def test_a_name_of_its_own(text: str) -> None:
    assert all(mention.role != "inside" for mention in find_regions(text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("orang malang", 0),
        ("batu bata", 0),
        ("nasib malang di medan perang", 0),
        ("Malang nian nasibnya di Medan", 2),
        ("MALANG", 1),
        ("Malangnya", 0),
        ("Kemalangan", 0),
        ("50 Kota", 1),
        ("Kota Kepanjen", 0),
        ("Kota Kecil", 0),
        ("Kotabaru", 1),
        ("Kotawaringin Barat", 1),
    ],
)
def test_a_name_in_print_begins_with_a_capital(text: str, count: int) -> None:
    assert len(find_regions(text)) == count


def test_questions_are_typed_without_capitals() -> None:
    assert [mention.level for mention in mentions_of("apakah kota malang atau pemkab tuban menang?")] == [
        "kota",
        "kabupaten",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kabupaten Lima Puluh Kota", "Lima Puluh Kota"),
        ("Kabupaten Limapuluh Kota", "Lima Puluh Kota"),
        ("Kabupaten Kotabaru", "Kotabaru"),
        ("Kabupaten Kota Baru", "Kotabaru"),
        ("Kabupaten Kotawaringin Timur", "Kotawaringin Timur"),
        ("Kota Kotamobagu", "Kotamobagu"),
        ("Kota Pare-Pare", "Parepare"),
        ("Kota Solo", "Surakarta"),
        ("Kab. Kep. Seribu", "Kepulauan Seribu"),
        ("Kabupaten Kepulauan Seribu", "Kepulauan Seribu"),
    ],
)
def test_names_that_hold_a_type_word_or_are_written_apart(text: str, name: str) -> None:
    mention = only(text)
    assert name in names(mention)
    assert (mention.start_char, mention.end_char) == (0, len(text))


TYPED_ONLY = sorted(name for name in gazetteer().typed_only if any(gazetteer().phrases.find(name)))


@pytest.mark.parametrize("word", TYPED_ONLY)
def test_a_word_of_daily_life_is_marked_unless_typed(word: str) -> None:
    bare, typed = word.title(), f"Kabupaten {word.title()}"
    assert [mention.clue for mention in find_regions(f"di {bare} itu")] == ["word of daily life"]
    assert all(mention.clue == "open" for mention in find_regions(typed))


PIECES = "Kota |Kabupaten |Kab. |Malang|Batu Bara| |\n|(|)|, |dan |City|🏆|-|Pemkot |Kodim ".split("|")


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_mentions_lie_in_their_text_in_order(text: str) -> None:
    found = find_regions(text, cased=False)
    for mention in found:
        assert 0 <= mention.start_char <= mention.name_start < mention.end_char <= len(text)
        assert mention.candidates
        assert mention.region is None
    assert [m.name_start for m in found] == sorted(m.name_start for m in found)

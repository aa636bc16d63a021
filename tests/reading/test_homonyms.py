"""Which region a name means: for each of the 26 names of two regions, every clue and what it settles."""

from collections import defaultdict

import pytest

from extractors.homonyms import open_meanings, settle
from extractors.mention import RegionMention, find_regions
from extractors.region import Region, by_id, regions
from extractors.sentences import split


def settled(text: str) -> list[RegionMention]:
    """Mentions of a text without a title, each settled."""
    mentions = find_regions(text)
    settle(text, mentions, split(text, 0))
    return mentions


def read(text: str, name: str) -> list[tuple[str | None, str]]:
    """Of each mention of `name`: what it means and by which clue."""
    return [
        (mention.region.name if mention.region else None, mention.clue)
        for mention in settled(text)
        if text[mention.name_start :].startswith(name)
    ]


def names(text: str) -> list[str | None]:
    return [mention.region.name if mention.region else None for mention in settled(text)]


PAIRS: dict[str, dict[str, Region]] = defaultdict(dict)
for _region in regions():
    PAIRS[_region.short][_region.level] = _region
PAIRS = {name: pair for name, pair in PAIRS.items() if {"kota", "kabupaten"} <= set(pair)}

TYPED = {
    "kota": ("Kota", "Pemkot", "Pemerintah Kota", "Wali Kota", "Walikota"),
    "kabupaten": ("Kabupaten", "Kab.", "Pemkab", "Pemerintah Kabupaten", "Bupati", "Wakil Bupati"),
}
NEIGHBOUR = {"kota": "Kota Surabaya", "kabupaten": "Kabupaten Tuban"}
LEVELS = ("kota", "kabupaten")
each_name = pytest.mark.parametrize("name", PAIRS)
each_level = pytest.mark.parametrize("level", LEVELS)


def test_there_are_twenty_six() -> None:
    assert len(PAIRS) == 26


@each_name
@each_level
def test_the_type_word_or_title_beside_it(name: str, level: str) -> None:
    for word in TYPED[level]:
        assert read(f"Acara di {word} {name} meriah.", name) == [(PAIRS[name][level].name, "type word")], word


@each_name
@each_level
def test_the_name_it_is_listed_after(name: str, level: str) -> None:
    meant = PAIRS[name][level].name
    for text in (
        f"Juara: {NEIGHBOUR[level]} dan {name}.",
        f"{NEIGHBOUR[level]}, {name}, serta lainnya hadir.",
        f"{NEIGHBOUR[level]} (4,05), {name} (4,01) menang.",
        f"{NEIGHBOUR[level]}, disusul {name}.",
        f"{NEIGHBOUR[level]}, Jember, dan {name} menang."
        if level == "kabupaten"
        else f"{NEIGHBOUR[level]} & {name}.",
    ):
        assert read(text, name) == [(meant, "coordination")], text


@each_name
@each_level
def test_the_header_of_its_list(name: str, level: str) -> None:
    meant = PAIRS[name][level].name
    for text in (
        f"Ada tiga {level}, yaitu {name}, Banyuwangi, dan Lumajang.",
        f"Penerima tingkat {level} antara lain {name} dan Lumajang.",
        f"Kategori {level}:\n1. {name}\n2. Lumajang",
        f"Kelompok {level}\n• Lumajang\n• {name}",
        f"Pemenang {level} tahun 2023:\n1 | {name} | 4,05",
    ):
        assert read(text, name) == [(meant, "list header")], text


@each_name
@each_level
def test_the_category_of_the_award(name: str, level: str) -> None:
    text = f"{name} meraih penghargaan kategori pemerintah {level}."
    assert read(text, name) == [(PAIRS[name][level].name, "category")]


@each_name
@each_level
def test_a_full_mention_elsewhere(name: str, level: str) -> None:
    meant = PAIRS[name][level].name
    before = f"Pemerintah {level.title()} {name} menang.\nWarga {name} gembira."
    after = f"Warga {name} gembira.\nPemerintah {level.title()} {name} menang."
    assert read(before, name) == [(meant, "type word"), (meant, "named elsewhere")]
    assert read(after, name) == [(meant, "named elsewhere"), (meant, "type word")]


@each_name
def test_both_named_in_full_settle_no_bare_name(name: str) -> None:
    text = f"Kota {name} dan Kabupaten {name} menang.\nWarga {name} gembira."
    assert read(text, name)[2] == (None, "open")


@each_name
def test_a_type_word_leads_over_all_other_clues(name: str) -> None:
    text = f"Kategori kota: Kabupaten {name}, dan lain-lain. Kota {name} tidak ikut."
    assert [meant for meant, _ in read(text, name)] == [f"Kabupaten {name}", f"Kota {name}"]


@each_name
def test_two_type_words_name_both(name: str) -> None:
    for text, first, second in (
        (f"Kota dan Kabupaten {name} menang.", "kota", "kabupaten"),
        (f"Pemkab serta Pemkot {name} menang.", "kabupaten", "kota"),
    ):
        assert names(text) == [PAIRS[name][first].name, PAIRS[name][second].name]


@each_name
@each_level
def test_the_province_named_near(name: str, level: str) -> None:
    region = PAIRS[name][level]
    if region.province in {other.id for other in PAIRS[name].values()}:
        pytest.skip("the province has the same name")
    province = by_id()[region.province]
    one_of_them = sum(other.province == region.province for other in PAIRS[name].values()) == 1
    for text in (f"Ia lahir di {name}, {province.short}.", f"Ia lahir di {name} ({province.short})."):
        bare, locator = settled(text)
        assert locator.locates
        assert locator.region == province
        assert (bare.region, bare.clue) == ((region, "province") if one_of_them else (None, "open"))


@each_name
def test_nothing_settles_it(name: str) -> None:
    (mention,) = settled(f"Warga {name} gembira.")
    assert (mention.region, mention.clue) == (None, "open")
    assert mention.confidence < 0.5
    assert {region.name for region in open_meanings(mention)} >= {f"Kota {name}", f"Kabupaten {name}"}


@each_name
def test_kabupaten_or_kota_in_one_word_settles_nothing(name: str) -> None:
    assert read(f"Penghargaan kabupaten/kota {name} diserahkan.", name) == [(None, "open")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Kota Blitar dan Kediri", ["Kota Blitar", "Kota Kediri"]),
        ("Kabupaten Tuban, Madiun, dan Gresik", ["Kabupaten Tuban", "Kabupaten Madiun", "Kabupaten Gresik"]),
        ("Kota Blitar. Kediri menyusul.", ["Kota Blitar", None]),
        ("Kota Blitar mengalahkan Kediri.", ["Kota Blitar", None]),
        (
            "Kota Blitar, lalu Kabupaten Tuban dan Kediri",
            ["Kota Blitar", "Kabupaten Tuban", "Kabupaten Kediri"],
        ),
        ("Kediri dan Kota Blitar", [None, "Kota Blitar"]),
        ("Bupati Tuban dan Kediri hadir", ["Kabupaten Tuban", "Kabupaten Kediri"]),
        ("Wali Kota Blitar, Kediri, dan Madiun", ["Kota Blitar", "Kota Kediri", "Kota Madiun"]),
        ("Kota Magelang\nTegal\nSemarang", ["Kota Magelang", None, None]),
        ("Kabupaten Lima Puluh Kota dan Solok", ["Kabupaten Lima Puluh Kota", "Kabupaten Solok"]),
        ("Ibu kota provinsi Gorontalo", ["Provinsi Gorontalo"]),
        (
            "Provinsi Jambi, Bengkulu, dan Gorontalo",
            ["Provinsi Jambi", "Provinsi Bengkulu", "Provinsi Gorontalo"],
        ),
        ("Gubernur Gorontalo, Wali Kota Gorontalo", ["Provinsi Gorontalo", "Kota Gorontalo"]),
        ("Pemda DIY dan Pemprov Jambi", ["Provinsi DI Yogyakarta", "Provinsi Jambi"]),
    ],
)
def test_texts_with_several_names(text: str, meant: list[str | None]) -> None:
    assert names(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Wisata Kota Semarang, Jawa Tengah, ramai.",
            [("Kota Semarang", False), ("Provinsi Jawa Tengah", True)],
        ),
        ("Jember, Jatim, ramai.", [("Kabupaten Jember", False), ("Provinsi Jawa Timur", True)]),
        ("Kota Semarang dan Jawa Tengah", [("Kota Semarang", False), ("Provinsi Jawa Tengah", False)]),
        ("Kota Semarang, Jawa Barat", [("Kota Semarang", False), ("Provinsi Jawa Barat", False)]),
        ("Kota Semarang, Pemprov Jawa Tengah", [("Kota Semarang", False), ("Provinsi Jawa Tengah", False)]),
        ("Banjar, Kalimantan Selatan", [("Kabupaten Banjar", False), ("Provinsi Kalimantan Selatan", True)]),
        ("Banjar (Jabar)", [("Kota Banjar", False), ("Provinsi Jawa Barat", True)]),
    ],
)
def test_a_province_that_only_locates(text: str, meant: list[tuple[str, bool]]) -> None:
    assert [(m.region.name, m.locates) for m in settled(text) if m.region] == meant


@pytest.mark.parametrize(
    "text",
    [
        "Kategori kota:\n1. Surabaya\nWarga Jember berpesta sampai larut malam di alun-alun yang baru saja "
        "selesai dibangun.\n1. Kediri",
        "Tingkat kota/kabupaten:\n1. Kediri",
        "Wali kota hadir, yaitu dari Kediri.",
        "Di ibu kota, yakni Kediri.",
    ],
)
def test_no_list_header(text: str) -> None:
    assert read(text, "Kediri") == [(None, "open")]


def test_a_header_lasts_until_the_next_one() -> None:
    text = "Kategori kota:\n1. Malang\n2. Kediri\nKategori kabupaten:\n1. Malang\n2. Blitar"
    assert names(text) == ["Kota Malang", "Kota Kediri", "Kabupaten Malang", "Kabupaten Blitar"]


@pytest.mark.parametrize("word", ["Batu", "Metro", "Batang", "Landak", "Buru", "Puncak", "Kaur", "Malaka"])
def test_a_common_word_is_a_region_only_where_the_article_says_so(word: str) -> None:
    level = "Kota" if word in ("Batu", "Metro") else "Kabupaten"
    assert names(f"Ada {word} di sana.") == [None]
    assert names(f"Ada {level} {word} di sana.") == [f"{level} {word}"]
    assert names(f"{level} {word} menang. Warga {word} gembira.") == [f"{level} {word}"] * 2


@pytest.mark.parametrize(("word", "meant"), [("Medan", "Kota Medan"), ("Bone", "Kabupaten Bone")])
def test_a_bare_name_of_one_region_is_it_with_less_confidence(word: str, meant: str) -> None:
    bare, typed = settled(f"Warga {word} gembira.")[0], settled(f"Warga {meant} gembira.")[0]
    assert bare.region == typed.region == next(region for region in regions() if region.name == meant)
    assert bare.confidence < typed.confidence


def test_a_type_word_that_no_region_of_the_name_has_lowers_confidence() -> None:
    (mention,) = settled("Bupati Surabaya hadir.")
    assert mention.region is None or mention.confidence < 0.6


def test_a_name_inside_another_name_is_never_settled() -> None:
    assert read("Polres Malang dan Pemkot Malang bekerja.", "Malang")[0][0] is None


def test_a_short_name_in_brackets_is_what_the_name_before_it_is() -> None:
    roles = [mention.role for mention in settled("BPK Perwakilan Bangka Belitung (Babel) hadir.")]
    assert roles == ["inside", "inside"]


def test_clues_rank_by_confidence() -> None:
    texts = [
        "Kota Kediri.",
        "Kota Blitar dan Kediri.",
        "Tiga kota, yaitu Kediri.",
        "Kediri juara kategori kota.",
        "Kediri. Pemkot Kediri.",
        "Kediri.",
    ]
    confidences = [
        next(m.confidence for m in settled(t) if t[m.name_start :].startswith("Kediri")) for t in texts
    ]
    assert confidences == sorted(confidences, reverse=True)
    assert confidences[-1] < 0.5 < confidences[-2]

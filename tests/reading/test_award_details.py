"""The particulars of an honour: level, streak, category, giver, event, place."""

import pytest
from spacy.language import Language

from extractors.award_details import category, event, giver, histories, level_won, levels, streak, venue
from extractors.bodies import bodies
from extractors.lexicon import awards
from extractors.naming import award_names
from extractors.pipeline import read
from extractors.sentences import Sentence
from extractors.winning import Clause

AWARDS = awards()


def whole(text: str, start: int = 0) -> Clause:
    """The text from `start` on as one clause."""
    return Clause(start, len(text), Sentence(start, len(text), "body", 0))


def told(text: str) -> list[str]:
    """Levels of the first programme named."""
    naming = award_names().find(text)[0]
    return [level for _, _, level in levels(text, naming, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Adipura Kencana", ["Kencana"]),
        ("adipura kencana", ["Kencana"]),
        ("Sertifikat Adipura", ["Sertifikat"]),
        ("Kota Layak Anak Nindya", ["Nindya"]),
        ("Kota Layak Anak predikat nindya", ["Nindya"]),
        ("Kota Layak Anak (KLA) tingkat Utama", ["Utama"]),
        ("Kota Layak Anak berpredikat “Madya”", ["Madya"]),
        ("opini Wajar Tanpa Pengecualian", ["WTP"]),
        ("opini Wajar Tanpa Pengecualian (WTP)", ["WTP", "WTP"]),
        ("opini BPK: Wajar Dengan Pengecualian", ["WDP"]),
        ("SAKIP Award predikat BB", ["BB"]),
        ("Anugerah Meritokrasi kategori Sangat Baik", ["Sangat Baik"]),
        ("Anugerah Keterbukaan Informasi Publik kualifikasi Menuju Informatif", ["Menuju Informatif"]),
        ("Penilaian Kepatuhan Pelayanan Publik zona hijau", ["Hijau"]),
        ("Adipura", []),
        ("Kota Layak Anak di jalan raya yang utama", []),
        ("TPID Award predikat Utama", []),
        ("Kota Layak Anak predikat Madya menjadi predikat Nindya", ["Madya", "Nindya"]),
    ],
)
def test_levels(text: str, found: list[str]) -> None:
    assert told(text) == found


def test_levels_lie_where_they_are_printed() -> None:
    text = "Kota Layak Anak predikat Madya, lalu predikat Nindya"
    found = levels(text, award_names().find(text)[0], 0, len(text))
    assert [text[start:end] for start, end, _ in found] == ["Madya", "Nindya"]


def test_the_level_nearest_to_the_programme_is_won() -> None:
    text = "Dari predikat Pratama kini Kota Layak Anak predikat Nindya dan kelak predikat Utama"
    naming = award_names().find(text)[0]
    assert level_won(text, naming, whole(text)) == "Nindya"
    assert level_won(text, naming, whole(text), named=False) == "Pratama"
    assert level_won("hujan turun", naming, whole("hujan turun")) is None


def history(text: str) -> list[tuple[str, int]]:
    return [(level, year) for _, level, year in histories(text, award_names().find(text)[0], whole(text))]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("Kota Layak Anak: Madya (2018)", [("Madya", 2018)]),
        ("Kota Layak Anak: Madya (2018 dan 2019)", [("Madya", 2018), ("Madya", 2019)]),
        ("Kota Layak Anak: Madya (2018-2020)", []),
        ("Kota Layak Anak: Madya", []),
    ],
)
def test_a_history_of_levels(text: str, read_as: list[tuple[str, int]]) -> None:
    assert history(text) == read_as


@pytest.mark.xfail(strict=True, reason="a level after 'lalu' is none, though it has its year in brackets")
def test_a_history_goes_on() -> None:
    text = "Kota Layak Anak: Madya (2018, 2019), lalu Nindya (2022)"
    assert history(text) == [("Madya", 2018), ("Madya", 2019), ("Nindya", 2022)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ke-13 kali berturut-turut", 13),
        ("13 kali berturut-turut", 13),
        ("tujuh kali berturut-turut", 7),
        ("tiga belas kali berturut-turut", 13),
        ("ketujuh kalinya berturut-turut", 7),
        ("lima tahun beruntun", 5),
        ("lima tahun secara beruntun", 5),
        ("berturut-turut selama enam tahun", 6),
        ("beruntun sebanyak 4 kali", 4),
        ("12 tahun tanpa putus", 12),
        ("sudah 13 kali", None),
        ("ke-13 kali", None),
        ("berturut-turut", None),
        ("beberapa kali berturut-turut", None),
        ("1 kali berturut-turut", None),
    ],
)
def test_how_often_in_a_row(text: str, number: int | None) -> None:
    assert streak(f"meraih piala {text} ini", 0, len(text) + 14) == number


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("kategori Pemerintah Kota", "Pemerintah Kota"),
        ("kategori “Kota Besar” di Jakarta", "Kota Besar"),
        ("Kategori Smart Economy, Senin", "Smart Economy"),
        ("kategori kabupaten/kota dengan fiskal tinggi", "kabupaten/kota"),
        ("kategori ini", None),
        ("tanpa pembagian", None),
        ("kategori", None),
    ],
)
def test_categories(nlp: Language, text: str, name: str | None) -> None:
    doc = read(nlp, "", f"Kota Batu meraih piala {text}")
    assert category(doc, 0, len(doc._.text)) == name


@pytest.mark.parametrize("name", ["Kota Sedang", "Seni Pertunjukan", "Kabupaten Sejahtera"])
def test_categories_with_se(nlp: Language, name: str) -> None:
    doc = read(nlp, "", f"Kota Batu meraih piala kategori {name} di Jakarta")
    assert category(doc, 0, len(doc._.text)) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("dalam SPBE Summit 2024 di Jakarta", "SPBE Summit 2024"),
        ("pada Rakornas Pengendalian Inflasi 2023", "Rakornas Pengendalian Inflasi 2023"),
        ("saat Festival Media Digital", "Festival Media Digital"),
        ("di Forum Anak", None),
        ("dalam sebuah forum", None),
        ("di sana", None),
    ],
)
def test_events(text: str, name: str | None) -> None:
    assert event(text, 0, len(text)) == name


def given_by(nlp: Language, body: str) -> str | None:
    doc = read(nlp, "", body)
    clause = whole(doc._.text, doc._.body_start)
    return giver(doc, clause, doc._.award_namings[0])


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Adipura dari Ombudsman RI", "Ombudsman Republik Indonesia"),
        ("Adipura diberikan KPK", "Komisi Pemberantasan Korupsi"),
        ("opini WTP. BPK menilai", "Badan Pemeriksa Keuangan"),
        ("Adipura", None),
        ("Adipura. KPK hadir", None),
        ("Adipura dan UHC Award dari KPK", None),
    ],
)
def test_givers(nlp: Language, body: str, name: str | None) -> None:
    assert given_by(nlp, f"Kota Batu meraih {body}.") == name


@pytest.mark.xfail(strict=True, reason="ministries are called by other names in the lexicon of awards")
def test_a_giver_is_called_as_the_list_of_bodies_calls_it() -> None:
    other = {
        a.giver: body.name
        for a in AWARDS
        if a.giver and (body := bodies().named(a.giver)) and body.name != a.giver
    }
    assert other == {}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("di Istana Negara, Jakarta, Senin (27/5/2024)", "Istana Negara, Jakarta"),
        ("di Gedung Sate, Kota Bandung, Senin 27 Mei 2024", "Gedung Sate, Kota Bandung"),
        ("at the Grand Ballroom on May 27, 2024", None),
        ("di Jakarta", None),
        ("di sebuah hotel, Senin (27/5/2024)", None),
    ],
)
def test_where_it_was_given(nlp: Language, text: str, place: str | None) -> None:
    doc = read(nlp, "", f"Kota Batu menerima Adipura {text}.")
    assert venue(doc, whole(doc._.text, doc._.body_start), doc._.award_namings[0]) == place

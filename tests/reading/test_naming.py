"""Where texts name awards, indices, ministries and agencies."""

import pytest

from extractors.lexicon import Award, Entry, Example, awards, indices
from extractors.naming import Names, award_names, by_index, find_bodies, index_names
from extractors.phrases import words

ENTRIES: tuple[Entry, ...] = (*awards(), *indices())


def entry(id_: str, name: str, **keys: tuple[str, ...]) -> Award:
    return Award(id=id_, name=name, examples=(Example(text=name, expect=None),), **keys)  # type: ignore[arg-type]


def found(names: Names[Award], text: str) -> list[tuple[str, str]]:
    return [(naming.entry.id, text[naming.start : naming.end]) for naming in names.find(text)]


MADE_UP = Names(
    (
        entry("lestari", "Anugerah Lestari", short=("AL", "LESTARI"), aliases=("Piala Lestari",)),
        entry("lestari-desa", "Anugerah Lestari Desa"),
        entry("api", "Api Abadi", short=("API",), ambiguous=("API",), context=("kebakaran", "Pemadam")),
        entry("api-wisata", "Api Wisata", short=("API",), ambiguous=("API",), context=("wisata",)),
    )
)


@pytest.mark.parametrize(
    ("text", "namings"),
    [
        ("meraih anugerah lestari 2023", [("lestari", "anugerah lestari")]),
        ("PIALA LESTARI-nya", [("lestari", "PIALA LESTARI")]),
        ("Anugerah-Lestari", [("lestari", "Anugerah-Lestari")]),
        ("AL dan al dan Al", [("lestari", "AL")]),
        ("LESTARI, Lestari, lestari", [("lestari", "LESTARI")]),
        ("Anugerah Lestari Desa", [("lestari-desa", "Anugerah Lestari Desa")]),
        ("Anugerah Lestari (AL)", [("lestari", "Anugerah Lestari"), ("lestari", "AL")]),
        ("API tanpa petunjuk", []),
        ("API bagi kebakaran hutan", [("api", "API")]),
        ("API bagi PEMADAM", [("api", "API")]),
        ("API untuk desa wisata", [("api-wisata", "API")]),
        ("api kebakaran", []),
        ("Api Abadi tanpa petunjuk", [("api", "Api Abadi")]),
        ("Lestarikan alam", []),
        ("", []),
    ],
)
def test_names_short_forms_and_context(text: str, namings: list[tuple[str, str]]) -> None:
    assert found(MADE_UP, text) == namings


def test_namings_need_no_second_splitting_into_words() -> None:
    text = "AL dan Anugerah Lestari"
    assert MADE_UP.find(text, words(text)) == MADE_UP.find(text)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{type(entry).__name__} {entry.id}")
def test_every_name_of_the_lexicons_is_found_in_prose(entry: Entry) -> None:
    names = award_names() if isinstance(entry, Award) else index_names()
    for phrase in (*entry.phrases, *entry.short):
        text = f"Menurut {phrase}, “{phrase}” ({' '.join(entry.context)})"
        here = [n.entry.id for n in names.find(text) if text[n.start : n.end] == phrase]
        assert here[:1] == [entry.id] or "(" in phrase, phrase


@pytest.mark.xfail(strict=True, reason="a phrase with brackets never matches, yet two entries have one")
def test_no_name_of_the_lexicons_holds_brackets() -> None:
    assert [phrase for entry in ENTRIES for phrase in entry.phrases if "(" in phrase] == []


@pytest.mark.parametrize(
    "text",
    [
        "Anak-anak layak bermain di kota.",
        "Kota itu layak huni.",
        "Ia menulis opini di koran.",
        "Sebuah API aplikasi dibuka bagi pengembang.",
        "Ape madya.",
        "Angka kemungkinan itu kecil.",
    ],
)
def test_ordinary_words_name_no_award(text: str) -> None:
    assert award_names().find(text) == []


def test_awards_that_honour_an_index_are_found_by_it() -> None:
    assert by_index()["spbe"].id == "dga"
    assert all(award.index == index for index, award in by_index().items())


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (
            "dari Kementerian PANRB di Jakarta",
            ["Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"],
        ),
        ("dari BPK dan KPK", ["Badan Pemeriksa Keuangan", "Komisi Pemberantasan Korupsi"]),
        ("dari Kemendagri", ["Kementerian Dalam Negeri"]),
        ("the Ministry of Home Affairs", ["Kementerian Dalam Negeri"]),
        ("kementerian dalam negeri", []),
        ("sebuah kementerian", []),
        ("BPKAD", []),
    ],
)
def test_ministries_and_agencies(text: str, bodies: list[str]) -> None:
    assert [mention.place.name for mention in find_bodies(text)] == bodies
    for mention in find_bodies(text):
        assert text[mention.start].isupper()
        assert mention.place.level in ("kementerian", "lembaga")

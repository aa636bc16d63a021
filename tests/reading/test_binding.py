"""Whom a value belongs to, and which regions only bound a comparison."""

import pytest
from spacy.language import Language

from extractors.binding import is_scope, owners_in
from extractors.pipeline import read


def held(nlp: Language, body: str, title: str = "") -> list[list[tuple[str, str]]]:
    """For each value of the index that a body tells: its holders and the rules that said so."""
    values: dict[int, list[tuple[str, str]]] = {}
    for reading in read(nlp, title, f"Inilah SPBE: {body}")._.indices:
        values.setdefault(reading.start, []).append((reading.region.name, reading.rules[1]))
    return [sorted(holders) for _, holders in sorted(values.items())]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Kota Batu meraih nilai 3,31.", [[("Kota Batu", "region before value")]]),
        ("Nilai 3,31 diraih Kota Batu.", [[("Kota Batu", "region after value")]]),
        ("Nilai 3,31 (Kota Batu).", [[("Kota Batu", "region after value")]]),
        pytest.param(
            "Nilai 3,31 diraih Kota Batu dan 3,10 oleh Kota Kediri.",
            [[("Kota Batu", "region after value")], [("Kota Kediri", "region after value")]],
            marks=pytest.mark.xfail(strict=True, reason="the winner of the value before gets this one too"),
        ),
        (
            "Kota Batu 3,31, Kota Kediri 3,10.",
            [[("Kota Batu", "region before value")], [("Kota Kediri", "region before value")]],
        ),
        (
            "Kota Batu dan Kota Kediri sama-sama 3,31.",
            [[("Kota Batu", "region of a group"), ("Kota Kediri", "region of a group")]],
        ),
        (
            "Kota Batu dan Kota Kediri masing-masing 3,31 dan 3,10.",
            [[("Kota Batu", "respectively")], [("Kota Kediri", "respectively")]],
        ),
        (
            "Kota Batu dari 3,10 menjadi 3,31.",
            [[("Kota Batu", "region before value")], [("Kota Batu", "region earlier in the sentence")]],
        ),
        ("Kementerian Keuangan meraih nilai 3,31.", [[("Kementerian Keuangan", "body before value")]]),
        ("Nilai 3,31 membuat senang warga Kota Batu.", [[("Kota Batu", "region later in the sentence")]]),
        ("Nilainya 3,31.", []),
    ],
)
def test_the_holder_of_each_value(nlp: Language, body: str, expected: list[list[tuple[str, str]]]) -> None:
    assert held(nlp, body) == expected


def test_the_region_of_the_article_holds_what_nobody_else_does(nlp: Language) -> None:
    assert held(nlp, "Nilainya 3,31.", "Pemkot Batu Bangga") == [
        [("Kota Batu", "region the article is about")]
    ]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("tertinggi se-Jawa Timur", True),
        pytest.param(
            "se Jawa Timur",
            True,
            marks=pytest.mark.xfail(strict=True, reason="'se' written apart from the name bounds nothing"),
        ),
        ("tingkat Jawa Timur", True),
        ("tingkat Provinsi Jawa Timur", True),
        ("di seluruh Jawa Timur", True),
        ("tertinggi di Jawa Timur", True),
        ("38 kabupaten/kota di Jawa Timur", True),
        ("terbaik kedua di Jawa Timur", True),
        ("Jawa Timur", False),
        ("IPM Jawa Timur", False),
        ("Pemprov Jawa Timur", False),
        ("digelar di Jawa Timur", False),
    ],
)
def test_a_region_that_only_bounds_a_comparison(nlp: Language, text: str, scope: bool) -> None:
    doc = read(nlp, "", f"IPM itu {text} kini.")
    (mention,) = doc._.regions
    assert is_scope(doc._.text, mention) is scope


def test_owners_are_settled_and_no_mere_place_or_part_of_a_name(nlp: Language) -> None:
    body = "Kota Batu, Jawa Timur, Polres Gresik, Kediri, Pemkab Tuban. Kota Blitar."
    doc = read(nlp, "", body)
    assert [m.region.name for m in owners_in(doc, doc._.sentences[0]) if m.region] == [
        "Kota Batu",
        "Kabupaten Tuban",
    ]

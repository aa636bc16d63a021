"""Levels of a graded result, told beside a value or a programme."""

import pytest

from extractors.figures import figures
from extractors.lexicon import Index, indices
from extractors.predicates import band, level_pattern

INDICES = {index.id: index for index in indices()}
SPBE, SAKIP, SPI = INDICES["spbe"], INDICES["sakip-nilai"], INDICES["spi"]


def told(text: str, index: Index) -> str | None:
    """The band told with the first value of a text."""
    figure = figures(text, 0, len(text))[0]
    return band(text, index, 0, figure, len(text))


@pytest.mark.parametrize(
    ("text", "index", "name"),
    [
        ("nilai 3,82 dengan predikat Sangat Baik", SPBE, "Sangat Baik"),
        ("nilai 3,82 dengan predikat sangat baik", SPBE, "Sangat Baik"),
        ("nilai 3,82 dengan predikat “sangat baik”", SPBE, "Sangat Baik"),
        ("nilai 3,82 atau berpredikat Baik", SPBE, "Baik"),
        ("nilai 3,82 (sangat baik)", SPBE, "Sangat Baik"),
        ("nilai 3,82, kategori: Baik", SPBE, "Baik"),
        ("nilai 3,82 yang tergolong kategori baik", SPBE, "Baik"),
        ("nilai 4,82 masuk kualifikasi memuaskan", SPBE, "Memuaskan"),
        ("predikat Baik dengan nilai 2,90", SPBE, "Baik"),
        ("nilai 86,34 dengan predikat A", SAKIP, "A"),
        ("nilai 76,34 predikat BB", SAKIP, "BB"),
        ("nilai 86,34 (A)", SAKIP, "A"),
        ("skor 72,5 status Rentan", SPI, "Rentan"),
        ("nilai 3,82, cukup baik untuk kami", SPBE, None),
        ("nilai 3,82 dengan baik", SPBE, None),
        ("nilai 3,82 dengan predikat bagus", SPBE, None),
        ("nilai 86,34 dengan predikat a", SAKIP, None),
        ("nilai 86,34 predikat Baik", SAKIP, None),
        ("nilai 3,82 predikat Baikan", SPBE, None),
        ("nilai 3,82 dengan predikat Baik", INDICES["ipa"], None),
    ],
)
def test_the_band_told_with_a_value(text: str, index: Index, name: str | None) -> None:
    assert told(text, index) == name


def test_the_band_nearest_after_the_value_wins() -> None:
    assert told("dari predikat Baik, nilai 3,82 kini predikat Sangat Baik", SPBE) == "Sangat Baik"


def test_a_band_of_the_neighbouring_value_does_not_count() -> None:
    text = "nilai 2,90 predikat Baik; nilai 3,82"
    first, second = figures(text, 0, len(text))
    assert band(text, SPBE, 0, first, second.start) == "Baik"
    assert band(text, SPBE, text.index(";"), second, len(text)) is None


def test_a_band_far_away_does_not_count() -> None:
    assert told(f"nilai 3,82 {'kata ' * 40} predikat Baik", SPBE) is None


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("meraih predikat Nindya", "Nindya"),
        ("berpredikat NINDYA", "NINDYA"),
        ("kategori predikat nindya", "nindya"),
        ("penghargaan (Nindya)", "Nindya"),
        ("penghargaan 'Utama'", "Utama"),
        ("jalan utama kota", None),
        ("predikat Utamanya", None),
    ],
)
def test_a_level_is_led_by_a_word_or_stands_in_quotes_or_brackets(text: str, level: str | None) -> None:
    match = level_pattern(("Nindya", "Utama")).search(text)
    assert (match and match[match.lastgroup or 0]) == level

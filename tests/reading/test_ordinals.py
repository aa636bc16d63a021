"""Numbers in words, digits and Roman numerals."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.ordinals import CARDINALS, ORDINALS, PLACE, ROMAN, number_of


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1", 1),
        ("13", 13),
        ("ke-3", 3),
        ("ke 3", 3),
        ("ke3", 3),
        ("Ke-13", 13),
        ("1st", 1),
        ("22nd", 22),
        ("satu", 1),
        ("Sepuluh", 10),
        ("dua belas", 12),
        ("dua  belas", 12),
        ("dua\u00a0puluh", 20),
        ("seratus", 100),
        ("pertama", 1),
        ("kesatu", 1),
        ("perdana", 1),
        ("Kedua", 2),
        ("kesepuluh", 10),
        ("kesebelas", 11),
        ("kedua belas", 12),
        ("enam belas", 16),
        ("keempat belas", 14),
        ("kesembilan belas", 19),
        ("kedua puluh lima", 25),
        ("I", 1),
        ("IV", 4),
        ("IX", 9),
        ("X", 10),
        (" III ", 3),
        ("third", 3),
        ("ten", 10),
        ("iv", None),
        ("", None),
        ("banyak", None),
        ("IIII", None),
        ("keenakan", None),
    ],
)
def test_a_number_however_it_is_told(words: str, number: int | None) -> None:
    assert number_of(words) == number


@pytest.mark.xfail(strict=True, reason="numbers in words end where the list of them does")
@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("dua puluh satu", 21),
        ("kedua puluh empat", 24),
        ("empat puluh", 40),
        ("XII", 12),
        ("dua puluh dua", 22),
    ],
)
def test_larger_numbers_in_words(words: str, number: int) -> None:
    assert number_of(words) == number


@given(st.integers(1, 999), st.sampled_from(["{}", "ke-{}", "ke {}", "Ke-{}", "{}th"]))
def test_digits_tell_themselves(number: int, form: str) -> None:
    said = form.format(number)
    assert number_of(said) == number
    assert re.fullmatch(PLACE, said)


@pytest.mark.parametrize("words", [*CARDINALS, *ORDINALS, *ROMAN])
def test_every_known_word_is_a_place(words: str) -> None:
    assert re.fullmatch(PLACE, words)
    assert re.fullmatch(PLACE, f"{words}x") is None


def test_every_ordinal_is_its_cardinal() -> None:
    for word, number in CARDINALS.items():
        assert ORDINALS.get(f"ke{word}", number) == number

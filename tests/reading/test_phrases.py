"""Known phrases in text: which match, where, and which of several wins."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.phrases import Match, Phrases, words


def known(*phrases: str, cased: tuple[str, ...] = ()) -> Phrases[str]:
    """Each phrase stands for itself."""
    found: Phrases[str] = Phrases()
    for phrase in phrases:
        found.add(phrase, phrase)
    for phrase in cased:
        found.add(phrase, phrase, cased=True)
    return found


def surfaces(phrases: Phrases[str], text: str) -> list[str]:
    return [text[match.start : match.end] for match in phrases.find(text)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", []),
        ("Kota Malang", ["kota", "malang"]),
        ("Kab.Malang", ["kab", "malang"]),
        ("SPBE-nya 3,82", ["spbe", "nya", "3", "82"]),
        ("snake_case", ["snake", "case"]),
        ("“Kota”…(Batu)", ["kota", "batu"]),
        ("Zürich Łódź", ["zürich", "łódź"]),
        ("🏆Adipura🏆", ["adipura"]),
        ("مدينة Batu", ["مدينة", "batu"]),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, keys: list[str]) -> None:
    assert [word.key for word in words(text)] == keys


@given(st.text())
def test_words_lie_in_their_text_in_order(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end].lower() == word.key for word in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("di Bandung Barat kini", ["Bandung Barat"]),
        ("di Bandung kini", ["Bandung"]),
        ("Bandung, Barat", ["Bandung"]),
        ("Bandung\nBarat", ["Bandung"]),
        ("Bandung\u00a0Barat", ["Bandung\u00a0Barat"]),
        ("Bandung  Barat", ["Bandung  Barat"]),
        ("Bandung" + " " * 4 + "Barat", ["Bandung"]),
        ("bandung-barat", ["bandung-barat"]),
        ("BANDUNG BARAT", ["BANDUNG BARAT"]),
        ("Bandung Baratnya", ["Bandung Baratnya"]),
        ("Bandung Baratan", ["Bandung"]),
        ("Bandungan", []),
        ("Pare pare dan Pare-Pare", ["Pare pare", "Pare-Pare"]),
        ("Pare/pare", ["Pare/pare"]),
        ("Pare. pare", ["Pare. pare"]),
        ("Pare; pare", []),
        ("Bandung Bandung Barat Bandung", ["Bandung", "Bandung Barat", "Bandung"]),
    ],
)
def test_the_longest_phrase_wins_and_lines_and_commas_part(text: str, found: list[str]) -> None:
    assert surfaces(known("Bandung", "Bandung Barat", "Pare Pare"), text) == found


@pytest.mark.parametrize("phrase", ["Top Inovasi Pelayanan Publik", "Pro's", "GM-DTGI", "Q1 2024", "É b"])
def test_a_phrase_finds_itself_wherever_it_stands(phrase: str) -> None:
    text = f"“{phrase}”, {phrase}! ({phrase})-nya {phrase}"
    assert surfaces(known(phrase), text) == [phrase] * 4


def test_a_cased_phrase_matches_only_in_its_case() -> None:
    phrases = known("ape kota", cased=("APE", "APE Madya"))
    assert surfaces(phrases, "APE Madya, APE, ape, Ape, APE MADYA") == ["APE Madya", "APE", "APE"]
    assert surfaces(phrases, "APE Kota") == ["APE Kota"]


def test_a_longer_phrase_in_the_wrong_case_leaves_the_shorter_one() -> None:
    assert surfaces(known("API", cased=("API Award",)), "api award") == ["api"]


def test_several_values_share_a_phrase_in_the_order_they_came() -> None:
    phrases: Phrases[int] = Phrases()
    for value in (2, 1, 2):
        phrases.add("Malang", value)
    assert list(phrases.find("MALANG")) == [Match(0, 6, (2, 1))]


def test_a_phrase_without_letters_is_never_found() -> None:
    phrases = known("…", "", "--")
    assert list(phrases.known()) == []
    assert surfaces(phrases, "… -- ") == []


def test_known_phrases_are_told_as_words() -> None:
    assert set(known("Kota Layak-Anak", cased=("KLA",)).known()) == {("kota", "layak", "anak"), ("kla",)}


def test_words_once_split_need_not_be_split_again() -> None:
    text = "Kota Batu dan Batu Bara"
    phrases = known("Batu", "Batu Bara")
    assert list(phrases.find(text, words(text))) == list(phrases.find(text))


@given(
    st.lists(st.text("ab ", min_size=1, max_size=6), max_size=6),
    st.text("ab ,\n-", max_size=60),
)
def test_matches_come_in_order_and_never_overlap(phrases: list[str], text: str) -> None:
    found = list(known(*phrases).find(text))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for match in found:
        surface = [word.key for word in words(text[match.start : match.end])]
        assert surface in [[word.key for word in words(value)] for value in match.value]

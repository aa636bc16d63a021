"""Two words behind the title of a small place: its name, or a person's, or one of each."""

import pytest

from extractors.officials import read_officials
from extractors.officials_doubts import Finder
from extractors.sentences import Sentence, split

TEXT = "Camat Pulosari Suparman menyapa warga."


def told(text: str, persons: Finder | None = None) -> list[tuple[str, str]]:
    return [
        (official.person, official.position) for official in read_officials(text, split(text, 0), (), persons)
    ]


def sees(text: str, person: str) -> Finder:
    """A model that sees one person."""

    def find(sentence: Sentence) -> list[tuple[int, int]]:
        start = text.index(person)
        return [(start, start + len(person))] if sentence.start <= start < sentence.end else []

    return find


def test_without_another_witness_nobody_is_named() -> None:
    assert told(TEXT) == []


def test_a_model_that_sees_a_person_tells_where_the_place_ends() -> None:
    assert told(TEXT, sees(TEXT, "Suparman")) == [("Suparman", "Camat Pulosari")]
    assert told(TEXT, sees(TEXT, "Pulosari Suparman")) == [("Pulosari Suparman", "Camat")]


def test_a_model_that_sees_none_changes_nothing() -> None:
    assert told(TEXT, lambda sentence: []) == []


@pytest.mark.parametrize("again", ["Camat Pulosari Suparman pamit.", "Camat Suparman pamit."])
def test_the_article_is_a_witness(again: str) -> None:
    text = f"Camat Pulosari, Suparman Hadi, menyapa warga. {again}"
    assert told(text) == [("Suparman Hadi", "Camat Pulosari")]


def test_three_words_are_a_place_and_a_person() -> None:
    assert told("Camat Rumbai Vemi Herlina menyapa warga.") == [("Vemi Herlina", "Camat Rumbai")]

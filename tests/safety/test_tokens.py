"""Tokens of any text are the text again, and those of ordinary text are spaCy's own."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from benchmarks.articles import running_text
from extractors.tokens import Tokens

ENCODABLE = st.characters(exclude_categories=["Cs"])
RUNS = st.builds(lambda mark, length: mark * length, ENCODABLE, st.integers(0, 150))


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("id")


@given(st.lists(st.one_of(RUNS, st.text(ENCODABLE, max_size=30), st.just(" "))).map("".join))
def test_tokens_joined_are_the_text(nlp: Language, text: str) -> None:
    assert Tokens(nlp.vocab, nlp.tokenizer)(text).text == text


def test_ordinary_text_has_the_tokens_of_spacy(nlp: Language) -> None:
    text = running_text(20_000)
    told = [(token.text, token.idx) for token in Tokens(nlp.vocab, nlp.tokenizer)(text)]
    assert told == [(token.text, token.idx) for token in nlp.tokenizer(text)]


def test_a_long_run_is_cut_and_its_neighbours_are_not(nlp: Language) -> None:
    text = f"Kota Malang {'x' * 100} meraih"
    told = [token.text for token in Tokens(nlp.vocab, nlp.tokenizer)(text)]
    assert told[:2] == ["Kota", "Malang"]
    assert told[-1] == "meraih"
    assert max(map(len, told)) == 20


@pytest.mark.parametrize("length", [59, 60])
def test_an_address_of_sixty_characters_is_one_word(nlp: Language, length: int) -> None:
    word = "a" * length
    assert [token.text for token in Tokens(nlp.vocab, nlp.tokenizer)(f"{word} b")] == [word, "b"]

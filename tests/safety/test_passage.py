"""Finding by place gives what a look through everything gives; no sentence is too long."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from extractors.passage import beginning_in, overlaps
from extractors.sentences import LONGEST, split

PLACES = st.integers(0, 40)


@dataclass(frozen=True)
class Thing:
    start: int


@given(st.lists(PLACES), PLACES, PLACES)
def test_what_begins_in_a_passage_is_found(starts: list[int], start: int, end: int) -> None:
    things = [Thing(at) for at in sorted(starts)]
    assert list(beginning_in(things, start, end)) == [thing for thing in things if start <= thing.start < end]


@given(st.sets(PLACES), PLACES, st.integers(1, 10))
def test_overlaps_are_found(cuts: set[int], start: int, length: int) -> None:
    ordered = sorted(cuts)
    spans = list(zip(ordered[::2], ordered[1::2], strict=False))
    end = start + length
    assert overlaps(spans, start, end) == any(a < end and start < b for a, b in spans)


@given(st.lists(st.sampled_from(["Kota ", "meraih ", "x" * 700, ", ", "\n", ". Ini"])).map("".join))
def test_no_sentence_is_longer_than_the_longest(text: str) -> None:
    text = text * 10
    sentences = split(text, 0)
    assert all(sentence.end - sentence.start <= LONGEST for sentence in sentences)
    assert "".join("".join(text[s.start : s.end] for s in sentences).split()) == "".join(text.split())


def test_a_long_sentence_is_cut_between_words() -> None:
    text = "peringkat " * 1000
    told = [text[sentence.start : sentence.end] for sentence in split(text, 0)]
    assert len(told) == 4
    assert {word for part in told for word in part.split()} == {"peringkat"}

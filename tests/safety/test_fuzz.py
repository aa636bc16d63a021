"""Whatever is fed in is read or refused with a reason: nothing crashes, nothing breaks the contract."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import alarm, check, once
from benchmarks.fuzzed import MARKS, TAGS, record, words
from extractors.errors import InputError
from extractors.reader import Reader
from extractors.record import article_from_record
from extractors.statement import Statement
from tests.builders import article, award

SECONDS = 60
"""Of processor: many times what any of these inputs takes."""
PIECES = st.one_of(
    st.sampled_from(words()), st.sampled_from(words()), st.sampled_from(MARKS), st.text(max_size=8)
)
SOUP = st.builds(str.join, st.sampled_from((" ", " ", "", "\n", ", ")), st.lists(PIECES, max_size=60))
PAGE = st.builds(
    " ".join, st.lists(st.one_of(PIECES, st.sampled_from(TAGS).map(lambda tag: tag.replace("_", " "))))
)
DAYS = st.sampled_from((None, "2024-05-27", "2024-02-29T23:59:59+09:00", "1990-01-01"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@settings(max_examples=300)
@given(title=st.one_of(st.none(), SOUP), text=SOUP, published=DAYS)
def test_any_text_is_read_or_refused(
    reader: Reader, title: str | None, text: str, published: str | None
) -> None:
    told = {"url": "https://fuzz.example/1", "title": title, "text": text, "published": published}
    with alarm(SECONDS), suppress(InputError):
        paper = article_from_record(told)
        check(paper, reader.read(paper))


@settings(max_examples=100)
@given(page=PAGE)
def test_any_page_is_read_or_refused(reader: Reader, page: str) -> None:
    with alarm(SECONDS), suppress(InputError):
        paper = article_from_record({"url": "https://fuzz.example/1", "html": page})
        check(paper, reader.read(paper))


@settings(max_examples=50)
@given(text=SOUP)
def test_the_same_text_gives_the_same_statements(reader: Reader, text: str) -> None:
    paper = article(title="", body=text.encode("utf-8", "replace").decode())
    assert reader.read(paper) == reader.read(paper)


@pytest.mark.parametrize("first", range(0, 200, 20))
def test_inputs_of_the_benchmark_are_read_or_refused(reader: Reader, first: int) -> None:
    with alarm(SECONDS):
        outcomes = [once(reader, number) for number in range(first, first + 20)]
    assert "read" in outcomes


def test_most_inputs_of_the_benchmark_are_read(reader: Reader) -> None:
    outcomes = [once(reader, number) for number in range(1000, 1100)]
    assert outcomes.count("read") > 60


def test_an_input_is_the_same_in_every_run() -> None:
    assert [record(number) for number in range(50)] == [record(number) for number in range(50)]
    assert len({str(record(number)) for number in range(50)}) == 50


def test_inputs_are_both_texts_and_pages() -> None:
    kinds = {"html" if "html" in record(number) else "text" for number in range(50)}
    assert kinds == {"html", "text"}


PAPER = article(body="Kota Malang meraih DGA 2024.")
RIGHT = award(PAPER)


def test_what_is_right_passes_the_check() -> None:
    check(PAPER, [RIGHT])


@pytest.mark.parametrize(
    "wrong",
    [
        RIGHT.model_copy(update={"confidence": 1.5}),
        RIGHT.model_copy(update={"evidence": RIGHT.evidence.model_copy(update={"end": 999})}),
        RIGHT.model_copy(update={"evidence": RIGHT.evidence.model_copy(update={"start": -1})}),
        RIGHT.model_copy(update={"evidence": RIGHT.evidence.model_copy(update={"text": "Kota Batu"})}),
    ],
    ids=["too sure", "ends behind the text", "begins before it", "not in the text"],
)
def test_what_is_wrong_fails_the_check(wrong: Statement) -> None:
    with pytest.raises(AssertionError):
        check(PAPER, [wrong])


def test_an_id_given_twice_fails_the_check() -> None:
    with pytest.raises(AssertionError, match="twice"):
        check(PAPER, [RIGHT, RIGHT])


def hang() -> None:
    while True:
        pass


def test_what_hangs_is_told() -> None:
    with pytest.raises(TimeoutError, match="1 s of processor"), alarm(1):
        hang()


def test_half_a_character_is_replaced(reader: Reader) -> None:
    told = {
        "url": "https://fuzz.example/1",
        "title": "A\ud800",
        "text": "Kota Malang \udfff raih DGA 2024.",
    }
    paper = article_from_record(told)
    assert (paper.title, paper.body) == ("A\ufffd", "Kota Malang \ufffd raih DGA 2024.")
    check(paper, reader.read(paper))


def test_a_word_at_the_end_of_the_title_is_no_part_of_a_name_in_the_body(reader: Reader) -> None:
    paper = article(title="Piagam untuk Pemkab", body="Malang menerima piagam.")
    assert all(statement.evidence.field == "body" for statement in reader.read(paper))
    check(paper, reader.read(paper))

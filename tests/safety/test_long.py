"""Long and nasty texts are read to their end; alarms count seconds of processor, and many of them."""

from contextlib import suppress

import pytest

from benchmarks.articles import running_text
from benchmarks.fuzz import alarm, check
from benchmarks.nasty import KINDS
from extractors.errors import PageError
from extractors.reader import Reader
from extractors.record import MAX_TEXT, article_from_record
from tests.builders import article

URL = "https://long.example/1"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def test_two_megabytes_are_read(reader: Reader) -> None:
    text = running_text(MAX_TEXT)
    with alarm(600):
        paper = article_from_record({"url": URL, "title": "Kota Malang Raih Adipura", "text": text})
        statements = reader.read(paper)
    assert len(paper.body) > 0.9 * MAX_TEXT
    assert {statement.kind for statement in statements} == {"region", "award", "index", "office"}
    check(paper, statements)


@pytest.mark.parametrize("name", KINDS)
def test_nasty_texts_are_read(reader: Reader, name: str) -> None:
    paper = article(body=KINDS[name](20_000))
    with alarm(120):
        statements = reader.read(paper)
    check(paper, statements)


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("size", [0, 1, 7, 1000])
def test_nasty_texts_have_the_size_that_was_asked_for(name: str, size: int) -> None:
    assert len(KINDS[name](size)) == size


QUOTED = "“Kami bangga,” kata Wali Kota Malang Wahyu Hidayat. "


@pytest.mark.parametrize("depth", [50, 20_000])
@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“‘«\"'", "'\"»’”"),
        ("<blockquote>", "</blockquote>"),
        ("<q>", "</q>"),
        ("<div><p>“", "”</p></div>"),
        ("((", "))"),
    ],
)
def test_a_page_of_nested_quotes_is_read(reader: Reader, opening: str, closing: str, depth: int) -> None:
    middle = f"<p>{QUOTED * 20}Kota Malang meraih Digital Government Award 2024.</p>"
    page = f"<html><body><article>{opening * depth}{middle}{closing * depth}</article></body></html>"
    read = []
    with alarm(120), suppress(PageError):  # no parser goes down a page to any depth
        paper = article_from_record({"url": URL, "title": "Kota Malang Raih DGA", "html": page})
        read = reader.read(paper)
        check(paper, read)
    assert depth > 50 or {statement.kind for statement in read} >= {"region", "award", "office"}


@pytest.mark.parametrize(
    "line",
    [
        "Kategori " + "a" * 5000 + ".",
        "." * 20_000,
        "Kota Malang" + " " * 5000 + "Kota Batu",
        "Wali Kota Malang " + "A" * 20_000,
        "Kota Malang meraih " + "Adipura-" * 2000,
    ],
    ids=["header of one long word", "dots", "wide gap", "capitals", "hyphens"],
)
def test_a_line_that_once_took_long_is_read(reader: Reader, line: str) -> None:
    paper = article(body=line)
    with alarm(120):
        check(paper, reader.read(paper))

"""`piagam crawl` and `process`: real Scrapy on the newsroom of this machine."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli.crawl import problem_of, summary
from crawler.counter import Counter
from crawler.run import Crawled
from newsroom.server import Newsroom
from tests.cli.conftest import Piagam


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with Newsroom(now=datetime(2026, 3, 1, tzinfo=UTC)) as newsroom:
        yield newsroom


def test_what_is_crawled_can_be_processed_and_a_second_time_is_short(
    piagam: Piagam, newsroom: Newsroom, data: Path
) -> None:
    crawled = piagam("crawl", "newsroom", "--at", newsroom.url, "--limit", "3")
    assert crawled.status == 0, crawled.err
    assert "newsroom: 3 articles fetched" in crawled.err
    assert (data / "logs" / "crawl-newsroom.log").is_file()
    first = piagam("process")
    assert "3 articles read" in first.err
    assert {one["article"]["source"] for one in piagam("export", "statements").lines} == {"newsroom"}
    again = piagam("process")
    assert again.status == 0
    assert "0 articles read with 0 statements, 3 unchanged, 0 failed" in again.err


def test_a_site_that_is_down_is_a_failure(piagam: Piagam) -> None:
    with Newsroom() as newsroom:
        gone = newsroom.url
    result = piagam("crawl", "newsroom", "--at", gone)
    assert result.status == 1
    assert "newsroom: 0 articles fetched" in result.err
    assert "newsroom: not one list could be read" in result.err


def test_an_address_that_is_none_is_named(piagam: Piagam) -> None:
    result = piagam("crawl", "newsroom", "--at", "nowhere")
    assert result.status == 1
    assert "'nowhere' is no address for newsroom" in result.err


@pytest.mark.parametrize(
    ("reason", "counts", "problem"),
    [
        ("finished", {Counter.LISTS: 2, "piagam/failed/http-404": 1}, None),
        ("blocked", {Counter.LISTS: 2}, "the crawl was cut short (blocked)"),
        ("finished", {}, "not one list could be read"),
        (
            "finished",
            {Counter.LISTS: 2, Counter.EMPTY: 1},
            "1 lists hold no article: the site may have changed",
        ),
    ],
)
def test_a_crawl_that_went_wrong_says_how(reason: str, counts: dict, problem: str | None) -> None:
    assert problem_of(Crawled("newsroom", reason, counts)) == problem


def test_failures_are_summed_up_by_kind() -> None:
    counts = {Counter.FETCHED: 2, Counter.LISTS: 1, "piagam/failed/http-404": 3, Counter.ROBOTS: 1}
    assert summary({str(name): count for name, count in counts.items()}) == (
        "2 articles fetched, 0 known before, 1 lists read, 3 failed (http-404), 1 refused (robots)"
    )

"""Crawls of the newsroom with the whole of Scrapy: what is fetched, how often, and what is not."""

import re
import subprocess
import sys
from collections import Counter as Tally
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawler.archive import Archive
from crawler.run import ROOT, Crawled, crawl
from crawler.source import Source, load
from newsroom.article import load as load_articles
from newsroom.server import Newsroom

READ = re.compile(r"/(?:[a-z-]+/)?read/(\d+)/[^/]+(?:/(\d+))?")


@dataclass
class Once:
    """A newsroom, and an archive after one crawl of it."""

    newsroom: Newsroom
    archive: Path
    crawled: Crawled
    paths: list[str]


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Once]:
    archive = tmp_path_factory.mktemp("crawl") / "archive"
    with Newsroom() as newsroom:
        crawled = crawl(quick(0.01), archive, base=newsroom.url, log=archive.parent / "log")
        yield Once(newsroom, archive, crawled, list(newsroom.log.paths))


def quick(delay: float) -> Source:
    """The newsroom with another delay between requests, in seconds."""
    source = load("newsroom")
    return source.model_copy(update={"politeness": source.politeness.model_copy(update={"delay": delay})})


def articles(paths: list[str]) -> list[tuple[str, int]]:
    """Id and offset of every article page that was asked for."""
    return [(found[1], int(found[2] or 0)) for found in map(READ.fullmatch, paths) if found]


def contents(archive: Path) -> dict[str, list[bytes]]:
    with Archive(archive) as opened:
        return {capture.key: [page.content for page in capture.pages] for capture in opened.captures()}


def test_every_page_of_every_article_is_fetched_exactly_once(once: Once) -> None:
    wanted = {
        (str(article.id), 15 * number)
        for article in once.newsroom.articles
        for number in range(len(article.pages))
    }
    fetched = Tally(articles(once.paths))
    assert set(fetched) == wanted
    assert set(fetched.values()) == {1}
    assert max(offset for _, offset in wanted) >= 30


def test_nothing_but_lists_and_articles_is_asked_for(once: Once) -> None:
    rest = [path for path in once.paths if not READ.fullmatch(path)]
    assert rest[0] == "/robots.txt"
    assert all(path == "/" or path.startswith("/kategori/") for path in rest[1:])
    assert len(rest) == len(set(rest))


def test_what_robots_bars_is_never_asked_for(once: Once) -> None:
    assert not [path for path in once.paths if path.startswith("/search")]


def test_every_request_says_who_asks(once: Once) -> None:
    assert {entry.user_agent.partition("/")[0] for entry in once.newsroom.log.entries} == {"Piagam"}


def test_the_counts_are_those_of_the_log_of_the_site(once: Once) -> None:
    count = len(once.newsroom.articles)
    assert once.crawled.source == "newsroom"
    assert once.crawled.reason == "finished"
    assert once.crawled.counts == {
        "piagam/articles/found": count,
        "piagam/articles/fetched": count,
        "piagam/lists/read": len(
            [path for path in once.paths if path == "/" or path.startswith("/kategori/")]
        ),
        "piagam/pages/archived": len(once.paths),
    }


def test_the_archive_has_every_article_with_its_pages_in_order(once: Once) -> None:
    kept = contents(once.archive)
    assert sorted(kept) == sorted(f"newsroom:{article.id}" for article in once.newsroom.articles)
    for article in once.newsroom.articles:
        pages = kept[f"newsroom:{article.id}"]
        assert len(pages) == len(article.pages)
        for number, page in enumerate(pages[1:], start=2):
            assert f"Halaman {number}".encode() in page


def test_a_second_run_fetches_no_article_again(once: Once) -> None:
    before = len(once.newsroom.log.paths)
    kept = contents(once.archive)
    again = crawl(load("newsroom"), once.archive, base=once.newsroom.url, log=once.archive.parent / "log")
    assert articles(once.newsroom.log.paths[before:]) == []
    assert again.counts["piagam/articles/known"] == len(once.newsroom.articles)
    assert "piagam/articles/fetched" not in again.counts
    assert contents(once.archive) == kept


def test_a_later_run_fetches_only_what_is_new(tmp_path: Path) -> None:
    newest = sorted(load_articles(), key=lambda article: article.published)[-10:]
    with Newsroom(now=newest[-2].published, articles=newest) as newsroom:
        first = crawl(load("newsroom"), tmp_path, base=newsroom.url, log=tmp_path / "log")
        before = len(newsroom.log.paths)
        newsroom.now = newest[-1].published
        second = crawl(load("newsroom"), tmp_path, base=newsroom.url, log=tmp_path / "log")
        assert first.counts["piagam/articles/fetched"] == 9
        assert {key for key, _ in articles(newsroom.log.paths[before:])} == {str(newest[-1].id)}
        assert second.counts["piagam/articles/fetched"] == 1


def test_the_delay_is_kept(tmp_path: Path) -> None:
    with Newsroom(articles=load_articles()[:3]) as newsroom:
        crawl(quick(0.2), tmp_path, base=newsroom.url, log=tmp_path / "log")
        times = [entry.monotonic for entry in newsroom.log.entries]
    assert len(times) > 5
    # Single intervals vary with the machine; together they cannot be shorter than the delays.
    assert times[-1] - times[0] >= 0.2 * (len(times) - 1) - 0.1


def test_no_more_articles_are_fetched_than_asked_for(tmp_path: Path) -> None:
    with Newsroom() as newsroom:
        crawled = crawl(load("newsroom"), tmp_path, base=newsroom.url, limit=3, log=tmp_path / "log")
        assert len({key for key, _ in articles(newsroom.log.paths)}) == 3
        more = crawl(load("newsroom"), tmp_path, base=newsroom.url, limit=2, log=tmp_path / "log")
    assert crawled.counts["piagam/articles/fetched"] == 3
    assert more.counts["piagam/articles/fetched"] == 2
    assert len(contents(tmp_path)) == 5


def test_scrapy_itself_can_run_the_spider(tmp_path: Path) -> None:
    with Newsroom(articles=load_articles()[:2]) as newsroom:
        told = {"source": "newsroom", "base": newsroom.url, "archive": tmp_path}
        arguments = [part for name, value in told.items() for part in ("-a", f"{name}={value}")]
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "scrapy",
                "crawl",
                "piagam",
                *arguments,
                "-s",
                "PIAGAM_CONTACT=mail@a.example",
            ],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert {entry.user_agent.partition(" ")[2] for entry in newsroom.log.entries} == {"(+mail@a.example)"}
    assert "newsroom: finished" in done.stderr
    assert len(contents(tmp_path)) == 2

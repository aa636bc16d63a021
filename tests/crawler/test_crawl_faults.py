"""Crawls of a site that misbehaves: what goes wrong is counted by its name, and the rest goes on."""

import re
from pathlib import Path

import pytest

from crawler.archive import Archive
from crawler.run import Crawled, crawl
from crawler.source import Source
from tests.crawler.site import Reply, Site, article, listing, packed, served

ROBOTS = "User-agent: *\nDisallow: /read/1/\n\nUser-agent: Piagam\nDisallow: /secret/\nDisallow: /read/9\n"


def crawled(site: Site, folder: Path, source: Source | None = None, refresh: bool = False) -> Crawled:
    source = source or site.source()
    return crawl(source, folder / "archive", log=folder / "log", refresh=refresh)


def keys(folder: Path) -> list[str]:
    with Archive(folder / "archive") as archive:
        return [capture.key for capture in archive.captures()]


def xml(kind: str, tag: str, *urls: str) -> str:
    entries = "".join(f"<x:{tag}><x:loc> {url} </x:loc><x:lastmod>2026</x:lastmod></x:{tag}>" for url in urls)
    return f'<?xml version="1.0"?><x:{kind} xmlns:x="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</x:{kind}>'


def test_pages_that_fail_are_counted_and_the_others_kept(tmp_path: Path) -> None:
    paths = [f"/read/{number}/a" for number in range(1, 12)]
    pages = {
        "/robots.txt": ROBOTS,
        "/list": listing(*paths, "/secret/read/20/a", "/read/1/a?utm_source=rss", "/x/read/1/other"),
        "/read/1/a": article("good"),
        # 2 is missing
        "/read/3/a": Reply("broken", 500),
        "/read/4/a": Reply("x" * 60_000),
        "/read/5/a": Reply("", 301, {"Location": "/"}),
        "/": "home page",
        "/read/6/a": Reply("", 302, {"Location": "http://127.0.0.1:1/read/6/a"}),
        "/read/7/a": Reply("", 302, {"Location": "/read/7/a"}),
        "/read/8/a": Reply(b"\x00\x01\x02" * 9, headers={"Content-Type": "application/octet-stream"}),
        "/read/9/a": article("barred by name"),
        "/read/10/a": Reply("late", pause=1.5),
        "/read/11/a": Reply(packed("y" * 100_000), headers={"Content-Encoding": "gzip"}),
    }
    with served(pages) as site:
        polite = {"max_page_bytes": 50_000, "timeout": 0.5}
        done = crawled(site, tmp_path, site.source(politeness=polite))
        asked = site.paths
    assert done.reason == "finished"
    assert done.counts == {
        "piagam/articles/found": 12,
        "piagam/articles/fetched": 1,
        "piagam/lists/read": 1,
        "piagam/failed/http-404": 1,
        "piagam/failed/http-500": 1,
        "piagam/failed/too-large": 2,
        "piagam/failed/moved": 1,
        "piagam/failed/other": 1,
        "piagam/failed/unreadable": 1,
        "piagam/failed/timeout": 1,
        "piagam/refused/offsite": 1,
        "piagam/refused/robots": 2,
        "piagam/pages/archived": 7,
        "piagam/pages/unchanged": 1,
    }
    assert keys(tmp_path) == ["site:1", "site:8"]
    assert asked.count("/read/3/a") == 2
    assert asked.count("/read/1/a") == 1
    assert not [path for path in asked if "utm_" in path or path.startswith(("/secret", "/read/9", "/x"))]


def test_sitemaps_and_feeds_lead_to_articles(tmp_path: Path) -> None:
    with served({}) as site:
        home = site.url
        rss = f"<rss><channel><link>{home}</link><item><title>a &amp b</title>"
        rss += f"<link>\n{home}read/4/a?utm_source=rss\n</link><guid>{home}?p=4</guid></item></channel></rss>"
        atom = "<feed xmlns='http://www.w3.org/2005/Atom'><link href='/'/><entry>"
        atom += f"<link rel='alternate' href='{home}read/5/a'/><link rel='edit' href='{home}read/6/a'/>"
        atom += "</entry></feed>"
        site.pages.update(
            {
                "/sitemap.xml": xml(
                    "sitemapindex", "sitemap", f"{home}one.xml.gz", f"{home}two.xml.gz", f"{home}html"
                ),
                "/one.xml.gz": Reply(
                    packed(xml("urlset", "url", f"{home}read/1/a", f"{home}foto/7/a")),
                    headers={"Content-Type": "application/gzip"},
                ),
                # Packed twice: as a file, and again for the way.
                "/two.xml.gz": Reply(
                    packed(xml("urlset", "url", f"{home}read/2/a", "http://other.example/read/3/a")),
                    headers={"Content-Encoding": "gzip", "Content-Type": "application/xml"},
                ),
                "/html": "<html><body>Error</body></html>",
                "/feed": Reply(rss, headers={"Content-Type": "application/rss+xml"}),
                "/atom": Reply(atom, headers={"Content-Type": "application/atom+xml"}),
                **{f"/read/{number}/a": article("text") for number in range(1, 7)},
            }
        )
        starts = [{"kind": "sitemap", "url": "/sitemap.xml"}, {"kind": "feed", "url": "/feed"}]
        starts.append({"kind": "sitemap", "url": "/atom"})
        done = crawled(site, tmp_path, site.source(starts=starts, lists=None))
    assert keys(tmp_path) == ["site:1", "site:2", "site:4", "site:5"]
    assert done.counts["piagam/failed/unreadable"] == 1
    assert done.counts["piagam/lists/read"] == 5
    with Archive(tmp_path / "archive") as archive:
        assert archive.counts() == {"article": 4, "feed": 1, "robots": 1, "sitemap": 5, "keys": 4}


def test_only_headlines_of_the_list_are_followed_and_only_pagers_of_the_article(tmp_path: Path) -> None:
    side = "<h4><a href='/read/7/a'>Terpopuler</a></h4><a href='/amp/1/a'>amp</a>"
    related = "<h2><a href='/read/8/a'>Berita Terkait</a></h2><a href='/read/8/a/15'>2</a>"
    pages = {
        "/list": listing("/read/1/a", extra=side),
        "/read/1/a": article("one", "/read/1/a/15", "/x/read/1/a/30", "/read/1/a/7", "#", "/read/1/a/15000")
        + related,
        "/read/1/a/15": article("two", "/read/1/a", "/read/1/a/30", "/read/1/a/45"),
        "/x/read/1/a/30": article("three", "/read/1/a/15"),
        "/read/1/a/45": article("four", "/read/1/a/30"),
    }
    with served(pages) as site:
        crawled(site, tmp_path)
        asked = site.paths
    assert sorted(asked) == sorted(["/robots.txt", *pages])
    with Archive(tmp_path / "archive") as archive:
        (capture,) = archive.captures()
    titles = [re.findall(rb"<h1>(.*?)</h1>", page.content) for page in capture.pages]
    assert titles == [[b"one"], [b"two"], [b"three"], [b"four"]]


@pytest.mark.parametrize(("linked", "asked"), [(True, 1), (False, 2)])
def test_a_list_that_repeats_itself_is_left(tmp_path: Path, linked: bool, asked: int) -> None:
    same = listing("/read/1/a")
    pages = {"/list": same, "/list?page=2": same, "/list?page=3": same, "/read/1/a": article("one")}
    lists = {"links": "h2 a", "pages": {"by": "page", "address": "{url}?page={n}", "linked": linked}}
    with served(pages) as site:
        crawled(site, tmp_path, site.source(lists=lists))
        assert len([path for path in site.paths if path.startswith("/list")]) == asked


def test_lists_are_followed_by_their_own_links_and_no_further_than_allowed(tmp_path: Path) -> None:
    pages = {
        f"/list?page={n}" if n > 1 else "/list": listing(
            f"/read/{n}/a", extra=f"<a href='/list?page={n + 1}'>next</a>"
        )
        for n in range(1, 9)
    }
    pages |= {f"/read/{n}/a": article("text") for n in range(1, 9)}
    with served(pages) as site:
        done = crawled(site, tmp_path)
        assert [path for path in site.paths if path.startswith("/list")] == [
            "/list",
            *(f"/list?page={n}" for n in range(2, 6)),
        ]
        assert done.counts["piagam/articles/fetched"] == 5
        fewer = crawled(site, tmp_path / "fewer", site.source(politeness={"max_pages": 4, "concurrency": 1}))
    assert fewer.reason == "closespider_pagecount"
    assert fewer.counts["piagam/pages/archived"] <= 5


def test_a_list_whose_markup_changed_is_counted(tmp_path: Path) -> None:
    with served({"/list": "<h3><a href='/read/1/a'>Judul</a></h3>"}) as site:
        done = crawled(site, tmp_path)
    assert done.counts["piagam/lists/empty"] == 1
    assert "has no link to an article" in (tmp_path / "log").read_text()


def test_refresh_fetches_again_and_keeps_what_changed(tmp_path: Path) -> None:
    def versions(number: int) -> Reply:
        return Reply(article("old" if number == 1 else "corrected"))

    pages = {
        "/list": listing("/read/1/a", "/read/2/a"),
        "/read/1/a": versions,
        "/read/2/a": article("two", "/read/2/a/15"),
        "/read/2/a/15": article("more"),
    }
    with served(pages) as site:
        crawled(site, tmp_path)
        crawled(site, tmp_path)
        assert site.paths.count("/read/1/a") == 1
        done = crawled(site, tmp_path, refresh=True)
    assert done.counts["piagam/pages/archived"] == 1
    assert done.counts["piagam/articles/fetched"] == 2
    with Archive(tmp_path / "archive") as archive:
        one, two = archive.captures()
    assert b"corrected" in one.pages[0].content
    assert len(two.pages) == 2


def test_a_page_that_was_missing_is_asked_for_in_the_next_run(tmp_path: Path) -> None:
    pages = {
        "/list": listing("/read/1/a"),
        "/read/1/a": article("one", "/read/1/a/15"),
        "/read/1/a/15": lambda number: Reply("later", 404) if number == 1 else Reply(article("two")),
    }
    with served(pages) as site:
        crawled(site, tmp_path)
        crawled(site, tmp_path)
        assert [site.paths.count(path) for path in ("/read/1/a", "/read/1/a/15")] == [1, 2]
    with Archive(tmp_path / "archive") as archive:
        (capture,) = archive.captures()
    assert len(capture.pages) == 2

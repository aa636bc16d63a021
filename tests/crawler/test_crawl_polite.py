"""Politeness: what a site asks for is done, and nobody's private network is looked into."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from scrapy.http import Response

from crawler.archive import Archive
from crawler.patience import retry_after
from crawler.run import crawl
from crawler.source import Source
from tests.crawler.site import Reply, article, listing, served

ONE = {"/list": listing("/read/1/a"), "/read/1/a": article("one")}


def test_a_private_address_is_refused_whatever_its_name(tmp_path: Path) -> None:
    with served(ONE) as site:
        port = site.url.rpartition(":")[2].rstrip("/")
        names = [f"{name}:{port}" for name in ("127.0.0.1", "localhost", "2130706433", "[::1]")]
        starts = [{"kind": "list", "url": f"http://{name}/list"} for name in names]
        done = crawl(
            site.source(hosts=names, starts=starts, allow_private=False), tmp_path, log=tmp_path / "log"
        )
        assert site.log == []
    assert done.counts == {"piagam/refused/private": 4}
    assert "allow_private" in (tmp_path / "log").read_text()


def test_a_redirect_into_a_private_network_is_refused(tmp_path: Path) -> None:
    # The site is private itself here; what is shown is that the target of a redirect is looked at anew.
    with served(ONE) as inner, served({"/list": Reply("", 302, {"Location": inner.url + "list"})}) as outer:
        done = crawl(outer.source(), tmp_path, log=tmp_path / "log")
        assert inner.log == []
    assert done.counts["piagam/refused/offsite"] == 1


def test_a_robots_txt_that_cannot_be_had_bars_everything(tmp_path: Path) -> None:
    with served({**ONE, "/robots.txt": Reply("broken", 500)}) as site:
        done = crawl(site.source(), tmp_path, log=tmp_path / "log")
        assert set(site.paths) == {"/robots.txt"}
    assert done.counts["piagam/refused/robots"] == 1


def test_a_robots_txt_that_never_comes_bars_everything(tmp_path: Path) -> None:
    with served({**ONE, "/robots.txt": Reply("", pause=1)}) as site:
        polite = {"timeout": 0.3, "retries": 0}
        done = crawl(site.source(politeness=polite), tmp_path, log=tmp_path / "log")
        assert set(site.paths) == {"/robots.txt"}
    assert done.counts["piagam/refused/robots"] == 1


def test_a_robots_txt_that_is_not_there_bars_nothing(tmp_path: Path) -> None:
    with served({**ONE, "/robots.txt": Reply("User-agent: *\nDisallow: /\n", 404)}) as site:
        done = crawl(site.source(), tmp_path, log=tmp_path / "log")
    assert done.counts["piagam/articles/fetched"] == 1


def test_crawl_delay_is_kept_even_where_the_site_is_fast(tmp_path: Path) -> None:
    with served({**ONE, "/robots.txt": "User-agent: *\nCrawl-delay: 0.5\n"}) as site:
        crawl(site.source(politeness={"autothrottle": True}), tmp_path, log=tmp_path / "log")
        times = [at for _, at, _ in site.log]
    assert len(times) == 3
    assert times[-1] - times[0] >= 0.95


def test_retry_after_is_waited_for_by_the_whole_site(tmp_path: Path) -> None:
    pages = {
        "/list": listing("/read/1/a", "/read/2/a", "/read/3/a"),
        "/read/1/a": lambda number: (
            Reply("busy", 503, {"Retry-After": "1"}) if number == 1 else Reply(article("1"))
        ),
        "/read/2/a": article("two"),
        "/read/3/a": article("three"),
    }
    with served(pages) as site:
        done = crawl(site.source(politeness={"concurrency": 1}), tmp_path, log=tmp_path / "log")
        busy = site.paths.index("/read/1/a")
        assert len(site.log) > busy + 1
        assert site.log[busy + 1][1] - site.log[busy][1] >= 0.95
    assert done.counts["piagam/articles/fetched"] == 3


def test_a_site_that_asks_for_an_hour_is_left(tmp_path: Path) -> None:
    pages = {**ONE, "/read/1/a": Reply("busy", 429, {"Retry-After": "3600"})}
    with served(pages) as site:
        done = crawl(site.source(), tmp_path, log=tmp_path / "log")
        assert site.paths.count("/read/1/a") == 1
    assert done.counts["piagam/failed/http-429"] == 1
    assert "asks to wait 3600 seconds" in (tmp_path / "log").read_text()


def test_a_site_that_refuses_again_and_again_is_left(tmp_path: Path) -> None:
    paths = [f"/read/{number}/a" for number in range(20)]
    pages = {"/list": listing(*paths), **{path: Reply("challenge", 403) for path in paths}}
    with served(pages) as site:
        done = crawl(site.source(politeness={"concurrency": 1}), tmp_path, log=tmp_path / "log")
        assert len(site.log) < 10
    assert done.reason == "blocked"


def test_no_cookie_is_sent_back_or_kept(tmp_path: Path) -> None:
    page = Reply(article("one"), headers={"Set-Cookie": "session=secret"})
    with served({**ONE, "/read/1/a": page}) as site:
        crawl(site.source(), tmp_path, log=tmp_path / "log")
    with Archive(tmp_path) as archive:
        (capture,) = archive.captures()
    assert capture.pages[0].media_type == "text/html; charset=utf-8"
    assert b"secret" not in b"".join(path.read_bytes() for path in tmp_path.glob("*.warc.gz"))


def test_the_contact_is_in_every_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIAGAM_CONTACT", "https://piagam.example/bot")
    with served(ONE) as site:
        crawl(site.source(), tmp_path, log=tmp_path / "log")
        agents = {agent for _, _, agent in site.log}
    (agent,) = agents
    assert agent.startswith("Piagam/")
    assert agent.endswith(" (+https://piagam.example/bot)")


NOW = datetime(2026, 2, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        ("0", 0),
        ("Mon, 23 Feb 2026 12:01:30 GMT", 90),
        ("Mon, 23 Feb 2026 11:00:00 GMT", 0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("²", None),
        ("9" * 500, 9_999_999_999),
    ],
)
def test_retry_after_is_a_number_or_a_date(value: str, seconds: float | None) -> None:
    response = Response("http://a.example/", headers={"Retry-After": value.encode("latin-1")})
    assert retry_after(response, NOW) == seconds


def test_politeness_cannot_be_turned_off() -> None:
    from scrapy.settings import Settings

    from crawler import settings

    kept = Settings()
    kept.setmodule(settings)
    assert kept.getbool("ROBOTSTXT_OBEY")
    assert kept.getbool("DOWNLOAD_VERIFY_CERTIFICATES")
    assert Source.model_fields["allow_private"].default is False

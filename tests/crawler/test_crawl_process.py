"""The process of a crawl: stopped at any moment, started twice, left alone, broken."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from crawler import run
from crawler.archive import Archive
from crawler.run import ROOT, crawl
from crawler.source import load
from extractors.errors import ArchiveError, CrawlError, SourceError
from tests.crawler.site import Reply, Site, article, listing, served

NUMBERS = range(1, 25)
PAGES = {
    "/list": listing(*(f"/read/{number}/a" for number in NUMBERS)),
    **{f"/read/{number}/a": article(f"{number}", f"/read/{number}/a/15") for number in NUMBERS},
    **{f"/read/{number}/a/15": article(f"{number} more", f"/read/{number}/a") for number in NUMBERS},
}


def kept(archive: Path) -> dict[str, list[bytes]]:
    with Archive(archive) as opened:
        return {capture.key: [page.content for page in capture.pages] for capture in opened.captures()}


def until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)


def child(site: Site, archive: Path, log: Path) -> "subprocess.Popen[str]":
    """A crawl's process, started as `crawl` starts it, with its job given."""
    job = {"source": site.source().model_dump(mode="json"), "archive": str(archive), "log": str(log)}
    process = subprocess.Popen(
        run.COMMAND,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdin is not None
    run._give(process.stdin, {**job, "limit": None, "refresh": False})
    return process


def test_after_a_kill_the_next_run_ends_where_one_run_would_have(tmp_path: Path) -> None:
    with served(PAGES) as site:
        crawl(site.source(), tmp_path / "whole", log=tmp_path / "log")
        whole = kept(tmp_path / "whole")
        site.log.clear()
        archive = tmp_path / "killed"
        for so_far in (8, 25, 40):
            process = child(site, archive, tmp_path / "log")
            until(lambda so_far=so_far: len(set(site.paths)) >= so_far)  # type: ignore[misc]
            process.send_signal(signal.SIGKILL)
            process.wait()
        done = crawl(site.source(), archive, log=tmp_path / "log")
        assert done.reason == "finished"
        assert kept(archive) == whole
        times = Counter(path for path in site.paths if path.startswith("/read"))
    # Only what was on its way when a run was killed may have been asked for again.
    assert sum(times.values()) - len(times) <= 3 * 4
    with Archive(archive) as opened:
        assert opened.counts()["article"] == 2 * len(NUMBERS)
    assert not list(archive.glob("*.warc.gz.lock"))


def test_an_interrupt_ends_the_crawl_in_order_and_the_next_run_goes_on(tmp_path: Path) -> None:
    def interrupt(counts: dict[str, int]) -> None:
        if counts.get("piagam/articles/fetched"):
            raise KeyboardInterrupt

    with served(PAGES) as site:
        slow = site.source(politeness={"delay": 0.1})
        with pytest.raises(KeyboardInterrupt):
            crawl(slow, tmp_path, log=tmp_path / "log", progress=interrupt)
        assert "Spider closed (shutdown)" in (tmp_path / "log").read_text()
        before = kept(tmp_path)
        assert 0 < len(before) < len(NUMBERS)
        crawl(site.source(), tmp_path, log=tmp_path / "log")
    assert len(kept(tmp_path)) == len(NUMBERS)


def test_progress_is_told_and_only_rises(tmp_path: Path) -> None:
    told: list[dict[str, int]] = []
    with served(PAGES) as site:
        done = crawl(
            site.source(politeness={"delay": 0.03}), tmp_path, log=tmp_path / "log", progress=told.append
        )
    archived = [counts.get("piagam/pages/archived", 0) for counts in told]
    assert len(told) > 2
    assert archived == sorted(archived)
    assert told[-1] == done.counts


def test_two_crawls_of_one_source_do_not_run_together(tmp_path: Path) -> None:
    with served({**PAGES, "/robots.txt": Reply("", pause=1)}) as site:
        first = threading.Thread(
            target=crawl, args=(site.source(), tmp_path), kwargs={"log": tmp_path / "log"}
        )
        first.start()
        until(lambda: bool(site.log))
        with pytest.raises(ArchiveError, match="another crawl of site is under way"):
            crawl(site.source(), tmp_path, log=tmp_path / "log")
        first.join()
        assert len(kept(tmp_path)) == len(NUMBERS)
        assert len(site.paths) == len(set(site.paths))


def test_two_sources_share_an_archive_at_the_same_time(tmp_path: Path) -> None:
    with served(PAGES) as site, served(PAGES) as other:
        both = (site.source(), other.source(name="other"))
        threads = [
            threading.Thread(target=crawl, args=(source, tmp_path), kwargs={"log": tmp_path / source.name})
            for source in both
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(kept(tmp_path)) == 2 * len(NUMBERS)
    assert {key.partition(":")[0] for key in kept(tmp_path)} == {"site", "other"}


def test_a_crawl_whose_caller_is_killed_stops(tmp_path: Path) -> None:
    caller = """
import sys
from pathlib import Path
from random import Random
from crawler.run import crawl
from crawler.source import Source
crawl(Source.model_validate_json(sys.argv[1]), Path(sys.argv[2]), log=Path(sys.argv[2]) / "log")
"""
    with served(PAGES) as site:
        source = site.source(politeness={"delay": 0.3})
        process = subprocess.Popen(
            [sys.executable, "-c", caller, source.model_dump_json(), str(tmp_path)], cwd=ROOT
        )
        until(lambda: len(site.log) > 3)
        process.kill()
        process.wait()
        until(lambda: "Spider closed (abandoned)" in (tmp_path / "log").read_text())
        assert len(site.log) < len(PAGES) / 2


def test_an_archive_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.db").write_bytes(b"no database" * 100)
    with served(PAGES) as site:
        with pytest.raises(ArchiveError, match="move it away"):
            crawl(site.source(), tmp_path, log=tmp_path / "log")
        assert site.log == []


def test_a_full_disk_ends_the_crawl_and_keeps_what_there_is(tmp_path: Path) -> None:
    noise = Random(1)
    pages = {path: Reply(noise.randbytes(60_000)) if "read" in path else page for path, page in PAGES.items()}
    limit = "import resource, runpy; resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, 250_000));"
    with served(pages) as site:
        source = site.source()
        with pytest.MonkeyPatch.context() as patch:
            full = (sys.executable, "-c", limit + "runpy.run_module('crawler.process', run_name='__main__')")
            patch.setattr(run, "COMMAND", full)
            done = crawl(source, tmp_path, log=tmp_path / "log")
        assert done.reason == "archive-failed"
        assert "make room and run again" in (tmp_path / "log").read_text()
        assert 0 < len(kept(tmp_path)) < len(NUMBERS)
        crawl(source, tmp_path, log=tmp_path / "log")
        assert len(kept(tmp_path)) == len(NUMBERS)


def test_a_process_that_dies_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "COMMAND", (sys.executable, "-c", "raise SystemExit(7)"))
    with pytest.raises(CrawlError, match=r"newsroom ended before it was done \(exit status 7\)"):
        crawl(load("newsroom"), tmp_path)


def test_a_bad_address_is_told_before_anything_starts(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no address for newsroom"):
        crawl(load("newsroom"), tmp_path / "archive", base="127.0.0.1")
    assert not (tmp_path / "archive").exists()

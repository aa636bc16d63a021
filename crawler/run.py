"""Running a crawl: one source, in a process of its own, because Scrapy can start only once in a process."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from crawler.source import Source
from extractors.errors import ArchiveError, CrawlError, PiagamError, SourceError

COMMAND = (sys.executable, "-P", "-m", "crawler.process")
ROOT = Path(__file__).parents[1]
ERRORS: dict[str, type[PiagamError]] = {kind.__name__: kind for kind in (ArchiveError, SourceError)}
GRACE = 60.0
"""Seconds a crawl has to end after an interrupt; killing it after that loses nothing that was archived."""

Counts = dict[str, int]
"""By the names of crawler/counter.py; what did not happen is left out."""


@dataclass(frozen=True, slots=True)
class Crawled:
    """What a crawl did. `reason` is why it ended: "finished", or what cut it short ("blocked", …)."""

    source: str
    reason: str
    counts: Counts


def crawl(
    source: Source,
    archive: Path,
    *,
    base: str | None = None,
    limit: int | None = None,
    refresh: bool = False,
    log: Path | None = None,
    progress: Callable[[Counts], None] | None = None,
) -> Crawled:
    """Crawl a source into the archive in a folder; returns when it is done.

    `base` is the site's address where it is not the source's own (the newsroom on a free port); `limit` is
    how many new articles are fetched at most; with `refresh`, archived articles are fetched again. Messages
    go to the file `log`, else to standard error. `progress` is given the counts now and then.

    An interrupt ends the crawl after the requests under way; everything fetched is archived. Raises
    SourceError for a bad `base`, ArchiveError when the archive cannot be used or another crawl of the source
    is under way, CrawlError when the process ended before it was done.
    """
    at = source if base is None else source.at(base)
    job = {
        "source": at.model_dump(mode="json"),
        "archive": str(archive),
        "limit": limit,
        "refresh": refresh,
        "log": None if log is None else str(log),
    }
    if log is not None:
        log.parent.mkdir(parents=True, exist_ok=True)
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    # A session of its own: an interrupt at the terminal must reach the process once, through us.
    with subprocess.Popen(  # noqa: S603
        COMMAND,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": path},
    ) as process:
        try:
            last = _follow(process, job, progress)
        except BaseException:
            _end(process)
            raise
    if "error" in last:
        raise ERRORS.get(last["error"], CrawlError)(last["message"])
    if "reason" not in last:
        raise CrawlError(
            f"the crawl of {source.name} ended before it was done (exit status {process.returncode}); "
            f"what it fetched is archived: look at its messages and run it again"
        )
    return Crawled(source.name, last["reason"], last["counts"])


def _follow(
    process: "subprocess.Popen[str]", job: dict[str, Any], progress: Callable[[Counts], None] | None
) -> dict[str, Any]:
    """Give the process its job and read what it reports; gives its last report, empty where there is none."""
    last: dict[str, Any] = {}
    if process.stdin is None or process.stdout is None:
        return last
    _give(process.stdin, job)
    for line in process.stdout:
        last = json.loads(line)
        if progress is not None and "counts" in last:
            progress(last["counts"])
    return last


def _end(process: "subprocess.Popen[str]") -> None:
    """Let the process finish the requests under way; a second interrupt does not wait for them."""
    process.terminate()
    try:
        process.wait(GRACE)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        process.kill()


def _give(stdin: IO[str], job: dict[str, Any]) -> None:
    try:
        with stdin:
            json.dump(job, stdin)
    except BrokenPipeError:
        return  # it died at its start; its exit status tells

"""The process of one crawl: takes a job as JSON on standard input, reports in JSON Lines on standard output.

A report is {"counts"}, the last one {"counts", "reason"} or {"error", "message"}. Messages go to standard
error or to the job's log file. Only crawler/run.py starts it.
"""

import json
import sys
import time
from pathlib import Path
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler, CrawlerProcess
from scrapy.settings import Settings
from scrapy.utils.defer import deferred_from_coro
from twisted.python.failure import Failure

from crawler.counter import PREFIX
from crawler.source import Source
from crawler.spider import PiagamSpider
from extractors.errors import PiagamError

INTERVAL = 0.25
"""Seconds between two reports, at the least."""


class Reporter:
    """Scrapy extension that reports on standard output; ends the crawl when nobody reads it any more."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._told = 0.0
        self._alone = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """A reporter of this crawler."""
        reporter = cls(crawler)
        crawler.signals.connect(reporter.tell, signal=signals.response_received)
        crawler.signals.connect(reporter.end, signal=signals.spider_closed)
        return reporter

    def tell(self) -> None:
        """Report how far the crawl is, unless that was done just now."""
        now = time.monotonic()
        if now - self._told >= INTERVAL and not self._alone:
            self._told = now
            self._report({})

    def end(self, reason: str) -> None:
        """Report why the crawl ended."""
        if not self._alone:
            self._report({"reason": reason})

    def _report(self, report: dict[str, str]) -> None:
        stats = self._crawler.stats.get_stats()
        counts = {name: value for name, value in sorted(stats.items()) if name.startswith(PREFIX)}
        try:
            _say({**report, "counts": counts})
        except BrokenPipeError:
            self._alone = True
            deferred_from_coro(self._crawler.engine.close_spider_async(reason="abandoned"))


def main() -> int:
    """Run the job on standard input; the exit status is 0 when it was carried out."""
    job = json.load(sys.stdin)
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.set("EXTENSIONS", {Reporter: 0}, priority="cmdline")
    if job["log"] is not None:
        settings.set("LOG_FILE", job["log"], priority="cmdline")
    process = CrawlerProcess(settings)
    failures: list[Failure] = []
    process.crawl(
        PiagamSpider,
        source=Source.model_validate(job["source"]),
        archive=Path(job["archive"]),
        limit=job["limit"],
        refresh=job["refresh"],
    ).addErrback(failures.append)
    process.start()
    for failure in failures:
        error = failure.value
        if not isinstance(error, PiagamError):
            failure.raiseException()
        _say({"error": type(error).__name__, "message": str(error)})
    return 1 if failures else 0


def _say(report: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(report) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

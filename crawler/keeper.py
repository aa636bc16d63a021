"""The keeper: puts every response into the archive before anything else looks at it."""

from datetime import UTC, datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector

from crawler.archive import Archive
from crawler.counter import Counter
from crawler.record import Visit
from crawler.source import Source
from extractors.page import Page


class Keeper:
    """Downloader middleware; it stands where bodies are decoded and redirects followed, before retries."""

    def __init__(self, source: Source, archive: Archive, stats: StatsCollector) -> None:
        self.source = source
        self.archive = archive
        self.stats = stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """For the source and archive of the spider."""
        return cls(crawler.spider.source, crawler.spider.archive, crawler.stats)  # type: ignore[union-attr]

    def process_response(self, request: Request, response: Response) -> Response:
        """The response as it is, once it is archived. Raises ArchiveError when it cannot be written."""
        visit = visited(self.source, request, response)
        page = Page(
            url=response.url,
            content=response.body,
            fetched=datetime.now(UTC),
            media_type=_text(response.headers.get(b"Content-Type")),
            source=self.source.name,
        )
        headers = [
            (name.decode("latin-1"), value.decode("latin-1"))
            for name, values in response.headers.items()
            for value in values
        ]
        new = self.archive.add(
            page, key=visit.key, kind=visit.kind, number=visit.number, status=response.status, headers=headers
        )
        self.stats.inc_value(Counter.ARCHIVED if new else Counter.UNCHANGED)
        return response


def visited(source: Source, request: Request, response: Response) -> Visit:
    """What a response is: what was asked for, unless an article's address led elsewhere."""
    visit: Visit | None = request.meta.get("visit")
    if visit is None:
        return Visit(response.url, "robots")
    if visit.kind != "article" or response.status != 200:
        return visit
    link = source.link(response.url)
    if link is None or (source.key(link), link.number) != (visit.key, visit.number):
        return Visit(response.url, "other")
    return visit


def _text(value: bytes | None) -> str | None:
    return None if value is None else " ".join(value.decode("latin-1").split()) or None

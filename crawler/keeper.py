"""The keeper: puts every response into the archive before anything else looks at it."""

import logging
from datetime import UTC, datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.defer import deferred_from_coro

from crawler.archive import Archive
from crawler.counter import Counter
from crawler.record import Visit
from crawler.source import Source
from extractors.errors import ArchiveError
from extractors.page import Page

logger = logging.getLogger(__name__)


class Keeper:
    """Downloader middleware; it stands where bodies are decoded and redirects followed, before retries."""

    def __init__(self, crawler: Crawler, source: Source, archive: Archive) -> None:
        self.crawler = crawler
        self.source = source
        self.archive = archive

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """For the source and archive of the spider."""
        return cls(crawler, crawler.spider.source, crawler.spider.archive)  # type: ignore[union-attr]

    def process_response(self, request: Request, response: Response) -> Response:
        """The response as it is, once it is archived.

        Raises ArchiveError when it cannot be written, which ends the crawl.
        """
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
        try:
            new = self.archive.add(
                page,
                key=visit.key,
                kind=visit.kind,
                number=visit.number,
                status=response.status,
                headers=headers,
            )
        except ArchiveError as error:
            logger.error("the archive cannot be written: %s", error)
            deferred_from_coro(self.crawler.engine.close_spider_async(reason="archive-failed"))
            raise
        self.crawler.stats.inc_value(Counter.ARCHIVED if new else Counter.UNCHANGED)
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

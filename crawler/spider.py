"""The one spider: lists, sitemaps and feeds lead to articles, and articles to their further pages."""

import logging
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Self

from filelock import FileLock, Timeout
from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import HtmlResponse, Response, TextResponse
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure
from w3lib.url import canonicalize_url

from crawler import links
from crawler.archive import Archive
from crawler.counter import PREFIX, Counter
from crawler.failure import counter_of
from crawler.keeper import visited
from crawler.record import Kind, Visit
from crawler.robots import user_agent
from crawler.source import Link, Source, load
from crawler.start import Entrance
from extractors.errors import ArchiveError
from extractors.page import Page

BLOCKING = frozenset({401, 403, 429, 503})
"""Answers by which a site says that it does not want to be asked now."""
MAX_BLOCKED = 5
"""So many of them in a row end the run."""

logger = logging.getLogger(__name__)


class PiagamSpider(Spider):
    """Crawls one source into an archive.

    Reasons to end, beside Scrapy's own ("finished", "closespider_pagecount", "shutdown"): "blocked" when the
    site refuses several times in a row, "archive-failed" when a page could not be kept.
    """

    name = "piagam"

    def __init__(
        self, source: Source, archive: Archive, lock: FileLock, limit: int | None, refresh: bool
    ) -> None:
        super().__init__()
        self.source = source
        self.archive = archive
        self._lock = lock
        self._limit = limit
        self._refresh = refresh
        self._seen: set[tuple[str, int]] = set()
        self._asked = 0
        self._blocked = 0

    @classmethod
    def from_crawler(
        cls,
        crawler: Crawler,
        source: Source | str,
        base: str | None = None,
        archive: Path | str | None = None,
        limit: int | str | None = None,
        refresh: bool | str = False,
    ) -> Self:
        """A spider for a source or the name of one; all may come as text, as `scrapy crawl -a` gives it.

        `base` is the site's address where it is not the source's; `limit` how many articles are fetched at
        most; with `refresh`, archived articles are fetched again. Raises SourceError, and ArchiveError when
        another crawl of the source is under way.
        """
        source = load(source) if isinstance(source, str) else source
        source = source if base is None else source.at(base)
        folder = Path(archive) if archive else Path(crawler.settings["PIAGAM_DATA"]) / "archive"
        lock = _alone(folder, source.name)
        most = None if limit is None else int(limit)
        spider = cls(source, Archive(folder), lock, most, refresh in (True, "true", "1"))
        crawler.settings.setdict(source.politeness.settings(), priority="spider")
        crawler.settings.set("USER_AGENT", user_agent(crawler.settings["PIAGAM_CONTACT"]), priority="spider")
        headers = {"Accept": "text/html,application/xml;q=0.9,*/*;q=0.8", "Accept-Language": source.language}
        crawler.settings.set("DEFAULT_REQUEST_HEADERS", headers, priority="spider")
        spider._set_crawler(crawler)
        crawler.signals.connect(spider.stumbled, signal=signals.spider_error)
        if not source.verified:
            logger.warning("%s was never tried on the site itself: look at what it finds", source.name)
        if not crawler.settings["PIAGAM_CONTACT"] and not source.allow_private:
            logger.warning("PIAGAM_CONTACT is not set: set it, so that the site can reach you")
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Requests for the start pages."""
        for entrance in self.source.entrances():
            if entrance.form == "sitemap" or entrance.form == "feed":
                yield self._request(entrance.addresses[0], entrance.form, self.parse_map)
            else:
                yield self._list_page(entrance, 0, frozenset())

    def parse_list(
        self, response: Response, entrance: Entrance, page: int, walked: frozenset[str]
    ) -> Iterator[Request]:
        """Articles of a list, and its next page unless this one had none that the pages before it had not.

        `page` counts from 0; `walked` are the ids of the articles on the pages before.
        """
        lists = self.source.lists
        if not isinstance(response, TextResponse) or lists is None:
            self._count(Counter.UNREADABLE)
            return
        found = self._found(response.url, links.of_list(response, lists.links))
        for link in found:
            yield from self._article(link)
        walked_now = walked | {link.id for link in found}
        if walked_now == walked or page + 1 >= len(entrance.addresses) or self._full:
            return
        following = entrance.addresses[page + 1]
        if not entrance.linked or canonicalize_url(following) in map(
            canonicalize_url, links.of_page(response)
        ):
            yield self._list_page(entrance, page + 1, walked_now)

    def parse_map(self, response: Response) -> Iterator[Request]:
        """Articles of a sitemap or feed, and the sitemaps of an index."""
        kind, urls = links.of_map(response.body, response.url, self.source.politeness.max_page_bytes)
        if kind == "unreadable":
            logger.warning("%s is no sitemap and no feed", response.url)
            self._count(Counter.UNREADABLE)
        elif kind == "index":
            self._count(Counter.LISTS)
            for url in filter(self.source.allows, urls):
                yield self._request(url, "sitemap", self.parse_map)
        else:
            for link in self._found(response.url, urls):
                yield from self._article(link)

    def parse_article(self, response: Response, link: Link) -> Iterator[Request]:
        """Further pages of an article."""
        self._blocked = 0
        if response.request is None or visited(self.source, response.request, response).kind != "article":
            logger.info("%s led to %s, which is not the article", link.url, response.url)
            self._count(Counter.MOVED)
        elif not isinstance(response, TextResponse):
            logger.warning("%s is no text", response.url)
            self._count(Counter.UNREADABLE)
        else:
            if link.number == 0:
                self._count(Counter.FETCHED)
            yield from self._further(link, response)

    def failed(self, failure: Failure) -> Iterable[Request]:
        """Count a page that did not come; end the run where going on makes no sense."""
        error: BaseException = failure.value  # type: ignore[assignment]
        request: Request = failure.request  # type: ignore[attr-defined]
        counter = counter_of(error)
        self._count(counter)
        logger.info("%s: %s: %s", request.url, counter, error)
        if isinstance(error, HttpError) and error.response.status in BLOCKING:
            self._blocked += 1
            if self._blocked >= MAX_BLOCKED:
                logger.error(
                    "%s refused %d times in a row: left for a later run", self.source.name, MAX_BLOCKED
                )
                raise CloseSpider("blocked")
        return ()

    def stumbled(self) -> None:
        """Count a mistake of this program; Scrapy has logged it."""
        self._count(Counter.BUG)

    def closed(self, reason: str) -> None:
        """Let go of the archive, and say what was done."""
        self.archive.close()
        self._lock.release()
        stats = self.crawler.stats.get_stats()
        counts = {str(name): stats[name] for name in sorted(stats) if name.startswith(PREFIX)}
        logger.info("%s: %s: %s", self.source.name, reason, counts)

    def _list_page(self, entrance: Entrance, page: int, walked: frozenset[str]) -> Request:
        told = {"entrance": entrance, "page": page, "walked": walked}
        return self._request(entrance.addresses[page], "list", self.parse_list, told)

    def _found(self, where: str, urls: Iterable[str]) -> list[Link]:
        """The articles among a list's links."""
        self._blocked = 0
        found = [link for link in map(self.source.link, urls) if link is not None]
        self._count(Counter.LISTS)
        if not found:
            logger.warning("%s has no link to an article", where)
            self._count(Counter.EMPTY)
        return found

    def _article(self, link: Link) -> Iterator[Request]:
        """The first page of an article that was not met in this run."""
        if (link.id, 0) in self._seen:
            return
        self._count(Counter.FOUND)
        yield from self._page(Link(link.id, 0, link.first, link.first))

    def _page(self, link: Link) -> Iterator[Request]:
        """A request for a page of an article, or where it is archived for the pages it leads to."""
        self._seen.add((link.id, link.number))
        key = self.source.key(link)
        known = None if self._refresh else self._archived(key, link.number)
        if known is not None:
            if link.number == 0:
                self._count(Counter.KNOWN)
            headers = {"Content-Type": known.media_type or "text/html"}
            yield from self._further(link, HtmlResponse(known.url, body=known.content, headers=headers))
            return
        if link.number == 0:
            if self._full:
                return
            self._asked += 1
        yield self._request(link.url, "article", self.parse_article, {"link": link}, key, link.number)

    @property
    def _full(self) -> bool:
        """Whether as many articles were asked for as the run may fetch."""
        return self._limit is not None and self._asked >= self._limit

    def _archived(self, key: str, number: int) -> Page | None:
        """The page of an article as it is archived; None where it is not, or cannot be read any more."""
        for row in self.archive.current(key):
            if row.number == number:
                try:
                    return self.archive.read(row)
                except ArchiveError as error:
                    logger.error("%s; it is fetched again", error)
        return None

    def _further(self, link: Link, response: TextResponse) -> Iterator[Request]:
        """The further pages that a page of the article links to and that were not met in this run."""
        for other in map(self.source.link, links.of_page(response)):
            if other is not None and other.id == link.id and (other.id, other.number) not in self._seen:
                yield from self._page(other)

    def _request(
        self,
        url: str,
        kind: Kind,
        callback: Callable[..., Iterator[Request]],
        told: dict[str, Any] | None = None,
        key: str | None = None,
        number: int = 0,
    ) -> Request:
        meta = {"visit": Visit(key or url, kind, number)}
        # Scrapy's filter of repeated addresses would drop a redirect that loops without a word. Articles have
        # `_seen` and lists `walked`; it is left to keep an index of sitemaps from leading to itself.
        request = Request(url, callback, meta=meta, errback=self.failed, cb_kwargs=told)
        request.dont_filter = kind in ("article", "list")
        return request

    def _count(self, counter: str) -> None:
        self.crawler.stats.inc_value(counter)


def _alone(folder: Path, name: str) -> FileLock:
    """The lock of the one crawl of a source that may use an archive; two would ask the site too often."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / f"{name}.crawl.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise ArchiveError(
            f"{folder}: another crawl of {name} is under way; wait until it is done"
        ) from error
    return lock

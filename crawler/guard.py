"""The guard before every request, redirects included: only the source's hosts, none in a private network."""

import logging
from typing import Self, cast

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.error import DNSLookupError
from twisted.internet.interfaces import IReactorCore

from crawler.address import is_public
from crawler.counter import Counter
from crawler.source import Source

logger = logging.getLogger(__name__)


class Refused(IgnoreRequest):
    """A request that is not sent; `counter` says why."""

    def __init__(self, counter: Counter, message: str) -> None:
        super().__init__(message)
        self.counter = counter


class Guard:
    """Downloader middleware that lets through what the source may ask for."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """For the source of the spider."""
        return cls(crawler.spider.source)  # type: ignore[union-attr]

    async def process_request(self, request: Request) -> None:
        """Raises Refused for an address on another host, or on a host in a private network."""
        if not self.source.allows(request.url):
            raise Refused(Counter.OFFSITE, f"{request.url} is not on a host of {self.source.name}")
        if self.source.allow_private:
            return
        for ip in await _addresses(urlparse_cached(request).hostname or ""):
            if not is_public(ip):
                raise Refused(
                    Counter.PRIVATE,
                    f"{request.url} lies in a private network ({ip}); "
                    f"set `allow_private` in the source if it is meant to",
                )


async def _addresses(host: str) -> list[str]:
    """The IP addresses a host name leads to; none where it cannot be found, which the download will tell.

    Scrapy's resolver keeps what it found for the whole run, so the connection goes to what was checked.
    """
    from twisted.internet import reactor

    if ":" in host:
        return [host]
    try:
        return [await maybe_deferred_to_future(cast(IReactorCore, reactor).resolve(host))]  # type: ignore[arg-type]
    except DNSLookupError:
        return []

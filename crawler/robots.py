"""robots.txt: obeyed as RFC 9309 says, with Crawl-delay."""

import logging
from importlib.metadata import version

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.extensions.throttle import AutoThrottle
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached
from twisted.internet.defer import Deferred

from crawler.counter import Counter
from crawler.guard import Refused

AGENT = "Piagam"
"""The name that robots.txt may address us by."""

logger = logging.getLogger(__name__)


def user_agent(contact: str) -> str:
    """What every request says of itself: name, version and, where one is given, whom a site can turn to."""
    named = f"{AGENT}/{version('piagam')}"
    return f"{named} (+{contact})" if contact else named


class Robots(RobotsTxtMiddleware):
    """Scrapy's middleware, which takes a robots.txt it cannot get as leave to fetch; here it is none.

    RFC 9309, 2.3.1: a robots.txt that is not there (4xx) bars nothing, one that cannot be had (5xx, no
    connection) bars everything.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        crawler.signals.connect(self._keep_delay, signal=signals.robots_parsed)

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """The parsed robots.txt of the request's host; None where it cannot be had."""
        parser = await super().robot_parser(request)
        if parser is None:
            # Of several requests that wait for one robots.txt, Scrapy gives only the first ones the parser.
            known = self._parsers.get(urlparse_cached(request).netloc)
            parser = None if isinstance(known, Deferred) else known
        return parser

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Raises Refused for an address that is barred."""
        if rp is None:
            raise Refused(Counter.ROBOTS, f"{request.url}: robots.txt of its host could not be fetched")
        if not rp.allowed(request.url, AGENT):
            raise Refused(Counter.ROBOTS, f"{request.url} is barred by robots.txt")

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status >= 500:
            logger.error("%s answers with %d: nothing is fetched from there", response.url, response.status)
            response = response.replace(body=b"User-agent: *\nDisallow: /\n")
        elif response.status >= 400:
            response = response.replace(body=b"")
        await super()._parse_robots(response, netloc, request)

    def _keep_delay(self, robotparser: RobotParser, request: Request) -> None:
        """Wait as long between requests as the site asks, where that is longer than the source says."""
        asked = robotparser.crawl_delay(AGENT)
        if not asked or asked <= self.crawler.settings.getfloat("DOWNLOAD_DELAY"):
            return
        logger.info("robots.txt asks for %g seconds between requests", asked)
        downloader = self.crawler.engine.downloader
        key = downloader.get_slot_key(request)
        downloader.per_slot_settings[key] = {"delay": asked}
        if key in downloader.slots:
            downloader.slots[key].delay = max(downloader.slots[key].delay, asked)
        throttle = self.crawler.get_extension(AutoThrottle)
        if throttle is not None:
            throttle.mindelay = asked
            throttle.maxdelay = max(throttle.maxdelay, asked)

"""Patience: waiting as long as a site asks before a request is sent again."""

import logging
import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from scrapy import Request, Spider
from scrapy.downloadermiddlewares.retry import RetryMiddleware
from scrapy.http import Response

MAX_WAIT = 300.0
"""Seconds; a site that asks for more is left alone for this run."""

logger = logging.getLogger(__name__)


class Patience(RetryMiddleware):
    """Scrapy's retries, with the whole site left alone for as long as Retry-After says.

    Without that header the pause doubles with each retry, beginning with the delay of the source.
    """

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        """The request again; the response where it was tried often enough, or the site asks for too long."""
        if response.status not in self.retry_http_codes:
            return response
        asked = retry_after(response, datetime.now(UTC))
        if asked is not None and asked > MAX_WAIT:
            logger.warning("%s asks to wait %d seconds: left for a later run", response.url, asked)
            return response
        again = super().process_response(request, response)
        if isinstance(again, Request):
            self._pause(request, self._backoff(request) if asked is None else asked)
        return again

    def _backoff(self, request: Request) -> float:
        tried: int = request.meta.get("retry_times", 0)
        delay = self.crawler.settings.getfloat("DOWNLOAD_DELAY")
        return min(MAX_WAIT, delay * float(2 ** (tried + 1)))

    def _pause(self, request: Request, seconds: float) -> None:
        """Send nothing to the request's host for so many seconds."""
        slot = self.crawler.engine.downloader.slots.get(request.meta["download_slot"])
        if slot is not None:
            # The downloader sends the next request `delay` after the last one was seen.
            slot.lastseen = max(slot.lastseen, time.monotonic() + seconds - slot.delay)


def retry_after(response: Response, now: datetime) -> float | None:
    """Seconds that the Retry-After header asks to wait (a number or a date); None where it does not."""
    value = (response.headers.get(b"Retry-After") or b"").decode("latin-1").strip()
    if value.isascii() and value.isdigit():
        return float(value[:10])
    try:
        date = parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, (date.replace(tzinfo=date.tzinfo or UTC) - now).total_seconds())

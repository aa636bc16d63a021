"""Failures: the counter for a page that did not come."""

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.counter import Counter, failed
from crawler.guard import Refused
from extractors.errors import InputError

COUNTERS: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], Counter], ...] = (
    (DownloadCancelledError, Counter.TOO_LARGE),
    (DownloadTimeoutError, Counter.TIMEOUT),
    (
        (
            CannotResolveHostError,
            DownloadConnectionRefusedError,
            DownloadFailedError,
            ResponseDataLossError,
            OSError,
        ),
        Counter.CONNECTION,
    ),
    (InputError, Counter.UNREADABLE),
)


def counter_of(error: BaseException) -> str:
    """The name of the counter for what an errback was given."""
    if isinstance(error, Refused):
        return error.counter
    if isinstance(error, HttpError):
        return failed(error.response.status)
    if isinstance(error, IgnoreRequest) and "DOWNLOAD_MAXSIZE" in str(error):
        return Counter.TOO_LARGE  # the middleware that unpacks bodies has no error of its own
    return next((counter for kind, counter in COUNTERS if isinstance(error, kind)), Counter.OTHER)

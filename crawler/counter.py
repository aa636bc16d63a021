"""Counters: the stable names under which a crawl counts what it did; docs/adding-a-source.md lists them."""

from enum import StrEnum


class Counter(StrEnum):
    """One counter in Scrapy's statistics, and in what a crawl reports."""

    FOUND = "piagam/articles/found"
    """Different articles that pages led to."""
    KNOWN = "piagam/articles/known"
    """Articles that were archived before and not fetched again."""
    FETCHED = "piagam/articles/fetched"
    """Articles whose first page was fetched."""
    LISTS = "piagam/lists/read"
    """Lists, sitemaps and feeds that were read."""
    EMPTY = "piagam/lists/empty"
    """Lists, sitemaps and feeds without a link to an article: the site may have changed its markup."""
    ARCHIVED = "piagam/pages/archived"
    """Pages of all kinds, with errors and robots.txt, whose content was new."""
    UNCHANGED = "piagam/pages/unchanged"
    """Pages of all kinds whose content was archived already."""
    MOVED = "piagam/failed/moved"
    """Articles whose address led to another page, such as the home page."""
    TOO_LARGE = "piagam/failed/too-large"
    """Pages larger than the source allows."""
    TIMEOUT = "piagam/failed/timeout"
    """Pages that did not come in time."""
    CONNECTION = "piagam/failed/connection"
    """Pages that did not come, or not whole: no such host, connection refused or lost."""
    UNREADABLE = "piagam/failed/unreadable"
    """Pages that are no text or no XML, or that cannot be archived."""
    OTHER = "piagam/failed/other"
    """Pages that failed for another reason, such as a chain of redirects; the log says which."""
    BUG = "piagam/failed/bug"
    """Pages on which this program itself failed; the log has the traceback."""
    ROBOTS = "piagam/refused/robots"
    """Addresses that robots.txt bars, or a robots.txt that could not be fetched."""
    OFFSITE = "piagam/refused/offsite"
    """Addresses, reached by a redirect, on a host that is not the source's."""
    PRIVATE = "piagam/refused/private"
    """Addresses in a private network or on this machine."""


PREFIX = "piagam/"


def failed(status: int) -> str:
    """The counter of pages that came with this HTTP status: "piagam/failed/http-404"."""
    return f"{PREFIX}failed/http-{status}"

"""The address an article goes by."""

from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement
from w3lib.url import safe_url_string, url_query_cleaner

from extractors.structured import selector

TRACKING = (
    "utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id", "fbclid", "gclid",
    "jxrecoid", "source", "ref", "amp", "single",
)  # fmt: skip
"""Parameters that do not choose an article: where the reader came from, or how much of it is shown."""


def canonical(tree: HtmlElement, selectors: tuple[str, ...], url: str) -> str:
    """The address that the page gives itself, or the one it was fetched from where that makes no sense.

    Relative addresses are resolved. One that points to a home page is ignored; sites forget to fill it in.
    On one host the scheme stays that of the fetch. Tracking parameters and fragments go.
    """
    for css in selectors:
        for element in selector(css)(tree):
            stated = (element.get("href") or element.get("content") or "").strip()
            address = _resolved(url, stated) if stated else None
            if address is not None:
                return plain_address(address)
    return plain_address(url)


def plain_address(url: str) -> str:
    """The address without fragment, tracking parameters, `page=1` and `page=all`."""
    url = str(url_query_cleaner(url.split("#", 1)[0], TRACKING, remove=True))
    head, mark, query = url.partition("?")
    kept = [part for part in query.split("&") if part and part not in ("page=1", "page=all")]
    return head + (mark + "&".join(kept) if kept else "")


def host(url: str) -> str:
    """The host of an address without "www."; "" where it has none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def outlet(url: str) -> str | None:
    """The name in a host: "kompas" of regional.kompas.com, "radarkita" of radarkita.co.id."""
    labels = host(url).split(".")[:-1]
    while len(labels) > 1 and labels[-1] in ("co", "go", "or", "web", "my", "ac", "com"):
        labels.pop()
    return labels[-1] if labels and labels[-1] else None


def _resolved(url: str, stated: str) -> str | None:
    try:
        address = urljoin(url, safe_url_string(stated))
        there, here = urlsplit(address), urlsplit(url)
        if there.scheme not in ("http", "https") or not there.hostname:
            return None
        if there.path.strip("/") in ("", "index.html", "index.php") and not there.query:
            return address if here.path.strip("/") == there.path.strip("/") else None
        if there.hostname == here.hostname and there.scheme != here.scheme:
            return there._replace(scheme=here.scheme, netloc=here.netloc).geturl()
    except ValueError:
        return None
    return address

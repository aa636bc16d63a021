"""Links: what pages of a site lead to. Nothing here fetches anything."""

from typing import Any, Literal
from urllib.parse import urljoin

from lxml import etree
from parsel import SelectorList
from scrapy.http import TextResponse
from scrapy.utils.gz import gunzip

from extractors.markup import Selectors

GZIP = b"\x1f\x8b"

Map = Literal["index", "pages", "unreadable"]
"""What an XML page holds: addresses of further sitemaps, or of pages."""


def of_list(response: TextResponse, selectors: Selectors) -> list[str]:
    """Addresses of the links that a list's selectors find; of several selectors the first that finds some."""
    for selector in selectors:
        if found := _absolute(response, response.css(selector).xpath("@href")):
            return found
    return []


def of_page(response: TextResponse) -> list[str]:
    """Addresses of all links of a page."""
    return _absolute(response, response.xpath("//a/@href"))


def of_map(body: bytes, url: str, max_bytes: int) -> tuple[Map, list[str]]:
    """Addresses in a sitemap, an index of sitemaps, or an RSS or Atom feed, packed with gzip or not.

    The root element says which it is, not the address: some sites serve a feed as sitemap.xml. A body that
    unpacks to more than `max_bytes`, or is no XML, is unreadable.
    """
    try:
        if body.startswith(GZIP):
            body = gunzip(body, max_size=max_bytes)
        parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(body.strip(), parser)
    except (etree.XMLSyntaxError, OSError, EOFError, ValueError):
        return "unreadable", []
    match etree.QName(root).localname.lower() if root is not None else "":
        case "sitemapindex":
            return "index", _texts(root, "sitemap", "loc", url)
        case "urlset":
            return "pages", _texts(root, "url", "loc", url)
        case "rss" | "rdf":
            return "pages", _texts(root, "item", "link", url)
        case "feed":
            hrefs = root.xpath(
                "//*[local-name()='entry']/*[local-name()='link'][@rel='alternate' or not(@rel)]/@href"
            )
            return "pages", [urljoin(url, href.strip()) for href in hrefs]
    return "unreadable", []


def _texts(root: etree._Element, parent: str, child: str, url: str) -> list[str]:
    texts = root.xpath(f"//*[local-name()='{parent}']/*[local-name()='{child}']/text()")
    return [urljoin(url, text.strip()) for text in texts if text.strip()]


def _absolute(response: TextResponse, hrefs: SelectorList[Any]) -> list[str]:
    found = []
    for href in hrefs.getall():
        try:
            found.append(response.urljoin(href.strip()))
        except ValueError:
            continue  # no address at all, such as http://[
    return found

"""Links of lists, sitemaps and feeds, without fetching anything."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scrapy.http import HtmlResponse

from crawler.links import of_list, of_map, of_page
from tests.crawler.site import packed

HOME = "https://a.example/"
MAX = 1_000_000


def page(body: str) -> HtmlResponse:
    return HtmlResponse(HOME + "list/", body=body.encode(), headers={"Content-Type": "text/html"})


def test_links_are_absolute_and_in_order() -> None:
    body = "<h2><a href=' /read/2/b '>b</a></h2><h2><a href='x'>x</a></h2>"
    body += "<a href='/read/3/c'>c</a><h2><a>none</a></h2>"
    assert of_list(page(body), ("h2 a",)) == [HOME + "read/2/b", HOME + "list/x"]
    assert of_page(page(body)) == [HOME + "read/2/b", HOME + "list/x", HOME + "read/3/c"]


def test_the_first_selector_that_finds_links_counts() -> None:
    body = "<h3><a href='/1'>1</a></h3><h2><a href='/2'>2</a></h2>"
    assert of_list(page(body), ("h1 a", "h2 a", "h3 a")) == [HOME + "2"]
    assert of_list(page(body), ("h4 a",)) == []


def test_the_base_of_a_page_is_heeded_and_a_broken_address_left_out() -> None:
    body = "<head><base href='https://b.example/x/'></head><h2><a href='http://['>1</a><a href='y'>2</a></h2>"
    assert of_list(page(body), ("h2 a",)) == ["https://b.example/x/y"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<urlset><url><loc>/read/1/a</loc></url></urlset>", ("pages", ["read/1/a"])),
        (
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://news.example/'>"
            "<url><loc>https://a.example/1</loc><n:news><n:title>t</n:title></n:news></url></urlset>",
            ("pages", ["1"]),
        ),
        ("<sitemapindex><sitemap><loc>/s.xml</loc></sitemap></sitemapindex>", ("index", ["s.xml"])),
        (
            "<rss><channel><link>/</link><image><link>/i</link></image><item><link>/1</link></item></channel></rss>",
            ("pages", ["1"]),
        ),
        ("<rss><channel><item><link>/1?a=1&b=2</link></item></channel></rss>", ("pages", ["1?a=1=2"])),
        (
            "<rss><channel><item><link><![CDATA[ /1?a=1&b=2 ]]></link></item></channel></rss>",
            ("pages", ["1?a=1&b=2"]),
        ),
        (
            "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><item><link>/1</link></item></r:RDF>",
            ("pages", ["1"]),
        ),
        ("<feed><entry><link href='/1'/><link rel='edit' href='/2'/></entry></feed>", ("pages", ["1"])),
        ("<urlset></urlset>", ("pages", [])),
        ("\n\n<?xml version='1.0'?><urlset><url><loc>/1</loc></url></urlset>", ("pages", ["1"])),
        ("<html><body>Error</body></html>", ("unreadable", [])),
        ("not found", ("unreadable", [])),
        ("", ("unreadable", [])),
    ],
)
def test_the_root_says_what_a_map_is(body: str, expected: tuple[str, list[str]]) -> None:
    kind, paths = expected
    for content in (body.encode(), packed(body)):
        assert of_map(content, HOME, MAX) == (kind, [HOME + path for path in paths])


def test_latin_1_that_calls_itself_utf_8_is_still_read() -> None:
    body = "<?xml version='1.0' encoding='utf-8'?><rss><item><title>caf\xe9</title><link>/1</link></item>"
    assert of_map(body.encode("latin-1"), HOME, MAX) == ("pages", [HOME + "1"])


def test_a_map_that_unpacks_to_too_much_is_unreadable() -> None:
    assert of_map(packed("<urlset>" + " " * 2_000_000 + "</urlset>"), HOME, MAX) == ("unreadable", [])


def test_entities_are_not_expanded_and_no_file_is_read() -> None:
    bomb = "<!DOCTYPE u [<!ENTITY a 'aaaa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
    kind, found = of_map(f"{bomb}<urlset><url><loc>/&a;&b;</loc></url></urlset>".encode(), HOME, MAX)
    assert kind == "pages"
    assert "aaaa" not in "".join(found)
    assert "root" not in "".join(found)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda data: b"\x1f\x8b" + data))
def test_any_bytes_are_a_map_or_unreadable(data: bytes) -> None:
    kind, found = of_map(data, HOME, MAX)
    assert kind in ("index", "pages", "unreadable")
    assert kind != "unreadable" or not found

"""The address an article goes by."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.address import canonical, host, outlet, plain_address
from extractors.decoding import parse
from extractors.markup import Markup

PAGE = "https://koran.example/jatim/read/1/judul?utm_source=rss#atas"


@pytest.mark.parametrize(
    ("stated", "address"),
    [
        ("https://koran.example/read/1/judul", "https://koran.example/read/1/judul"),
        ("/read/1/judul", "https://koran.example/read/1/judul"),
        ("judul-lain", "https://koran.example/jatim/read/1/judul-lain"),
        ("http://koran.example/read/1/judul", "https://koran.example/read/1/judul"),
        ("https://lain.example/read/1/judul", "https://lain.example/read/1/judul"),
        ("https://koran.example/read/1/judul?page=1&utm_medium=x", "https://koran.example/read/1/judul"),
        ("https://koran.example/?p=1258", "https://koran.example/?p=1258"),
        ("https://koran.example/", "https://koran.example/jatim/read/1/judul"),
        ("https://koran.example", "https://koran.example/jatim/read/1/judul"),
        ("https://lain.example/index.html", "https://koran.example/jatim/read/1/judul"),
        ("", "https://koran.example/jatim/read/1/judul"),
        ("javascript:void(0)", "https://koran.example/jatim/read/1/judul"),
        ("http://[", "https://koran.example/jatim/read/1/judul"),
    ],
)
def test_a_page_names_its_own_address(stated: str, address: str) -> None:
    tree = parse(f'<link rel="canonical" href="{stated}"><p>teks</p>'.encode(), PAGE)
    assert canonical(tree, Markup().canonical, PAGE) == address


def test_the_address_of_open_graph_counts_where_no_canonical_does() -> None:
    head = '<link rel=canonical href="/"><meta property="og:url" content="/read/1/judul">'
    assert (
        canonical(parse(head.encode(), PAGE), Markup().canonical, PAGE)
        == "https://koran.example/read/1/judul"
    )


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://koran.example/a?utm_source=x&utm_medium=y", "https://koran.example/a"),
        ("https://koran.example/a?id=5&fbclid=z#b", "https://koran.example/a?id=5"),
        ("https://koran.example/a?page=2", "https://koran.example/a?page=2"),
        ("https://koran.example/a?page=all", "https://koran.example/a"),
        ("https://koran.example/a/", "https://koran.example/a/"),
    ],
)
def test_tracking_goes_and_what_chooses_the_article_stays(url: str, plain: str) -> None:
    assert plain_address(url) == plain


@given(st.from_regex(r"https://koran\.example/[a-z/]{0,20}(\?[a-z=&_0-9]{0,30})?", fullmatch=True))
def test_a_plain_address_stays_as_it_is(url: str) -> None:
    assert plain_address(plain_address(url)) == plain_address(url)


@pytest.mark.parametrize(
    ("url", "name", "of"),
    [
        ("https://www.kompas.com/a", "kompas.com", "kompas"),
        ("https://memorandum.disway.id/a", "memorandum.disway.id", "disway"),
        ("https://radarkita.co.id/a", "radarkita.co.id", "radarkita"),
        ("https://malangkota.go.id", "malangkota.go.id", "malangkota"),
        ("koran", "", None),
        ("http://[", "", None),
        ("http://localhost:80/a", "localhost", None),
    ],
)
def test_a_host_tells_the_outlet(url: str, name: str, of: str | None) -> None:
    assert (host(url), outlet(url)) == (name, of)

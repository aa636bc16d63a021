"""The headline without the name of its site."""

import pytest

from extractors.decoding import parse
from extractors.headline import headline, without_site
from extractors.markup import Markup
from extractors.structured import metas, news_item

OUTLETS = ("Kompas.com", "memorandum")


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Kota Malang Juara - Kompas.com", "Kota Malang Juara"),
        ("Kota Malang Juara - Kompas.com Regional", "Kota Malang Juara"),
        ("Kota Malang Juara | KOMPAS.COM", "Kota Malang Juara"),
        ("Kota Malang Juara – Jatim - Memorandum", "Kota Malang Juara – Jatim"),
        ("Kota Malang Juara : Memorandum Malang", "Kota Malang Juara"),
        ("Kota Malang - Juara Umum", "Kota Malang - Juara Umum"),
        ("Kompas.com - Kota Malang Juara", "Kompas.com - Kota Malang Juara"),
        ("Skor 3-2, Arema Menang", "Skor 3-2, Arema Menang"),
        ("", ""),
    ],
)
def test_the_name_of_the_site_goes_where_it_is_known(title: str, short: str) -> None:
    assert without_site(title, OUTLETS) == short


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>Kota Malang Juara - K</title><h1>K</h1><h1>Kota Malang Juara</h1>", "Kota Malang Juara"),
        ("<title>Koran | Kota Malang Juara</title><h2>Kota Malang Juara</h2>", "Kota Malang Juara"),
        ("<title>Kota Malang Juara - Kompas.com Regional</title><h1>Regional</h1>", "Kota Malang Juara"),
        ('<title>x</title><meta property="og:title" content="Kota &amp;quot;M&amp;quot;">', 'Kota "M"'),
        ("<h1>Rubrik</h1><h1>Kota Malang Juara Umum</h1>", "Kota Malang Juara Umum"),
        ("<title>Beranda</title><h1 itemprop=headline>Kota Malang Juara</h1>", "Kota Malang Juara"),
        ('<script type="application/ld+json">{"@type":"Article","headline":"Juara"}</script>', "Juara"),
        ("<p>teks</p>", None),
    ],
)  # fmt: skip
def test_the_headline_is_found(page: str, title: str | None) -> None:
    tree = parse(f"<html>{page}</html>".encode(), "x")
    assert headline(tree, Markup(), metas(tree), news_item(tree), OUTLETS) == title


def test_the_place_of_the_source_comes_first() -> None:
    tree = parse(
        b"<title>Lain</title><h1>Lain Sekali Judulnya</h1><div class=j>Kota Juara - Memorandum</div>", "x"
    )
    assert headline(tree, Markup(title=".j"), {}, {}, OUTLETS) == "Kota Juara"

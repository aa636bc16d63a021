"""From pages to an article: what the stored pages do not show."""

import contextlib
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from extractors.article import Article
from extractors.errors import PageError
from extractors.markup import Markup
from extractors.page import Page
from extractors.page_reader import MAX_PAGES, extract

URL = "https://koran.example/berita/1/judul"
HEAD = "<title>Kota Malang Menerima Penghargaan</title>"
TEXT = (
    "<p>Kota Malang menerima penghargaan dari pemerintah pusat di Jakarta.</p>"
    "<p>Penghargaan itu yang kedua kalinya dalam tiga tahun terakhir ini.</p>"
)


def page(markup: str, number: int = 0, source: str | None = None) -> Page:
    return Page(
        url=URL + (f"/{number}" if number else ""),
        content=f"<html><body>{markup}</body></html>".encode(),
        fetched=datetime(2026, 6, 30, tzinfo=UTC),
        source=source,
    )


def read(*pages: str, markup: Markup | None = None, zone: ZoneInfo | None = None) -> Article:
    return extract([page(text, number) for number, text in enumerate(pages)], markup, zone)


def test_the_source_is_that_of_the_page_else_its_host() -> None:
    assert read(HEAD + TEXT).source == "koran.example"
    assert extract([page(HEAD + TEXT, source="memorandum")]).source == "memorandum"


def test_dates_without_zone_are_in_that_of_the_markup_or_the_one_given() -> None:
    dated = HEAD + '<meta name="pubdate" content="2024-05-27 10:00:00">' + TEXT
    makassar = Markup(zone="Asia/Makassar")
    assert read(dated).published_text == "2024-05-27T10:00:00+07:00"
    assert read(dated, markup=makassar).published_text == "2024-05-27T10:00:00+08:00"
    assert (
        read(dated, markup=makassar, zone=ZoneInfo("Asia/Jayapura")).published_text
        == "2024-05-27T10:00:00+09:00"
    )


def test_a_page_without_date_has_none() -> None:
    article = read(HEAD + TEXT)
    assert (article.published, article.precision, article.published_from) == (None, None, None)


def test_further_pages_are_joined_without_what_they_repeat() -> None:
    head = "<h1>Kota Malang Menerima Penghargaan</h1><p>Wali kota dan piala</p>"
    first = f"{HEAD}<div class=isi>{head}{TEXT}<ul><li>Surabaya</li><li>Madiun</li></ul></div>"
    second = f"{HEAD}<div class=isi>{head}<ul><li>Surabaya</li></ul>{TEXT}<p>Akhirnya semua pulang.</p></div>"
    for markup in (Markup(body="div.isi"), None):
        body = read(first, second, markup=markup).body.split("\n")
        assert body[-4:] == ["Surabaya", "Madiun", "Surabaya", "Akhirnya semua pulang."]
        assert body.count("Wali kota dan piala") == 1
        assert body.count("Penghargaan itu yang kedua kalinya dalam tiga tahun terakhir ini.") == 1


def test_selectors_that_find_nothing_leave_it_to_structure() -> None:
    stale = Markup(title="h1.lama", body="div.lama", date=".lama", reporter=".lama")
    article = read(HEAD + f"<div>{TEXT}<p>Penulis: Rini</p></div>", markup=stale)
    assert article.title == "Kota Malang Menerima Penghargaan"
    assert article.body.startswith("Kota Malang menerima")
    assert article.reporter == "Rini"


def test_a_body_of_short_lines_is_believed_where_the_source_says_so() -> None:
    short = "<div class=isi><p>Satu.</p><p>Dua tiga.</p></div>"
    assert read(HEAD + short, markup=Markup(body="div.isi")).body == "Satu.\nDua tiga."
    assert read(
        HEAD + "<div class=isi>Share</div>" + f"<div>{TEXT}</div>", markup=Markup(body="div.isi")
    ).body


def test_an_element_of_noise_that_holds_the_text_is_the_text() -> None:
    assert read(HEAD + f"<div class='isi sharethis-wrapper'><div class='share-body'>{TEXT}</div></div>").body


def test_where_no_block_stands_out_trafilatura_reads_the_text() -> None:
    menu = "".join(f"<a href=/{n}>Berita lain nomor {n} tentang kota dan desa</a>" for n in range(30))
    article = read(f"{HEAD}{menu}{TEXT}{menu}")
    assert "Kota Malang menerima penghargaan dari pemerintah pusat di Jakarta." in article.body


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        ("<p>teks</p>", "has no title"),
        (HEAD + "<p>Pendek.</p>", "has no text"),
        ("<title>404</title>" + TEXT, "the page says '404'"),
        ("<h1>Halaman tidak ditemukan</h1>" + TEXT, "the page says 'Halaman tidak ditemukan'"),
        ("<title>Just a moment...</title>" + TEXT, "the page says 'Just a moment"),
        (
            HEAD + "".join(f"<li><a href=/{n}>Berita nomor {n} dari kota ini</a></li>" for n in range(40)),
            "no text",
        ),
    ],
)
def test_what_is_no_article_is_refused(markup: str, complaint: str) -> None:
    with pytest.raises(PageError, match=complaint) as raised:
        read(markup)
    assert URL in str(raised.value)


def test_the_number_of_pages_has_its_limits() -> None:
    with pytest.raises(PageError, match="0 pages"):
        extract([])
    with pytest.raises(PageError, match=f"{MAX_PAGES + 1} pages"):
        read(*[HEAD + TEXT] * (MAX_PAGES + 1))


def test_deep_nesting_is_no_trouble() -> None:
    deep = "<div>" * 1500 + TEXT + "</div>" * 1500
    assert read(HEAD + deep).body.startswith("Kota Malang menerima")
    with pytest.raises(PageError):
        read(HEAD + "<div>" * 100_000 + TEXT)


def test_the_same_page_gives_the_same_article() -> None:
    pages = [page(HEAD + TEXT)]
    assert extract(pages) == extract(pages)


def test_an_organisation_is_no_reporter() -> None:
    author = '{"@type": "Article", "author": {"@type": "Organization", "name": "Koran"}}'
    assert read(f'{HEAD}<script type="application/ld+json">{author}</script>{TEXT}').reporter is None
    person = author.replace("Organization", "Person").replace("Koran", "koran.com")
    assert read(f'{HEAD}<script type="application/ld+json">{person}</script>{TEXT}').reporter is None


HOSTILE = {
    "digits": "<p>" + "0" * 200_000,
    "hyphens": "<p>" + "a-" * 100_000,
    "quotes": "<p>baca juga" + '"' * 200_000 + "x",
    "credits": "<p>" + "Editor: " * 30_000,
    "brackets": "<p>" + "( " * 50_000,
    "capitals": "<p>" + "KOTA " * 40_000,
    "pictures": "<p>a" + "<img>b " * 20_000,
    "captions": "<p><img><p>Wali kota dan piala" * 5_000,
    "short": "<p>Satu dua tiga empat lima</p>" * 5_000,
    "dates": "<p>" + "1-1-" * 50_000,
    "rows": "<table>" + "<tr><td>1<td>Kota Batu" * 5_000,
    "nested": "<div class=share>" * 1000 + "Kata kata. " * 10_000,
    "title": "<title>" + "a - koran " * 30_000,
    "json": "<script type='application/ld+json'>" + '{"a":[' * 50_000,
}


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_page_comes_to_an_end(hostile: str) -> None:
    content = f"{HEAD}<div class=isi>{TEXT}{hostile}"
    assert read(content, markup=Markup(body="div.isi")).body.startswith("Kota Malang menerima")
    with contextlib.suppress(PageError):
        assert read(content).title == "Kota Malang Menerima Penghargaan"

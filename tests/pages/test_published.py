"""Which of a page's dates counts."""

from datetime import UTC, datetime

import pytest

from extractors.decoding import parse
from extractors.markup import Markup
from extractors.published import published, statements
from extractors.structured import metas, news_item
from extractors.timestamps import ZONES

WIB = ZONES["wib"]
FETCHED = datetime(2026, 6, 30, tzinfo=UTC)


def read(*stated: str, url: str = "https://koran.example/berita/1") -> tuple[str, str] | None:
    found = published(((text, str(place)) for place, text in enumerate(stated)), url, WIB, FETCHED)
    return (found.moment.instant.isoformat(), found.place) if found else None


@pytest.mark.parametrize(
    ("stated", "instant", "place"),
    [
        (("2024-05-27 10:00", "2024-05-28 10:00"), "2024-05-27T10:00:00+07:00", "0"),
        (("Navigasi", "27 Mei 2024, 10:00"), "2024-05-27T10:00:00+07:00", "1"),
        (("27 Mei 2024", "2024-05-27T10:00:30"), "2024-05-27T10:00:30+07:00", "1"),
        (("27 Mei 2024", "2024-05-28T10:00:30"), "2024-05-27T00:00:00+07:00", "0"),
        (("3 bulan lalu", "27 Mei 2024"), "2024-05-27T00:00:00+07:00", "1"),
        (("2027-01-01 10:00", "2024-05-27 10:00"), "2024-05-27T10:00:00+07:00", "1"),
        (("10 menit lalu",), "2026-06-30T06:50:00+07:00", "0"),
    ],
)
def test_the_first_possible_date_counts(stated: tuple[str, ...], instant: str, place: str) -> None:
    assert read(*stated) == (instant, place)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://koran.example/2024/05/27/judul", "2024-05-27"),
        ("https://koran.example/read/2024/05/27/160502178/judul", "2024-05-27"),
        ("https://koran.example/baca/57048/20200901/103400/judul", "2020-09-01"),
        ("https://koran.example/2024-05-27/judul", "2024-05-27"),
        ("https://koran.example/read/20240599/judul", None),
        ("https://koran.example/berita/1234567890/judul", None),
        ("https://koran.example/2024/judul", None),
    ],
)
def test_without_any_the_address_may_tell_the_day(url: str, day: str | None) -> None:
    found = read(url=url)
    assert (found[0][:10] if found else None) == day


def test_a_date_on_the_page_comes_before_that_of_the_address() -> None:
    assert read("28 Mei 2024", url="https://koran.example/2024/05/27/judul") == (
        "2024-05-28T00:00:00+07:00",
        "0",
    )


PAGE = """<meta name="pubdate" content="a"><meta property="article:published_time" content="b">
<script>x = {'published_date': "cccc"}</script>
<span class="d">d</span><time class="published" datetime="e"></time>
<script type="application/ld+json">{"@type": "Article", "datePublished": "f"}</script>"""


@pytest.mark.parametrize(
    ("markup", "order"),
    [
        (Markup(), "f b a e"),
        (Markup(meta_dates="pubdate"), "a f b a e"),
        (Markup(meta_dates="pubdate", script_dates="published_date", date=".d"), "a cccc d f b a e d"),
        (Markup(date=".d", date_is_update=True), "f b a e d"),
    ],
)
def test_the_places_of_the_source_come_first(markup: Markup, order: str) -> None:
    tree = parse(PAGE.encode(), "x")
    assert " ".join(text for text, _ in statements(tree, markup, metas(tree), news_item(tree))) == order

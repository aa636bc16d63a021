"""When an article was published, told by the best of the places on its page that say so."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from extractors.dates import calendar_date
from extractors.markup import Markup
from extractors.structured import Json, select, shown, text_of
from extractors.timestamps import Moment, parse_date

METAS = (
    "article:published_time", "datepublished", "content_publisheddate", "publishdate", "dtk:publishdateunix",
    "pubdate", "publish_date", "publish-date", "dc.date.issued", "dcterms.created", "parsely-pub-date",
    "jpnncom_news_pubdate", "og:article:published_time", "og:published_time", "sailthru.date",
    "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
"""Names of `meta` elements that date articles, the best first."""
TIMES = ("time[itemprop=datePublished]", "[itemprop=datePublished]", "time.entry-date", "time.published")
AHEAD = timedelta(days=1)
"""A page cannot be published after it was fetched; clocks may differ so much."""
_IN_ADDRESS = re.compile(r"/(?P<y>(?:19|20)\d\d)(?P<sep>[/-]?)(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?=/)")


class Published(NamedTuple):
    """A date and the place it was read from ("meta[name=pubdate]", "selector:.date", "url")."""

    moment: Moment
    place: str


def published(
    stated: Iterable[tuple[str, str]], url: str, zone: ZoneInfo, fetched: datetime | None
) -> Published | None:
    """The date of the first statement (text and place) that is a possible one, else that of the address.

    A date without time of day gives way to the first later statement that has the time of the same day.
    """
    best: Published | None = None
    for text, place in stated:
        moment = parse_date(text, zone, fetched)
        if moment is None or moment.precision == "month":
            continue
        if fetched is not None and moment.instant > fetched + AHEAD:
            continue
        if best is None:
            best = Published(moment, place)
        elif moment.precision != "day" and moment.instant.date() == best.moment.instant.date():
            return Published(moment, place)
        if best.moment.precision != "day":
            return best
    return best or _from_address(url, zone)


def statements(
    tree: HtmlElement, markup: Markup, meta: dict[str, str], item: Json
) -> Iterator[tuple[str, str]]:
    """What dates the article on its page: the source's own places first, then common ones."""
    for name in markup.meta_dates:
        if name.lower() in meta:
            yield meta[name.lower()], f"meta[name={name}]"
    for key in markup.script_dates:
        value = _script_value(tree, key)
        if value:
            yield value, f"script:{key}"
    visible = [
        (_stated(element), f"selector:{css}") for css in markup.date for element in select(tree, (css,))
    ]
    if not markup.date_is_update:
        yield from visible
    value = text_of(item.get("datePublished"))
    if value:
        yield value, "json-ld:datePublished"
    for name in METAS:
        if name in meta:
            yield meta[name], f"meta[name={name}]"
    for css in TIMES:
        yield from ((_stated(element), f"selector:{css}") for element in select(tree, (css,))[:1])
    yield from visible


def _stated(element: HtmlElement) -> str:
    return element.get("datetime") or element.get("content") or shown(element)


def _script_value(tree: HtmlElement, key: str) -> str | None:
    pattern = re.compile(rf"[\"']?{re.escape(key)}[\"']?\s*:\s*[\"']([^\"']{{4,60}})[\"']")
    for script in tree.iter("script"):
        found = pattern.search(script.text or "")
        if found:
            return found[1]
    return None


def _from_address(url: str, zone: ZoneInfo) -> Published | None:
    found = _IN_ADDRESS.search(url)
    day = calendar_date(found["y"], found["m"], found["d"]) if found else None
    if day is None:
        return None
    return Published(Moment(datetime(day.year, day.month, day.day, tzinfo=zone), "day"), "url")

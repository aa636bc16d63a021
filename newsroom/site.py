"""The site's addresses: which page answers which request.

Addresses follow those of the Disway network: articles in two forms, offsets counted in paragraphs (15) and in
list entries (30), lists by category and tag, search, AMP and static pages.
"""

import base64
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from urllib.parse import parse_qs, quote

from newsroom.article import CATEGORIES, PAGE_SIZE, Article, Category
from newsroom.render import render

LIST_SIZE = 30
"""Articles on one page of a list."""

STATIC = {"1": "Redaksi", "2": "Kontak", "3": "Tentang Kami"}
ROBOTS = b"User-agent: *\nAllow: /\nDisallow: /search/\n"
_PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


@dataclass(frozen=True)
class Response:
    """What to send back."""

    status: HTTPStatus
    media_type: str
    content: bytes


@dataclass(frozen=True)
class View:
    """What a page is built from: the site's address, the clock, and the articles that are out by then."""

    base: str
    now: datetime
    articles: tuple[Article, ...]
    query: dict[str, list[str]]

    @property
    def latest(self) -> tuple[Article, ...]:
        """For the box "Terkini"."""
        return self.articles[:5]

    @property
    def popular(self) -> tuple[Article, ...]:
        """For the box "Terpopuler": those that other articles point to most."""
        pointed = [id for article in self.articles for id in article.linked]
        return tuple(sorted(self.articles, key=lambda article: -pointed.count(article.id))[:5])

    @property
    def chosen(self) -> tuple[Article, ...]:
        """For the box "Pilihan": the newest headlines."""
        return tuple(article for article in self.articles if article.category == "headline")[:5]


class Site:
    """Answers requests from a set of articles."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = tuple(sorted(articles, key=lambda article: article.published, reverse=True))
        self._tags = {tag.id: tag for article in self.articles for tag in article.labels}
        self._routes: tuple[tuple[re.Pattern[str], Callable[..., Response | None]], ...] = tuple(
            (re.compile(pattern, re.ASCII), answer)
            for pattern, answer in (
                (r"/", self._home),
                (r"/robots\.txt", self._robots),
                (r"/(?:[a-z0-9-]+/)?read/(\d{1,9})/[^/]+(?:/(\d{1,9}))?/?", self._article),
                (r"/amp/(\d{1,9})/[^/]+/?", self._amp),
                (r"/kategori/(\d{1,9})/[^/]+(?:/(\d{1,9}))?/?", self._category_by_id),
                (r"/kategori/([a-z][a-z0-9-]*)(?:/(\d{1,9}))?/?", self._category),
                (r"/listtag/(\d{1,9})/[^/]+(?:/(\d{1,9}))?/?", self._tag),
                (r"/search/kata(?:/(\d{1,9})/\d{1,9})?/?", self._search),
                (r"/readstatik/(\d{1,9})/[^/]+/?", self._static),
                (r"/upload/[0-9a-f]{32}\.gif", self._image),
            )
        )

    def answer(self, base: str, target: str, now: datetime) -> Response:
        """The response to a request target, built on the site's address `base` ("http://127.0.0.1:8001")."""
        path, _, query = target.partition("?")
        out = tuple(article for article in self.articles if article.published <= now)
        view = View(base=base, now=now, articles=out, query=parse_qs(query))
        for pattern, answer in self._routes:
            match = pattern.fullmatch(path)
            if match:
                return answer(view, *match.groups()) or self._missing(view)
        return self._missing(view)

    def _home(self, view: View) -> Response:
        """Headlines stay on top however old they are; the newest articles follow."""
        others = tuple(article for article in view.articles if article not in view.chosen)
        found = (view.chosen + others)[:LIST_SIZE]
        return _page(view, "list.html", heading="Berita Terbaru", found=found, path=_long)

    def _robots(self, view: View) -> Response:
        return Response(HTTPStatus.OK, "text/plain; charset=utf-8", ROBOTS)

    def _article(self, view: View, id: str, offset: str | None) -> Response | None:
        article = _find(view, id)
        number, rest = divmod(int(offset or 0), PAGE_SIZE)
        if article is None or rest or number >= len(article.pages):
            return None
        related = sorted(
            (other for other in view.articles if other.id != article.id),
            key=lambda other: -len(set(other.tags) & set(article.tags)),
        )
        return _page(view, "article.html", article=article, number=number, related=related[:4])

    def _amp(self, view: View, id: str) -> Response | None:
        article = _find(view, id)
        return None if article is None else _page(view, "amp.html", article=article)

    def _category_by_id(self, view: View, id: str, offset: str | None) -> Response | None:
        category = next((category for category in CATEGORIES.values() if category.id == int(id)), None)
        return (
            None
            if category is None
            else self._section(view, category, f"/kategori/{category.id}/{category.slug}", offset)
        )

    def _category(self, view: View, slug: str, offset: str | None) -> Response | None:
        category = CATEGORIES.get(slug)
        return (
            None if category is None else self._section(view, category, f"/kategori/{category.slug}", offset)
        )

    def _section(self, view: View, category: Category, address: str, offset: str | None) -> Response | None:
        found = tuple(article for article in view.articles if article.category == category.slug)
        return _listing(view, category.name, found, offset, lambda start: f"{address}/{start}", _long)

    def _tag(self, view: View, id: str, offset: str | None) -> Response | None:
        tag = self._tags.get(int(id))
        if tag is None:
            return None
        found = tuple(article for article in view.articles if tag in article.labels)
        address = f"/listtag/{tag.id}/{tag.slug}"
        return _listing(view, f"#{tag.name}", found, offset, lambda start: f"{address}/{start}", _short)

    def _search(self, view: View, offset: str | None) -> Response | None:
        asked = " ".join(view.query.get("c", []))
        words = asked.casefold().split()
        found = tuple(
            article
            for article in view.articles
            if words and all(word in f"{article.title} {article.body}".casefold() for word in words)
        )
        address = f"?c={quote(asked)}&num="
        return _listing(
            view,
            f"Hasil pencarian: {asked}",
            found,
            offset,
            lambda start: f"/search/kata/{start}/{start}/{address}",
            _short,
        )

    def _static(self, view: View, number: str) -> Response | None:
        heading = STATIC.get(number)
        return None if heading is None else _page(view, "static.html", heading=heading)

    def _image(self, view: View) -> Response:
        return Response(HTTPStatus.OK, "image/gif", _PIXEL)

    def _missing(self, view: View) -> Response:
        return _page(view, "missing.html", status=HTTPStatus.NOT_FOUND)


def _find(view: View, id: str) -> Article | None:
    return next((article for article in view.articles if article.id == int(id)), None)


def _long(article: Article) -> str:
    return article.long_path


def _short(article: Article) -> str:
    return article.short_path


def _listing(
    view: View,
    heading: str,
    found: tuple[Article, ...],
    offset: str | None,
    address: Callable[[int], str],
    path: Callable[[Article], str],
) -> Response | None:
    """One page of a list; None past its end, save that an empty list has a first page."""
    start = int(offset or 0)
    if start % LIST_SIZE or (start and start >= len(found)):
        return None
    pages = [
        (number, address(first)) for number, first in enumerate(range(0, len(found), LIST_SIZE), start=1)
    ]
    return _page(
        view,
        "list.html",
        heading=heading,
        found=found[start : start + LIST_SIZE],
        path=path,
        pages=pages,
        number=start // LIST_SIZE + 1,
    )


def _page(view: View, template: str, status: HTTPStatus = HTTPStatus.OK, **values: object) -> Response:
    html = render(template, view=view, categories=CATEGORIES.values(), statics=STATIC, **values)
    return Response(status, "text/html; charset=UTF-8", html.encode())

"""From archived pages to an article."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

import trafilatura
from trafilatura.settings import Document

from extractors.address import canonical, host
from extractors.article import Article
from extractors.body import Body, clean, is_sentence
from extractors.errors import PageError
from extractors.markup import Markup
from extractors.page import Page
from extractors.sheet import Sheet

MAX_PAGES = 50
"""Pages of one article."""
STOPS = '.!?…”"'
MAX_LINE = 200
"""Characters; a longer line that does not end in one of STOPS is a menu that trafilatura took for text."""
LONG = 60
"""Characters; a paragraph this long is no list item that may rightly come twice."""


def extract(pages: Sequence[Page], markup: Markup | None = None, zone: ZoneInfo | None = None) -> Article:
    """The article that the pages of one capture hold, in their order; the first names title and date.

    Each field is looked for with the source's selectors, then in structured data, then by structure alone,
    the body lastly with trafilatura. `zone` is that of dates which name none, if not the markup's.
    Raises PageError where there is no title or no text, or where the page says that it has no article.
    """
    if not 0 < len(pages) <= MAX_PAGES:
        raise PageError(
            f"{pages[0].url if pages else 'no address'}: {len(pages)} pages, not 1 to {MAX_PAGES}"
        )
    markup = markup or Markup()
    sheets = [Sheet(page, markup, page.fetched) for page in pages]
    return read(sheets, zone or ZoneInfo(markup.zone))


def read(sheets: Sequence[Sheet], zone: ZoneInfo, title: str | None = None) -> Article:
    """The same for pages that are parsed already; `title` where it is known from elsewhere."""
    first, *rest = sheets
    title = title or first.title
    if not title:
        raise PageError(f"{first.page.url}: the page has no title; check the selectors of its source")
    if first.noise.is_missing(title):
        raise PageError(f"{first.page.url}: the page says '{title[:80]}'; there is no article")
    found = first.published(zone)
    when = found.moment if found is not None and found.moment.precision != "month" else None
    people = {role: first.person(role) for role in ("reporter", "editor")}
    url, tags = canonical(first.tree, first.markup.canonical, first.page.url), first.tags
    body = _body(first, rest, title)
    if not body.paragraphs:
        raise PageError(f"{first.page.url}: the page has no text; check the selectors of its source")
    return Article(
        url=url,
        source=first.page.source or host(url),
        title=title,
        body="\n".join(body.paragraphs),
        published=when.instant if when else None,
        precision=when.precision if when else None,
        published_from=found.place if found and when else None,
        reporter=people["reporter"] or body.credits.get("reporter"),
        editor=people["editor"] or body.credits.get("editor"),
        caption=body.caption,
        tags=tags,
        fetched=first.page.fetched,
    )


def _body(first: Sheet, rest: Sequence[Sheet], title: str) -> Body:
    container, loose = first.container
    caption = first.caption
    marked, picture = first.paragraphs()
    for sheet in rest:
        marked += _new(sheet.paragraphs(container if loose else None)[0], marked)
    body = clean(marked, first.noise, first.outlets, title, caption or picture, loose)
    if any(is_sentence(row) for row in body.paragraphs) or (body.paragraphs and not loose):
        return body
    found = trafilatura.bare_extraction(first.tree, include_comments=False, with_metadata=False)
    text = found.text or "" if isinstance(found, Document) else ""
    rows = [row for row in text.split("\n") if len(row) < MAX_LINE or row[-1] in STOPS]
    body = clean(rows, first.noise, first.outlets, title, caption, loose=True)
    return body if _is_text(body.paragraphs) else Body()


def _new(more: list[str], known: list[str]) -> list[str]:
    """The paragraphs of a further page without what it repeats: the first page's head, whole paragraphs."""
    first = next((place for place, row in enumerate(known) if is_sentence(row)), 0)
    head, seen = set(known[:first]), set(known)
    start = next((place for place, row in enumerate(more) if row not in head), len(more))
    return [row for row in more[start:] if row not in seen or len(row) < LONG]


def _is_text(paragraphs: list[str]) -> bool:
    """Whether most of it is sentences; a list of headlines is none."""
    text = sum(len(row) for row in paragraphs if is_sentence(row))
    return text > 0 and text >= sum(map(len, paragraphs)) / 2

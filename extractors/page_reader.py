"""From archived pages to an article."""

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from extractors.address import canonical, host, outlet
from extractors.article import Article
from extractors.body import Body, clean, is_sentence
from extractors.dateline import DOMAIN
from extractors.decoding import parse
from extractors.densest import densest
from extractors.errors import PageError
from extractors.headline import headline
from extractors.markup import Markup
from extractors.noise import Noise, noise
from extractors.page import Page
from extractors.paragraphs import Line, lines, tidy
from extractors.published import Published, published, statements
from extractors.structured import metas, news_item, page_state, select, selector, shown, text_of
from extractors.timestamps import parse_date

MAX_PAGES = 50
"""Pages of one article."""
LONG = 60
"""Characters; a paragraph this long is no list item that may rightly come twice."""
MAX_DROPPED = 0.5
"""Share of a body's text; an element of data/noise.yaml that holds more is the text itself."""
MAX_DATE_LINE = 120
"""Characters of a line near the headline that may state the date."""
MICRODATA = ("[itemprop=articleBody]",)


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
    first, *rest = (_Sheet(page, markup) for page in pages)
    title = first.title
    if not title:
        raise PageError(f"{first.page.url}: the page has no title; check the selectors of its source")
    if first.noise.is_missing(title):
        raise PageError(f"{first.page.url}: the page says '{title[:80]}'; there is no article")
    when = first.published(zone or ZoneInfo(markup.zone))
    reporter, editor, tags = first.person("reporter"), first.person("editor"), first.tags
    caption = first.caption
    url = canonical(first.tree, markup.canonical, first.page.url)
    body = first.body(title, caption, rest)
    if not _is_text(body.paragraphs):
        raise PageError(f"{first.page.url}: the page has no text; check the selectors of its source")
    return Article(
        url=url,
        source=first.page.source or host(url),
        title=title,
        body="\n".join(body.paragraphs),
        published=when.moment.instant if when else None,
        precision=when.moment.precision if when and when.moment.precision != "month" else None,
        published_from=when.place if when else None,
        reporter=reporter or body.credits.get("reporter"),
        editor=editor or body.credits.get("editor"),
        caption=body.caption,
        tags=tags,
        fetched=first.page.fetched,
    )


class _Sheet:
    """One page and what is read in it. `body` comes last: it takes out of the tree what is not text."""

    def __init__(self, page: Page, markup: Markup) -> None:
        self.page, self.markup = page, markup
        self.tree = parse(page.content, page.url, page.media_type)
        self.meta = metas(self.tree)
        self.item = news_item(self.tree)
        self.state = page_state(self.tree, markup.state) if markup.state else {}
        self.noise: Noise = noise().with_notices(markup.noise)
        names = (*markup.outlets, self.meta.get("og:site_name"), outlet(page.url))
        self.outlets = [name for name in names if name]

    @cached_property
    def title(self) -> str | None:
        return text_of(self.state.get("title")) or headline(
            self.tree, self.markup, self.meta, self.item, self.outlets
        )

    @cached_property
    def all_lines(self) -> list[Line]:
        return lines(self.tree)

    @cached_property
    def container(self) -> tuple[HtmlElement | None, bool]:
        """The element that holds the text, and whether it was found by structure alone."""
        body = text_of(self.state.get("body"))
        if body:
            return parse(body.encode(), self.page.url), False
        found = select(self.tree, self.markup.body) or select(self.tree, MICRODATA)
        if found:
            return max(found, key=lambda element: len(shown(element))), False
        return densest(self.all_lines), True

    def published(self, zone: ZoneInfo) -> Published | None:
        stated = [*statements(self.tree, self.markup, self.meta, self.item)]
        value = self.state.get("published")
        if value is not None:
            stated.insert(0, (str(value), "state:published"))
        found = published(stated, self.page.url, zone, self.page.fetched)
        if found is not None and found.moment.precision != "day":
            return found
        near = [(line, "text") for line in self._near_title(zone, self.page.fetched)]
        return published([*stated, *near], self.page.url, zone, self.page.fetched)

    def _near_title(self, zone: ZoneInfo, now: datetime) -> list[str]:
        """Short lines between the headline and the text that state a date, those with a time first."""
        texts = [tidy(line.marked) for line in self.all_lines]
        title = self.title or ""
        start = max((place for place, text in enumerate(texts) if text == title), default=None)
        if start is None:
            return []
        stated = []
        for text in texts[max(0, start - 3) : start + 12]:
            moment = parse_date(text, zone, now) if len(text) <= MAX_DATE_LINE else None
            if moment is not None:
                stated.append((moment.precision == "day", text))
        return [text for _, text in sorted(stated, key=lambda pair: pair[0])]

    def person(self, role: str) -> str | None:
        selectors = self.markup.reporter if role == "reporter" else self.markup.editor
        for element in select(self.tree, selectors):
            return self._name(shown(element))
        stated = text_of(self.state.get(role)) or self.meta.get(
            "content_author" if role == "reporter" else "content_editor"
        )
        if not stated and role == "reporter":
            author = self.item.get("author")
            author = author[0] if isinstance(author, list) and author else author
            if not (isinstance(author, dict) and author.get("@type") == "Organization"):
                stated = text_of(author)
        if not stated:
            found = select(self.tree, ("[itemprop=author]" if role == "reporter" else "[itemprop=editor]",))
            stated = shown(found[0]) if found else None
        return self._name(stated) if stated else None

    def _name(self, text: str) -> str | None:
        """A person's name without its label and outlet; None for the outlet itself."""
        credited = self.noise.credited(text) or {}
        name = next(iter(credited.values()), text).split(" - ")[0].strip(" |,-–:")
        known = {outlet.casefold() for outlet in self.outlets}
        return name if name and name.casefold() not in known and not DOMAIN.search(name) else None

    @cached_property
    def tags(self) -> tuple[str, ...]:
        names = [shown(element).lstrip("# ") for element in select(self.tree, self.markup.tags)]
        if not names:
            names = [shown(element) for element in selector('meta[property="article:tag"]')(self.tree)]
        return tuple(dict.fromkeys(name for name in names if name))

    @cached_property
    def caption(self) -> str | None:
        stated = text_of(self.state.get("caption"))
        for element in [] if stated else select(self.tree, self.markup.caption or ("figcaption",)):
            stated = shown(element)
            break
        return stated.split("--")[0].strip() or None if stated else None

    def body(self, title: str, caption: str | None, rest: "list[_Sheet]") -> Body:
        container, loose = self.container
        marked, picture = self._marked(container, loose)
        for sheet in rest:
            more, _ = sheet._marked(*sheet.container)
            marked += _new(more, marked)
        body = clean(marked, self.noise, self.outlets, title, caption or picture, loose)
        if loose and not _is_text(body.paragraphs):
            found = trafilatura.bare_extraction(self.tree, include_comments=False, with_metadata=False)
            text = found.text or "" if isinstance(found, Document) else ""
            body = clean(text.split("\n"), self.noise, self.outlets, title, caption, True)
        return body

    def _marked(self, container: HtmlElement | None, loose: bool) -> tuple[list[str], str | None]:
        """The raw paragraphs of the text, and the line under its first picture where structure tells it."""
        if container is None:
            return [], None
        size = len(str(container.text_content()))
        for css in (*self.markup.drop, *self.noise.elements):
            for element in selector(css)(container):
                certain = css in self.markup.drop or len(str(element.text_content())) <= size * MAX_DROPPED
                if certain and element is not container and element.getparent() is not None:
                    element.drop_tree()
        found = lines(container)
        captions = [line for line in found if loose and line.pictured and _is_caption(line)]
        marked = [line.marked for line in found if line not in captions]
        return marked, tidy(captions[0].marked) if captions else None


def _is_text(paragraphs: list[str]) -> bool:
    """Whether most of it is running text; a list of headlines is none."""
    text = sum(len(row) for row in paragraphs if is_sentence(row))
    return text > 0 and text >= sum(map(len, paragraphs)) / 2


def _is_caption(line: Line) -> bool:
    text = tidy(line.marked)
    return len(text.split()) > 3 and not is_sentence(text) and line.block.tag not in ("h1", "h2", "h3", "h4")


def _new(more: list[str], known: list[str]) -> list[str]:
    """The paragraphs of a further page without what it repeats: head, picture's line, whole paragraphs."""
    seen = set(known)
    start = next((place for place, row in enumerate(more) if row not in seen), len(more))
    return [row for row in more[start:] if row not in seen or len(row) < LONG]

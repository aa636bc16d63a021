"""One page of an article, and what is read on it."""

from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from lxml.html import HtmlElement

from extractors.address import outlet
from extractors.body import is_sentence
from extractors.dateline import DOMAIN
from extractors.decoding import parse
from extractors.densest import densest
from extractors.headline import headline
from extractors.markup import Markup
from extractors.noise import noise
from extractors.page import Page
from extractors.paragraphs import Line, lines, tidy
from extractors.published import Published, published, statements
from extractors.structured import metas, news_item, page_state, select, selector, shown, text_of
from extractors.timestamps import parse_date

MAX_DROPPED = 0.5
"""Share of a body's text; an element of data/noise.yaml that holds more is the text itself."""
BEFORE, AFTER = 15, 25
"""Lines around the text that may be its bylines."""
MAX_BYLINE = 120
"""Characters."""
MICRODATA = ("[itemprop=articleBody]",)
_STATED = {
    "reporter": ("content_author", ("[itemprop=author]", "[rel=author]")),
    "editor": ("content_editor", ("[itemprop=editor]",)),
}
"""Where pages state their people, beyond JSON-LD: a `meta` and elements."""


class Sheet:
    """A page with its tree, told at `now` where that is known. What it does not have is None or empty.

    `paragraphs` comes last: it takes what is not text out of the tree. Raises PageError where the page cannot
    be parsed.
    """

    def __init__(self, page: Page, markup: Markup, now: datetime | None) -> None:
        self.page, self.markup, self.now = page, markup, now
        self.tree = parse(page.content, page.url, page.media_type)
        self.meta = metas(self.tree)
        self.item = news_item(self.tree)
        self.state = page_state(self.tree, markup.state) if markup.state else {}
        self.noise = noise(markup.noise)
        names = (*markup.outlets, self.meta.get("og:site_name"), outlet(page.url))
        self.outlets = [name for name in names if name]

    @cached_property
    def title(self) -> str | None:
        """The headline."""
        stated = text_of(self.state.get("title"))
        return stated or headline(self.tree, self.markup, self.meta, self.item, self.outlets)

    def published(self, zone: ZoneInfo) -> Published | None:
        """The date of publication, and where it is stated."""
        stated = [*statements(self.tree, self.markup, self.meta, self.item)]
        if self.state.get("published") is not None:
            stated.insert(0, (str(self.state["published"]), "state:published"))
        found = published(stated, self.page.url, zone, self.now)
        if found is not None and found.moment.precision != "day":
            return found
        dated = [
            (moment, text) for text in self._bylines[0] if (moment := parse_date(text, zone)) is not None
        ]
        dated.sort(key=lambda pair: pair[0].precision == "day")
        stated += [(text, "text") for _, text in dated]
        return published(stated, self.page.url, zone, self.now)

    def person(self, role: str) -> str | None:
        """The name of the "reporter" or "editor"."""
        selectors = self.markup.reporter if role == "reporter" else self.markup.editor
        for element in select(self.tree, selectors):
            return self._name(shown(element), role)
        meta, elements = _STATED[role]
        stated = text_of(self.state.get(role)) or self.meta.get(meta)
        if not stated and role == "reporter":
            stated = self._author()
        if not stated:
            stated = next((shown(element) for element in select(self.tree, elements)), None)
        if stated:
            return self._name(stated, role)
        if self.markup.body:
            return None
        credits = (self.noise.credited(text) or {} for side in self._bylines for text in side)
        return next((credited[role] for credited in credits if role in credited), None)

    @property
    def tags(self) -> tuple[str, ...]:
        """The names of its tags."""
        found = select(self.tree, self.markup.tags or ('meta[property="article:tag"]', "a[rel~=tag]"))
        names = (shown(element).lstrip("# ") for element in found)
        return tuple(dict.fromkeys(name for name in names if name))

    @property
    def caption(self) -> str | None:
        """What stands under the main picture, without the credit after "--"."""
        stated = text_of(self.state.get("caption"))
        for element in () if stated else select(self.tree, self.markup.caption or ("figcaption",)):
            stated = shown(element)
            break
        return _uncredited(stated) if stated else None

    @cached_property
    def container(self) -> tuple[HtmlElement | None, bool]:
        """The element that holds the text, and whether structure alone tells so."""
        body = text_of(self.state.get("body"))
        if body:
            return parse(body.encode(), self.page.url), False
        found = select(self.tree, self.markup.body) or select(self.tree, MICRODATA)
        if found:
            return max(found, key=lambda element: len(shown(element))), False
        return densest(self._lines, self.noise), True

    def paragraphs(self, like: HtmlElement | None = None) -> tuple[list[str], str | None]:
        """The raw paragraphs of the text, and the line under a picture where structure alone tells it.

        A further page of an article may hold no more than a list: `like` is the element that held the text
        of the first, and one of the same name, class and id is taken before structure is asked.
        """
        container, loose = self._similar(like) if like is not None else self.container
        if container is None:
            return [], None
        most = len(str(container.text_content())) * MAX_DROPPED
        for css in (*self.markup.drop, *self.noise.elements):
            for element in selector(css)(container):
                certain = css in self.markup.drop or len(str(element.text_content())) <= most
                if certain and element is not container and element.getparent() is not None:
                    element.drop_tree()
        found = lines(container)
        marked, caption = [], None
        for line in found:
            if loose and line.pictured and _is_caption(line):
                caption = caption or _uncredited(tidy(line.marked))
            else:
                marked.append(line.marked)
        return marked, caption

    def _similar(self, like: HtmlElement) -> tuple[HtmlElement | None, bool]:
        named = (like.get("class"), like.get("id"))
        same = [
            element
            for element in self.tree.iter(str(like.tag))
            if (element.get("class"), element.get("id")) == named
        ]
        return (same[0], True) if any(named) and len(same) == 1 else self.container

    @cached_property
    def _lines(self) -> list[Line]:
        return lines(self.tree)

    @cached_property
    def _bylines(self) -> tuple[list[str], list[str]]:
        """Short lines before and after the text; those before may lie in its container."""
        container, _ = self.container
        inside = set(container.iter()) if container is not None else set()
        places = [place for place, line in enumerate(self._lines) if line.block in inside]
        if not places:
            return [], []
        begin = next((place for place in places if is_sentence(tidy(self._lines[place].marked))), places[0])
        before = self._lines[max(0, places[0] - BEFORE) : begin + 1]
        after = self._lines[places[-1] + 1 : places[-1] + 1 + AFTER]
        short = [
            [text for line in near if len(text := tidy(line.marked)) <= MAX_BYLINE]
            for near in (before, after)
        ]
        return short[0], short[1]

    def _author(self) -> str | None:
        author = self.item.get("author")
        author = author[0] if isinstance(author, list) and author else author
        if isinstance(author, dict) and author.get("@type") == "Organization":
            return None
        return text_of(author)

    def _name(self, text: str, role: str) -> str | None:
        """A person's name without its label and outlet; None for the outlet itself."""
        if len(text) > MAX_BYLINE:
            return None
        name = (self.noise.credited(text) or {}).get(role, text).split(" - ")[0].strip(" |,-–:")
        known = {name.casefold() for name in self.outlets}
        return name if name and name.casefold() not in known and not DOMAIN.search(name) else None


def _uncredited(caption: str) -> str | None:
    """A picture's line without the credit after "--"."""
    return caption.split("--")[0].strip() or None


def _is_caption(line: Line) -> bool:
    text = tidy(line.marked)
    return len(text.split()) > 3 and not is_sentence(text) and line.block.tag not in ("h1", "h2", "h3", "h4")

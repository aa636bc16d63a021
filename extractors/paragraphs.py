"""From an element to its paragraphs, as a reader sees them."""

import re
from typing import NamedTuple

import ftfy
from lxml import etree
from lxml.html import HtmlElement

OPEN, CLOSE = "\ue000", "\ue001"
"""Around the text of a link, as long as noise is still to be told from text (private-use characters)."""

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span"
    " strike strong sub sup time tt u var wbr".split()
)
SKIPPED = frozenset(
    "applet aside audio button canvas dialog embed fieldset figcaption figure footer frame frameset head"
    " iframe img input link map math meta nav noframes noscript object param picture script select source"
    " style svg template textarea title track video".split()
)
_SILENT = frozenset(
    "head img input link meta noscript param script source style template title track".split()
)
"""Skipped elements that do not part the text around them."""
_PICTURES = frozenset(("img", "picture", "video", "iframe"))
_SPACE = re.compile(r"[\s\u00a0]+")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ue000\ue001\x00-\x08\x0e-\x1f\x7f]")
_TWICE_ENCODED = re.compile("â€|Ã[\u0080-\u00bf\u0152-\u2122]|Â[\u00a0-\u00bf]")
_STRAY = re.compile(r" +([,.;!?])(?=\s|$)")
_GLUED = re.compile(rf"(?<=[^\W\d_]{CLOSE})(?!(?:nya|lah|kah|pun|ku|mu|an|i|kan)\b)(?=[^\W_])")
"""Where a link is glued to the word after it; suffixes are not parted from their word."""
MAX_CELL = 300
"""Characters; a table cell with more holds a layout, not a value."""
MAX_FORM = 1000
"""Characters."""


class Line(NamedTuple):
    """A paragraph and the block it stands in; link texts of `marked` stand between OPEN and CLOSE.

    `pictured` says that a picture stands right before it.
    """

    marked: str
    block: HtmlElement
    pictured: bool


def tidy(text: str) -> str:
    """One line: runs of white space as one blank, without unseen characters or blanks before commas.

    Text that was encoded twice ("â€œ") is mended.
    """
    if _TWICE_ENCODED.search(text):
        text = ftfy.fix_encoding(text)
    return _STRAY.sub(r"\1", _SPACE.sub(" ", _UNSEEN.sub("", text)).strip())


def lines(element: HtmlElement) -> list[Line]:
    """The paragraphs of an element, in order.

    Blocks, list items, rows of a table (cells joined by " | ") and line breaks each end one; the entries of a
    numbered list keep their numbers ("1. "), which may be places. What a reader
    does not see and what is not running text (SKIPPED) is left out.
    """
    walk = _Walk(element)
    events = etree.iterwalk(element, events=("start", "end"))
    for event, found in events:
        if event == "start":
            if not walk.enter(found):
                events.skip_subtree()
        else:
            walk.leave(found, last=found is element)
    walk.end_line()
    return walk.lines


class _Walk:
    """Collects text in document order. The tree may be deeper than Python's stack: nothing recurses."""

    def __init__(self, root: HtmlElement) -> None:
        self.lines: list[Line] = []
        self._text: list[str] = []
        self._links: list[HtmlElement] = []
        self._root = root
        self._pictured = self._begun = False
        self._blocks: list[HtmlElement] = [root]
        self._numbers: dict[HtmlElement, int] = {}
        self._number = ""

    def enter(self, element: HtmlElement) -> bool:
        """Whether what lies inside is to be walked."""
        tag = element.tag
        if element is not self._root and (tag in SKIPPED or _hidden(element)):
            if tag not in _SILENT:
                self.end_line()
            if tag in _PICTURES and not self._begun:
                self._pictured = True
            return False
        if tag == "tr" and _holds_data(element):
            self.end_line()
            self._row(element)
            return False
        if tag not in INLINE:
            self.end_line()
            self._blocks.append(element)
            if tag == "li":
                self._count(element.getparent())
        elif tag == "a":
            self._links.append(element)
            self._text.append(OPEN)
        self._add(element.text)
        return True

    def leave(self, element: HtmlElement, last: bool) -> None:
        """Ends what `enter` began."""
        if self._links and self._links[-1] is element:
            self._links.pop()
            self._text.append(CLOSE)
        elif self._blocks[-1] is element:
            self.end_line()
            self._blocks.pop()
        if not last:
            self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text:
            self._text.append(_UNSEEN.sub("", text))
            self._begun = self._begun or not text.isspace()

    def end_line(self) -> None:
        """Ends the paragraph, if it has begun; links that stay open go on in the next."""
        line = _GLUED.sub(" ", _SPACE.sub(" ", "".join(self._text)).strip())
        line = line.replace(OPEN + " ", " " + OPEN).replace(" " + CLOSE, CLOSE + " ")
        line = _STRAY.sub(r"\1", _SPACE.sub(" ", line.replace(OPEN + CLOSE, "")).strip())
        if line.strip(OPEN + CLOSE + " "):
            line, self._number = self._number + line, ""
            self.lines.append(Line(line + CLOSE * len(self._links), self._blocks[-1], self._pictured))
            self._pictured = False
        self._text = [OPEN] * len(self._links)
        self._begun = False

    def _count(self, parent: HtmlElement | None) -> None:
        """Gives the next line its number where it is an entry of a numbered list."""
        self._number = ""
        if parent is not None and parent.tag == "ol":
            self._numbers[parent] = self._numbers.get(parent, 0) + 1
            self._number = f"{self._numbers[parent]}. "

    def _row(self, row: HtmlElement) -> None:
        cells = (tidy(str(cell.text_content())) for cell in row)
        self._text.append(" | ".join(cell for cell in cells if cell))
        self.end_line()


def _hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    if style is not None and "display:none" in style.replace(" ", "").lower():
        return True
    return element.get("hidden") is not None or (element.tag == "form" and _is_short(element))


def _is_short(form: HtmlElement) -> bool:
    """A short form is a search or a subscription; a long one is the frame of a whole ASP page."""
    return len(tidy(str(form.text_content()))) < MAX_FORM


def _holds_data(row: HtmlElement) -> bool:
    """Whether a row is one of values; old pages lay out their whole text in tables."""
    if next(row.iter("table", "script", "style", "form", "h1"), None) is not None:
        return False
    if (row.text or "").strip() or any((cell.tail or "").strip() for cell in row):
        return False
    cells = [len(tidy(str(cell.text_content()))) for cell in row]
    return len(cells) > 1 and max(cells) <= MAX_CELL and all(cell.tag in ("td", "th") for cell in row)

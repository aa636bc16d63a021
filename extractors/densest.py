"""Where the text of a page is, told by structure alone."""

import re
from collections import defaultdict

from lxml.html import HtmlElement

from extractors.body import is_sentence
from extractors.noise import Noise
from extractors.paragraphs import CLOSE, OPEN, Line, tidy

_LINKED = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")


def densest(lines: list[Line], noise: Noise) -> HtmlElement | None:
    """The block that holds the most text and the least else; None where there is no text.

    Every block is worth the characters of the paragraphs in it, at any depth, less those of links and of
    short lines. The text's own container is worth most: one further in lacks paragraphs, one further out adds
    menus and lists of other articles. Rows and items without links count for nothing either way, nor do
    pointers to other articles ("BACA JUGA"): they stand among the text.
    """
    if not lines:
        return None
    worth: defaultdict[HtmlElement, float] = defaultdict(float)
    for line in lines:
        worth[line.block] += _worth(line.marked, line.block.tag, noise)
    best, most = None, 0.0
    for element in reversed(list(lines[0].block.getroottree().getroot().iter())):
        parent = element.getparent()
        if element not in worth:
            continue
        if parent is not None:
            worth[parent] += worth[element]
        if worth[element] > most and element.tag not in ("p", "li", "tr", "a"):
            best, most = element, worth[element]
    return best


def _worth(marked: str, tag: object, noise: Noise) -> float:
    plain = _LINKED.sub("", marked)
    linked = len(marked) - len(plain)
    text = tidy(marked)
    if len(plain) > linked and is_sentence(text):
        return float(len(marked))
    if noise.is_related(marked):
        return 0.0
    if " | " in plain or tag in ("li", "td", "th"):
        return float(-linked)
    return -linked - len(plain) / 2

"""Where the text of a page is, told by structure alone."""

import re
from collections import defaultdict

from lxml.html import HtmlElement

from extractors.body import is_sentence
from extractors.paragraphs import CLOSE, OPEN, Line

_LINKED = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")


def densest(lines: list[Line]) -> HtmlElement | None:
    """The block that holds the most text and the least else; None where there is no text.

    Every block is worth the characters of the paragraphs in it, at any depth, less those of links and of
    short lines. The text's own container is worth most: one further in lacks paragraphs, one further out adds
    menus and lists of other articles. Rows and items without links count for nothing either way.
    """
    worth: defaultdict[HtmlElement, float] = defaultdict(float)
    for line in lines:
        worth[line.block] += _worth(line)
    total: defaultdict[HtmlElement, float] = defaultdict(float)
    depth: dict[HtmlElement, int] = {}
    for block, value in worth.items():
        chain = [block, *block.iterancestors()]
        for up, element in enumerate(chain):
            total[element] += value
            depth[element] = len(chain) - up
    candidates = [element for element in total if element.tag not in ("p", "li", "tr", "a")]
    best = max(candidates, key=lambda element: (round(total[element]), depth[element]), default=None)
    return best if best is not None and total[best] > 0 else None


def _worth(line: Line) -> float:
    plain = _LINKED.sub("", line.marked)
    linked = len(line.marked) - len(plain)
    if len(plain) > linked and is_sentence(plain):
        return float(len(line.marked))
    if " | " in plain or line.block.tag in ("li", "td", "th"):
        return float(-linked)
    return -linked - len(plain) / 2

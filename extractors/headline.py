"""The headline of an article, without the name of its site."""

import html
import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from extractors.markup import Markup
from extractors.paragraphs import tidy
from extractors.structured import Json, select, shown, text_of

MIN_HEADLINE = 10
"""Characters; a shorter h1 is the name of a section."""
_PARTS = re.compile(r"\s+(?:[-–—|»:·•]|::)\s+(?=\S)")


def headline(
    tree: HtmlElement, markup: Markup, meta: dict[str, str], item: Json, outlets: Sequence[str]
) -> str | None:
    """The headline: the source's place or microdata's, else og:title, JSON-LD or `title`, else the first h1.

    An h1 (or h2) that such a title begins or ends with is the headline itself: the rest of the title is the
    site's. Otherwise a last part ("… - Kompas.com Regional") is taken off where it begins with an outlet.
    """
    for element in select(tree, (*markup.title, "h1[itemprop=headline], h2[itemprop=headline]")):
        return without_site(shown(element), outlets)
    titles = [meta.get("og:title"), text_of(item.get("headline")), tree.findtext(".//title")]
    stated = [tidy(html.unescape(title)) for title in titles if title and tidy(title)]
    heads = [shown(element) for element in tree.iter("h1", "h2")]
    for title in stated:
        for head in heads:
            if len(head) >= MIN_HEADLINE and title.casefold().startswith(head.casefold()):
                return head
            if len(head) >= len(title) / 2 and title.casefold().endswith(head.casefold()):
                return head
    if stated:
        return without_site(stated[0], outlets)
    return next((head for head in heads if len(head) >= MIN_HEADLINE), None)


def without_site(title: str, outlets: Sequence[str]) -> str:
    """The title without last parts that begin with the name of an outlet."""
    for part in reversed(list(_PARTS.finditer(title))):
        if not _names(title[part.end() :], outlets):
            break
        title = title[: part.start()]
    return title


def _names(part: str, outlets: Sequence[str]) -> bool:
    key = re.sub(r"\W", "", part.casefold())
    return any((name := re.sub(r"\W", "", outlet.casefold())) and key.startswith(name) for outlet in outlets)

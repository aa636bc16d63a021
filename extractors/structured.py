"""What a page says about its article in structured data: meta elements, JSON-LD, JSON of its own."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import jmespath
from lxml.cssselect import CSSSelector
from lxml.html import HtmlElement

from extractors.markup import State
from extractors.paragraphs import lines, tidy

_COMMA = re.compile(r",\s*([}\]])")
"""A comma after the last item: no JSON, and a common mistake."""
MAX_NODES = 2000
"""Nodes of JSON-LD that are looked at."""
Json = dict[str, Any]


@lru_cache(maxsize=2000)
def selector(css: str) -> CSSSelector:
    """A CSS selector, compiled once a process."""
    return CSSSelector(css, translator="html")


def select(tree: HtmlElement, selectors: tuple[str, ...]) -> list[HtmlElement]:
    """The elements of the first selector that finds some with text, content or a date."""
    for css in selectors:
        found = [element for element in selector(css)(tree) if shown(element) or element.get("datetime")]
        if found:
            return found
    return []


def shown(element: HtmlElement) -> str:
    """The text of an element in one line, or the content of a `meta`."""
    if element.tag == "meta":
        return tidy(element.get("content") or "")
    return " ".join(tidy(line.marked) for line in lines(element))


def metas(tree: HtmlElement) -> dict[str, str]:
    """The content of `meta` elements by name, property or itemprop in lower case; the first of each wins."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if name and content:
                found.setdefault(name.lower(), content)
    return found


def news_item(tree: HtmlElement) -> Json:
    """The first article of the page's JSON-LD, in whatever list or @graph it lies; {} where there is none.

    Scripts that are no JSON are passed over: they are common, and the rest of the page is still good.
    """
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            for node in _nodes(_loads(script.text or "")):
                kinds = node.get("@type")
                names = kinds if isinstance(kinds, list) else [kinds]
                if any(isinstance(name, str) and name.endswith(("Article", "BlogPosting")) for name in names):
                    return node
    return {}


def _loads(text: str) -> Any:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    for attempt in (text, _COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> Iterator[Json]:
    waiting = [value]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict):
            yield value
            waiting.extend(inner for inner in value.values() if isinstance(inner, dict | list))


def text_of(value: Any) -> str | None:
    """A value of JSON-LD as text: itself, its name, or the first of a list; None where it says nothing."""
    if isinstance(value, list):
        return next((text for item in value if (text := text_of(item))), None)
    if isinstance(value, dict):
        return text_of(value.get("name"))
    if isinstance(value, str):
        return tidy(value) or None
    return None


def page_state(tree: HtmlElement, state: State) -> Json:
    """The values that a page's own JSON gives for the fields of `state`; {} where it has no such JSON."""
    for element in selector(state.selector)(tree):
        value = _loads(element.get(state.attribute) or "" if state.attribute else element.text or "")
        if isinstance(value, dict | list):
            paths = state.model_dump(exclude={"selector", "attribute"}, exclude_none=True)
            return {name: jmespath.search(path, value) for name, path in paths.items()}
    return {}

"""Where a site keeps the parts of its articles: the selectors, phrases and zone of one template.

A source file of the crawler holds one `Markup`; sites that share a template share it. Everything in it may
be left out: what the selectors do not find is looked for in structured data, then by structure alone.
"""

from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import jmespath
from cssselect import SelectorError
from jmespath.exceptions import JMESPathError
from lxml.cssselect import CSSSelector
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


def _selector(value: str) -> str:
    try:
        CSSSelector(value, translator="html")
    except SelectorError as error:
        raise ValueError(f"'{value}' is not a CSS selector: {error}") from error
    return value


def _path(value: str) -> str:
    try:
        jmespath.compile(value)
    except JMESPathError as error:
        raise ValueError(f"'{value}' is not a JMESPath expression: {str(error).splitlines()[0]}") from error
    return value


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"'{value}' is no time zone; use a name such as Asia/Jakarta") from error
    return value


Selectors = Annotated[tuple[Annotated[str, AfterValidator(_selector)], ...], BeforeValidator(_listed)]
"""CSS selectors, or one alone; of several, the first that finds text wins."""

Names = Annotated[tuple[str, ...], BeforeValidator(_listed)]
"""Names or phrases, or one alone."""

Path = Annotated[str, AfterValidator(_path)]
"""A JMESPath expression."""


class State(BaseModel):
    """A page that carries its article as JSON (Next.js `__NEXT_DATA__`, Inertia `data-page`).

    `selector` finds the element; its attribute `attribute` holds the JSON, or its text where that is None.
    The rest are JMESPath expressions into it; `body` gives HTML, `reporter` may give a list of names.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    selector: Annotated[str, AfterValidator(_selector)]
    attribute: str | None = None
    title: Path | None = None
    body: Path
    published: Path | None = None
    reporter: Path | None = None
    editor: Path | None = None
    caption: Path | None = None


class Markup(BaseModel):
    """How one template marks up its articles."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Selectors = ()
    """The headline."""
    body: Selectors = ()
    """The container of the text; title, byline, picture and pager may lie inside, see `drop`."""
    date: Selectors = ()
    """The date a reader sees, or a `<time datetime>`."""
    reporter: Selectors = ()
    """Who reported: an element, or a `meta` with content."""
    editor: Selectors = ()
    caption: Selectors = ()
    """The text under the main picture."""
    tags: Selectors = ()
    """Every element found is one tag; a leading # is taken off."""
    canonical: Selectors = ("link[rel=canonical]", 'meta[property="og:url"]')
    """The element that names the article's own address in `href` or `content`."""
    drop: Selectors = ()
    """What lies inside the body without being its text: pager, byline, picture, related links, ads."""

    meta_dates: Names = ()
    """`name` or `property` of the `meta` elements that date the article, the best first. They are read before
    the visible date and before the commonly known ones; a value without offset is in `zone`."""
    script_dates: Names = ()
    """Keys whose string value in a script (a data layer) dates the article: `"published_date"`."""
    date_is_update: bool = False
    """The visible date is that of the last change: it is used only where nothing else dates the article."""

    outlets: Names = ()
    """What the site calls itself: in datelines ("MALANG, MEMORANDUM -"), after titles ("… - Memorandum"), in
    credits ("(MEMORANDUM)")."""
    noise: Names = ()
    """Beginnings of paragraphs that are no text of the article, beyond those known everywhere
    (data/noise.yaml). Case does not matter."""
    zone: Annotated[str, AfterValidator(_zone)] = "Asia/Jakarta"
    """The zone of dates that do not name theirs."""
    state: State | None = None
    """Where the page carries the article as JSON."""

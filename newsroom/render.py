"""The templates, with autoescape, and what they need to write the site's markup."""

import hashlib
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from newsroom import dates
from newsroom.article import PAGE_SIZE, Article, Tag, slugify

_ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_LINK = Markup('<a href="/listtag/{}/{}"><strong>{}</strong></a>')


def render(template: str, **values: Any) -> str:
    """The page that a template makes of these values."""
    return _ENVIRONMENT.get_template(template).render(**values)


def linked(text: str, tags: tuple[Tag, ...]) -> Markup:
    """A paragraph in which the first tag it names has become a link, as the site's editor does it.

    Sums get a no-break space ("Rp 1,5 miliar"), which readers should turn back into a plain one.
    """
    text = text.replace("Rp ", "Rp\N{NO-BREAK SPACE}")
    for tag in tags:
        found = re.search(rf"\b{re.escape(tag.name)}\b", text, re.IGNORECASE)
        if found:
            link = Markup('<a href="/listtag/{}/{}"><strong>{}</strong></a>').format(
                tag.id, tag.slug, found[0]
            )
            return escape(text[: found.start()]) + link + escape(text[found.end() :])
    return escape(text)


def image(article: Article) -> str:
    """Path of an article's picture."""
    return f"/upload/{hashlib.md5(str(article.id).encode(), usedforsecurity=False).hexdigest()}.gif"


_ENVIRONMENT.filters |= {
    "ago": dates.ago,
    "image": image,
    "linked": linked,
    "machine": dates.machine,
    "slugify": slugify,
    "visible": dates.visible,
}
_ENVIRONMENT.globals |= {"PAGE_SIZE": PAGE_SIZE}

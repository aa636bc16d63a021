"""From a record of JSON Lines to an article."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from extractors.address import host, outlet
from extractors.article import Article
from extractors.body import Body, clean
from extractors.errors import InputError
from extractors.headline import without_site
from extractors.markup import Markup
from extractors.noise import noise
from extractors.page import Page
from extractors.page_reader import read
from extractors.paragraphs import tidy
from extractors.plain import text_paragraphs
from extractors.sheet import Sheet
from extractors.timestamps import Moment, parse_date

MAX_TEXT = 2_000_000
"""Characters of a text; a longer one is no article."""
MAX_HEADLINE = 200
"""Characters of a line that may be the headline."""
HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON can write ("\\ud800") and nothing else can keep."""
ZONE = ZoneInfo("Asia/Jakarta")
KEYS = ("url", "title", "published", "text", "html", "source")


def article_from_record(record: Mapping[str, Any]) -> Article:
    """The article that one JSON object gives: `url`, `title`, `published`, and `text` or `html`.

    Bylines, related links and datelines are taken out of the text as out of pages. A title that is null is
    the headline the text begins with, or "" where it begins with none; a date that is null is that of its
    byline. `source` names the source, else the host of the address does. Other keys become `metadata`.
    Raises InputError naming the key that is wrong.
    """
    url = _text(record, "url")
    if not url:
        raise InputError("'url' is missing or empty; every article needs its address")
    title = tidy(_text(record, "title") or "") or None
    published = _published(record)
    source = _text(record, "source") or host(url) or "input"
    text, markup = _text(record, "text"), _text(record, "html")
    if text and text.strip():
        article = _from_text(url, title, text)
    elif markup and markup.strip():
        page = Page(url=url, content=markup.encode("utf-8", "replace"), fetched=datetime.now(UTC))
        article = read([Sheet(page, Markup(), now=None)], ZONE, title)
    else:
        raise InputError(f"{url}: neither 'text' nor 'html' holds anything; one of them must")
    update: dict[str, Any] = {"url": url, "source": source, "fetched": None}
    if published is not None:
        update |= {
            "published": published.instant,
            "precision": published.precision,
            "published_from": "input",
        }
    update["metadata"] = {key: value for key, value in record.items() if key not in KEYS}
    try:
        return Article.model_validate(article.model_dump() | update)
    except (ValidationError, RecursionError) as error:
        raise InputError(f"{url}: the record holds what JSON cannot: {str(error).splitlines()[0]}") from error


def _text(record: Mapping[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f"'{key}' is {type(value).__name__}, not text; write a string or null")
    if value is not None and len(value) > MAX_TEXT:
        raise InputError(f"'{key}' has {len(value)} characters, more than {MAX_TEXT}; it is no article")
    value = HALF.sub("\ufffd", value) if value is not None else None
    return value.strip() if value is not None and key != "text" else value


def _published(record: Mapping[str, Any]) -> Moment | None:
    stated = _text(record, "published")
    if not stated:
        return None
    moment = parse_date(stated, ZONE)
    if moment is None:
        raise InputError(
            f"'published' is '{stated[:60]}', no date; write 2024-05-27, 2024-05-27T16:05+07:00 or null"
        )
    return moment


def _from_text(url: str, title: str | None, text: str) -> Article:
    site = outlet(url)
    outlets = [site] if site else []
    body = clean(text_paragraphs(text), noise(), outlets, title, loose=True)
    if title is None:
        title = _headline(body)
        body.paragraphs = [row for row in body.paragraphs if row != title]
    if not body.paragraphs:
        raise InputError(f"{url}: 'text' holds nothing but bylines and links")
    moment = next((found for line in body.bylines if (found := parse_date(line, ZONE)) is not None), None)
    return Article(
        url=url,
        source=url,
        title=without_site(title or "", outlets),
        body="\n".join(body.paragraphs),
        published=moment.instant if moment else None,
        precision=moment.precision if moment and moment.precision != "month" else None,
        published_from="text" if moment else None,
        reporter=body.credits.get("reporter"),
        editor=body.credits.get("editor"),
        caption=body.caption,
    )


def _headline(body: Body) -> str | None:
    lines = (line for line in body.headlines if len(line) <= MAX_HEADLINE and line[-1] not in ".,;:")
    return next(lines, None)

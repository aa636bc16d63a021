"""From raw paragraphs, of a page or of a plain text, to the clean body of an article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from extractors.dateline import strip_dateline
from extractors.noise import Noise
from extractors.paragraphs import CLOSE, OPEN, tidy
from extractors.timestamps import ZONES, parse_date

MAX_BYLINE = 100
"""Characters; a longer line before the text is no byline."""
MAX_WORDS_OF_DATE = 7
"""Words of a byline, its weekday, month and zone among them; what has more is a headline with a date."""
MIN_HEADLINE = 4
"""Words; a shorter line before the text is a section, a site or a name."""
SAME_TITLE = 88
"""Percent; two headlines this alike (order of words aside) are one."""
MAX_QUOTES = 5
"""Lines before the text that may repeat a piece of it."""
MIN_QUOTE = 30
"""Characters of a line before the text that only repeats a piece of it (a pull quote)."""
DATELINE_WITHIN = 3
"""Paragraphs; a picture's or a quotation's line may stand before the one with the dateline."""
_ENDS = re.compile(r"[.!?…:;][\"”'’)\]]*$")
_STOPS = re.compile(r"[.!?…][\"”'’)\]]*$")
_CAPTION = re.compile(r"(?P<text>\S.{4,400}?\S)--(?:[^\s-][^-]{0,80})?")
"""A picture's line of the Disway network: its text, two hyphens, the credit or nothing."""
BYLINE = re.compile(r"(?:by|oleh)\s(?P<name>\S+(?:\s\S+){0,3})", re.I)
_INITIALS = re.compile(r"\((?:\*+|[^()\d\s]{2,20})\)")
_SIGNED = re.compile(r"(?<=[.!?…\"”])\s*\((?:\*+|[^()\d]{2,40})\)$")
_NAME = re.compile(r"[A-Z][A-Z.' |]{4,40}")
_PARTS = re.compile(r"\s[•·|›»>/]\s")
_PHOTO = re.compile(r".{5,300}[\s(](?:foto|photo)\s?:\s?[^:]{1,50}[^.:!?]", re.I)
_BULLET = re.compile(r"^[•▪◾●○■»➢✓–-]\s*(?=\w)")
_LINKED = re.compile(rf"[^\w{OPEN}]*(?:{OPEN}[^{CLOSE}]*{CLOSE}[^\w{OPEN}]*)+")


@dataclass
class Body:
    """The paragraphs of an article, and what its other lines said."""

    paragraphs: list[str] = field(default_factory=list)
    headlines: list[str] = field(default_factory=list)
    """Lines before the text that may be its headline; they are among the paragraphs."""
    caption: str | None = None
    bylines: list[str] = field(default_factory=list)
    """Lines before the text that state a date."""
    credits: dict[str, str] = field(default_factory=dict)
    """Names by "reporter" and "editor"."""


def is_sentence(text: str) -> bool:
    """Whether a paragraph is running text and no headline, label or item."""
    words = len(text.split())
    return words >= 30 or (words >= 8 and _ENDS.search(text) is not None)


def is_same(one: str, other: str) -> bool:
    """Whether two headlines are one, give or take a word."""
    return bool(fuzz.token_sort_ratio(_key(one), _key(other)) >= SAME_TITLE)


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def clean(
    marked: Sequence[str],
    noise: Noise,
    outlets: Sequence[str] = (),
    title: str | None = None,
    caption: str | None = None,
    loose: bool = False,
) -> Body:
    """The clean body of raw paragraphs, in which links stand between OPEN and CLOSE.

    `title` and `caption`, where known, are taken out; `outlets` are names of the site, for datelines. `loose`
    says that the paragraphs may begin with anything that stands above an article: the site's name, sections.
    """
    body = Body(caption=caption)
    rows = [
        row for row in _own(marked, noise) if not _PHOTO.fullmatch(row) and not _is_credit(row, noise, body)
    ]
    start = next((place for place, row in enumerate(rows) if is_sentence(row)), 0)
    head = [row for row in rows[:start] if not _is_byline(row, body) and not _is_caption(row, body)]
    if loose:
        head = [row for row in head if not _is_label(row) or not strip_dateline(row, outlets)]
    text = [row for row in rows[start:] if body.caption is None or _key(row) != _key(body.caption)]
    if title:
        head = [row for row in head if not is_same(row, title)]
        text = [row for row in text[:1] if not is_same(row, title)] + text[1:]
    head = head[:-MAX_QUOTES] + [row for row in head[-MAX_QUOTES:] if not _is_quote(row, text)]
    if text and _is_quote(text[0], text[1:]):
        del text[0]
    body.headlines = [row for row in head if strip_dateline(row, outlets)]
    body.paragraphs = _unsigned(_without_dateline(head + text, len(head), outlets))
    return body


def _own(marked: Sequence[str], noise: Noise) -> list[str]:
    """The paragraphs without related links and the site's notices, and without the marks of links."""
    rows: list[tuple[str, bool]] = []
    heading: str | None = None
    related = False
    for line in marked:
        linked = _LINKED.fullmatch(line) is not None
        if linked and (heading is not None or related):
            heading, related = "", False
            continue
        if heading:
            rows.append((heading, False))
        heading = None
        if related and not _ENDS.search(line) and len(line) < MAX_BYLINE * 2:
            related = False
            continue
        related = noise.heads_related(line)
        if noise.heads_links(line):
            heading = tidy(line)
            continue
        text = _BULLET.sub("", tidy(noise.without_related(line))) if not related else ""
        if re.search(r"\w", text) and not noise.is_notice(text) and not (linked and text.isdigit()):
            rows.append((text, linked))
    while rows and rows[-1][1] and len(rows[-1][0].split()) >= MIN_HEADLINE:
        rows.pop()
    return [text for text, _ in rows]


def _is_credit(row: str, noise: Noise, body: Body) -> bool:
    credited = noise.credited(row)
    if credited is None:
        return False
    for role, name in credited.items():
        body.credits.setdefault(role, name)
    if parse_date(row, ZONES["wib"]) is not None:
        body.bylines.append(row)
    return True


def _is_byline(row: str, body: Body) -> bool:
    by = BYLINE.fullmatch(row)
    if by is not None:
        body.credits.setdefault("reporter", by["name"].strip(" ."))
        return True
    if len(row) > MAX_BYLINE or parse_date(row, ZONES["wib"]) is None:
        return False
    if len(re.findall(r"[^\W\d_]{2,}", row)) > MAX_WORDS_OF_DATE:
        return False
    body.bylines.append(row)
    return True


def _is_caption(row: str, body: Body) -> bool:
    found = _CAPTION.fullmatch(row)
    if found is None:
        return False
    body.caption = body.caption or found["text"]
    return True


def _is_quote(row: str, text: list[str]) -> bool:
    """Whether a line only repeats a piece of the text."""
    quote = row.strip(' .…"“”')
    return len(quote) >= MIN_QUOTE and any(quote in other for other in text)


def _is_label(row: str) -> bool:
    """Whether a line names the site, a section or a person, or many: "Beranda • Nasional • Politik"."""
    return len(row.split()) < MIN_HEADLINE or len(_PARTS.findall(row)) > 1


def _without_dateline(rows: list[str], start: int, outlets: Sequence[str]) -> list[str]:
    for place in range(min(len(rows), start + DATELINE_WITHIN)):
        text = strip_dateline(rows[place], outlets)
        if text != rows[place] and (not text or is_sentence(rows[place])):
            return [*rows[:place], *([text] if text else []), *rows[place + 1 :]]
    return rows


def _unsigned(rows: list[str]) -> list[str]:
    """The paragraphs without what signs them: initials, or a name in brackets or capitals at the end."""
    rows = [row for row in rows if not _INITIALS.fullmatch(row)]
    if rows:
        rows[-1] = _SIGNED.sub("", rows[-1])
    if len(rows) > 1 and _STOPS.search(rows[-2]) and _NAME.fullmatch(rows[-1]):
        rows.pop()
    return rows

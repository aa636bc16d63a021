"""A question taken apart: names, cues, numbers and what is left, in their order."""

import re
from collections.abc import Iterator
from functools import lru_cache

from babel.dates import get_month_names

from extractors.phrases import Word, words
from knowledge.question_names import names_in
from knowledge.question_part import Part
from knowledge.question_words import Number, Position, vocabulary

SUFFIX = re.compile(r"(?:nya|kah|lah|pun)$")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
YEARS = range(1945, 2100)
"""Four digits in this range are a year."""


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Names of months in lower case, Indonesian and English, with their numbers."""
    return {
        name.lower(): number
        for language in ("id", "en")
        for number, name in get_month_names("wide", locale=language).items()
    }


def take_apart(text: str, *, unlisted: bool = False) -> list[Part]:
    """The parts of a question in order; they do not overlap, and all its words are in one.

    With `unlisted`, awards that the lexicon lacks are found by their names, as in articles.
    """
    tokens = words(text)
    named = names_in(text, tokens, unlisted=unlisted)
    parts: list[Part] = []
    at = 0
    for part in [*named, None]:
        end = part.start if part else len(text)
        between = [token for token in tokens[at:] if token.end <= end]
        parts.extend(_plain(text, between))
        at += len(between)
        if part:
            parts.append(part)
            while at < len(tokens) and tokens[at].start < part.end:
                at += 1
    return parts


def _plain(text: str, tokens: list[Word]) -> Iterator[Part]:
    """Cues, numbers and other words of a stretch without names."""
    known = vocabulary()
    tokens = [_stem(token) for token in tokens]
    spans: dict[int, tuple[int, Part]] = {}
    # The longest phrase at a place counts; of equally long ones, all of them.
    starts = {token.start: index for index, token in enumerate(tokens)}
    for match in known.found(text, tokens):
        first = starts[match.start]
        length = sum(match.start <= token.start < match.end for token in tokens)
        held = spans.get(first)
        if held and held[0] > length:
            continue
        part = (
            held[1]
            if held and held[0] == length
            else Part(match.start, match.end, text[match.start : match.end])
        )
        for value in match.value:
            _tell(part, value)
        spans[first] = (length, part)
    at = 0
    while at < len(tokens):
        length, part = spans.get(at, (1, _word(text, tokens[at])))
        part.common = part.common or length > 1 or tokens[at].key in known.common
        yield part
        at += length


def _tell(part: Part, value: str | Number | Position) -> None:
    match value:
        case str():
            part.cues = part.cues | {value}
        case Number():
            part.number, part.place = value.value, value.place
        case Position():
            part.position = value


def _stem(token: Word) -> Word:
    """A word without a suffix that changes no meaning ("nilainya", "siapakah"), where the rest is known."""
    common = vocabulary().common
    stem = SUFFIX.sub("", token.key)
    if token.key not in common and stem in common:
        return Word(token.start, token.start + len(stem), stem)
    return token


def _word(text: str, token: Word) -> Part:
    part = Part(token.start, token.end, text[token.start : token.end])
    # Seven digits are more than any count or year of the field has; longer ones stay unread.
    if token.key.isascii() and token.key.isdigit() and len(token.key) <= 7:
        number = int(token.key)
        if len(token.key) == 4 and number in YEARS:
            part.year = number
        else:
            part.number = number
    elif token.key in months():
        part.month = months()[token.key]
    elif token.key in ROMAN:
        part.number, part.place = ROMAN[token.key], True
    return part

"""A question taken apart: names, cues, numbers and what is left, in their order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal, cast

from extractors.lexicon import Award, Index, awards, indices
from extractors.mention import RegionMention, mentions_of
from extractors.phrases import Phrases, Word, words
from extractors.region import gazetteer
from extractors.statement import Level
from knowledge.question_words import Number, Position, vocabulary

Thing = Award | Index

SUFFIX = re.compile(r"(?:nya|kah|lah|pun)$")
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
YEARS = range(1945, 2100)
"""Four digits in this range are a year."""
SURE = frozenset({"region", "government", "head"})


@dataclass(slots=True)
class Part:
    """text[start:end] of a question and what it can be; `read` once something was made of it.

    `number` is a count or, with `place`, a place in an order; digits and Roman numerals may be either.
    """

    start: int
    end: int
    text: str
    cues: frozenset[str] = frozenset()
    mentions: tuple[RegionMention, ...] = ()
    things: tuple[Thing, ...] = ()
    position: Position | None = None
    number: int | None = None
    place: bool | None = None
    year: int | None = None
    read: bool = False
    common: bool = False

    @property
    def key(self) -> str:
        """Lower case."""
        return self.text.lower()

    @property
    def level(self) -> Level | Literal["any"] | None:
        """The level that it names as a word of its own; "any" for "daerah"."""
        for cue in self.cues:
            if cue.startswith("level:"):
                return cast('Level | Literal["any"]', cue.removeprefix("level:"))
        return None

    @property
    def unknown(self) -> bool:
        """Whether nothing is known of it."""
        named = self.mentions or self.things or self.position or self.cues or self.common
        return not named and self.number is None and self.year is None

    def has(self, *concepts: str) -> bool:
        """Whether it is a cue of one of these concepts."""
        return any(concept in self.cues for concept in concepts)


@lru_cache(maxsize=1)
def things() -> Phrases[Thing]:
    """Names of awards and indices as questions type them: abbreviations in any case, too."""
    found: Phrases[Thing] = Phrases()
    entries: tuple[Thing, ...] = (*awards(), *indices())
    for entry in entries:
        for phrase in entry.phrases:
            found.add(phrase, entry)
        for short in entry.short:
            found.add(short, entry, cased=short.lower() in vocabulary().common)
    return found


def take_apart(text: str) -> list[Part]:
    """The parts of a question in order; they do not overlap, and all its words are in one."""
    tokens = words(text)
    named = list(_names(text, tokens))
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


def _names(text: str, tokens: list[Word]) -> Iterator[Part]:
    """Regions, awards and indices; where two overlap, the one that begins first, then the longer one."""
    found = [
        Part(match.start, match.end, text[match.start : match.end], things=match.value)
        for match in things().find(text, tokens)
    ]
    # "Kabupaten dan Kota Madiun" is two mentions of one name.
    for _, same in groupby(mentions_of(text), key=lambda mention: mention.name_start):
        mentions = tuple(m for m in same if m.role in SURE and not _daily_word(text, m))
        if mentions:
            start, end = min(m.start_char for m in mentions), max(m.end_char for m in mentions)
            found.append(Part(start, end, text[start:end], mentions=mentions))
    last = 0
    for part in sorted(found, key=lambda part: (part.start, -part.end)):
        if part.start >= last:
            last = part.end
            yield part


def _daily_word(text: str, mention: RegionMention) -> bool:
    """Whether a bare name is a question word rather than a region ("di puncak", "apa saja")."""
    bare = text[mention.start_char : mention.end_char].lower()
    return mention.level is None and bare in gazetteer().typed_only and bare in vocabulary().common


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
    elif token.key in ROMAN:
        part.number, part.place = ROMAN[token.key], True
    return part

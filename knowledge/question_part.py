"""One part of a question: a word, a number or a name, and what it can be."""

from dataclasses import dataclass
from typing import Literal, cast

from extractors.lexicon import Award, Index
from extractors.mention import RegionMention
from extractors.statement import Level, Place
from knowledge.question_words import Position

Thing = Award | Index


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
    body: Place | None = None
    position: Position | None = None
    number: int | None = None
    place: bool | None = None
    year: int | None = None
    month: int | None = None
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
        named = self.mentions or self.things or self.body or self.position or self.cues or self.common
        return not named and self.number is None and self.year is None

    def has(self, *concepts: str) -> bool:
        """Whether it is a cue of one of these concepts."""
        return any(concept in self.cues for concept in concepts)

"""What is read of an honour, and what an article has been telling of when it goes on."""

import datetime
from dataclasses import dataclass, field

from extractors.lexicon import Award
from extractors.naming import Naming
from extractors.recipients import Recipient
from extractors.sentences import Sentence
from extractors.statement import Place


@dataclass(slots=True)
class AwardReading:
    """One honour read at text[start:end] in a sentence."""

    start: int
    end: int
    sentence: Sentence
    recipient: Place
    award: Award
    listed: bool
    year: int | None = None
    category: str | None = None
    rank: int | None = None
    top_n: int | None = None
    predicate: str | None = None
    streak: int | None = None
    giver: str | None = None
    event: str | None = None
    place: str | None = None
    date: datetime.date | None = None
    confidence: float = 0.0
    rules: tuple[str, ...] = ()
    note: str | None = None


@dataclass(slots=True)
class Topic:
    """What the article has been telling so far: the programme, its edition, the list it is in."""

    naming: Naming[Award] | None = None
    age: int = 99
    year: int | None = None
    predicate: str | None = None
    category: str | None = None
    date: datetime.date | None = None
    event: str | None = None
    listing: bool = False
    ranked: bool = False
    intro_ranks: bool = False
    several: bool = True
    last_rank: int | None = None
    top_n: int | None = None
    running: list[Recipient] = field(default_factory=list)

    def begin(self, naming: Naming[Award], year: int | None) -> None:
        """Take up a programme that a clause names."""
        self.naming, self.age, self.year, self.category = naming, 0, year, None

"""What is read of an index, and what an article has been telling of when it goes on."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.binding import Holder
from extractors.lexicon import Index
from extractors.naming import Naming
from extractors.ranks import Rank
from extractors.sentences import Sentence
from extractors.statement import Place


@dataclass(slots=True)
class IndexReading:
    """One value read at text[start:end]."""

    start: int
    end: int
    sentence: Sentence
    region: Place
    index: Index
    value: float
    year: int | None
    predicate: str | None
    rank: Rank | None
    confidence: float
    rules: tuple[str, ...]
    note: str | None = None


@dataclass(slots=True)
class Topic:
    """What the article has been talking about so far."""

    naming: Naming[Index] | None = None
    age: int = 0
    years: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    header_year: int | None = None
    only: bool = False
    pattern: tuple[int, ...] = ()

    @property
    def grows(self) -> bool:
        """Whether the index is a rate of growth."""
        return self.naming is not None and self.naming.entry.name.startswith("Pertumbuhan")

    told: set[tuple[str, str, int | None]] = field(default_factory=set)
    holder: Holder | None = None


def ordered(readings: Sequence[IndexReading]) -> list[IndexReading]:
    """Readings without repeats of the same value, the more confident one kept."""
    best: dict[tuple[str, str, float, int | None], IndexReading] = {}
    for reading in readings:
        key = (reading.index.id, reading.region.id, reading.value, reading.year)
        if key not in best or reading.confidence > best[key].confidence:
            best[key] = reading
    distinct = list(best.values())
    kept = [reading for reading in distinct if not _rounded(reading, distinct)]
    undated = {(r.index.id, r.region.id, r.value) for r in kept if r.year is not None}
    return sorted(
        (
            reading
            for reading in kept
            if reading.year is not None or (reading.index.id, reading.region.id, reading.value) not in undated
        ),
        key=lambda reading: (reading.start, reading.region.id),
    )


def _rounded(reading: IndexReading, others: list[IndexReading]) -> bool:
    """Whether a headline only rounds a value that the body tells in full."""
    return reading.sentence.field == "title" and any(
        other.sentence.field == "body"
        and (other.index.id, other.region.id) == (reading.index.id, reading.region.id)
        and other.value != reading.value
        and abs(other.value - reading.value) < 1
        for other in others
    )

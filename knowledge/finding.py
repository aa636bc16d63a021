"""A finding: what the base gave for one reading, before it is made an answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extractors.statement import Level
from knowledge.answer_shape import Dispute, Row
from knowledge.fact import Fact
from knowledge.reading import Reading
from knowledge.store import FactQuery, Store


@dataclass(slots=True)
class Finding:
    """`facts` are those that rows and text rest on; `disputes` are conflicts between facts."""

    answered: bool
    text: str
    rows: list[Row] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    known: int | None = None
    expected: int | None = None
    missing: tuple[int, ...] = ()
    disputes: list[Dispute] = field(default_factory=list)


def within(store: Store, query: FactQuery, levels: Iterable[Level]) -> Iterator[Fact]:
    """The facts of a query at each of the levels, or at all levels where none is given."""
    chosen = list(levels)
    if not chosen:
        yield from store.facts(query)
    for level in chosen:
        yield from store.facts(query.model_copy(update={"level": level}))


def asked_levels(reading: Reading) -> tuple[Level, ...]:
    """The levels asked for; within a province, its kabupaten and kota."""
    if reading.levels or reading.province is None:
        return reading.levels
    return ("kota", "kabupaten")

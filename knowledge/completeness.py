"""How much of each list of winners is known: of ten, seven, and which places are missing."""

from collections import Counter
from collections.abc import Iterable

from extractors.statement import Level, Model
from knowledge.fact import AwardFact
from knowledge.winners import LEVEL_ORDER, grouped

LONGEST = 1_000
"""Places of a list; a longer one is a misreading, and nobody reads its gaps."""


class Completeness(Model):
    """One list of an edition: the recipients of a level and, where it says more than the level, a category.

    `expected` is the size that articles tell ("10 besar"), None where they tell none; `known` counts the
    recipients in that list, `missing` are the places of it that nobody is known to hold. Without a size, the
    list is as long as its last known place.
    """

    level: Level
    category: str | None
    known: int
    expected: int | None
    missing: tuple[int, ...]


def completeness(facts: Iterable[AwardFact]) -> list[Completeness]:
    """The lists of one edition of one award, in their order."""
    lists = grouped(facts)
    return [_of_list(group[2], group[3], lists[group]) for group in sorted(lists)]


def _of_list(level: int, category: str, winners: dict[str, list[AwardFact]]) -> Completeness:
    told = [fact for facts in winners.values() for fact in facts]
    expected = max((fact.top_n for fact in told if fact.top_n), default=None)
    ranks = [rank for facts in winners.values() if (rank := next((f.rank for f in facts if f.rank), None))]
    placed = [
        facts
        for facts in winners.values()
        if expected is None or any((fact.rank or fact.top_n or expected + 1) <= expected for fact in facts)
    ]
    return Completeness(
        level=LEVEL_ORDER[level],
        category=category or None,
        known=len(placed),
        expected=expected,
        missing=missing_ranks(ranks, expected),
    )


def missing_ranks(ranks: Iterable[int], expected: int | None) -> tuple[int, ...]:
    """The places up to the size of a list, or to the last known one, that nobody is known to hold.

    `ranks` are those of the recipients; of two at place 3, one takes place 4.
    """
    held = Counter(ranks)
    size = expected or max(held, default=0)
    if size > LONGEST:
        return ()
    taken = {place + more for place, count in held.items() for more in range(count)}
    return tuple(place for place in range(1, size + 1) if place not in taken)

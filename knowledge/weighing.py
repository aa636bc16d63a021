"""Weighing what several articles say of the same thing.

A value weighs the number of independent witnesses that tell it, each counted with the confidence of its best
statement: an article that says the same twice, or that copies another, is still one witness.
"""

import datetime
import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from knowledge.fact import Conflict, Rule, Side
from knowledge.settling import settled
from knowledge.spelling import plain
from knowledge.witness import Told

T = TypeVar("T", bound=Told)
V = TypeVar("V", bound=Hashable)

CERTAIN = 0.99
"""No number of news articles makes more than this: they copy each other."""

OWN_WORDS = frozenset({"giver", "event"})
"""Fields each writer words differently: two wordings are told as a conflict but do not shake the fact."""


Witnesses = Mapping[str, str]
"""Of each article's address that of its witness, as `witness.independent` gives them."""


def by_witness(statements: Iterable[Told], witnesses: Witnesses) -> dict[str, float]:
    """The highest confidence of each witness."""
    best: dict[str, float] = {}
    for statement in statements:
        name = witnesses[statement.article.url]
        best[name] = max(best.get(name, 0.0), statement.confidence)
    return best


def weight(statements: Iterable[Told], witnesses: Witnesses) -> float:
    """Witnesses times their confidence; exact, so the order of the statements does not matter."""
    return math.fsum(by_witness(statements, witnesses).values())


def tally(
    statements: Iterable[T], read: Callable[[T], V | None], witnesses: Witnesses
) -> list[tuple[V, list[T]]]:
    """The values that are told, each with the statements that tell it, heaviest first."""
    told: defaultdict[V, list[T]] = defaultdict(list)
    for statement in statements:
        value = read(statement)
        if value is not None:
            told[value].append(statement)
    return sorted(told.items(), key=lambda item: (-weight(item[1], witnesses), str(item[0])))


Value = str | int | float | datetime.date


def weigh(statements: Sequence[T], field: str, witnesses: Witnesses) -> tuple[Value | None, Conflict | None]:
    """The value of a field by a rule or by weight, and the conflict where more than one is told.

    Spellings of the same words are one value, shown in the spelling that weighs most.
    """

    def value(statement: T) -> Value | None:
        told: Value | None = getattr(statement, field)
        return told

    def levelled(statement: T) -> Value | None:
        told = value(statement)
        return plain(told) if isinstance(told, str) else told

    sides: list[tuple[Value, list[T]]] = []
    for _, group in tally(statements, levelled, witnesses):
        spellings: list[tuple[Value, list[T]]] = tally(group, value, witnesses)
        sides.append((spellings[0][0], group))
    if not sides:
        return None, None
    if len(sides) == 1:
        return sides[0][0], None
    found = None if field in OWN_WORDS else settled(field, [group for _, group in sides])
    if found is not None:
        sides.insert(0, sides.pop(found.side))
    return sides[0][0], conflict(field, sides, witnesses, found.rule if found else None)


def conflict(
    field: str, sides: Sequence[tuple[Value, list[T]]], witnesses: Witnesses, rule: Rule | None
) -> Conflict:
    """What is told of values that differ, the one shown first; `rule` is what settled it."""
    total = math.fsum(weight(group, witnesses) for _, group in sides)
    return Conflict(
        field=field,
        sides=tuple(
            Side(
                value=told.isoformat() if isinstance(told, datetime.date) else told,
                statements=tuple(statement.id for statement in confident_first(group)),
                weight=round(weight(group, witnesses) / total, 4) if total else round(1 / len(sides), 4),
            )
            for told, group in sides
        ),
        settled=rule,
    )


def confident_first(statements: Iterable[T]) -> list[T]:
    """The statements by falling confidence, those of the same confidence by id."""
    return sorted(statements, key=lambda statement: (-statement.confidence, statement.id))


def confidence(statements: Iterable[Told], conflicts: Iterable[Conflict], witnesses: Witnesses) -> float:
    """How sure a fact is: that not all of its independent witnesses are wrong.

    Where they disagree on what was measured and no rule settles it, it is reduced to the share of those who
    agree with the value shown.
    """
    doubt = math.prod(sorted(1 - best for best in by_witness(statements, witnesses).values()))
    shares = [
        conflict.sides[0].weight
        for conflict in conflicts
        if conflict.field not in OWN_WORDS and conflict.settled is None
    ]
    return round(min(CERTAIN, 1 - doubt) * min(shares, default=1.0), 4)

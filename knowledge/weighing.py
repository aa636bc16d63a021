"""Weighing what several articles say of the same thing.

A value weighs the number of articles that tell it, each counted with the confidence of its best statement:
an article that says the same twice is still one witness.
"""

import datetime
import math
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from extractors.statement import AwardStatement, IndexStatement, OfficeStatement
from knowledge.fact import Conflict, Side
from knowledge.spelling import plain

Told = AwardStatement | IndexStatement | OfficeStatement
"""A statement that makes facts; that an article names a region makes none."""

T = TypeVar("T", bound=Told)
V = TypeVar("V", bound=Hashable)

CERTAIN = 0.99
"""No number of news articles makes more than this: they copy each other."""

OWN_WORDS = frozenset({"giver", "event"})
"""Fields each writer words differently: two wordings are told as a conflict but do not shake the fact."""


def by_article(statements: Iterable[Told]) -> dict[str, float]:
    """The highest confidence in each article, by the article's address."""
    best: dict[str, float] = {}
    for statement in statements:
        url = statement.article.url
        best[url] = max(best.get(url, 0.0), statement.confidence)
    return best


def weight(statements: Iterable[Told]) -> float:
    """Witnesses times their confidence; exact, so the order of the statements does not matter."""
    return math.fsum(by_article(statements).values())


def tally(statements: Iterable[T], read: Callable[[T], V | None]) -> list[tuple[V, list[T]]]:
    """The values that are told, each with the statements that tell it, heaviest first."""
    told: defaultdict[V, list[T]] = defaultdict(list)
    for statement in statements:
        value = read(statement)
        if value is not None:
            told[value].append(statement)
    return sorted(told.items(), key=lambda item: (-weight(item[1]), str(item[0])))


Value = str | int | float | datetime.date


def weigh(statements: Sequence[T], field: str) -> tuple[Value | None, Conflict | None]:
    """The value of a field that weighs most, and the conflict where more than one is told.

    Spellings of the same words are one value, shown in the spelling that weighs most.
    """

    def value(statement: T) -> Value | None:
        told: Value | None = getattr(statement, field)
        return told

    def levelled(statement: T) -> Value | None:
        told = value(statement)
        return plain(told) if isinstance(told, str) else told

    sides: list[tuple[Value, list[T]]] = []
    for _, group in tally(statements, levelled):
        spellings: list[tuple[Value, list[T]]] = tally(group, value)
        sides.append((spellings[0][0], group))
    if not sides:
        return None, None
    if len(sides) == 1:
        return sides[0][0], None
    total = math.fsum(weight(group) for _, group in sides)
    return sides[0][0], Conflict(
        field=field,
        sides=tuple(
            Side(
                value=told.isoformat() if isinstance(told, datetime.date) else told,
                statements=tuple(statement.id for statement in confident_first(group)),
                weight=round(weight(group) / total, 4) if total else round(1 / len(sides), 4),
            )
            for told, group in sides
        ),
    )


def confident_first(statements: Iterable[T]) -> list[T]:
    """The statements by falling confidence, those of the same confidence by id."""
    return sorted(statements, key=lambda statement: (-statement.confidence, statement.id))


def confidence(statements: Iterable[Told], conflicts: Iterable[Conflict]) -> float:
    """How sure a fact is: that not all of its witnesses are wrong, as if they were independent.

    Where they disagree on what was measured, it is reduced to the share of those who agree with the value
    shown.
    """
    doubt = math.prod(sorted(1 - best for best in by_article(statements).values()))
    shares = [conflict.sides[0].weight for conflict in conflicts if conflict.field not in OWN_WORDS]
    return round(min(CERTAIN, 1 - doubt) * min(shares, default=1.0), 4)

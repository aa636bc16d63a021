"""Rules that settle a disagreement; docs/facts.md tells each. What none of them settles is weighed."""

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeVar

from extractors.statement import AwardStatement
from knowledge.fact import Rule
from knowledge.seen import day
from knowledge.witness import Told, party

LISTED = frozenset({"number of the list", "told in order", "counted on", "best of a ranked list"})
"""Rules of the reader by which a place was read from a list that places several recipients."""

T = TypeVar("T", bound=Told)


class Settled(NamedTuple):
    """The order number of the side that holds, and why."""

    side: int
    rule: Rule


def settled(field: str, sides: Sequence[Sequence[T]]) -> Settled | None:
    """The side of a disagreement that a rule lets hold, or None; `sides` are the statements of each."""
    side = _only(any(_vouched(told) for told in group) for group in sides)
    if side is not None:
        return Settled(side, "judgement")
    side = _corrected(sides)
    if side is not None:
        return Settled(side, "official correction")
    if field == "rank":
        side = _only(any(_from_list(told) for told in group) for group in sides)
        if side is not None:
            return Settled(side, "full list")
    return None


def _corrected(sides: Sequence[Sequence[T]]) -> int | None:
    """The side that the giver's own site tells last, after every other side was first told."""
    latest = [max(_days(told for told in group if party(told) == "giver"), default=None) for group in sides]
    last = max((when for when in latest if when is not None), default=None)
    if last is None or latest.count(last) > 1:
        return None
    winner = latest.index(last)
    first = [min(_days(group), default=None) for order, group in enumerate(sides) if order != winner]
    return winner if all(when is not None and when < last for when in first) else None


def _days(statements: Iterable[T]) -> list[datetime.date]:
    return [seen for told in statements if (seen := day(told))]


def _vouched(told: Told) -> bool:
    """Whether a person accepted or corrected it."""
    return told.judged is not None and told.judged.verdict in ("accept", "correct")


def _from_list(told: T) -> bool:
    return isinstance(told, AwardStatement) and bool(LISTED & set(told.rules))


def _only(flags: Iterable[bool]) -> int | None:
    """The order number of the only one that is true."""
    true = [order for order, flag in enumerate(flags) if flag]
    return true[0] if len(true) == 1 else None

"""Years that are reckoned from the date of an article ("tahun ini"), and those that others write out."""

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from extractors.statement import AwardStatement, IndexStatement
from knowledge.seen import day

RECKONED = re.compile(r"\b(?:tahun\s+(?:ini|lalu|kemarin)|(?:this|last)\s+year)\b", re.IGNORECASE)
SAME_NEWS = datetime.timedelta(days=60)
"""Two months: so long do papers write of one award or one value that was published."""

Yearly = TypeVar("Yearly", AwardStatement, IndexStatement)


def written_out(statement: AwardStatement | IndexStatement) -> bool:
    """Whether the sentence holds the year in figures."""
    return statement.year is not None and str(statement.year) in statement.evidence.text


def reckoned(statement: AwardStatement | IndexStatement) -> bool:
    """Whether the year follows from "tahun ini" and the like alone."""
    text = statement.evidence.text
    return statement.year is not None and not written_out(statement) and RECKONED.search(text) is not None


def given_years(
    statements: Iterable[Yearly], same: Callable[[Yearly], Hashable] = lambda told: None
) -> dict[str, int]:
    """The year that each statement with a reckoned year has instead, by the statement's id.

    A reckoned year gives way to the one next to it that others write out within `SAME_NEWS`, where nobody
    writes out the reckoned one and no second year is near. Only statements that are equal in `same` bear on
    each other.
    """
    groups: defaultdict[Hashable, list[Yearly]] = defaultdict(list)
    for statement in statements:
        groups[same(statement)].append(statement)
    found: dict[str, int] = {}
    for group in groups.values():
        sure = [told for told in group if written_out(told)]
        years = {told.year for told in sure}
        for statement in group:
            if reckoned(statement) and statement.year not in years:
                near = {told.year for told in sure if told.year is not None and _one_news(statement, told)}
                if len(near) == 1:
                    found[statement.id] = near.pop()
    return found


def _one_news(statement: Yearly, other: Yearly) -> bool:
    when, then = day(statement), day(other)
    if when is None or then is None or statement.year is None or other.year is None:
        return False
    return abs(when - then) <= SAME_NEWS and abs(statement.year - other.year) == 1

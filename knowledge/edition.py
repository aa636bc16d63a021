"""Which edition and category of an award a statement speaks of, when it does not say."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from extractors.statement import AwardStatement
from knowledge.seen import day
from knowledge.spelling import plain_category
from knowledge.told_year import given_years

SAME_EDITION = datetime.timedelta(days=456)
"""Fifteen months: programmes are yearly, and news of one edition goes on until the next is given."""

Edition = tuple[int | None, str | None]
"""Year and category (as `plain_category` writes it)."""


def editions(statements: Iterable[AwardStatement]) -> dict[Edition, list[AwardStatement]]:
    """The statements of one award and one recipient by edition.

    A year that is reckoned from "tahun ini" gives way to one that is written out (`told_year.given_years`).
    A statement without a year joins the only edition of which others wrote within `SAME_EDITION`; one
    without a category joins the only category known in its year. Where there are several or none it stands
    alone: the year or category stays unknown.
    """
    years: defaultdict[int | None, list[AwardStatement]] = defaultdict(list)
    undated = []
    statements = list(statements)
    instead = given_years(statements)
    for statement in statements:
        year = instead.get(statement.id, statement.year)
        if year is None:
            undated.append(statement)
        else:
            years[year].append(statement)
    days = {
        year: [seen for told in group if (seen := day(told))]
        for year, group in years.items()
        if year is not None
    }
    joined = [(_only_edition(statement, days), statement) for statement in undated]
    for edition, statement in joined:
        years[edition].append(statement)
    found: dict[Edition, list[AwardStatement]] = {}
    for edition, group in years.items():
        for category, told in _categories(group).items():
            found[edition, category] = told
    return found


def _only_edition(statement: AwardStatement, days: dict[int, list[datetime.date]]) -> int | None:
    written = day(statement)
    if written is None:
        return None
    near = [
        year
        for year, seen in days.items()
        # An award is not won before its year begins.
        if year <= written.year and any(abs(other - written) <= SAME_EDITION for other in seen)
    ]
    return near[0] if len(near) == 1 else None


def _categories(statements: Iterable[AwardStatement]) -> dict[str | None, list[AwardStatement]]:
    groups: defaultdict[str | None, list[AwardStatement]] = defaultdict(list)
    for statement in statements:
        groups[plain_category(statement.category) if statement.category else None].append(statement)
    if len(groups) == 2 and None in groups:
        bare = groups.pop(None)
        next(iter(groups.values())).extend(bare)
    return dict(groups)

"""From statements to facts: which statements speak of the same thing, and what they add up to."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from extractors.statement import AwardStatement, IndexStatement, OfficeStatement, RegionStatement, Statement
from knowledge.edition import editions
from knowledge.fact import AwardFact, Fact, IndexFact, OfficeFact, fact_id
from knowledge.seen import day
from knowledge.spelling import plain
from knowledge.weighing import Told, by_article, confidence, confident_first, tally, weigh

F = TypeVar("F", AwardFact, IndexFact, OfficeFact)


def topic(statement: Statement) -> str | None:
    """What must be merged together: statements of different topics never bear on each other's facts.

    The topic of an award is the award and its recipient, since years and categories that are not told are
    found among all its editions. None for a statement that makes no fact.
    """
    match statement:
        case RegionStatement():
            return None
        case AwardStatement():
            return fact_id("award", statement.award.id, statement.recipient.id)
        case IndexStatement():
            return fact_id(*_index_key(statement))
        case OfficeStatement():
            return fact_id(*_office_key(statement))


def merge(statements: Iterable[Statement]) -> list[Fact]:
    """The facts that statements add up to, in order of id, whatever the order of the statements.

    A fact of a topic is only whole when all statements of the topic are given.
    Raises InputError where a statement's date is no date.
    """
    awards: defaultdict[tuple[str, str], list[AwardStatement]] = defaultdict(list)
    indices: defaultdict[tuple[str | None, ...], list[IndexStatement]] = defaultdict(list)
    offices: defaultdict[tuple[str | None, ...], list[OfficeStatement]] = defaultdict(list)
    for statement in statements:
        match statement:
            case AwardStatement():
                awards[statement.award.id, statement.recipient.id].append(statement)
            case IndexStatement():
                indices[_index_key(statement)].append(statement)
            case OfficeStatement():
                offices[_office_key(statement)].append(statement)
    facts: list[Fact] = []
    for (award, recipient), group in awards.items():
        for (year, category), told in editions(group).items():
            facts.append(_award(told, award, recipient, year, category))
    facts.extend(_index(told, key) for key, told in indices.items())
    facts.extend(_office(told, key) for key, told in offices.items())
    return sorted(facts, key=lambda fact: fact.id)


def _index_key(statement: IndexStatement) -> tuple[str | None, ...]:
    if statement.year is not None:
        return "index", statement.index.id, statement.region.id, str(statement.year)
    # Values of unknown years may well be of different years: they do not contradict each other.
    value = None if statement.value is None else repr(float(statement.value))
    return "index", statement.index.id, statement.region.id, None, value


def _office_key(statement: OfficeStatement) -> tuple[str | None, ...]:
    seat = statement.region or statement.body
    return (
        "office",
        plain(statement.person.name),
        plain(statement.position),
        seat.id if seat else None,
        statement.acting,
    )


def _award(
    told: Sequence[AwardStatement], award: str, recipient: str, year: int | None, category: str | None
) -> AwardFact:
    key = ("award", award, str(year) if year is not None else None, category, recipient)
    fields = ("rank", "top_n", "predicate", "streak", "giver", "event", "date")
    labels = {
        "recipient": tally(told, lambda statement: statement.recipient)[0][0],
        "award": tally(told, lambda statement: statement.award)[0][0],
        "year": year,
        "category": next((spelt for spelt, _ in tally(told, lambda statement: statement.category)), None),
    }
    return _fact(AwardFact, key, told, fields, labels)


def _index(told: Sequence[IndexStatement], key: tuple[str | None, ...]) -> IndexFact:
    fields = ("value", "unit", "scale", "predicate", "rank", "rank_of")
    labels = {
        "region": tally(told, lambda statement: statement.region)[0][0],
        "index": tally(told, lambda statement: statement.index)[0][0],
        "year": told[0].year,
    }
    return _fact(IndexFact, key, told, fields, labels)


def _office(told: Sequence[OfficeStatement], key: tuple[str | None, ...]) -> OfficeFact:
    labels = {
        "person": tally(told, lambda statement: statement.person)[0][0],
        "position": tally(told, lambda statement: statement.position)[0][0],
        "region": next((place for place, _ in tally(told, lambda statement: statement.region)), None),
        "body": next((place for place, _ in tally(told, lambda statement: statement.body)), None),
        "acting": told[0].acting,
    }
    return _fact(OfficeFact, key, told, (), labels)


def _fact(
    model: type[F],
    key: tuple[str | None, ...],
    told: Sequence[Told],
    fields: tuple[str, ...],
    labels: dict[str, Any],
) -> F:
    weighed = {field: weigh(told, field) for field in fields}
    conflicts = tuple(conflict for _, conflict in weighed.values() if conflict)
    days = sorted(seen for statement in told if (seen := day(statement)))
    return model(
        id=fact_id(*key),
        confidence=confidence(told, conflicts),
        witnesses=len(by_article(told)),
        first_seen=days[0].isoformat() if days else None,
        last_seen=days[-1].isoformat() if days else None,
        statements=tuple(statement.id for statement in confident_first(told)),
        conflicts=conflicts,
        **labels,
        **{field: value for field, (value, _) in weighed.items()},
    )

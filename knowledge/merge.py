"""From statements to facts: which statements speak of the same thing, and what they add up to."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from extractors.statement import AwardStatement, IndexStatement, OfficeStatement, RegionStatement, Statement
from knowledge.edition import editions
from knowledge.fact import AwardFact, Conflict, Fact, IndexFact, OfficeFact, fact_id
from knowledge.flaws import flaws_of_award, flaws_of_index
from knowledge.seen import day
from knowledge.spelling import plain
from knowledge.told_year import given_years
from knowledge.weighing import Value, Witnesses, confidence, confident_first, conflict, tally, weigh
from knowledge.witness import Told, independent, party

F = TypeVar("F", AwardFact, IndexFact, OfficeFact)


def topic(statement: Statement) -> str | None:
    """What must be merged together: statements of different topics never bear on each other's facts.

    The topic of an award is the award and its recipient, that of an index the index and its region, since
    years that are not told, or told as "tahun ini", are found among all of them. None for a statement that
    makes no fact, since it tells none or a person rejected it.
    """
    if statement.rejected:
        return None
    match statement:
        case RegionStatement():
            return None
        case AwardStatement():
            return fact_id("award", statement.award.id, statement.recipient.id)
        case IndexStatement():
            return fact_id("index", statement.index.id, statement.region.id)
        case OfficeStatement():
            return fact_id(*_office_key(statement))


def merge(statements: Iterable[Statement]) -> list[Fact]:
    """The facts that statements add up to, in order of id, whatever the order of the statements.

    A fact of a topic is only whole when all statements of the topic are given.
    Raises InputError where a statement's date is no date.
    """
    awards: defaultdict[tuple[str, str], list[AwardStatement]] = defaultdict(list)
    indices: defaultdict[tuple[str, str], list[IndexStatement]] = defaultdict(list)
    offices: defaultdict[tuple[str | None, ...], list[OfficeStatement]] = defaultdict(list)
    for statement in statements:
        if statement.rejected:
            continue
        match statement:
            case AwardStatement():
                awards[statement.award.id, statement.recipient.id].append(statement)
            case IndexStatement():
                indices[statement.index.id, statement.region.id].append(statement)
            case OfficeStatement():
                offices[_office_key(statement)].append(statement)
    facts: list[Fact] = []
    for (award, recipient), group in awards.items():
        for (year, category), told in editions(group).items():
            facts.append(_award(told, award, recipient, year, category))
    for (index, region), measured in indices.items():
        for (when, value), values in _by_year(measured).items():
            facts.append(_index(values, index, region, when, value))
    facts.extend(_office(held, key) for key, held in offices.items())
    return sorted(facts, key=lambda fact: fact.id)


def _by_year(
    statements: Sequence[IndexStatement],
) -> dict[tuple[int | None, str | None], list[IndexStatement]]:
    """The statements of one index and region by year; without a year also by value, since values of unknown
    years may well be of different years and do not contradict each other.
    """
    instead = given_years(
        (told for told in statements if told.value is not None), lambda told: float(told.value or 0)
    )
    found: defaultdict[tuple[int | None, str | None], list[IndexStatement]] = defaultdict(list)
    for statement in statements:
        year = instead.get(statement.id, statement.year)
        value = None if year is not None or statement.value is None else repr(float(statement.value))
        found[year, value].append(statement)
    return found


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
    witnesses = independent(told)
    labels = {
        "recipient": tally(told, lambda statement: statement.recipient, witnesses)[0][0],
        "award": tally(told, lambda statement: statement.award, witnesses)[0][0],
        "year": year,
        "category": next(
            (spelt for spelt, _ in tally(told, lambda statement: statement.category, witnesses)), None
        ),
    }
    fact = _fact(AwardFact, key, told, fields, labels, witnesses)
    return fact.model_copy(update={"flaws": flaws_of_award(fact)})


def _index(
    told: Sequence[IndexStatement], index: str, region: str, year: int | None, value: str | None
) -> IndexFact:
    key = ("index", index, region, str(year) if year is not None else None)
    fields = ("value", "unit", "scale", "predicate", "rank", "rank_of")
    witnesses = independent(told)
    labels = {
        "region": tally(told, lambda statement: statement.region, witnesses)[0][0],
        "index": tally(told, lambda statement: statement.index, witnesses)[0][0],
        "year": year,
    }
    fact = _fact(IndexFact, key if year is not None else (*key, value), told, fields, labels, witnesses)
    return fact.model_copy(update={"flaws": flaws_of_index(fact)})


def _office(told: Sequence[OfficeStatement], key: tuple[str | None, ...]) -> OfficeFact:
    witnesses = independent(told)
    labels = {
        "person": tally(told, lambda statement: statement.person, witnesses)[0][0],
        "position": tally(told, lambda statement: statement.position, witnesses)[0][0],
        "region": next(
            (place for place, _ in tally(told, lambda statement: statement.region, witnesses)), None
        ),
        "body": next((place for place, _ in tally(told, lambda statement: statement.body, witnesses)), None),
        "acting": told[0].acting,
    }
    return _fact(OfficeFact, key, told, (), labels, witnesses)


def _fact(
    model: type[F],
    key: tuple[str | None, ...],
    told: Sequence[Told],
    fields: tuple[str, ...],
    labels: dict[str, Any],
    witnesses: Witnesses,
) -> F:
    weighed: dict[str, tuple[Value | None, Conflict | None]] = {
        field: weigh(told, field, witnesses) for field in fields
    }
    conflicts = (
        *_year_conflict(told, labels.get("year"), witnesses),
        *(differing for _, differing in weighed.values() if differing is not None),
    )
    days = sorted(seen for statement in told if (seen := day(statement)))
    parties = {statement.article.url: party(statement) for statement in told}
    return model(
        id=fact_id(*key),
        confidence=confidence(told, conflicts, witnesses),
        witnesses=len(set(witnesses.values())),
        articles=len(witnesses),
        by_giver=list(parties.values()).count("giver"),
        by_recipient=list(parties.values()).count("recipient"),
        first_seen=days[0].isoformat() if days else None,
        last_seen=days[-1].isoformat() if days else None,
        statements=tuple(statement.id for statement in confident_first(told)),
        conflicts=conflicts,
        **labels,
        **{field: value for field, (value, _) in weighed.items()},
    )


def _year_conflict(told: Sequence[Told], year: int | None, witnesses: Witnesses) -> tuple[Conflict, ...]:
    """The reckoned years that gave way to the one written out, where there are some."""
    dated = [statement for statement in told if not isinstance(statement, OfficeStatement)]
    others = [statement for statement in dated if statement.year not in (None, year)]
    if year is None or not others:
        return ()
    sides = [(year, [statement for statement in dated if statement.year == year])]
    sides += [
        (other, group)
        for other, group in tally(others, lambda statement: statement.year, witnesses)
        if other is not None
    ]
    return (conflict("year", sides, witnesses, "explicit year"),)

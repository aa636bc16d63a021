"""Values of indices: of one region, and over the years."""

from decimal import Decimal

from extractors.statement import Named, Place
from knowledge.answer_shape import Row
from knowledge.fact import IndexFact
from knowledge.finding import Finding
from knowledge.phrasing import Phrasing
from knowledge.reading import Reading
from knowledge.store import FactQuery, Store


def value(store: Store, reading: Reading, say: Phrasing) -> list[Finding]:
    """The values asked for, one finding for each region and index; without a year, the newest known."""
    things: list[Named | None] = list(reading.indices) or [None]
    return [_value_of(store, reading, region, thing, say) for region in reading.regions for thing in things]


def trend(store: Store, reading: Reading, say: Phrasing) -> list[Finding]:
    """The values over the years asked for, one finding for each region and index."""
    return [
        _trend_of(store, reading, region, index, say)
        for region in reading.regions
        for index in reading.indices
    ]


def _facts(store: Store, region: Place, index: Named | None) -> list[IndexFact]:
    query = FactQuery(kind="index", subject=region.id, thing=index.id if index else None)
    return [fact for fact in store.facts(query) if isinstance(fact, IndexFact)]


def _value_of(store: Store, reading: Reading, region: Place, index: Named | None, say: Phrasing) -> Finding:
    facts = _facts(store, region, index)
    asked = [fact for fact in facts if reading.covers(fact.year)]
    if not reading.dated:
        asked = newest(asked)
    asked.sort(key=lambda fact: (fact.index.name, -(fact.year or 0), fact.id))
    if not asked or not any(_tells(fact, reading) for fact in asked):
        return _unknown(reading, region, index, say, facts)
    phrase = "value" if reading.dated else "value_latest"
    told = [
        say.say(
            phrase if fact.year else "value",
            index=say.thing(fact.index),
            region=region.name,
            year=say.year(fact.year),
            details=details(fact, say),
        )
        for fact in asked
    ]
    return Finding(True, " ".join(told), rows=[index_row(fact) for fact in asked], facts=list(asked))


def newest(facts: list[IndexFact]) -> list[IndexFact]:
    """For each index the facts of its newest year; those without a year only where there is no other."""
    years: dict[str, int] = {}
    for fact in facts:
        years[fact.index.id] = max(years.get(fact.index.id, 0), fact.year or 0)
    return [fact for fact in facts if (fact.year or 0) == years[fact.index.id]]


def _tells(fact: IndexFact, reading: Reading) -> bool:
    match reading.asks:
        case "rank":
            return fact.rank is not None
        case "value":
            return fact.value is not None
        case "predicate":
            return fact.predicate is not None
        case "streak" | None:
            return True


def _unknown(
    reading: Reading, region: Place, index: Named | None, say: Phrasing, others: list[IndexFact]
) -> Finding:
    """Not known for the years asked for; near it are the region's other years."""
    name = say.thing(index) if index else say.say("any_index")
    asked = say.say("value_of", index=name, region=region.name, period=say.period(reading))
    if reading.asks in ("rank", "predicate"):
        asked = say.say(f"{reading.asks}_asked", what=asked)
    text = say.say("not_known_what", what=asked)
    if not others:
        return Finding(False, text)
    others.sort(key=lambda fact: (fact.index.name, fact.year or 0))
    near = [
        f"{say.thing(fact.index) + ' ' if index is None else ''}{say.year(fact.year)}: {details(fact, say)}"
        for fact in others
    ]
    return Finding(False, text + say.say("nearby", list="; ".join(near)), facts=list(others))


def details(fact: IndexFact, say: Phrasing) -> str:
    """What is told of a value: "3,82 (Sangat Baik), peringkat 7 dari 38"."""
    told = say.say("value_none") if fact.value is None else say.number(fact.value)
    if fact.value is not None and fact.unit:
        told = f"{told} {fact.unit}"
    if fact.predicate:
        told = f"{told} ({fact.predicate})"
    if fact.rank is not None:
        phrase = "rank_told" if fact.rank_of is None else "rank_told_of"
        told = f"{told}, {say.say(phrase, rank=fact.rank, rank_of=fact.rank_of)}"
    if "off scale" in fact.flaws:
        told = f"{told}, {say.say('off_scale')}"
    return told


def index_row(fact: IndexFact, change: float | None = None) -> Row:
    """The row of one value."""
    return Row(
        region=fact.region,
        index=fact.index,
        year=fact.year,
        rank=fact.rank,
        value=fact.value,
        change=change,
        predicate=fact.predicate,
        facts=(fact.id,),
    )


def difference(later: float, earlier: float) -> float:
    """The difference as written numbers have it: 3.82 - 2.60 is 1.22."""
    return float(Decimal(str(later)) - Decimal(str(earlier)))


def _trend_of(store: Store, reading: Reading, region: Place, index: Named, say: Phrasing) -> Finding:
    facts = _facts(store, region, index)
    asked = [f for f in facts if f.value is not None and f.year is not None and reading.covers(f.year)]
    if not asked:
        return _unknown(reading, region, index, say, facts)
    asked.sort(key=lambda fact: fact.year or 0)
    rows: list[Row] = []
    told: list[str] = []
    for fact in asked:
        before = rows[-1].value if rows else None
        change = None if before is None or fact.value is None else difference(fact.value, before)
        rows.append(index_row(fact, change))
        moved = f", {_moved(change, say)}" if change is not None else ""
        told.append(f"{fact.year}: {details(fact, say)}{moved}")
    text = say.say("trend", index=say.thing(index), region=region.name, list="; ".join(told))
    if len(rows) == 1:
        text += say.say("trend_one")
    known = expected = None
    years = set(reading.years)
    if reading.since is not None and reading.until is not None:
        years = set(range(reading.since, reading.until + 1))
    if len(years) > 1:
        known, expected = len({fact.year for fact in asked}), len(years)
        if known < expected:
            text += say.say("trend_part", known=known, expected=expected)
    return Finding(True, text, rows=rows, facts=list(asked), known=known, expected=expected)


def _moved(change: float, say: Phrasing) -> str:
    if change == 0:
        return say.say("unchanged")
    return say.say("changed" if change > 0 else "changed_down", change=say.number(abs(change)))

"""Which regions have the highest or lowest known value of an index."""

from collections.abc import Iterator

from extractors.lexicon import Index, indices
from extractors.region import regions
from extractors.statement import Named
from knowledge.answer_indices import details, index_row
from knowledge.fact import IndexFact
from knowledge.finding import Finding, asked_levels, within
from knowledge.phrasing import Phrasing
from knowledge.reading import Reading
from knowledge.spelling import plain
from knowledge.store import FactQuery, Store


def ranking(store: Store, reading: Reading, say: Phrasing) -> list[Finding]:
    """The order by value, one finding for each index and year; without a year, the newest known."""
    found: list[Finding] = []
    for index in reading.indices:
        years = reading.years or _years(store, reading, index)
        found.extend(_of_year(store, reading, index, year, say) for year in years)
        if not years:
            found.append(_unknown(store, reading, index, say))
    return found


def _facts(store: Store, reading: Reading, index: Named, year: int | None) -> Iterator[IndexFact]:
    province = reading.province.id if reading.province else None
    query = FactQuery(kind="index", thing=index.id, year=year, province=province)
    for fact in within(store, query, asked_levels(reading)):
        if isinstance(fact, IndexFact) and fact.value is not None:
            yield fact


def _years(store: Store, reading: Reading, index: Named) -> list[int]:
    known = {f.year for f in _facts(store, reading, index, None) if f.year and reading.covers(f.year)}
    return sorted(known) if reading.dated else sorted(known)[-1:]


def _of_year(store: Store, reading: Reading, index: Named, year: int, say: Phrasing) -> Finding:
    # A base holds at most one fact for each region, index and year: a few hundred in all.
    facts = [fact for fact in _facts(store, reading, index, year) if _band(fact, reading)]
    highest = reading.order != "lowest"
    facts.sort(key=lambda fact: ((fact.value or 0) * (-1 if highest else 1), fact.region.name))
    chosen = _chosen(facts, reading)
    lone = len(facts) == 1 and reading.top_n is not None and facts[0].rank != 1
    if not chosen or lone:
        return _unknown(store, reading, index, say, year)
    listing = say.series([f"{fact.region.name} {details(fact, say)}" for fact in chosen])
    phrase = f"ranking_{reading.order}" if reading.top_n or reading.rank else "ranking_open"
    if reading.predicate:
        phrase = "ranking_open"
    text = say.say(
        phrase,
        index=say.thing(index),
        year=year,
        where=_where(reading, say),
        known=len(facts),
        field=_field(reading, say),
        list=listing,
    )
    rows = [index_row(fact) for fact in chosen]
    several = reading.top_n is not None and reading.top_n > 1
    return Finding(
        True,
        text,
        rows=rows,
        facts=list(chosen),
        known=len(rows) if several else None,
        expected=reading.top_n if several else None,
    )


def _band(fact: IndexFact, reading: Reading) -> bool:
    """Whether a value has the predicate asked for, as told or, untold, by the index's own bands."""
    if reading.predicate is None:
        return True
    told = fact.predicate or next((_of_bands(i, fact) for i in indices() if i.id == fact.index.id), None)
    return told is not None and plain(told) == plain(reading.predicate)


def _of_bands(index: Index, fact: IndexFact) -> str | None:
    return None if fact.value is None else index.band(fact.value)


def _chosen(facts: list[IndexFact], reading: Reading) -> list[IndexFact]:
    """The first n with all that equal the last of them, those in one place, or all."""
    if reading.rank is not None:
        values = [fact.value for fact in facts]
        return [fact for fact in facts if values.index(fact.value) + 1 == reading.rank]
    if reading.top_n is None:
        return facts
    last = facts[: reading.top_n][-1:]
    return [fact for at, fact in enumerate(facts) if at < reading.top_n or fact.value == last[0].value]


def _where(reading: Reading, say: Phrasing) -> str:
    return say.say("where", province=reading.province.name) if reading.province else ""


def _field(reading: Reading, say: Phrasing) -> str:
    """How many regions could have a value: "38 kabupaten/kota"."""
    levels = asked_levels(reading)
    count = sum(
        (not levels or region.level in levels)
        and (reading.province is None or region.province == reading.province.id)
        for region in regions()
    )
    return f"{count} {say.levels(levels)}"


def _unknown(store: Store, reading: Reading, index: Named, say: Phrasing, year: int | None = None) -> Finding:
    """No order can be told; near it are single values of the year, or the years that have some."""
    period = f" {year}" if year else say.period(reading)
    asked = say.say("ranking_of", index=say.thing(index), period=period, where=_where(reading, say))
    text = say.say("not_known_what", what=asked)
    same = list(_facts(store, reading, index, year)) if year else []
    if same:
        near = say.series([f"{fact.region.name} {details(fact, say)}" for fact in same])
        return Finding(False, text + say.say("nearby", list=near), facts=list(same))
    years: dict[int | None, int] = {}
    for fact in _facts(store, reading, index, None):
        years[fact.year] = years.get(fact.year, 0) + 1
    if not years:
        return Finding(False, text)
    counted = sorted(years.items(), key=lambda item: -(item[0] or 0))
    told = [say.say("values_counted", year=say.year(year), count=count) for year, count in counted]
    return Finding(False, text + say.say("nearby", list=say.listed(told)))

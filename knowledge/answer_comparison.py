"""Indices side by side: which region has more, and whose value rose or fell most."""

from collections.abc import Iterator

from extractors.statement import Named
from knowledge.answer_indices import details, difference, index_row
from knowledge.answer_shape import Row
from knowledge.fact import IndexFact
from knowledge.finding import Finding, asked_levels, within
from knowledge.phrasing import Phrasing
from knowledge.reading import Reading
from knowledge.store import FactQuery, Store

Pair = tuple[IndexFact, IndexFact]
"""The earlier and the later value of one region."""


def comparison(store: Store, reading: Reading, say: Phrasing) -> list[Finding]:
    """Which of the regions has the higher or lower value, one finding for each index.

    Only where the values of all are known for one year; without a year asked for, the newest such year.
    """
    return [_compared(store, reading, index, say) for index in reading.indices]


def _compared(store: Store, reading: Reading, index: Named, say: Phrasing) -> Finding:
    by_year: dict[int, list[IndexFact]] = {}
    known: list[IndexFact] = []
    for region in reading.regions:
        for fact in store.facts(FactQuery(kind="index", subject=region.id, thing=index.id)):
            if isinstance(fact, IndexFact) and fact.value is not None and fact.year is not None:
                known.append(fact)
                by_year.setdefault(fact.year, []).append(fact)
    whole = [
        year
        for year, facts in by_year.items()
        if reading.covers(year) and len({fact.region.id for fact in facts}) == len(reading.regions)
    ]
    names = say.listed([region.name for region in reading.regions])
    if not whole:
        asked = say.say("compared", index=say.thing(index), regions=names, period=say.period(reading))
        text = say.say("not_known_what", what=asked)
        if known:
            near = [f"{fact.region.name} {fact.year}: {details(fact, say)}" for fact in known]
            text += say.say("nearby", list=say.series(near))
        return Finding(False, text, facts=list(known))
    year = max(whole)
    sign = 1 if reading.order == "lowest" else -1
    facts = sorted(by_year[year], key=lambda fact: (sign * (fact.value or 0), fact.region.name))
    listing = say.series([f"{fact.region.name} {details(fact, say)}" for fact in facts])
    text = say.say("values_beside", index=say.thing(index), year=year, list=listing)
    first, second = facts[0], facts[1]
    gap = abs(difference(first.value or 0, second.value or 0))
    if gap == 0:
        text += say.say("equal")
    else:
        phrase = "lower" if reading.order == "lowest" else "higher"
        text += say.say(phrase, region=first.region.name, gap=say.number(gap))
    return Finding(True, text, rows=[index_row(fact) for fact in facts], facts=list(facts))


def rise(store: Store, reading: Reading, say: Phrasing) -> list[Finding]:
    """Whose value rose (or, with the order "lowest", fell) most between two years, one finding an index.

    Without years asked for, between the two newest years of which two regions are known.
    """
    return [_risen(store, reading, index, say) for index in reading.indices]


def _risen(store: Store, reading: Reading, index: Named, say: Phrasing) -> Finding:
    values: dict[str, dict[int, IndexFact]] = {}
    for fact in _facts(store, reading, index):
        if fact.year is not None:
            values.setdefault(fact.region.id, {})[fact.year] = fact
    span = _span(reading, values)
    pairs = _pairs(values, span) if span else []
    falls = reading.order == "lowest"
    moved = [(change(pair), pair) for pair in pairs]
    moved.sort(key=lambda item: (item[0] if falls else -item[0], item[1][1].region.name))
    chosen = [item for item in moved if (item[0] < 0 if falls else item[0] > 0)][: reading.top_n or 1]
    chosen += [item for item in moved if chosen and item[0] == chosen[-1][0] and item not in chosen]
    where = say.say("where", province=reading.province.name) if reading.province else ""
    period = f"{span[0]}–{span[1]}" if span else say.years(reading)
    asked = say.say("fall_of" if falls else "rise_of", index=say.thing(index), period=period, where=where)
    if len(pairs) < 2 or not chosen:
        text = say.say("not_known_what", what=asked)
        if pairs:
            near = say.series([_told(moving, pair, say) for moving, pair in moved])
            text += say.say("nearby", list=near)
        return Finding(False, text, facts=[fact for pair in pairs for fact in pair])
    listing = say.series([_told(moving, pair, say) for moving, pair in chosen])
    text = say.say("moved_most", what=asked, known=len(pairs), list=listing)
    rows: list[Row] = [
        index_row(pair[1], moving).model_copy(update={"facts": (pair[1].id, pair[0].id)})
        for moving, pair in chosen
    ]
    return Finding(True, text, rows=rows, facts=[fact for _, pair in chosen for fact in reversed(pair)])


def _facts(store: Store, reading: Reading, index: Named) -> Iterator[IndexFact]:
    province = reading.province.id if reading.province else None
    query = FactQuery(kind="index", thing=index.id, province=province)
    for fact in within(store, query, asked_levels(reading)):
        if isinstance(fact, IndexFact) and fact.value is not None:
            yield fact


def _span(reading: Reading, values: dict[str, dict[int, IndexFact]]) -> tuple[int, int] | None:
    """The two years asked for; one year is compared with the one before it."""
    if reading.years:
        first, last = min(reading.years), max(reading.years)
        return (first, last) if first < last else (first - 1, last)
    if reading.since is not None and reading.until is not None:
        return reading.since, reading.until
    known = sorted({year for by_year in values.values() for year in by_year if reading.covers(year)})
    spans = [(known[0], last) if reading.since is not None else (last - 1, last) for last in known[1:]]
    several = [span for span in spans if len(_pairs(values, span)) > 1]
    return several[-1] if several else None


def _pairs(values: dict[str, dict[int, IndexFact]], span: tuple[int, int]) -> list[Pair]:
    first, last = span
    return [(known[first], known[last]) for known in values.values() if first in known and last in known]


def change(pair: Pair) -> float:
    """How much the value rose; negative where it fell."""
    return difference(pair[1].value or 0, pair[0].value or 0)


def _told(moving: float, pair: Pair, say: Phrasing) -> str:
    numbers = f"{say.number(pair[0].value or 0)} → {say.number(pair[1].value or 0)}"
    phrase = "unchanged" if moving == 0 else "changed" if moving > 0 else "changed_down"
    return f"{pair[1].region.name} {numbers} ({say.say(phrase, change=say.number(abs(moving)))})"

"""What is known of a region: who leads it, its newest index values, its awards."""

import math

from extractors.statement import Place
from knowledge.answer_indices import details, index_row, newest
from knowledge.answer_offices import HEADS, newest_first, office_phrase, office_row
from knowledge.answer_results import award_phrase
from knowledge.fact import AwardFact, Fact, IndexFact, OfficeFact
from knowledge.finding import Finding
from knowledge.phrasing import Phrasing
from knowledge.reading import Reading
from knowledge.store import FactQuery, Store
from knowledge.winners import award_row

NAMED = 3
"""Facts of each kind that the sentence names; the rows have all of them."""


def region(store: Store, reading: Reading, say: Phrasing) -> list[Finding]:
    """All that is known of each region in the years asked for."""
    return [_region(store, reading, place, say) for place in reading.regions]


def _region(store: Store, reading: Reading, place: Place, say: Phrasing) -> Finding:
    facts = list(store.facts(FactQuery(subject=place.id)))
    offices = sorted(
        (f for f in facts if isinstance(f, OfficeFact) and _within(f, reading)),
        key=lambda f: (f.position not in HEADS, newest_first(f)),
    )
    values = [f for f in facts if isinstance(f, IndexFact) and reading.covers(f.year)]
    values = sorted(newest(values), key=lambda f: (-(f.year or 0), f.index.name, f.id))
    awards = [f for f in facts if isinstance(f, AwardFact) and reading.covers(f.year)]
    awards.sort(key=lambda f: (-(f.year or 0), f.rank or math.inf, f.award.name, f.id))
    shown: list[Fact] = [*offices, *values, *awards]
    if not shown:
        asked = say.say("region_of", region=f"{place.name}{say.period(reading)}")
        return Finding(False, say.say("not_known_what", what=asked))
    named = [office_phrase(fact, say) for fact in offices[:NAMED]]
    named += [f"{say.thing(f.index)} {say.year(f.year)}: {details(f, say)}" for f in values[:NAMED]]
    named += [award_phrase(fact, say) for fact in awards[:NAMED]]
    text = say.say(
        "region_known",
        region=f"{place.name}{say.period(reading)}",
        awards=len(awards),
        indices=len(values),
        offices=len(offices),
        text=say.say("region_latest", list="; ".join(named)),
    )
    rows = [*map(office_row, offices), *map(index_row, values), *(award_row([fact]) for fact in awards)]
    return Finding(True, text, rows=rows, facts=shown)


def _within(fact: OfficeFact, reading: Reading) -> bool:
    if not reading.dated:
        return True
    return fact.last_seen is not None and reading.covers(int(fact.last_seen[:4]))

"""What sources disagree on."""

from knowledge.answer_indices import details as index_details
from knowledge.answer_indices import index_row
from knowledge.answer_offices import office_row
from knowledge.answer_results import details as award_details
from knowledge.fact import AwardFact, Fact, IndexFact
from knowledge.finding import Finding
from knowledge.phrasing import Phrasing
from knowledge.reading import Reading
from knowledge.store import FactQuery, Store
from knowledge.winners import award_row

TOLD = frozenset({"value", "rank", "rank_of", "top_n", "predicate", "streak", "year"})
"""Fields of facts that answers tell. The wordings of givers and events differ in every newspaper."""


def disputes(store: Store, reading: Reading, say: Phrasing) -> list[Finding]:
    """The facts on which sources disagree, of the regions, awards, indices and years asked for."""
    subjects: list[str | None] = [region.id for region in reading.regions] or [None]
    things: list[str | None] = [thing.id for thing in (*reading.awards, *reading.indices)] or [None]
    facts: list[Fact] = [
        fact
        for subject in subjects
        for thing in things
        for fact in store.facts(FactQuery(subject=subject, thing=thing))
        if _disputed(fact, reading)
    ]
    about = [*(say.thing(thing) for thing in (*reading.awards, *reading.indices))]
    about += [region.name for region in reading.regions]
    asked = f"{' '.join(about)}{say.period(reading)}"
    if not facts:
        return [Finding(False, say.say("no_dispute", what=asked))]
    told = [_told(fact, say) for fact in facts]
    text = say.say("disputed", what=asked, count=len(facts), list=say.series(told))
    rows = [
        award_row([fact])
        if isinstance(fact, AwardFact)
        else index_row(fact)
        if isinstance(fact, IndexFact)
        else office_row(fact)
        for fact in facts
    ]
    return [Finding(True, text, rows=rows, facts=facts)]


def _disputed(fact: Fact, reading: Reading) -> bool:
    if not any(conflict.field in TOLD for conflict in fact.conflicts):
        return False
    return reading.covers(fact.year) if isinstance(fact, AwardFact | IndexFact) else not reading.dated


def _told(fact: Fact, say: Phrasing) -> str:
    match fact:
        case AwardFact():
            name = f"{fact.recipient.name}, {say.thing(fact.award)} {say.year(fact.year)}"
            return f"{name}: {award_details(fact, say)}"
        case IndexFact():
            name = f"{fact.region.name}, {say.thing(fact.index)} {say.year(fact.year)}"
            return f"{name}: {index_details(fact, say)}"
        case _:
            return fact.person.name

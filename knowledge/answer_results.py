"""How regions came out of an award, and which awards they received."""

import math

from extractors.lexicon import awards as lexicon
from extractors.statement import Place
from knowledge.answer_recipients import what
from knowledge.answer_shape import Row
from knowledge.fact import AwardFact
from knowledge.finding import Finding
from knowledge.phrasing import Phrasing
from knowledge.reading import Reading
from knowledge.spelling import plain
from knowledge.store import FactQuery, Store
from knowledge.winners import award_row, fits_category, in_place


def result(store: Store, reading: Reading, say: Phrasing) -> list[Finding]:
    """How each region came out, one finding for each region and award."""
    return [
        _result_of(store, reading.model_copy(update={"awards": (award,)}), region, say)
        for region in reading.regions
        for award in reading.awards
    ]


def _result_of(store: Store, reading: Reading, region: Place, say: Phrasing) -> Finding:
    query = FactQuery(kind="award", subject=region.id, thing=reading.awards[0].id)
    facts = [fact for fact in store.facts(query) if isinstance(fact, AwardFact)]
    asked = [fact for fact in facts if reading.covers(fact.year) and fits_category(fact, reading)]
    if reading.latest and not reading.dated and asked:
        newest = max(fact.year or 0 for fact in asked)
        asked = [fact for fact in asked if (fact.year or 0) == newest]
    asked.sort(key=lambda fact: (-(fact.year or 0), fact.rank or math.inf, fact.id))
    words = what(reading, say)
    if not asked:
        return _unknown(reading, region, say, facts)
    told = " ".join(_outcome(fact, region, say) for fact in asked)
    verdict = _verdict(reading, asked)
    if verdict is None:
        subject = say.say("rank_unknown", region=region.name, what=words)
        if reading.asks != "rank":
            subject = say.say("not_known_what", what=_asked(reading, region, say))
        near = say.say("nearby", list="; ".join(details(fact, say) for fact in asked))
        return Finding(False, subject + near, facts=list(asked))
    if reading.yes_no:
        told = say.say("affirmed" if verdict else "denied", text=told)
    return Finding(True, told, rows=[award_row([fact]) for fact in asked], facts=list(asked))


def _verdict(reading: Reading, facts: list[AwardFact]) -> bool | None:
    """Whether the facts say yes to what was asked, say no to it (another rank), or say nothing of it."""
    if reading.predicate is not None:
        told = [fact.predicate for fact in facts if fact.predicate]
        if any(plain(predicate) == plain(reading.predicate) for predicate in told):
            return True
        return False if told else None
    if reading.rank is not None or reading.top_n is not None:
        if any(in_place(fact, reading) for fact in facts):
            return True
        return False if any(fact.rank for fact in facts) else None
    if reading.asks == "rank":
        graded = {award.id for award in lexicon() if award.graded}
        known = any(fact.rank or (fact.predicate and fact.award.id in graded) for fact in facts)
        return True if known else None
    return True


def _asked(reading: Reading, region: Place, say: Phrasing) -> str:
    return say.say("result_of", region=region.name, what=what(reading, say))


def _unknown(reading: Reading, region: Place, say: Phrasing, others: list[AwardFact]) -> Finding:
    """Nothing of the years asked for; near it is what the region got in other years."""
    text = say.say("not_known_what", what=_asked(reading, region, say))
    if not others:
        return Finding(False, text)
    others.sort(key=lambda fact: -(fact.year or 0))
    near = [f"{say.year(fact.year)}: {details(fact, say)}" for fact in others]
    return Finding(False, text + say.say("nearby", list="; ".join(near)), facts=list(others))


def _outcome(fact: AwardFact, region: Place, say: Phrasing) -> str:
    edition = f"{say.thing(fact.award)} {say.year(fact.year) if fact.year else ''}".strip()
    if fact.year is None:
        edition = f"{edition} ({say.year(None)})"
    return say.say("outcome", region=region.name, what=edition, details=details(fact, say))


def details(fact: AwardFact, say: Phrasing) -> str:
    """What is told of an outcome: "peringkat 9, masuk 10 besar, kategori Pemerintah Kota"."""
    told = []
    if fact.rank is not None:
        told.append(say.say("rank_told", rank=fact.rank))
    if fact.top_n is not None:
        told.append(say.say("top_told", n=fact.top_n))
    if fact.predicate is not None:
        told.append(say.say("predicate", predicate=fact.predicate))
    if fact.category is not None:
        told.append(say.say("category", category=fact.category))
    if fact.streak is not None:
        told.append(say.say("streak", streak=fact.streak))
    return ", ".join(told) or say.say("received_it")


def awards(store: Store, reading: Reading, say: Phrasing) -> list[Finding]:
    """All awards of each region, the newest first."""
    return [_awards_of(store, reading, region, say) for region in reading.regions]


def _awards_of(store: Store, reading: Reading, region: Place, say: Phrasing) -> Finding:
    facts = [
        fact
        for fact in store.facts(FactQuery(kind="award", subject=region.id))
        if isinstance(fact, AwardFact)
    ]
    asked = [fact for fact in facts if reading.covers(fact.year)]
    if reading.latest and not reading.dated:
        newest = max((fact.year or 0 for fact in asked), default=0)
        asked = [fact for fact in asked if (fact.year or 0) == newest]
    asked.sort(key=lambda fact: (-(fact.year or 0), fact.award.name, fact.rank or math.inf, fact.id))
    period = say.period(reading)
    if not asked:
        text = say.say("not_known_what", what=say.say("awards_of", region=region.name, period=period))
        if not facts:
            return Finding(False, text)
        near = say.listed([award_phrase(fact, say) for fact in facts])
        return Finding(False, text + say.say("nearby", list=near), facts=list(facts))
    listing = say.listed([award_phrase(fact, say) for fact in asked])
    rows: list[Row] = [award_row([fact]) for fact in asked]
    text = say.say("awards_known", region=region.name, period=period, list=listing, count=len(rows))
    return Finding(True, text, rows=rows, facts=list(asked))


def award_phrase(fact: AwardFact, say: Phrasing) -> str:
    """An award in a list: "DGA 2024 (peringkat 9)"."""
    told = details(fact, say)
    name = f"{say.thing(fact.award)} {fact.year}" if fact.year else say.thing(fact.award)
    parts = [] if fact.year else [say.year(None)]
    if told != say.say("received_it"):
        parts.append(told)
    return f"{name} ({', '.join(parts)})" if parts else name

"""What people should look at first: doubts, conflicts, what cannot be, and names that nobody has settled."""

import heapq
from collections.abc import Iterator
from itertools import combinations, groupby
from typing import Literal

from rapidfuzz import fuzz

from extractors.statement import Model
from knowledge.fact import AwardFact, Fact, OfficeFact
from knowledge.impossible import SINGLE, Impossible, impossible
from knowledge.spelling import plain
from knowledge.store import FactQuery, Store
from knowledge.weighing import OWN_WORDS

Reason = Literal["doubtful", "conflict", "impossible", "unlisted award", "unknown region", "same person"]

DOUBTFUL = 0.6
"""Facts less sure than this are doubtful."""
ALIKE = 85.0
"""Of 100, as rapidfuzz's `token_sort_ratio` counts: two names of one office that may be one person's."""
SHORTENED = 90.0
"""The same for `token_set_ratio`, which forgives names left out, where two or more are the same."""


class Matter(Model):
    """Something to look at. `weight` orders: articles that rest on it, times how much is in doubt.

    `facts` and `statements` are ids to judge; `told` says what it is about, `score` (0..1) how alike two
    names of persons are.
    """

    reason: Reason
    weight: float
    told: str
    facts: tuple[str, ...]
    statements: tuple[str, ...] = ()
    score: float | None = None


def review(store: Store, limit: int = 50, reason: Reason | None = None) -> list[Matter]:
    """The matters that weigh most, heaviest first; memory holds these and one edition of an award."""
    matters = (matter for matter in _matters(store) if reason in (None, matter.reason))
    return heapq.nsmallest(limit, matters, key=lambda one: (-one.weight, one.reason, one.told, one.facts))


def _matters(store: Store) -> Iterator[Matter]:
    for fact in store.facts(FactQuery()):
        yield from _of_fact(fact)
    for told in impossible(store):
        yield _impossible(store, told)
    yield from _unlisted(store)
    yield from _same_persons(store)


def _of_fact(fact: Fact) -> Iterator[Matter]:
    if fact.confidence < DOUBTFUL and not fact.conflicts:
        weight = round(fact.articles * (1 - fact.confidence), 4)
        told = f"{title(fact)}: {fact.confidence:g}"
        yield Matter(
            reason="doubtful", weight=weight, told=told, facts=(fact.id,), statements=fact.statements
        )
    for conflict in fact.conflicts:
        if conflict.field in OWN_WORDS or conflict.settled is not None:
            continue
        sides = " / ".join(f"{side.value} ({side.weight:.0%})" for side in conflict.sides)
        yield Matter(
            reason="conflict",
            weight=round(fact.articles * (1 - conflict.sides[0].weight), 4),
            told=f"{title(fact)}, {conflict.field}: {sides}",
            facts=(fact.id,),
            statements=tuple(name for side in conflict.sides for name in side.statements),
        )
    if isinstance(fact, OfficeFact) and _lost(fact):
        yield Matter(
            reason="unknown region",
            weight=round(fact.articles * 0.5, 4),
            told=title(fact),
            facts=(fact.id,),
            statements=fact.statements,
        )


def _lost(fact: OfficeFact) -> bool:
    """Whether a position that regions have is told without its region."""
    return fact.region is None and fact.body is None and plain(fact.position) in SINGLE


def _impossible(store: Store, told: Impossible) -> Matter:
    facts = [fact for name in told.facts if (fact := store.fact(name))]
    about = title(facts[0]) if facts else ""
    return Matter(
        reason="impossible",
        weight=float(sum(fact.articles for fact in facts)),
        told=f"{told.kind}: {about}: {', '.join(told.told)}",
        facts=told.facts,
        statements=tuple(name for fact in facts for name in fact.statements),
    )


def _unlisted(store: Store) -> Iterator[Matter]:
    """Awards that only articles know, each once."""
    awards = (fact for fact in store.facts(FactQuery(kind="award")) if isinstance(fact, AwardFact))
    for _, group in groupby(awards, key=lambda fact: fact.award.id):
        first = next(group)
        if not first.award.listed:
            articles = first.articles + sum(fact.articles for fact in group)
            yield Matter(
                reason="unlisted award", weight=articles * 0.5, told=first.award.name, facts=(first.id,)
            )


def _same_persons(store: Store) -> Iterator[Matter]:
    """Two names of one position of one region that are so alike that they may be one person's."""
    offices = (fact for fact in store.facts(FactQuery(kind="office")) if isinstance(fact, OfficeFact))
    for _, group in groupby(offices, key=lambda fact: (plain(fact.position), fact.region, fact.body)):
        held = {fact.person.id: fact for fact in group if fact.region or fact.body}
        for one, other in combinations(held.values(), 2):
            score = likeness(one.person.name, other.person.name)
            if score is not None:
                rarer = min(one, other, key=lambda fact: (fact.articles, fact.id))
                yield Matter(
                    reason="same person",
                    weight=round(rarer.articles * score, 4),
                    told=f"{title(one)} = {other.person.name}",
                    facts=(rarer.id, (other if rarer is one else one).id),
                    score=score,
                )


def likeness(one: str, other: str) -> float | None:
    """How alike two names are, 0..1, or None where they are not alike enough to be one person's.

    "Ipuk Fiestiandani" and "Ipuk Fiestiandani Azwar Anas" are; one name alone ("Wahyu") tells too little.
    """
    first, second = plain(one), plain(other)
    score = fuzz.token_sort_ratio(first, second)
    if score >= ALIKE:
        return round(score / 100, 4)
    shared = set(first.split()) & set(second.split())
    score = fuzz.token_set_ratio(first, second)
    return round(score / 100, 4) if len(shared) >= 2 and score >= SHORTENED else None


def title(fact: Fact) -> str:
    """What a fact is about, in one line."""
    parts: tuple[str | int | None, ...]
    match fact:
        case AwardFact():
            parts = (fact.award.name, fact.year, fact.category, fact.recipient.name)
        case OfficeFact():
            seat = fact.region or fact.body
            parts = (fact.acting, fact.position, seat.name if seat else None, fact.person.name)
        case _:
            parts = (fact.index.name, fact.year, None, fact.region.name)
    return ", ".join(str(part) for part in parts if part is not None)

"""What cannot all be true: two firsts of one list, eleven in a top ten, two mayors at once."""

from collections.abc import Iterable, Iterator
from itertools import combinations, groupby
from typing import Literal

from extractors.statement import Model
from knowledge.fact import AwardFact, Fact, IndexFact, OfficeFact
from knowledge.spelling import plain
from knowledge.store import FactQuery, Store
from knowledge.winners import grouped, shared_ranks

Kind = Literal[
    "off scale", "rank beyond the list", "two at one rank", "too many in a list", "two in one office"
]

SINGLE = frozenset(
    plain(position)
    for position in (
        "Wali Kota",
        "Wakil Wali Kota",
        "Bupati",
        "Wakil Bupati",
        "Gubernur",
        "Wakil Gubernur",
        "Sekretaris Daerah",
        "Ketua DPRD",
    )
)
"""Positions that one person of a region holds (Law 23/2014 on regional government)."""


class Impossible(Model):
    """Facts (ids) that cannot all hold; `told` are the names, or the value that is off its scale."""

    kind: Kind
    facts: tuple[str, ...]
    told: tuple[str, ...]


def impossible(store: Store) -> Iterator[Impossible]:
    """All that cannot be, in the order of facts; memory holds one edition of an award at a time."""
    awards = (fact for fact in store.facts(FactQuery(kind="award")) if isinstance(fact, AwardFact))
    for _, edition in groupby(awards, key=lambda fact: (fact.award.id, fact.year)):
        yield from _of_edition(store, list(edition))
    for fact in store.facts(FactQuery(kind="index")):
        if isinstance(fact, IndexFact):
            yield from _of_index(fact)
    offices = (fact for fact in store.facts(FactQuery(kind="office")) if isinstance(fact, OfficeFact))
    for _, holders in groupby(offices, key=lambda fact: (plain(fact.position), fact.region)):
        yield from of_office(holders)


def impossible_with(store: Store, fact: Fact) -> list[Impossible]:
    """What cannot be true together with, or of, one fact."""
    match fact:
        case AwardFact():
            query = FactQuery(kind="award", thing=fact.award.id, year=fact.year)
            edition = [other for other in store.facts(query) if isinstance(other, AwardFact)]
            found = _of_edition(store, [other for other in edition if other.year == fact.year])
        case IndexFact():
            found = _of_index(fact)
        case OfficeFact():
            seat = fact.region.id if fact.region else None
            query = FactQuery(kind="office", thing=fact.position, subject=seat)
            found = of_office(other for other in store.facts(query) if isinstance(other, OfficeFact))
    return [one for one in found if fact.id in one.facts]


def _of_edition(store: Store, facts: list[AwardFact]) -> Iterator[Impossible]:
    for fact in facts:
        for flaw in fact.flaws:
            yield Impossible(kind=flaw, facts=(fact.id,), told=(f"{fact.rank} > {fact.top_n}",))
    if not facts or facts[0].year is None:
        return  # those without a year may be of any edition
    for winners in grouped(facts).values():
        for dispute in shared_ranks(store, winners):
            names = tuple(str(side.value) for side in dispute.sides)
            yield Impossible(kind="two at one rank", facts=dispute.facts, told=names)
        yield from _too_many(winners)


def _too_many(winners: dict[str, list[AwardFact]]) -> Iterator[Impossible]:
    """More recipients among the first n than n, where articles tell of the first n."""
    told = [fact for facts in winners.values() for fact in facts]
    for size in sorted({fact.top_n for fact in told if fact.top_n}):
        within = {
            fact.recipient.name: fact.id for fact in told if (fact.rank or fact.top_n or size + 1) <= size
        }
        if len(within) > size:
            names = tuple(sorted(within))
            yield Impossible(
                kind="too many in a list", facts=tuple(within[name] for name in names), told=names
            )


def _of_index(fact: IndexFact) -> Iterator[Impossible]:
    for flaw in fact.flaws:
        told = str(fact.value) if flaw == "off scale" else f"{fact.rank} > {fact.rank_of}"
        yield Impossible(kind=flaw, facts=(fact.id,), told=(told,))


def of_office(holders: Iterable[OfficeFact]) -> Iterator[Impossible]:
    """Two who are said to hold one office of a region at the same time.

    A change of office between two articles is none, and somebody who only acts ("Pj") may hold an office
    between two terms of another, or during a leave.
    """
    dated = [
        fact
        for fact in holders
        if fact.region and fact.first_seen and fact.last_seen and plain(fact.position) in SINGLE
    ]
    for one, other in combinations(sorted(dated, key=lambda fact: (fact.first_seen or "", fact.id)), 2):
        if plain(one.person.name) == plain(other.person.name) or one.region != other.region:
            continue
        if _overlap(one, other) and not (_stands_in(one, other) or _stands_in(other, one)):
            yield Impossible(
                kind="two in one office", facts=(one.id, other.id), told=(one.person.name, other.person.name)
            )


def _overlap(one: OfficeFact, other: OfficeFact) -> bool:
    return (one.first_seen or "") < (other.last_seen or "") and (other.first_seen or "") < (
        one.last_seen or ""
    )


def _stands_in(one: OfficeFact, other: OfficeFact) -> bool:
    """Whether one only acts, and the other was seen in office before it and after it."""
    return one.acting is not None and (
        (other.first_seen or "") <= (one.first_seen or "")
        and (one.last_seen or "") <= (other.last_seen or "")
    )

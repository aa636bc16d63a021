"""What a fact is found and sorted by, the same in every store."""

import re
import struct

from extractors.statement import Level, Model, Place
from knowledge.fact import AwardFact, Fact, IndexFact
from knowledge.spelling import plain

_CODE = re.compile(r"\d\d(\.\d\d)?")
_END = "\x1f"
"""Parts the keys of an order; below every sign that a name holds."""


class Keys(Model):
    """The keys that a `FactQuery` is held against, and the fact's place among others.

    `order` is unique; its byte order is that of every list of facts: kind, thing, year, rank (unknown ones
    last), value (highest first), predicate, name. `thing` is written by `plain`.
    """

    kind: str
    thing: str
    subject: str | None
    person: str | None
    year: str | None
    level: Level | None
    province: str | None
    order: str


def keys(fact: Fact) -> Keys:
    """The keys of a fact."""
    place: Place | None
    rank = value = year = person = predicate = None
    if isinstance(fact, AwardFact):
        place, thing = fact.recipient, fact.award.id
        year, rank, predicate = fact.year, fact.rank, fact.predicate
    elif isinstance(fact, IndexFact):
        place, thing = fact.region, fact.index.id
        year, rank, predicate, value = fact.year, fact.rank, fact.predicate, fact.value
    else:
        place, thing, person = fact.region or fact.body, fact.position, fact.person
    return Keys(
        kind=fact.kind,
        thing=plain(thing),
        subject=place.id if place else None,
        person=person.id if person else None,
        year=str(year) if year is not None else None,
        level=place.level if place else None,
        province=place.id[:2] if place and _CODE.fullmatch(place.id) else None,
        order=_END.join(
            (
                fact.kind,
                plain(thing),
                _rising(year),
                _rising(rank),
                _falling(value),
                f"0{predicate}" if predicate else "1",
                place.name if place else "",
                person.name if person else "",
                fact.id,
            )
        ),
    )


def _rising(number: int | None) -> str:
    return "1" if number is None else f"0{number:020d}"


def _falling(number: float | None) -> str:
    if number is None:
        return "1"
    bits: int = struct.unpack(">q", struct.pack(">d", -number))[0]
    # Read as integers, doubles sort rightly, but the negative ones backwards.
    return f"0{(bits if bits >= 0 else -(bits + 2**63)) + 2**63:020d}"

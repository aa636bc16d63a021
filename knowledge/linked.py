"""Facts as JSON-LD, with Wikidata's properties where there is one and Kemendagri's codes for regions."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from extractors.region import by_id
from extractors.statement import Named, Place
from knowledge.fact import AwardFact, Conflict, Fact, IndexFact, OfficeFact
from knowledge.store import Store

FACT = "urn:piagam:fact:"
REGION = "urn:kemendagri:"

CONTEXT: dict[str, Any] = {
    "@vocab": "urn:piagam:vocabulary:",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "schema": "https://schema.org/",
    "name": "schema:name",
    "region": {"@type": "@id"},
    "received": "wdt:P166",
    "held": "wdt:P39",
    "rank": "wdt:P1352",
    "code": "wdt:P2588",
    "source": {"@id": "wdt:P854", "@type": "@id"},
}
"""P166 award received, P39 position held, P1352 ranking, P2588 administrative code of Indonesia, P854
reference URL (https://www.wikidata.org/wiki/Wikidata:List_of_properties); the rest is our own.
"""


def write_linked(facts: Iterable[Fact], store: Store, out: TextIO) -> int:
    """Write one JSON-LD document with a node for each fact, streamed, a node a line; return how many."""
    out.write(f'{{"@context": {_text(CONTEXT)}, "@graph": [')
    count = 0
    for fact in facts:
        out.write(("," if count else "") + "\n" + _text(node(fact, store)))
        count += 1
    out.write("\n]}\n")
    return count


def node(fact: Fact, store: Store) -> dict[str, Any]:
    """One fact with the addresses of the articles it rests on; what is unknown is left out."""
    told: dict[str, Any] = {"@id": FACT + fact.id}
    match fact:
        case AwardFact():
            told |= {
                "@type": "AwardReceived",
                "region": _place(fact.recipient),
                "received": _named(fact.award),
            }
            told |= fact.model_dump(
                mode="json",
                include={
                    "year",
                    "category",
                    "rank",
                    "top_n",
                    "predicate",
                    "streak",
                    "giver",
                    "event",
                    "date",
                },
            )
        case IndexFact():
            told |= {"@type": "IndexValue", "region": _place(fact.region), "index": _named(fact.index)}
            told |= fact.model_dump(
                mode="json", include={"year", "value", "unit", "predicate", "rank", "rank_of"}
            )
        case OfficeFact():
            seat = fact.region or fact.body
            told |= {"@type": "OfficeHeld", "region": _place(seat) if seat else None}
            told |= {"person": _named(fact.person), "held": fact.position, "acting": fact.acting}
    told |= fact.model_dump(
        mode="json", include={"confidence", "witnesses", "articles", "first_seen", "last_seen"}
    )
    told["disputed"] = [_dispute(conflict) for conflict in fact.conflicts] or None
    told["source"] = sorted({one.article.url for one in store.statements_by_id(fact.statements)})
    return {key: value for key, value in told.items() if value is not None}


def _place(place: Place) -> dict[str, Any]:
    if place.id in by_id():
        return {"@id": REGION + place.id, "name": place.name, "level": place.level, "code": place.id}
    return {"@id": f"urn:piagam:body:{place.id}", "name": place.name, "level": place.level}


def _named(thing: Named) -> dict[str, str]:
    return {"@id": f"urn:piagam:thing:{thing.id}", "name": thing.name}


def _dispute(conflict: Conflict) -> dict[str, Any]:
    sides = [{"told": side.value, "share": side.weight} for side in conflict.sides]
    told = {"field": conflict.field, "sides": sides, "settled": conflict.settled}
    return {key: value for key, value in told.items() if value is not None}


def _text(value: Any) -> str:
    # "</" could end a script element that a page puts the document in.
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/")

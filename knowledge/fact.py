"""Facts: what all statements about the same thing add up to."""

import datetime
import hashlib
import json
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from extractors.statement import Acting, Model, Named, Place, Programme

Rule = Literal["judgement", "explicit year", "official correction", "full list"]
"""What settles a disagreement; docs/facts.md tells each."""

Flaw = Literal["off scale", "rank beyond the list"]
"""What cannot be: a value outside its index's scale, a place behind the last."""


class Side(Model):
    """One of the values that sources give, with who says so. `weight` is its share of the witnesses."""

    value: str | int | float | None
    statements: tuple[str, ...]
    weight: float


class Conflict(Model):
    """A key of a fact that sources tell differently; no side is dropped.

    The first side is the one shown: where `settled` names a rule, by that rule, else because it weighs most.
    """

    field: str
    sides: tuple[Side, ...]
    settled: Rule | None = None


class Known(Model):
    """What all kinds of fact share.

    `articles` counts the distinct articles that say so, `witnesses` those that are independent of each other;
    `by_giver` and `by_recipient` count the articles on the site of who gives it and of who receives it.
    `first_seen` and `last_seen` are ISO dates of publication; `statements` are ids, the most confident first.
    """

    id: str
    confidence: float
    witnesses: int
    first_seen: str | None
    last_seen: str | None
    statements: tuple[str, ...]
    conflicts: tuple[Conflict, ...] = ()
    articles: int = 0
    by_giver: int = 0
    by_recipient: int = 0
    flaws: tuple[Flaw, ...] = ()


class AwardFact(Known):
    """One recipient of one programme, edition and category."""

    kind: Literal["award"] = "award"
    recipient: Place
    award: Programme
    year: int | None
    category: str | None
    rank: int | None
    top_n: int | None
    predicate: str | None
    streak: int | None
    giver: str | None
    event: str | None
    date: datetime.date | None


class IndexFact(Known):
    """The value of one index for one region and measured year."""

    kind: Literal["index"] = "index"
    region: Place
    index: Named
    year: int | None
    value: float | None
    unit: str | None
    scale: str | None
    predicate: str | None
    rank: int | None
    rank_of: int | None


class OfficeFact(Known):
    """One person holding one position; `first_seen` and `last_seen` bound what is known of the time."""

    kind: Literal["office"] = "office"
    person: Named
    position: str
    region: Place | None
    body: Place | None
    acting: Acting | None


Fact = Annotated[AwardFact | IndexFact | OfficeFact, Field(discriminator="kind")]
FactAdapter: TypeAdapter[Fact] = TypeAdapter(Fact)


def fact_id(*key: str | None) -> str:
    """20 hex digits, the same for the same key in every store; the first part of a key is the kind."""
    return hashlib.sha256(json.dumps(key).encode()).hexdigest()[:20]

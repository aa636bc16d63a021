"""Judgements: what people decided of statements, persons and awards, with who, when and why."""

import datetime
import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field, JsonValue, StringConstraints, ValidationError

from extractors.errors import InputError
from extractors.statement import (
    AwardStatement,
    IndexStatement,
    Judged,
    Model,
    Named,
    OfficeStatement,
    RegionStatement,
    Statement,
    StatementAdapter,
)
from knowledge.spelling import plain

Verdict = Literal["accept", "reject", "correct", "merge", "split", "undo"]
Thing = Literal["person", "award"]

CERTAIN = 0.99
"""Confidence of what a person accepted or corrected: people err, too."""
FIXED = frozenset({"id", "kind", "article", "evidence", "confidence", "extractor", "rules", "note", "judged"})
"""Keys of a statement that no correction changes: they tell what was read and where."""

Words = Annotated[str, StringConstraints(min_length=1, max_length=2_000, strip_whitespace=True)]


class Claim(Model):
    """What an article was read to say; read or fetched anew, it has the same `key` while it says the same."""

    article: str
    key: str


class Judgement(Model):
    """One decision. `claims` are those it is about, of `accept`, `reject`, `correct` and `split`.

    `changes` are the new values of a `correct`, by key. A `merge` gives all that is told of the person or
    award `source` (an id; of a person, only in the region or body `seat`) to `into`; a `split` gives it the
    claims.
    An `undo` takes back the judgement with the id `undoes`.
    """

    id: str
    verdict: Verdict
    by: Words
    at: AwareDatetime
    why: Words
    claims: tuple[Claim, ...] = ()
    changes: dict[str, JsonValue] = Field(default_factory=dict)
    thing: Thing | None = None
    source: str | None = None
    seat: str | None = None
    into: Named | None = None
    undoes: str | None = None


def judgement(verdict: Verdict, by: str, at: datetime.datetime, why: str, **keys: Any) -> Judgement:
    """A judgement with the id that its content gives it.

    Raises InputError where `by` or `why` is empty or too long.
    """
    try:
        made = Judgement(id="", verdict=verdict, by=by, at=at, why=why, **keys)
    except ValidationError as error:
        first = error.errors()[0]
        raise InputError(
            f"the judgement's '{first['loc'][0]}': {first['msg']}; say who judges, and why"
        ) from error
    return made.model_copy(update={"id": identity(made)})


def identity(made: Judgement) -> str:
    """16 hex digits of all that a judgement says but its id."""
    text = made.model_dump_json(exclude={"id"})
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def as_read(statement: Statement) -> Statement:
    """The statement before anybody judged it."""
    if statement.judged is None:
        return statement
    return StatementAdapter.validate_python(
        {**statement.model_dump(mode="json"), **statement.judged.was, "judged": None}
    )


def claim_of(statement: Statement) -> Claim:
    """What a statement claims, by what decides it: details such as the giver or the event do not count."""
    told = as_read(statement)
    key: list[str | int | float | None]
    match told:
        case AwardStatement():
            category = plain(told.category) if told.category else None
            key = [
                told.recipient.id,
                told.award.id,
                told.year,
                category,
                told.rank,
                told.top_n,
                told.predicate,
            ]
        case IndexStatement():
            key = [told.region.id, told.index.id, told.year, told.value, told.rank]
        case OfficeStatement():
            key = [plain(told.person.name), plain(told.position), seat_of(told), told.acting]
        case RegionStatement():
            key = [told.region.id, told.surface]
    text = json.dumps([told.article.url, told.kind, *key], ensure_ascii=False)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]
    return Claim(article=told.article.url, key=digest)


def seat_of(statement: OfficeStatement) -> str | None:
    """The id of the region or body that a position belongs to."""
    seat = statement.region or statement.body
    return seat.id if seat else None


def changed(statement: Statement, changes: dict[str, JsonValue]) -> Statement:
    """The statement with other values. Raises InputError for a key that it lacks and a value that is none."""
    keys = set(type(statement).model_fields) - FIXED
    unknown = set(changes) - keys
    if unknown:
        raise InputError(
            f"a statement of kind {statement.kind} has no '{min(unknown)}' to correct; "
            f"it has {', '.join(sorted(keys))}"
        )
    try:
        return StatementAdapter.validate_python({**statement.model_dump(mode="json"), **changes})
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"][1:])
        raise InputError(f"'{place}' cannot be corrected so: {first['msg']}") from error


def judged(statement: Statement, decisions: list[Judgement]) -> Statement:
    """The statement after these judgements, in their order; with none, as it was read."""
    told = as_read(statement)
    if not decisions:
        return told
    verdict: Literal["accept", "reject", "correct", "rename"] = "rename"
    confidence = told.confidence
    result = told
    for decision in decisions:
        match decision.verdict:
            case "accept" | "correct":
                result = changed(result, decision.changes)
                verdict, confidence = decision.verdict, max(told.confidence, CERTAIN)
            case "reject":
                verdict, confidence = "reject", told.confidence
            case "merge" | "split" if decision.thing and decision.into:
                named = result.model_dump(mode="json")[decision.thing]
                result = changed(result, {decision.thing: {**named, **decision.into.model_dump()}})
    result = result.model_copy(update={"confidence": confidence})
    before, after = told.model_dump(mode="json"), result.model_dump(mode="json")
    was = {key: value for key, value in before.items() if after[key] != value and key != "judged"}
    mark = Judged(judgement=decisions[-1].id, verdict=verdict, was=was)
    return result.model_copy(update={"judged": mark})

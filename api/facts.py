"""Facts: a page of them, and one with the statements it rests on."""

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel

from api.problem import NOT_FOUND, NotFoundError
from api.store import StoreOfApp
from extractors.statement import Statement
from knowledge.fact import Fact
from knowledge.impossible import Impossible, impossible_with
from knowledge.store import FactQuery, Store

router = APIRouter(tags=["facts"])

Limit = Annotated[int, Query(ge=1, le=1000, description="How many facts at most.")]
Offset = Annotated[int, Query(ge=0, le=1_000_000, description="How many facts to pass over.")]
Year = Annotated[int | None, Query(ge=1945, le=2100, description="Edition, or year that was measured.")]


class FactPage(BaseModel):
    """Some facts in order; `next` is the offset of the following page, null on the last."""

    facts: list[Fact]
    next: int | None


class FactWithStatements(BaseModel):
    """A fact and every statement it rests on, each with its sentence and article; `impossible` is what
    cannot be true of it, or together with other facts.
    """

    fact: Fact
    statements: list[Statement]
    impossible: list[Impossible]


def page_of_facts(store: Store, query: FactQuery, limit: int, offset: int) -> FactPage:
    """At most `limit` facts that match, after the first `offset`."""
    facts = list(islice(store.facts(query), offset, offset + limit + 1))
    return FactPage(facts=facts[:limit], next=offset + limit if len(facts) > limit else None)


@router.get("/facts/{fact_id}", responses=NOT_FOUND)
def fact(
    store: StoreOfApp, fact_id: Annotated[str, Path(max_length=64, examples=["3f0c9a1be27d4458a6f1"])]
) -> FactWithStatements:
    """One fact with its evidence."""
    found = store.fact(fact_id)
    if found is None:
        raise NotFoundError(f"no fact has the id '{fact_id}'", "ids are in `facts` of answers and lists")
    return FactWithStatements(
        fact=found,
        statements=store.statements_by_id(found.statements),
        impossible=impossible_with(store, found),
    )

"""Indices: those that are known, and the values of one."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel

from api.facts import FactPage, Limit, Offset, Year, page_of_facts
from api.near import near
from api.problem import NOT_FOUND, NotFoundError
from api.store import StoreOfApp
from extractors.lexicon import Index, indices
from extractors.statement import Level
from knowledge.store import FactQuery

router = APIRouter(prefix="/indices", tags=["indices"])

Province = Annotated[
    str | None, Query(pattern=r"^\d{2}$", description="Only this province, a two-digit Kemendagri code.")
]


class IndexSummary(BaseModel):
    """An index of the lexicon; `scale` is its lowest and highest possible value."""

    id: str
    name: str
    short: tuple[str, ...]
    publisher: str | None
    scale: tuple[float, float]
    unit: str | None

    @classmethod
    def of(cls, index: Index) -> "IndexSummary":
        """What a list shows of the entry."""
        return cls.model_validate(index, from_attributes=True)


class Values(FactPage):
    """Values of one index, by year."""

    index: IndexSummary


@router.get("")
def list_indices() -> list[IndexSummary]:
    """Every index of the lexicon."""
    return [IndexSummary.of(index) for index in indices()]


@router.get("/{index_id}", responses=NOT_FOUND)
def values(
    store: StoreOfApp,
    index_id: Annotated[str, Path(max_length=100, examples=["spbe"])],
    year: Year = None,
    level: Annotated[Level | None, Query(description="Only regions of this level.")] = None,
    province: Province = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Values:
    """The values of one index, by year, rank and region."""
    by_id = {index.id: index for index in indices()}
    if index_id not in by_id:
        raise NotFoundError(f"no index has the id '{index_id}'", near(index_id, by_id))
    query = FactQuery(kind="index", thing=index_id, year=year, level=level, province=province)
    found = page_of_facts(store, query, limit, offset)
    return Values(index=IndexSummary.of(by_id[index_id]), facts=found.facts, next=found.next)

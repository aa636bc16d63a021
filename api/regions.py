"""Regions: one of them and what is known of it."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query

from api.facts import FactPage, Limit, Offset, Year, page_of_facts
from api.problem import NOT_FOUND, NotFoundError
from api.store import StoreOfApp
from extractors.region import Region, by_id
from knowledge.store import FactQuery

router = APIRouter(prefix="/regions", tags=["regions"])


class RegionFacts(FactPage):
    """A region and facts of it: awards, then indices, then officials."""

    region: Region


@router.get("")
def list_regions() -> list[Region]:
    """Every kota, kabupaten and province, in order of Kemendagri code."""
    return list(by_id().values())


@router.get("/{code}", responses=NOT_FOUND)
def region(
    store: StoreOfApp,
    code: Annotated[str, Path(max_length=20, examples=["35.73"])],
    kind: Annotated[Literal["award", "index", "office"] | None, Query(description="Only this kind.")] = None,
    year: Year = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> RegionFacts:
    """One region by its Kemendagri code ("35.73") and the facts of it."""
    found = by_id().get(code)
    if found is None:
        raise NotFoundError(f"no region has the code '{code}'", "codes look like 35 or 35.73; see /regions")
    facts = page_of_facts(store, FactQuery(kind=kind, subject=code, year=year), limit, offset)
    return RegionFacts(region=found, facts=facts.facts, next=facts.next)

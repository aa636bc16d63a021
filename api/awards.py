"""Awards: the programmes that are known, and who received each edition."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel

from api.facts import FactPage, Limit, Offset, page_of_facts
from api.near import near
from api.problem import NOT_FOUND, NotFoundError
from api.store import StoreOfApp
from extractors.lexicon import Award, awards
from extractors.statement import Level
from knowledge.completeness import Completeness, completeness
from knowledge.fact import AwardFact
from knowledge.store import FactQuery, Store

router = APIRouter(prefix="/awards", tags=["awards"])

AwardId = Annotated[str, Path(max_length=100, examples=["dga"])]


class AwardSummary(BaseModel):
    """A programme; one that only articles know has no short names."""

    id: str
    name: str
    short: tuple[str, ...]
    giver: str | None

    @classmethod
    def of(cls, award: Award) -> "AwardSummary":
        """What a list shows of the entry."""
        return cls(id=award.id, name=award.name, short=award.short, giver=award.giver)


class Edition(FactPage):
    """Who received an award in one year, by rank; `lists` tells how much of each of its lists is known."""

    award: AwardSummary
    year: int
    lists: list[Completeness]


@router.get("")
def list_awards() -> list[AwardSummary]:
    """Every programme of the lexicon."""
    return [AwardSummary.of(award) for award in awards()]


@router.get("/{award_id}/{year}", responses=NOT_FOUND)
def edition(
    store: StoreOfApp,
    award_id: AwardId,
    year: Annotated[int, Path(ge=1945, le=2100, examples=[2024])],
    level: Annotated[Level | None, Query(description="Only recipients of this level.")] = None,
    limit: Limit = 100,
    offset: Offset = 0,
) -> Edition:
    """The recipients of one edition, by rank; also of programmes that only articles know."""
    query = FactQuery(kind="award", thing=award_id, year=year, level=level)
    found = page_of_facts(store, query, limit, offset)
    told = (fact for fact in store.facts(query) if isinstance(fact, AwardFact))
    return Edition(
        award=_summary(store, award_id),
        year=year,
        lists=completeness(told),
        facts=found.facts,
        next=found.next,
    )


def _summary(store: Store, award_id: str) -> AwardSummary:
    by_id = {award.id: award for award in awards()}
    if award_id in by_id:
        return AwardSummary.of(by_id[award_id])
    told = next(store.facts(FactQuery(kind="award", thing=award_id)), None)
    if isinstance(told, AwardFact):
        return AwardSummary(id=told.award.id, name=told.award.name, short=(), giver=told.giver)
    raise NotFoundError(f"no award has the id '{award_id}'", near(award_id, by_id))

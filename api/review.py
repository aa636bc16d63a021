"""Review: what people should look at first, and what they decided is in each statement's `judged`."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.store import StoreOfApp
from knowledge.review import Matter, Reason
from knowledge.review import review as matters_of

router = APIRouter(tags=["review"])


@router.get("/review")
def review(
    store: StoreOfApp,
    limit: Annotated[int, Query(ge=1, le=1000, description="How many at most.")] = 50,
    reason: Annotated[Reason | None, Query(description="Only matters of this kind.")] = None,
) -> list[Matter]:
    """Doubts, conflicts, impossible facts and unsettled names, those first that matter most."""
    return matters_of(store, limit, reason)

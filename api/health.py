"""Whether the service answers, and from how much."""

from importlib.metadata import version
from typing import Literal

from fastapi import APIRouter

from api.store import StoreOfApp
from knowledge.store import Counts

router = APIRouter(tags=["health"])


class Health(Counts):
    """The store could be read and holds this much; with a broken store the status is 503 instead."""

    status: Literal["ok"] = "ok"
    version: str


@router.get("/healthz")
def health(store: StoreOfApp) -> Health:
    """200 while the store can be read."""
    return Health(version=version("piagam"), **store.counts().model_dump())

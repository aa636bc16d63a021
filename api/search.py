"""Search: articles by words."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel

from api.store import StoreOfApp
from knowledge.store import MAX_SKIPPED

router = APIRouter(tags=["search"])


class ArticleHit(BaseModel):
    """One article that matches; `snippet` is plain text around the match."""

    id: str
    url: str
    title: str
    published: str | None
    source: str
    snippet: str
    score: float


class SearchResult(BaseModel):
    """A page of articles, best first; `total` counts all that match."""

    total: int
    hits: list[ArticleHit]


@router.get("/search")
def search(
    store: StoreOfApp,
    q: Annotated[str, Query(min_length=1, max_length=300, description="Words.", examples=["SPBE Malang"])],
    limit: Annotated[int, Query(ge=1, le=100, description="How many articles at most.")] = 10,
    offset: Annotated[int, Query(ge=0, le=MAX_SKIPPED, description="How many articles to pass over.")] = 0,
) -> SearchResult:
    """Articles whose title or body holds the words, best first."""
    found = store.search(q, limit=limit, offset=offset)
    hits = [
        ArticleHit(
            id=hit.article.id,
            url=hit.article.url,
            title=hit.article.title,
            published=hit.article.published_text,
            source=hit.article.source,
            snippet=hit.snippet,
            score=hit.score,
        )
        for hit in found.hits
    ]
    return SearchResult(total=found.total, hits=hits)

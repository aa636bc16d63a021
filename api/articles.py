"""Articles: the clean text and what was read in it."""

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel

from api.problem import NOT_FOUND, NotFoundError
from api.store import StoreOfApp
from extractors.article import Article
from extractors.statement import Statement

router = APIRouter(prefix="/articles", tags=["articles"])


class ArticleWithStatements(BaseModel):
    """An article and the statements read in it, in order of their place."""

    id: str
    article: Article
    statements: list[Statement]


@router.get("/{article_id}", responses=NOT_FOUND)
def article(
    store: StoreOfApp, article_id: Annotated[str, Path(max_length=64, examples=["9f86d081884c7d65"])]
) -> ArticleWithStatements:
    """One article with its statements."""
    found = store.article(article_id)
    if found is None:
        raise NotFoundError(f"no article has the id '{article_id}'", "ids are in the hits of /search")
    return ArticleWithStatements(id=found.id, article=found, statements=list(store.statements(found.id)))

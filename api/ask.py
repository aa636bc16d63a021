"""Ask: a question in, its answer with evidence out."""

from typing import Annotated

from fastapi import APIRouter, Query

from api.store import StoreOfApp
from knowledge.answer import answer
from knowledge.answer_shape import Answer

router = APIRouter(tags=["ask"])

LONGEST = 500
"""Characters; a longer text is no question."""

Question = Annotated[
    str,
    Query(
        min_length=1,
        max_length=LONGEST,
        description="In Indonesian or English; the answer is in the same language.",
        examples=["which cities were in the DGA 2024 top 10"],
    ),
]


@router.get("/ask")
def ask(store: StoreOfApp, q: Question) -> Answer:
    """The answer to a question. A question that is not understood or not known is no failure: see
    `reading` and `answered`.
    """
    return answer(store, q)

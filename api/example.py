"""Examples of answers for /openapi.json: real ones, kept in examples.json by route."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

Responses = dict[int | str, dict[str, Any]]


@lru_cache(maxsize=1)
def examples() -> dict[str, Any]:
    """What each route answered when the examples were taken."""
    found: dict[str, Any] = json.loads(Path(__file__).with_name("examples.json").read_text(encoding="utf-8"))
    return found


def example(route: str) -> Responses:
    """The example of a route, in the form that its `responses` take."""
    return {200: {"content": {"application/json": {"example": examples()[route]}}}}

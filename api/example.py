"""Examples of answers for /openapi.json: real ones, in examples.json by route, long lists cut."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any


@lru_cache(maxsize=1)
def examples() -> dict[str, Any]:
    """What each route answered when the examples were taken."""
    found: dict[str, Any] = json.loads(Path(__file__).with_name("examples.json").read_text(encoding="utf-8"))
    return found

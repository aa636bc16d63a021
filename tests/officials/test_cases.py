"""Officials in sentences of our own, read by the whole pipeline."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.officials import Official

CASES = yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
Reads = Callable[[str, str], list[Official]]


def told(official: Official) -> dict[str, str | None]:
    return {
        "person": official.person,
        "position": official.position,
        "region": official.region.name if official.region else None,
        "body": official.body.id if official.body else None,
        "acting": official.acting,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_officials_of(case: dict[str, Any], officials: Reads) -> None:
    nothing = dict.fromkeys(("person", "position", "region", "body", "acting"))
    found = [told(official) for official in officials(case.get("title", ""), case["text"])]
    assert found == [{**nothing, **expected} for expected in case["expect"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_claimed_stands_there(case: dict[str, Any], officials: Reads) -> None:
    title = case.get("title", "")
    text = f"{title}\n\n{case['text']}"
    for official in officials(title, case["text"]):
        assert official.claim_start <= official.start < official.end <= official.claim_end
        name = text[official.start : official.end].lower()
        assert name.split()[0].strip(".") in official.person.lower()
        assert 0 < official.confidence <= 1
        assert official.rules

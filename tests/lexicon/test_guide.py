"""docs/adding-an-award.md says what is so: its entries load, and it explains every field."""

import re
from pathlib import Path

import pytest
import yaml

from extractors.lexicon import Award, Band, Entry, Example, Index

GUIDE = (Path(__file__).parents[2] / "docs" / "adding-an-award.md").read_text(encoding="utf-8")
BLOCKS = [
    yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
]


def test_the_entries_of_the_guide_load() -> None:
    models = [Index if "scale" in entry else Award for block in BLOCKS for entry in block]
    assert models == [Award, Index]
    for model, block in zip(models, BLOCKS, strict=True):
        for entry in block:
            model.model_validate(entry)


@pytest.mark.parametrize("model", [Entry, Award, Index, Band, Example])
def test_the_guide_explains_every_field(model: type[Entry]) -> None:
    explained = set(re.findall(r"[`{ ](\w+)[`:]", GUIDE))
    assert set(model.model_fields) <= explained

"""Sentences stored in YAML with what must be read in them.

Each entry of a file has `say` (the body), perhaps `title` and `published` (ISO date), and what the reader
must find, no more and no less:

- `indices`: rows of region, index id, value, year and a mapping of what else is told;
- `awards`: rows of recipient, award id and a mapping of what else is told. Keys of DECIDING that a row leaves
  out must be unknown; `category`, `giver`, `event`, `date` and the like count only where a row gives them.

`wrong` tells what the reader still does wrong there; the test then must fail.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from extractors.reader import Reader
from extractors.statement import AwardStatement, IndexStatement, Statement
from tests.builders import article

DECIDING = ("year", "rank", "top_n", "predicate", "streak")
FURTHER = ("predicate", "rank", "rank_of")


class Case(BaseModel):
    """One entry of a file."""

    model_config = ConfigDict(extra="forbid")

    say: str
    title: str = ""
    published: str | None = None
    indices: list[list[Any]] = []
    awards: list[list[Any]] = []
    wrong: str | None = None

    def read(self, reader: Reader) -> list[Statement]:
        return reader.read(article(title=self.title, body=self.say.rstrip("\n"), published=self.published))


def cases(path: Path) -> Iterator[Any]:
    """A pytest.param for each entry of the file, named by its place and first words."""
    for number, raw in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1):
        case = Case.model_validate(raw)
        marks = [pytest.mark.xfail(strict=True, reason=case.wrong)] if case.wrong else []
        yield pytest.param(case, id=f"{number} {case.say[:40]}".replace("\n", " "), marks=marks)


def indices_read(reader: Reader, case: Case) -> list[tuple[Any, ...]]:
    """Rows of what was read, sorted."""
    return sorted(
        (s.region.name, s.index.id, s.value, s.year or 0, *(str(getattr(s, key) or "") for key in FURTHER))
        for s in case.read(reader)
        if isinstance(s, IndexStatement)
    )


def indices_expected(case: Case) -> list[tuple[Any, ...]]:
    """Rows of what must be read, in the same form."""
    rows = []
    for row in case.indices:
        place, index, value, year, further = [*row, None, {}][:5] if len(row) < 5 else row
        if isinstance(year, dict):
            year, further = None, year
        rows.append((place, index, value, year or 0, *(str((further or {}).get(key, "")) for key in FURTHER)))
    return sorted(rows)


def assert_awards(reader: Reader, case: Case) -> None:
    """Each row of a case must be read once, and nothing else."""
    left = [one for one in case.read(reader) if isinstance(one, AwardStatement)]
    for recipient, award, *further in case.awards:
        row = dict.fromkeys(DECIDING) | (further[0] if further else {})
        mine = [one for one in left if (one.recipient.name, one.award.id) == (recipient, award)]
        same = next((one for one in mine if {key: getattr(one, key) for key in row} == row), None)
        assert same is not None, f"{recipient}, {award}, {row} is not in {shown(left)}"
        left.remove(same)
    assert shown(left) == []


def shown(statements: list[AwardStatement]) -> list[tuple[Any, ...]]:
    """Recipient, award and what else decides, as far as it is known."""
    return [
        (one.recipient.name, one.award.id, {key: getattr(one, key) for key in DECIDING if getattr(one, key)})
        for one in statements
    ]

"""The lexicons of awards and indices: YAML files under extractors/data, checked on load.

A new award or index is an entry in one of those files; docs/adding-an-award.md says how.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extractors.errors import LexiconError
from extractors.statement import Level

DATA = Path(__file__).parent / "data"
MAX_FILE = 2_000_000
"""Bytes; a lexicon file larger than this is a mistake."""


class Example(BaseModel):
    """A sentence of our own and what must be read in it; a test runs it.

    `expect` holds keys of the statement ("recipient" and "region" as canonical names); None means that
    the sentence must yield no statement of this award or index.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    expect: dict[str, str | int | float | None] | None
    published: str | None = None


class Entry(BaseModel):
    """What awards and indices share: an id, a name and the ways it is written.

    `short` are abbreviations, matched with their case ("DGA"); `aliases` are matched whatever their case.
    A name in `ambiguous` (a subset of both) counts only where the article also holds one of `context`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str
    short: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    examples: tuple[Example, ...] = Field(min_length=1)


class Award(Entry):
    """A programme. `predicates` run from low to high; `honours` are those that count as an award (all of
    them where it is empty). `graded` marks an assessment whose level is itself the award (KLA Nindya, WTP).
    `year` says what a bare year beside the name usually means: the edition, or the year that was assessed.
    """

    giver: str | None = None
    predicates: tuple[str, ...] = ()
    predicate_aliases: dict[str, str] = Field(default_factory=dict)
    categories: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ("kota", "kabupaten", "provinsi")
    graded: bool = False
    year: Literal["edition", "assessed"] = "edition"


class Band(BaseModel):
    """A named band of an index, from `low` (inclusive) up to the next band."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    low: float


class Index(Entry):
    """A measured index. `scale` is its lowest and highest possible value; `bands` run from low to high;
    `part_of` is the id of the index this one is a domain of.
    """

    publisher: str | None = None
    scale: tuple[float, float]
    unit: str | None = None
    bands: tuple[Band, ...] = ()
    part_of: str | None = None
    higher_is_better: bool = True


T = TypeVar("T", bound=Entry)


def load(folder: Path, model: type[T]) -> tuple[T, ...]:
    """All entries of a folder's YAML files, in order of file name.

    Raises LexiconError naming file, entry and field.
    """
    entries: dict[str, T] = {}
    for path in sorted(folder.glob("*.yaml")):
        for number, raw in enumerate(_read(path), start=1):
            entry = _entry(path, number, raw, model)
            if entry.id in entries:
                raise LexiconError(f"{path}: entry {number} repeats the id '{entry.id}'; ids are unique")
            entries[entry.id] = entry
    return tuple(entries.values())


def _read(path: Path) -> list[Any]:
    if path.stat().st_size > MAX_FILE:
        raise LexiconError(f"{path}: larger than {MAX_FILE} bytes; split it")
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: not readable as YAML in UTF-8: {error}") from error
    if not isinstance(raw, list):
        raise LexiconError(f"{path}: must be a list of entries, each beginning with '- id:'")
    return raw


def _entry(path: Path, number: int, raw: Any, model: type[T]) -> T:
    name = raw.get("id", "without id") if isinstance(raw, dict) else "not a mapping"
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise LexiconError(
            f"{path}: entry {number} ({name}), field '{field}': {first['msg']}; see docs/adding-an-award.md"
        ) from error


@lru_cache(maxsize=1)
def awards() -> tuple[Award, ...]:
    """The award lexicon that ships with the project."""
    return load(DATA / "awards", Award)


@lru_cache(maxsize=1)
def indices() -> tuple[Index, ...]:
    """The index lexicon that ships with the project."""
    return load(DATA / "indices", Index)

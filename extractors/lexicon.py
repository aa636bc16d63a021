"""The lexicons of awards and indices: YAML files under extractors/data, checked on load.

A new award or index is an entry in one of those files; docs/adding-an-award.md says how.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, field_validator

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

    `short` are abbreviations, matched with their case ("DGA"); the name itself and `aliases` are matched
    whatever their case. A phrase in `ambiguous` (one of these) counts only where the article also holds one
    of `context`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str
    short: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    context: tuple[str, ...] = Field(default=(), validate_default=True)
    examples: tuple[Example, ...] = Field(min_length=1)

    @property
    def phrases(self) -> tuple[str, ...]:
        """The name and the aliases, each once: what is matched whatever its case."""
        return tuple({phrase.casefold(): phrase for phrase in (self.name, *self.aliases)}.values())

    @field_validator("ambiguous")
    @classmethod
    def _ambiguous_is_written(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        known = {info.data.get("name"), *info.data.get("short", ()), *info.data.get("aliases", ())}
        return _all_in(value, known, "is neither the name nor in 'short' or 'aliases'")

    @field_validator("context")
    @classmethod
    def _ambiguous_has_context(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if bool(value) != bool(info.data.get("ambiguous")):
            raise ValueError("'ambiguous' and 'context' belong together: give both or neither")
        return value


class Award(Entry):
    """A programme. `predicates` run from low to high; `honours` are those that count as an award (all of
    them where it is empty). `graded` marks an assessment whose level is itself the award (KLA Nindya, WTP).
    `year` says what a bare year beside the name usually means: the edition, or the year that was assessed.
    `goes_to` is who usually gets it: where that is not the government itself, a region beside the name is
    mostly a place only, and the government must be said to have won. `index` is the id of the index whose
    best results it honours: "penghargaan" beside that index's name means this award.
    """

    giver: str | None = None
    predicates: tuple[str, ...] = ()
    honours: tuple[str, ...] = ()
    predicate_aliases: dict[str, str] = Field(default_factory=dict)
    categories: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ("kota", "kabupaten", "provinsi")
    graded: bool = False
    year: Literal["edition", "assessed"] = "edition"
    goes_to: Literal["government", "office", "village", "school", "person", "company"] = "government"
    index: str | None = None

    @field_validator("honours")
    @classmethod
    def _honours_are_predicates(cls, value: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        return _all_in(value, set(info.data.get("predicates", ())), "is not in 'predicates'")

    @field_validator("predicate_aliases")
    @classmethod
    def _aliases_of_predicates(cls, value: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        _all_in(tuple(value.values()), set(info.data.get("predicates", ())), "is not in 'predicates'")
        return value


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

    @field_validator("scale")
    @classmethod
    def _scale_rises(cls, value: tuple[float, float]) -> tuple[float, float]:
        if not value[0] < value[1]:
            raise ValueError("the lowest value must be below the highest")
        return value

    @field_validator("bands")
    @classmethod
    def _bands_rise(cls, value: tuple[Band, ...], info: ValidationInfo) -> tuple[Band, ...]:
        lows = [band.low for band in value]
        scale = info.data.get("scale")
        if lows != sorted(set(lows)):
            raise ValueError("bands must run from low to high")
        if scale and lows and not (scale[0] <= lows[0] and lows[-1] < scale[1]):
            raise ValueError("bands must lie within 'scale'")
        return value

    def band(self, value: float) -> str | None:
        """Name of the band that `value` falls in; None below the lowest or where there are no bands."""
        names = [band.name for band in self.bands if value >= band.low]
        return names[-1] if names else None


def _all_in(value: tuple[str, ...], known: set[Any], why: str) -> tuple[str, ...]:
    for item in value:
        if item not in known:
            raise ValueError(f"'{item}' {why}")
    return value


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
    for entry in entries.values():
        whole = getattr(entry, "part_of", None)
        if whole is not None and whole not in entries:
            raise LexiconError(f"{folder}: '{entry.id}' is part_of '{whole}', which no entry has as its id")
    return tuple(entries.values())


def _read(path: Path) -> list[Any]:
    if path.stat().st_size > MAX_FILE:
        raise LexiconError(f"{path}: larger than {MAX_FILE} bytes; split it")
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (
        yaml.YAMLError,
        ValueError,
        RecursionError,
    ) as error:  # ValueError: UTF-8, or a date such as 2024-99-99
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

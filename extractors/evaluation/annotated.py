"""Annotated articles: a text, and everything that a perfect reader would read in it."""

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from extractors.article import Article
from extractors.errors import InputError
from extractors.record import article_from_record

SHIPPED = Path(__file__).parent / "articles"
MAX_FILE = 5_000_000
"""Bytes; a set of annotated articles is written by hand, so a larger file is a mistake."""


class Row(BaseModel):
    """One thing an article says. What an `optional` row allows counts for nothing, read or not.

    `*_accept` are other right values; None among them means that the key may be left unread.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    optional: bool = False


class AwardRow(Row):
    """An award that was won. A `year`, `rank`, `top_n` or `predicate` that is None is not compared, but for
    the rank, which must not be made up. With `level_unsettled` the text leaves open which of the regions of
    that name is meant, and either will do.
    """

    recipient: str
    award: str
    award_accept: tuple[str, ...] = ()
    year: int | None = None
    year_accept: tuple[int | None, ...] = ()
    rank: int | None = None
    rank_accept: tuple[int | None, ...] = ()
    top_n: int | None = None
    top_n_accept: tuple[int | None, ...] = ()
    predicate: str | None = None
    level_unsettled: bool = False


class IndexRow(Row):
    """A measured value. A `year` that is None is not compared."""

    region: str
    index: str
    value: float | None
    year: int | None = None
    year_accept: tuple[int | None, ...] = ()


class OfficialRow(Row):
    """A person with a position held at the time of the article; `position` None is not compared."""

    name: str
    position: str | None
    acting: str | None = None


class OptionalAward(BaseModel):
    """Award readings that count for nothing: of this programme, of this recipient, or of both."""

    model_config = ConfigDict(frozen=True)

    award: str | None = None
    recipient: str | None = None


class OptionalIndex(BaseModel):
    """Index readings that count for nothing: of this value, and of this region where one is given."""

    model_config = ConfigDict(frozen=True)

    value: float | None = None
    region: str | None = None


class Annotated(BaseModel):
    """An article and its annotation. Regions are canonical names ("Kota Malang").

    `phenomena` say what makes it hard. `must_not` are names that a careless reader would give as part of a
    false alarm; they are told apart in the list of errors and change no count.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    url: str
    title: str | None
    published: datetime.date | None
    text: str
    phenomena: tuple[str, ...] = ()
    regions: tuple[str, ...]
    regions_optional: tuple[str, ...] = ()
    awards: tuple[AwardRow, ...] = ()
    awards_optional: tuple[OptionalAward, ...] = ()
    indices: tuple[IndexRow, ...] = ()
    indices_optional: tuple[OptionalIndex, ...] = ()
    officials: tuple[OfficialRow, ...] = ()
    officials_optional: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()

    @field_validator("awards_optional", mode="before")
    @classmethod
    def _programmes(cls, value: list[Any]) -> list[Any]:
        return [{"award": item} if isinstance(item, str) else item for item in value]

    @field_validator("officials_optional", mode="before")
    @classmethod
    def _names(cls, value: list[Any]) -> list[Any]:
        return [item.get("name", "") if isinstance(item, dict) else item for item in value]

    @property
    def article(self) -> Article:
        """The article as `piagam ingest` would take it in. Raises InputError."""
        return article_from_record(
            {
                "url": self.url,
                "title": self.title,
                "published": self.published.isoformat() if self.published else None,
                "text": self.text,
            }
        )


def load(folder: Path = SHIPPED) -> tuple[Annotated, ...]:
    """The annotated articles of a folder: its YAML files, or a gold.jsonl beside a folder texts/.

    Raises InputError naming the file and the article.
    """
    gold = folder / "gold.jsonl"
    raw = list(_lines(gold) if gold.exists() else _files(folder))
    if not raw:
        raise InputError(f"{folder}: holds no annotated articles, neither *.yaml nor gold.jsonl with texts/")
    return tuple(_annotated(path, record) for path, record in raw)


def _files(folder: Path) -> Iterator[tuple[Path, Any]]:
    for path in sorted(folder.glob("*.yaml")):
        try:
            records = yaml.safe_load(_text(path))
        except (yaml.YAMLError, ValueError, RecursionError) as error:  # ValueError: a date such as 2024-99-99
            raise InputError(f"{path}: not readable as YAML: {error}") from error
        if not isinstance(records, list):
            raise InputError(f"{path}: must be a list of articles, each beginning with '- id:'")
        for record in records:
            yield path, record


def _lines(gold: Path) -> Iterator[tuple[Path, Any]]:
    for number, line in enumerate(_text(gold).splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            text = gold.parent / "texts" / f"{record['id']}.txt"
            yield gold, {**record, "text": _text(text), **_regions(record)}
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise InputError(f"{gold}, line {number}: no annotated article: {error!r}") from error


def _regions(record: dict[str, Any]) -> dict[str, list[str]]:
    """Regions that are given as {level, name}, as names; what is nation-wide is no region."""
    rows = record["regions"]
    optional = [*record.get("regions_optional", []), *(row for row in rows if row.get("optional"))]
    return {
        "regions": [_region(row) for row in rows if not row.get("optional") and row["level"] != "nasional"],
        "regions_optional": [row if isinstance(row, str) else _region(row) for row in optional],
    }


def _region(row: dict[str, str]) -> str:
    return f"{row['level'].title()} {row['name']}"


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_FILE:
            raise InputError(f"{path}: larger than {MAX_FILE} bytes; split it")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error


def _annotated(path: Path, record: Any) -> Annotated:
    try:
        return Annotated.model_validate(record)
    except ValidationError as error:
        first = error.errors()[0]
        name = record.get("id", "without id") if isinstance(record, dict) else "not a mapping"
        field = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{path}: article '{name}', field '{field}': {first['msg']}") from error

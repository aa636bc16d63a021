"""Statements and facts as Parquet: the columns of the CSV export, with types; written in groups of rows."""

import datetime
import json
import types
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

import pyarrow
import pyarrow.parquet
from pydantic import BaseModel

from extractors.errors import InputError
from extractors.statement import Model

GROUP = 5_000
"""Rows held in memory and written together."""

TYPES: dict[Any, pyarrow.DataType] = {
    str: pyarrow.string(),
    int: pyarrow.int64(),
    float: pyarrow.float64(),
    bool: pyarrow.bool_(),
    datetime.date: pyarrow.date32(),
    tuple[str, ...]: pyarrow.list_(pyarrow.string()),
}


def write_parquet(things: Iterable[Model], kinds: tuple[type[Model], ...], path: Path) -> int:
    """Write things of these kinds to a file; return how many.

    Keys of models within are columns with a dot in their name; what has no type of its own is JSON.
    Raises InputError where the file cannot be written.
    """
    columns: dict[str, pyarrow.DataType] = {}
    for kind in kinds:
        columns.update(_columns(kind))
    schema = pyarrow.schema(list(columns.items()))
    count = 0
    rest = iter(things)
    try:
        with pyarrow.parquet.ParquetWriter(path, schema, compression="zstd") as out:
            while group := [dict(_cells(thing, columns)) for thing in islice(rest, GROUP)]:
                out.write_table(pyarrow.Table.from_pylist(group, schema=schema))
                count += len(group)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}; choose another with -o") from error
    return count


def _columns(kind: type[BaseModel], before: str = "") -> Iterator[tuple[str, pyarrow.DataType]]:
    for key, field in kind.model_fields.items():
        told = _without_none(field.annotation)
        if isinstance(told, type) and issubclass(told, BaseModel):
            yield from _columns(told, f"{before}{key}.")
        else:
            yield before + key, _type(told)


def _without_none(annotation: Any) -> Any:
    """The only type of "X or nothing"."""
    if get_origin(annotation) in (Union, types.UnionType):
        inner = [option for option in get_args(annotation) if option is not type(None)]
        return inner[0] if len(inner) == 1 else annotation
    return annotation


def _type(told: Any) -> pyarrow.DataType:
    if get_origin(told) is Literal:
        return pyarrow.string()
    return TYPES.get(told, pyarrow.string())


def _cells(
    thing: BaseModel, columns: dict[str, pyarrow.DataType], before: str = ""
) -> Iterator[tuple[str, Any]]:
    for key in type(thing).model_fields:
        name, value = before + key, getattr(thing, key)
        if isinstance(value, BaseModel):
            yield from _cells(value, columns, f"{name}.")
        elif value is not None and name in columns:
            plain = columns[name] == pyarrow.string() and not isinstance(value, str)
            yield name, _json(value) if plain else value


def _json(value: Any) -> str:
    def shown(inner: object) -> object:
        return inner.model_dump(mode="json") if isinstance(inner, BaseModel) else str(inner)

    return json.dumps(value, ensure_ascii=False, default=shown)

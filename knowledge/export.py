"""Statements and facts as files: one line each, streamed, in the store's order."""

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO, get_args, get_origin

from pydantic import BaseModel

from extractors.errors import InputError
from extractors.statement import AwardStatement, IndexStatement, Model, OfficeStatement, RegionStatement
from knowledge.fact import AwardFact, IndexFact, OfficeFact
from knowledge.store import FactQuery, Store

FORMATS = ("jsonl", "csv")

STATEMENTS = (RegionStatement, AwardStatement, IndexStatement, OfficeStatement)
FACTS = (AwardFact, IndexFact, OfficeFact)


def export_statements(store: Store, out: TextIO, format: str) -> int:
    """Write all statements in the shapes of docs/statements.md; return how many.

    Raises InputError for an unknown format, before anything is written.
    """
    return _export(store.statements(), STATEMENTS, out, format)


def export_facts(store: Store, out: TextIO, format: str) -> int:
    """Write all facts in the shapes of knowledge/fact.py; return how many.

    Raises InputError for an unknown format, before anything is written.
    """
    return _export(store.facts(FactQuery()), FACTS, out, format)


def _export(things: Iterable[Model], kinds: tuple[type[Model], ...], out: TextIO, format: str) -> int:
    match format:
        case "jsonl":
            return _jsonl(things, out)
        case "csv":
            return _csv(things, kinds, out)
        case _:
            raise InputError(f"no export is written as '{format}'; choose one of {', '.join(FORMATS)}")


def _jsonl(things: Iterable[Model], out: TextIO) -> int:
    count = 0
    for thing in things:
        out.write(thing.model_dump_json() + "\n")
        count += 1
    return count


def _csv(things: Iterable[Model], kinds: tuple[type[Model], ...], out: TextIO) -> int:
    """One column for each key of all kinds, inner keys after a dot; unknown is empty; lists are JSON."""
    table = csv.writer(out, lineterminator="\n")
    columns = list(dict.fromkeys(column for kind in kinds for column in _columns(kind)))
    table.writerow(columns)
    count = 0
    for thing in things:
        cells = dict(_cells(thing.model_dump(mode="json")))
        table.writerow([cells.get(column) for column in columns])
        count += 1
    return count


def _columns(kind: type[BaseModel], before: str = "") -> Iterator[str]:
    for key, field in kind.model_fields.items():
        # A key is a model, a model or nothing, or no model.
        options = (field.annotation, *get_args(field.annotation))
        inner = [option for option in options if isinstance(option, type) and issubclass(option, BaseModel)]
        if inner and get_origin(field.annotation) is not tuple:
            yield from _columns(inner[0], f"{before}{key}.")
        else:
            yield before + key


def _cells(thing: dict[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in thing.items():
        if isinstance(value, dict):
            yield from _cells(value, f"{before}{key}.")
        elif isinstance(value, list):
            yield before + key, json.dumps(value, ensure_ascii=False)
        else:
            yield before + key, _harmless(value) if isinstance(value, str) else value


def _harmless(text: str) -> str:
    """Text that a spreadsheet would run as a formula, with an apostrophe before it.

    After https://owasp.org/www-community/attacks/CSV_Injection; JSON Lines have the text as it is.
    """
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text

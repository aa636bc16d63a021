"""`piagam export`: everything that is known, as a file of lines, a table or a dataset."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from cli.data import Data, DataOption
from cli.terminal import say
from extractors.errors import InputError

if TYPE_CHECKING:
    from knowledge.store import Store


class What(StrEnum):
    """What can be exported."""

    statements = "statements"
    facts = "facts"
    dataset = "dataset"


class Format(StrEnum):
    """How it can be written."""

    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    jsonld = "jsonld"


def export(
    context: typer.Context,
    what: Annotated[What, typer.Argument(metavar="statements|facts|dataset", help="What to export.")],
    format: Annotated[
        Format, typer.Option(help="JSON Lines, CSV, Parquet or, of facts, JSON-LD.")
    ] = Format.jsonl,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Write to FILE, whole or not at all; a dataset: to a folder.",
        ),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="What the base knew at that date.")
    ] = None,
    data: DataOption = None,
) -> None:
    """Write every statement or fact, streamed; or both as a dataset of several files."""
    if what is What.statements and format is Format.jsonld:
        raise InputError("only facts are written as jsonld; export facts, or choose another --format")
    if output is None and (what is What.dataset or format is Format.parquet):
        raise InputError("this is no text for a terminal; say with -o where to write it")
    with Data.chosen(context, data).store_at(as_of) as store:
        if output is None:
            _write(store, what, format, sys.stdout)
            return
        if what is What.dataset:
            from knowledge.dataset import write_dataset

            names = write_dataset(store, output, version("piagam"))
            say(f"{len(names)} files in {output}")
            return
        if format is Format.parquet:
            count = _parquet(store, what, output)
        else:
            with whole(output) as out:
                count = _write(store, what, format, out)
    say(f"{count} {what} in {output}")


def _write(store: "Store", what: What, format: Format, out: TextIO) -> int:
    from knowledge.export import export_facts, export_statements

    if format is Format.jsonld:
        from knowledge.linked import write_linked
        from knowledge.store import FactQuery

        return write_linked(store.facts(FactQuery()), store, out)
    return (export_statements if what is What.statements else export_facts)(store, out, format)


def _parquet(store: "Store", what: What, output: Path) -> int:
    from knowledge.export import FACTS, STATEMENTS
    from knowledge.parquet import write_parquet
    from knowledge.store import FactQuery

    partial = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        if what is What.statements:
            count = write_parquet(store.statements(), STATEMENTS, partial)
        else:
            count = write_parquet(store.facts(FactQuery()), FACTS, partial)
        partial.replace(output)
    finally:
        partial.unlink(missing_ok=True)
    return count


@contextmanager
def whole(path: Path) -> Iterator[TextIO]:
    """A file that takes the place of `path` once all of it is written and on the disk.

    Raises InputError where it cannot be written; then, and after any error, what was there stays.
    """
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        if path.exists() and not path.is_file():  # a pipe or a device, such as /dev/stdout
            with path.open("w", encoding="utf-8", newline="") as out:
                yield out
            return
        try:
            with partial.open("x", encoding="utf-8", newline="") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}; choose another with -o") from error

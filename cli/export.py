"""`piagam export`: everything that is known, as a file of lines."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from cli.data import Data, DataOption
from cli.terminal import say
from extractors.errors import InputError


class What(StrEnum):
    """What can be exported."""

    statements = "statements"
    facts = "facts"


class Format(StrEnum):
    """How it can be written."""

    jsonl = "jsonl"
    csv = "csv"


def export(
    context: typer.Context,
    what: Annotated[What, typer.Argument(metavar="statements|facts", help="What to export.")],
    format: Annotated[Format, typer.Option(help="JSON Lines or CSV.")] = Format.jsonl,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all."),
    ] = None,
    data: DataOption = None,
) -> None:
    """Write every statement or fact, streamed."""
    from knowledge.export import export_facts, export_statements

    write = export_statements if what is What.statements else export_facts
    with Data.chosen(context, data).store() as store:
        if output is None:
            write(store, sys.stdout, format)
            return
        with whole(output) as out:
            count = write(store, out, format)
    say(f"{count} {what} in {output}")


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

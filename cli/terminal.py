"""What the terminal shows: results on standard output, everything else on standard error."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import typer
from pydantic import BaseModel
from pydantic_core import to_json
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

T = TypeVar("T")


def console() -> Console:
    """Standard error, without guessing at colours for numbers and paths in messages."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def say(message: str) -> None:
    """A line for the person at the terminal; square brackets in it are text, not markup."""
    console().print(message, markup=False)


def complain(message: str) -> None:
    """A line about something that went wrong."""
    console().print(message, style="red", markup=False)


def write(text: str) -> None:
    """A line of the result."""
    typer.echo(text)


def write_json(value: BaseModel | list[Any] | dict[str, Any]) -> None:
    """The result as one JSON document on one line."""
    typer.echo(to_json(value).decode())


@contextmanager
def progress(doing: str, total: int | None = None) -> Iterator["Bar"]:
    """A bar that counts, on standard error; without a terminal only its last state is printed."""
    bar = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[note]}"),
        console=console(),
    )
    with bar:
        yield Bar(bar, bar.add_task(doing, total=total, note=""))


class Bar:
    """One running count."""

    def __init__(self, progress: Progress, task: TaskID) -> None:
        self._progress = progress
        self._task = task

    def over(self, things: Iterable[T]) -> Iterator[T]:
        """Pass things through, counting each once it has been dealt with."""
        for thing in things:
            yield thing
            self._progress.advance(self._task)

    def at(self, count: int) -> None:
        """Set the count."""
        self._progress.update(self._task, completed=count)

    def note(self, text: str) -> None:
        """Say something short behind the bar."""
        self._progress.update(self._task, note=text)

    def complain(self, message: str) -> None:
        """A line about something that went wrong, above the bar."""
        self._progress.console.print(message, style="red", markup=False)

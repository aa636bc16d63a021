"""`piagam rebuild`: the base made anew from the archive."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cli.data import Data, DataOption
from cli.process import read_archive
from cli.terminal import say
from extractors.errors import StoreError

if TYPE_CHECKING:
    from knowledge.store import Store


def rebuild(context: typer.Context, data: DataOption = None) -> None:
    """Make the base anew from the archive.

    Everything is read again with the lexicons and rules of today. The old base answers until the new one is
    whole, then the new one takes its place at once.
    """
    place = Data.chosen(context, data)
    with place.writing(), place.archive() as archive, _building(place) as store, place.history() as history:
        tally = read_archive(archive, store, place.judgements(), history)
    say(str(tally))
    if tally.failed:
        raise typer.Exit(1)


@contextmanager
def _building(place: Data) -> Iterator["Store"]:
    """A new, empty store that takes the place of the old one when the block ends."""
    from knowledge.sqlite import SqliteStore

    if place.on_cluster:
        with place.cluster() as base, base.building() as store:
            yield store
        return
    fresh = place.base.with_name("rebuilding.sqlite")
    _remove(fresh)  # what a rebuild that was cut off left behind
    with closing(SqliteStore(fresh)) as store:
        yield store
    _take_the_place(fresh, place.base)
    _remove(fresh)


def _take_the_place(fresh: Path, base: Path) -> None:
    """Copy the fresh base over the old one in a single transaction.

    Renaming the file would pull it from under a service that has it open; so whoever reads sees the old base
    until the commit, then the new one. See https://www.sqlite.org/backup.html.
    """
    try:
        with closing(sqlite3.connect(fresh)) as source, closing(sqlite3.connect(base)) as target:
            source.backup(target)
    except sqlite3.Error as error:
        raise StoreError(
            f"the new base could not take the place of {base} ({error}); the old one is as it was: "
            "move it away and run `piagam rebuild` again"
        ) from error


def _remove(base: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        base.with_name(base.name + suffix).unlink(missing_ok=True)

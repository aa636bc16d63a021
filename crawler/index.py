"""The index of the archive: which page was fetched when, as what, and where its record lies.

It can be made anew from the segments at any time; deleting it loses nothing but the instants at which an
unchanged page was looked at again.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from crawler.record import Kind, Record, instant, stamp
from extractors.errors import ArchiveError

VERSION = 1
BUSY = 60.0
"""Seconds to wait for another process that is writing."""

SCHEMA = f"""
CREATE TABLE captures (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    kind TEXT NOT NULL,
    number INTEGER NOT NULL,
    status INTEGER,
    url TEXT NOT NULL,
    source TEXT,
    fetched TEXT NOT NULL,
    seen TEXT NOT NULL,
    media_type TEXT,
    digest TEXT NOT NULL,
    segment TEXT NOT NULL,
    offset INTEGER NOT NULL,
    length INTEGER NOT NULL
);
CREATE UNIQUE INDEX content ON captures (key, number, coalesce(status, 0), digest);
CREATE INDEX latest ON captures (key, number, seen);
CREATE TABLE segments (name TEXT PRIMARY KEY, end INTEGER NOT NULL) WITHOUT ROWID;
PRAGMA user_version = {VERSION};
"""
COLUMNS = "key, kind, number, status, url, source, fetched, seen, media_type, digest, segment, offset, length"
MARKS = ", ".join("?" * 13)
GOOD = "kind IN ('article', 'document') AND coalesce(status, 200) = 200"
ORDER = "ORDER BY key, number, seen DESC, id DESC"


@dataclass(frozen=True, slots=True)
class Row:
    """One content of one page. `fetched` is when it first came, `seen` when it last came unchanged (UTC).

    `digest` is the SHA-256 of the body; the record is `length` bytes at `offset` of the file `segment`.
    """

    key: str
    kind: Kind
    number: int
    status: int | None
    url: str
    source: str | None
    fetched: datetime
    seen: datetime
    media_type: str | None
    digest: str
    segment: str
    offset: int
    length: int


class Index:
    """The SQLite file. `add`, `touch` and `set_end` are called inside `change`.

    Raises ArchiveError where the file is no index of this version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._db = sqlite3.connect(path, timeout=BUSY, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._prepare()
        except sqlite3.DatabaseError as error:
            raise ArchiveError(
                f"{path}: not usable as an index: {error}; move it away and it is made anew from the segments"
            ) from error

    @contextmanager
    def change(self) -> Iterator[None]:
        """What is done inside lasts once it is left, all of it or, on an error, nothing.

        Waits while another process makes a change.
        """
        self._run("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.rollback()
            raise
        self._run("COMMIT")

    def find(self, record: Record) -> Row | None:
        """The row of the same page with the same content and status."""
        visit = record.visit
        return next(
            self._rows(
                "WHERE key = ? AND number = ? AND coalesce(status, 0) = ? AND digest = ?",
                (visit.key, visit.number, visit.status or 0, record.digest),
            ),
            None,
        )

    def latest(self, key: str, number: int) -> Row | None:
        """The content that was seen last on a page."""
        return next(self._rows(f"WHERE key = ? AND number = ? {ORDER} LIMIT 1", (key, number)), None)

    def add(self, record: Record, segment: str, offset: int, length: int) -> None:
        """Enter a record that lies in a segment: a new row, or for known content a later `seen`."""
        page, visit = record.page, record.visit
        at = stamp(page.fetched)
        if not record.revisit:
            what = (visit.key, visit.kind, visit.number, visit.status, page.url, page.source, at, at)
            where = (page.media_type, record.digest, segment, offset, length)
            self._run(f"INSERT OR IGNORE INTO captures ({COLUMNS}) VALUES ({MARKS})", what + where)  # noqa: S608
        self.touch(record)

    def touch(self, record: Record) -> None:
        """Note that the content was seen at the instant of the record."""
        visit = record.visit
        self._run(
            "UPDATE captures SET seen = max(seen, ?)"
            " WHERE key = ? AND number = ? AND coalesce(status, 0) = ? AND digest = ?",
            (stamp(record.page.fetched), visit.key, visit.number, visit.status or 0, record.digest),
        )

    def end(self, segment: str) -> int:
        """How many bytes of a segment the index knows."""
        row = self._run("SELECT end FROM segments WHERE name = ?", (segment,)).fetchone()
        return int(row[0]) if row else 0

    def set_end(self, segment: str, end: int) -> None:
        """Everything before `end` in this segment is entered."""
        self._run("INSERT OR REPLACE INTO segments VALUES (?, ?)", (segment, end))

    def current(self, key: str) -> list[Row]:
        """The pages that make up an article now, in order; see `current`."""
        return current(self._rows(f"WHERE key = ? AND {GOOD} {ORDER}", (key,)))

    def good(self) -> Iterator[Row]:
        """Rows of articles and documents that came whole, by key, number, and last seen first; streamed.

        They are those of the moment of the call, on a connection of its own.
        """
        with closing(sqlite3.connect(self.path, timeout=BUSY)) as db:
            yield from _read(db.execute(f"SELECT {COLUMNS} FROM captures WHERE {GOOD} {ORDER}"))  # noqa: S608

    def counts(self) -> dict[str, int]:
        """Captures by kind, and under `keys` how many articles and documents there are."""
        counts = dict(self._run("SELECT kind, count(*) FROM captures GROUP BY kind ORDER BY kind"))
        keys = f"SELECT count(DISTINCT key) FROM captures WHERE {GOOD} AND number = 0"  # noqa: S608
        return {**counts, "keys": self._run(keys).fetchone()[0]}

    def close(self) -> None:
        """Close the file; a change that was not committed is undone."""
        self._db.close()

    def _prepare(self) -> None:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version == VERSION:
            return
        with self.change():
            # Another process may have made the tables since.
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            if version == 0:
                for statement in SCHEMA.split(";"):
                    self._db.execute(statement)
            elif version != VERSION:
                raise sqlite3.DatabaseError(f"its version is {version}, this program reads {VERSION}")

    def _run(self, statement: str, values: tuple[str | int | None, ...] = ()) -> sqlite3.Cursor:
        try:
            return self._db.execute(statement, values)
        except sqlite3.Error as error:
            raise ArchiveError(
                f"{self.path}: {error}; make room, or move it away to have it made anew"
            ) from error

    def _rows(self, where: str, values: tuple[str | int, ...]) -> Iterator[Row]:
        return _read(self._run(f"SELECT {COLUMNS} FROM captures {where}", values))  # noqa: S608


def current(rows: Iterable[Row]) -> list[Row]:
    """Of one key's rows (by number, last seen first) those that belong together now.

    That is the latest first page and the latest of each further page, without those last seen before the
    first page got its present content: they are of an older and longer version. Empty without a first page.
    """
    latest: dict[int, Row] = {}
    for row in rows:
        latest.setdefault(row.number, row)
    first = latest.get(0)
    if first is None:
        return []
    return [row for row in latest.values() if row.number == 0 or row.seen >= first.fetched]


def _read(cursor: sqlite3.Cursor) -> Iterator[Row]:
    for key, kind, number, status, url, source, fetched, seen, *rest in cursor:
        yield Row(key, kind, number, status, url, source, instant(fetched), instant(seen), *rest)

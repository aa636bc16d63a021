"""The SQLite file of the embedded store: opening it, one writer, many readers, and errors that help."""

import sqlite3
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractors.errors import InputError, StoreError

SCHEMA = 2
"""Raised with every change of schema.sql, or of the rules that make the facts kept there."""

APPLICATION = 0x50494147
"""Marks the file as ours ("PIAG"); see https://www.sqlite.org/pragma.html#pragma_application_id."""

PATIENCE = 60.0
"""Seconds to wait for another process that writes."""

SMALLEST = 512
"""Bytes of the smallest page (https://www.sqlite.org/fileformat.html); a shorter file passes for empty."""

_REBUILD = "move it away and run `piagam rebuild`"
_ADVICE = {
    sqlite3.SQLITE_NOTADB: f"it is no SQLite file; {_REBUILD}",
    sqlite3.SQLITE_CORRUPT: f"the file is damaged; {_REBUILD}",
    sqlite3.SQLITE_BUSY: "another process is writing to it; let it finish, then try again",
    sqlite3.SQLITE_FULL: "the disk is full; free some space, then do it again: nothing is half written",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; see that the folder exists and may be written",
    sqlite3.SQLITE_READONLY: "it may not be written; see who owns the file and its folder",
}


class Database:
    """One base file, made when it is missing.

    Commits are synced to disk (WAL, synchronous FULL): what is committed survives a kill and a power cut.
    Readers see the last commit and never wait; writers of all threads and processes take turns.
    Raises StoreError where the file is damaged, not a base, of another version, or not accessible.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._idle: deque[sqlite3.Connection] = deque()
        self._turn = threading.RLock()
        self._closed = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"the folder of the base {path} cannot be made: {error}") from error
        if path.is_file() and 0 < path.stat().st_size < SMALLEST:
            raise StoreError(f"the base {path}: {_ADVICE[sqlite3.SQLITE_NOTADB]}")
        with self._telling():
            connection = self._connect()
            try:
                self._prepare(connection)
            finally:
                connection.close()

    def close(self) -> None:
        """Close the file once the writer is done; whoever comes later gets a StoreError."""
        with self._turn:
            self._closed = True
            while self._idle:
                self._idle.pop().close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the base from beginning to end."""
        with self._borrowed() as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction of its own: all of it is kept, or after an exception nothing."""
        with self._turn, self._borrowed() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def _borrowed(self) -> Iterator[sqlite3.Connection]:
        with self._telling():
            try:
                connection = self._idle.pop()
            except IndexError:
                connection = self._connect()
            try:
                if self._closed:
                    raise StoreError(f"the base {self.path} was closed; open it again")
                yield connection
            finally:
                if self._closed:
                    connection.close()
                else:
                    self._idle.append(connection)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            # The low byte is the kind of error; those above it say where it happened.
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            raise StoreError(f"the base {self.path}: {_ADVICE.get(code, 'failed')} ({error})") from error
        except UnicodeEncodeError as error:
            raise InputError(f"{error.object!a} is no Unicode text; ask with text in UTF-8") from error

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path, timeout=PATIENCE, isolation_level=None, check_same_thread=False, cached_statements=64
        )
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        application, version, tables = connection.execute(
            "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master) "
            "FROM pragma_application_id, pragma_user_version"
        ).fetchone()
        if application == APPLICATION and version == SCHEMA:
            return
        if application == APPLICATION:
            made_by, instead = ("a newer", "use that one, or ") if version > SCHEMA else ("an older", "")
            raise StoreError(
                f"the base {self.path} was made by {made_by} Piagam (schema {version}, not {SCHEMA}); "
                f"{instead}{_REBUILD}"
            )
        if tables:
            raise StoreError(f"the base {self.path} is a file of another program; {_REBUILD}")
        _use_wal(connection)
        schema = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
        # Whole or not at all: two processes may come here at once, and either may be killed.
        connection.executescript(
            f"BEGIN IMMEDIATE; {schema}; PRAGMA application_id = {APPLICATION}; "
            f"PRAGMA user_version = {SCHEMA}; COMMIT;"
        )


def _use_wal(connection: sqlite3.Connection) -> None:
    """Switch a new file to write-ahead logging. SQLite does not wait its turn for that by itself."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return

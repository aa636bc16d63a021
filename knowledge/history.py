"""What was read when: each state of an article with its statements, beside the base and never changed."""

import datetime
import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from extractors.article import Article
from extractors.errors import InputError, StoreError
from extractors.statement import AwardStatement, IndexStatement, Model, OfficeStatement, Statement
from knowledge.fact import Fact
from knowledge.store import FactQuery, Store

PATIENCE = 60.0
"""Seconds to wait for another process that writes."""

SCHEMA = """
CREATE TABLE IF NOT EXISTS states (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL, -- UTC, ISO 8601 with microseconds, so that texts sort as instants
    article TEXT NOT NULL,
    digest TEXT NOT NULL,
    state BLOB NOT NULL -- State as JSON, packed by zlib
);
CREATE INDEX IF NOT EXISTS states_article ON states (article, number);
CREATE INDEX IF NOT EXISTS states_at ON states (at);
"""


class State(Model):
    """An article and what was read in it, judgements included."""

    article: Article
    statements: tuple[Statement, ...]


class Change(Model):
    """A fact that came, changed or went: as it was, and as it is."""

    before: Fact | None
    after: Fact | None


class History:
    """The states of all articles in one SQLite file, made when missing.

    Raises StoreError where the file fails.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
            self._file.executescript(SCHEMA)
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def record(self, pairs: Iterable[tuple[Article, Iterable[Statement]]], at: datetime.datetime) -> int:
        """Keep the states that differ from the last ones, all or none; return how many."""
        count = 0
        try:
            self._file.execute("BEGIN IMMEDIATE")
            try:
                for article, statements in pairs:
                    count += self._keep(State(article=article, statements=tuple(statements)), _instant(at))
                self._file.execute("COMMIT")
            finally:
                if self._file.in_transaction:
                    self._file.execute("ROLLBACK")
        except sqlite3.Error as error:
            raise self._failed(error) from error
        return count

    def _keep(self, state: State, at: str) -> bool:
        # When a page was fetched is no part of what was known.
        told = state.model_dump_json(exclude={"article": {"fetched"}})
        digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
        select = "SELECT digest FROM states WHERE article = ? ORDER BY number DESC LIMIT 1"
        last = self._file.execute(select, [state.article.id]).fetchone()
        if last == (digest,):
            return False
        self._file.execute(
            "INSERT INTO states (at, article, digest, state) VALUES (?, ?, ?, ?)",
            [at, state.article.id, digest, zlib.compress(state.model_dump_json().encode())],
        )
        return True

    def as_of(self, at: datetime.datetime) -> Iterator[State]:
        """The last state of each article at an instant, in order of their coming, streamed."""
        select = (
            "SELECT state FROM states WHERE number IN "
            "(SELECT max(number) FROM states WHERE at <= ? GROUP BY article) ORDER BY number"
        )
        return self._states(select, _instant(at))

    def since(self, at: datetime.datetime) -> Iterator[State]:
        """All states that came after an instant, in order, streamed."""
        return self._states("SELECT state FROM states WHERE at > ? ORDER BY number", _instant(at))

    def _states(self, select: str, at: str) -> Iterator[State]:
        try:
            with closing(self._file.execute(select, [at])) as rows:
                for (packed,) in rows:
                    yield State.model_validate_json(zlib.decompress(packed))
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _failed(self, error: sqlite3.Error) -> StoreError:
        return StoreError(f"the history {self._path} cannot be read or written ({error}); move it away")


def instant(text: str) -> datetime.datetime:
    """A date ("2024-05-27", the end of that day in UTC) or an ISO date-time. Raises InputError for others."""
    try:
        if len(text) == len("2024-05-27"):
            day = datetime.date.fromisoformat(text)
            return datetime.datetime.combine(day, datetime.time.max, tzinfo=datetime.UTC)
        told = datetime.datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError(
            f"'{text}' is no date; write it as 2024-05-27 or 2024-05-27T14:30:00+07:00"
        ) from error
    return told if told.tzinfo else told.replace(tzinfo=datetime.UTC)


def _instant(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).isoformat(timespec="microseconds")


def changes(then: Store, now: Store, states: Iterable[State]) -> Iterator[Change]:
    """The facts that differ between two stores, among those that the articles of `states` bear on.

    Each once, in order of kind and thing.
    """
    touched: set[tuple[str, str, str | None]] = set()
    seen: set[str] = set()
    for state in states:
        if state.article.id in seen:
            continue
        seen.add(state.article.id)
        for store in (then, now):
            touched |= _topics(store.statements(state.article.id))
    for kind, thing, subject in sorted(touched, key=str):
        query = FactQuery.model_validate({"kind": kind, "thing": thing, "subject": subject})
        before = {fact.id: fact for fact in then.facts(query)}
        after = {fact.id: fact for fact in now.facts(query)}
        for name in sorted(before.keys() | after.keys()):
            if before.get(name) != after.get(name):
                yield Change(before=before.get(name), after=after.get(name))


def _topics(statements: Iterable[Statement]) -> set[tuple[str, str, str | None]]:
    """Kind, thing and subject of the facts that statements make."""
    found: set[tuple[str, str, str | None]] = set()
    for statement in statements:
        match statement:
            case AwardStatement():
                found.add(("award", statement.award.id, statement.recipient.id))
            case IndexStatement():
                found.add(("index", statement.index.id, statement.region.id))
            case OfficeStatement():
                seat = statement.region or statement.body
                found.add(("office", statement.position, seat.id if seat else None))
    return found

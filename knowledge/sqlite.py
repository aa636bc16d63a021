"""The embedded store: articles, statements and facts in one SQLite file."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from extractors.article import Article
from extractors.errors import InputError
from extractors.statement import Statement, StatementAdapter
from knowledge.database import Database
from knowledge.fact import Fact, FactAdapter
from knowledge.row import ArticleRow, article_from, in_batches
from knowledge.spelling import plain
from knowledge.sqlite_search import search
from knowledge.sqlite_write import refresh, replace
from knowledge.store import MAX_HITS, MAX_SKIPPED, Counts, FactQuery, Found

PAGE = 200
"""Articles or facts read at a time when all are streamed: no read stays open between two pages."""


class SqliteStore:
    """A `Store` in the file `path`, which is made when missing.

    Threads and processes may share the file: one writes at a time, all read. A stream of many things is
    read page by page: one that fits a page is of one moment, and in a longer one what is written meanwhile
    may or may not be seen.
    All methods raise StoreError where the file fails.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(path)

    def put(self, article: Article, statements: Iterable[Statement]) -> None:
        """See `Store.put`."""
        self.put_many([(article, statements)])

    def put_many(self, pairs: Iterable[tuple[Article, Iterable[Statement]]], *, every: int = 200) -> None:
        """See `Store.put_many`."""
        in_batches(pairs, every, self._write)

    def version(self, article_id: str) -> str | None:
        """See `Store.version`."""
        with self._database.reading() as base:
            row = base.execute("SELECT version FROM articles WHERE id = ?", [article_id]).fetchone()
        return row[0] if row else None

    def article(self, article_id: str) -> Article | None:
        """See `Store.article`."""
        with self._database.reading() as base:
            row = base.execute("SELECT title, body, rest FROM articles WHERE id = ?", [article_id]).fetchone()
        return article_from(*row) if row else None

    def articles(self) -> Iterator[Article]:
        """See `Store.articles`."""
        select = "SELECT id, title, body, rest FROM articles WHERE id > ? ORDER BY id LIMIT ?"
        for rows in self._pages(select, []):
            for _, *columns in rows:
                yield article_from(*columns)

    def statements(self, article_id: str | None = None) -> Iterator[Statement]:
        """See `Store.statements`."""
        select = "SELECT json FROM statements WHERE article BETWEEN ? AND ? ORDER BY article, place"
        if article_id is not None:
            spans = iter([(article_id, article_id)])
        else:
            pages = self._pages("SELECT id FROM articles WHERE id > ? ORDER BY id LIMIT ?", [])
            spans = ((rows[0][0], rows[-1][0]) for rows in pages)
        for span in spans:
            for (text,) in self._all(select, [*span]):
                yield StatementAdapter.validate_json(text)

    def statements_by_id(self, ids: Iterable[str]) -> list[Statement]:
        """See `Store.statements_by_id`."""
        wanted = list(ids)
        select = "SELECT id, json FROM statements WHERE id IN (SELECT value FROM json_each(?))"
        found = dict(self._all(select, [json.dumps(wanted)]))
        return [StatementAdapter.validate_json(found[name]) for name in wanted if name in found]

    def facts(self, query: FactQuery) -> Iterator[Fact]:
        """See `Store.facts`."""
        where, values = _conditions(query)
        # `where` is made of fixed texts; all values are bound.
        select = f"SELECT place, json FROM facts WHERE place > ?{where} ORDER BY place LIMIT ?"  # noqa: S608
        for rows in self._pages(select, values):
            for _, text in rows:
                yield FactAdapter.validate_json(text)

    def fact(self, fact_id: str) -> Fact | None:
        """See `Store.fact`."""
        rows = self._all("SELECT json FROM facts WHERE id = ?", [fact_id])
        return FactAdapter.validate_json(rows[0][0]) if rows else None

    def search(self, text: str, *, limit: int = 10, offset: int = 0) -> Found:
        """See `Store.search`."""
        if not (0 <= limit <= MAX_HITS and 0 <= offset <= MAX_SKIPPED):
            raise InputError(f"limit {limit}, offset {offset}: from 0 to {MAX_HITS} and {MAX_SKIPPED}")
        with self._database.reading() as base:
            return search(base, text, limit, offset)

    def counts(self) -> Counts:
        """See `Store.counts`."""
        select = (
            "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM statements), "
            "(SELECT count(*) FROM facts)"
        )
        articles, statements, facts = self._all(select, [])[0]
        return Counts(articles=articles, statements=statements, facts=facts)

    def close(self) -> None:
        """See `Store.close`."""
        self._database.close()

    def _all(self, select: str, values: list[Any]) -> list[Any]:
        with self._database.reading() as base:
            return base.execute(select, values).fetchall()

    def _pages(self, select: str, values: list[str]) -> Iterator[list[Any]]:
        """The rows of a SELECT from after a first column (its first value) up to a limit (its last)."""
        last, full = "", True
        while full:
            rows = self._all(select, [last, *values, PAGE])
            full = len(rows) == PAGE
            if rows:
                last = rows[-1][0]
                yield rows

    def _write(self, rows: list[ArticleRow]) -> None:
        with self._database.writing() as base:
            refresh(base, {topic for row in rows for topic in replace(base, row)})


def _conditions(query: FactQuery) -> tuple[str, list[str]]:
    """The further conditions of a WHERE on the table of facts, and their values."""
    conditions: list[tuple[str, list[str]]] = []
    if query.subject is not None:
        conditions.append(("(subject = ? OR person = ?)", [query.subject, query.subject]))
    if query.thing is not None:
        conditions.append(("thing = ?", [plain(query.thing)]))
    if query.year is not None:
        conditions.append(("year = ?", [str(query.year)]))
    if query.kind is not None:
        conditions.append(("kind = ?", [query.kind]))
    if query.level is not None:
        conditions.append(("level = ?", [query.level]))
    if query.province is not None:
        conditions.append(("province = ?", [query.province]))
    where = "".join(f" AND {condition}" for condition, _ in conditions)
    return where, [value for _, values in conditions for value in values]

"""Writing articles and facts in a transaction of the embedded store."""

import sqlite3
from collections.abc import Iterable

from extractors.statement import StatementAdapter
from knowledge.keys import keys
from knowledge.merge import merge
from knowledge.row import ArticleRow, StatementRow


def replace(base: sqlite3.Connection, row: ArticleRow) -> set[str]:
    """Keep this version of an article and exactly its statements; return the topics whose facts change."""
    base.execute(
        "INSERT INTO articles (id, version, title, body, rest) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET version = excluded.version, title = excluded.title, "
        "body = excluded.body, rest = excluded.rest",
        [row.id, row.version, row.title, row.body, row.rest],
    )
    select = "SELECT id, topic, json FROM statements WHERE article = ? ORDER BY place"
    before = tuple(StatementRow(*columns) for columns in base.execute(select, [row.id]))
    if before == row.statements:
        return set()
    base.execute("DELETE FROM statements WHERE article = ?", [row.id])
    base.executemany(
        "INSERT INTO statements (id, article, place, topic, json) VALUES (?, ?, ?, ?, ?)",
        [(told.id, row.id, place, told.topic, told.json) for place, told in enumerate(row.statements)],
    )
    return {told.topic for told in set(before) ^ set(row.statements) if told.topic is not None}


def refresh(base: sqlite3.Connection, topics: Iterable[str]) -> None:
    """Make the facts of these topics anew from all the statements that are kept."""
    for topic in sorted(topics):
        base.execute("DELETE FROM facts WHERE topic = ?", [topic])
        select = "SELECT json FROM statements WHERE topic = ?"
        told = [StatementAdapter.validate_json(text) for (text,) in base.execute(select, [topic])]
        for fact in merge(told):
            base.execute(
                "INSERT INTO facts "
                "(id, topic, kind, thing, subject, person, year, level, province, place, json) VALUES "
                "(:id, :topic, :kind, :thing, :subject, :person, :year, :level, :province, :order, :json)",
                {**keys(fact).model_dump(), "id": fact.id, "topic": topic, "json": fact.model_dump_json()},
            )

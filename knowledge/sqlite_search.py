"""Full-text search of the embedded store."""

import sqlite3

from knowledge.row import article_from
from knowledge.searched import TITLE_WEIGHT, words
from knowledge.store import Found, Hit


def search(base: sqlite3.Connection, text: str, limit: int, offset: int) -> Found:
    """The articles that hold all words of the text, or where there is none, those that hold any."""
    wanted = words(text)
    if not wanted:
        return Found(total=0, hits=())
    # In quotes, a word is a phrase to FTS5 and never an operator, whatever its signs.
    phrases = [f'"{word}"' for word in wanted]
    found = _matching(base, " AND ".join(phrases), limit, offset)
    return found if found.total else _matching(base, " OR ".join(phrases), limit, offset)


def _matching(base: sqlite3.Connection, expression: str, limit: int, offset: int) -> Found:
    total = base.execute("SELECT count(*) FROM words WHERE words MATCH ?", [expression]).fetchone()[0]
    best = base.execute(
        "SELECT number, bm25(words, ?, 1.0) AS distance FROM words JOIN articles ON number = words.rowid "
        "WHERE words MATCH ? ORDER BY distance, articles.id LIMIT ? OFFSET ?",
        [TITLE_WEIGHT, expression, limit, offset],
    ).fetchall()
    hits = []
    for number, distance in best:
        # One by one, since a snippet in the query above would be made for every match, not for the best.
        snippet, *columns = base.execute(
            "SELECT snippet(words, -1, '', '', '…', 32), articles.title, articles.body, rest FROM words "
            "JOIN articles ON number = words.rowid WHERE words MATCH ? AND words.rowid = ?",
            [expression, number],
        ).fetchone()
        hits.append(Hit(article=article_from(*columns), snippet=snippet, score=-distance))
    return Found(total=total, hits=tuple(hits))

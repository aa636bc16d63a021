"""Articles and facts as documents of Elasticsearch, and back."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable

from extractors.article import Article
from extractors.statement import Statement, StatementAdapter
from knowledge.elastic_client import Document
from knowledge.fact import Fact
from knowledge.keys import keys
from knowledge.row import ArticleRow, StatementRow

MAX_KEY = 8_000
"""Signs of a keyword. Lucene takes 32,766 bytes, and a sign has four at most."""


def key(text: str) -> str:
    """A text as it is found by; a very long one ends with its digest. Raises UnicodeEncodeError."""
    whole = text.encode()
    return text if len(text) <= MAX_KEY else text[: MAX_KEY - 64] + hashlib.sha256(whole).hexdigest()


def composed(text: str) -> str:
    """The text with each accent and its letter as one sign: only these are found by the letter alone."""
    return unicodedata.normalize("NFC", text)


def article_document(row: ArticleRow) -> Document:
    """An article with all its statements: one document, so that it is never half written."""
    title, body, rest = composed(row.title), composed(row.body), row.rest
    if (title, body) != (row.title, row.body):
        rest = json.dumps({**json.loads(rest), "title": row.title, "body": row.body}, ensure_ascii=False)
    return {
        "id": row.id,
        "version": row.version,
        "title": title,
        "body": body,
        "rest": rest,
        "topics": sorted({told.topic for told in row.statements if told.topic is not None}),
        "statements": [told.id for told in row.statements],
        "count": len(row.statements),
        "told": [{"id": told.id, "topic": told.topic, "json": told.json} for told in row.statements],
    }


ARTICLE = ["title", "body", "rest"]
"""What `article_of` needs of a document."""


def article_of(document: Document) -> Article:
    """The article as it was put."""
    text = {"title": document["title"], "body": document["body"]}
    return Article.model_validate({**text, **json.loads(document["rest"])})


def statement_rows(document: Document) -> tuple[StatementRow, ...]:
    """What was kept of an article's statements, in their order."""
    return tuple(StatementRow(told["id"], told["topic"], told["json"]) for told in document["told"])


def statements_of(rows: Iterable[StatementRow]) -> list[Statement]:
    """The statements that were kept."""
    return [StatementAdapter.validate_json(row.json) for row in rows]


def fact_document(fact: Fact, topic: str) -> Document:
    """A fact with the keys it is found by."""
    found_by = {
        name: key(value) if isinstance(value, str) else value
        for name, value in keys(fact).model_dump().items()
    }
    return {**found_by, "id": fact.id, "topic": topic, "json": fact.model_dump_json()}

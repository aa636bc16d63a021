"""What a store keeps of an article and its statements, checked before anything is written."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pydantic_core import PydanticSerializationError

from extractors.article import Article
from extractors.errors import InputError
from extractors.statement import Statement
from knowledge.merge import topic
from knowledge.seen import day


@dataclass(frozen=True)
class StatementRow:
    """One statement as it is kept; `topic` is that of `merge.topic`."""

    id: str
    topic: str | None
    json: str


@dataclass(frozen=True)
class ArticleRow:
    """One article as it is kept, its statements in the order of their places in it; `rest` is the article
    as JSON without title and body.
    """

    id: str
    version: str
    title: str
    body: str
    rest: str
    statements: tuple[StatementRow, ...]


def article_row(article: Article, statements: Iterable[Statement]) -> ArticleRow:
    """What is to be kept; a statement that is given twice is kept once.

    Raises InputError where a text is not Unicode (a lone surrogate), a statement cites another article or
    its date is no date.
    """
    try:
        return ArticleRow(
            id=article.id,
            version=article.version,
            title=_text(article.title),
            body=_text(article.body),
            rest=article.model_dump_json(exclude={"title", "body"}),
            statements=tuple(_statement_rows(article, statements)),
        )
    except (UnicodeEncodeError, PydanticSerializationError) as error:
        url = article.url.encode("ascii", "backslashreplace").decode()
        raise InputError(
            f"article {url}: its text or a statement's cannot be written as UTF-8; read the page again with "
            f"the right encoding ({error})"
        ) from error


def in_batches(
    pairs: Iterable[tuple[Article, Iterable[Statement]]],
    every: int,
    write: Callable[[list[ArticleRow]], None],
) -> None:
    """Write so many together, in order; where `pairs` raises, or one of them is bad, all before it first."""
    rows: list[ArticleRow] = []
    try:
        for article, statements in pairs:
            rows.append(article_row(article, statements))
            if len(rows) >= every:
                full, rows = rows, []
                write(full)
    finally:
        if rows:
            write(rows)


def article_from(title: str, body: str, rest: str) -> Article:
    """The article that was kept."""
    return Article.model_validate({**json.loads(rest), "title": title, "body": body})


def _text(text: str) -> str:
    text.encode()
    return text


def _statement_rows(article: Article, statements: Iterable[Statement]) -> Iterable[StatementRow]:
    places = {
        statement.id: statement for statement in sorted(statements, key=lambda told: told.model_dump_json())
    }
    for statement in sorted(places.values(), key=_place):
        if statement.article.url != article.url:
            raise InputError(
                f"statement {statement.id} was read in {statement.article.url} but is put with "
                f"{article.url}; put it with its own article"
            )
        day(statement)
        yield StatementRow(statement.id, topic(statement), statement.model_dump_json())


def _place(statement: Statement) -> tuple[bool, int, int, str]:
    evidence = statement.evidence
    return evidence.field != "title", evidence.start, evidence.end, statement.id

"""What a store must do: keep articles, their statements and the facts these add up to."""

from collections.abc import Iterable, Iterator
from typing import Literal, Protocol

from extractors.article import Article
from extractors.statement import Level, Model, Statement
from knowledge.fact import Fact

MAX_HITS = 1_000
MAX_SKIPPED = 9_000
"""The most hits of one search, and the most that may be skipped: together what Elasticsearch grants."""


class FactQuery(Model):
    """Which facts; every key that is not None must hold.

    `subject` is the id of a recipient, region, body or person; `thing` the id of an award or index, or the
    name of a position in any case; `level` that of the recipient, region or body; `province` a two-digit
    Kemendagri code, matched against the region's own code.
    """

    kind: Literal["award", "index", "office"] | None = None
    subject: str | None = None
    thing: str | None = None
    year: int | None = None
    level: Level | None = None
    province: str | None = None


class Hit(Model):
    """One article found by a search; `snippet` is plain text around the match."""

    article: Article
    snippet: str
    score: float


class Found(Model):
    """A page of search results; `total` counts all that match."""

    total: int
    hits: tuple[Hit, ...]


class Counts(Model):
    """How much a store holds."""

    articles: int
    statements: int
    facts: int


class Store(Protocol):
    """Articles with their statements and facts. Every write is atomic and idempotent."""

    def put(self, article: Article, statements: Iterable[Statement]) -> None:
        """Keep an article's current version with exactly these statements; recompute the facts touched.

        Raises InputError, and keeps what was there, where a text holds a lone surrogate or a statement cites
        another article.
        """

    def put_many(self, pairs: Iterable[tuple[Article, Iterable[Statement]]], *, every: int = 200) -> None:
        """As `put` for each, but many to a transaction: each `every` articles are kept together, in order.

        Where `pairs` raises, or one of them is bad (InputError), all before it are kept first.
        """

    def version(self, article_id: str) -> str | None:
        """The `Article.version` kept under this id, or None."""

    def article(self, article_id: str) -> Article | None:
        """One article, or None."""

    def articles(self) -> Iterator[Article]:
        """All articles in order of id, streamed."""

    def statements(self, article_id: str | None = None) -> Iterator[Statement]:
        """Statements of one article, or all of them in order of article and place in it, streamed."""

    def statements_by_id(self, ids: Iterable[str]) -> list[Statement]:
        """These statements in the order asked for, without those that are gone."""

    def facts(self, query: FactQuery) -> Iterator[Fact]:
        """The facts that match, in the order of `keys.Keys.order`, streamed.

        That is by kind, thing, year, rank (unknown last), value (highest first), predicate and name.
        """

    def fact(self, fact_id: str) -> Fact | None:
        """One fact, or None."""

    def search(self, text: str, *, limit: int = 10, offset: int = 0) -> Found:
        """Full-text search of titles and bodies, best first, whatever signs the text holds.

        Case and accents do not count. Articles that hold all the words; where there is none, those that hold
        any. Raises InputError where limit or offset is below 0 or beyond MAX_HITS or MAX_SKIPPED.
        """

    def counts(self) -> Counts:
        """How much there is."""

    def close(self) -> None:
        """Let go of files and connections."""

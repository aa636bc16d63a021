"""The store on a cluster: articles, statements and facts in Elasticsearch."""

from collections.abc import Iterable, Iterator

from extractors.article import Article
from extractors.errors import InputError
from extractors.statement import Statement, StatementAdapter
from knowledge.elastic_client import Cluster, Document
from knowledge.elastic_document import ARTICLE, article_of, key, statement_rows, statements_of
from knowledge.elastic_lock import Lock
from knowledge.elastic_rejects import Rejects
from knowledge.elastic_search import search
from knowledge.elastic_stream import pages
from knowledge.elastic_write import Indices, Writer
from knowledge.fact import Fact, FactAdapter
from knowledge.row import ArticleRow, in_batches
from knowledge.spelling import plain
from knowledge.store import MAX_HITS, MAX_SKIPPED, Counts, FactQuery, Found

PAGE = 100
"""Articles read at a time when all are streamed."""

ASKED = 1_000
"""Ids of statements that are asked for at a time."""


class ElasticStore:
    """A `Store` in a cluster.

    Processes on any number of machines may share it: one writes at a time, all read. An article with its
    statements is one document; what a batch writes is seen by searches and lists when all of it is there.
    All methods raise StoreError where the cluster fails; a document that it does not take is an InputError
    after all others of its batch were kept, and is kept in `rejects`.
    """

    def __init__(
        self,
        cluster: Cluster,
        indices: Indices,
        lock: Lock,
        rejects: Rejects,
    ) -> None:
        self._cluster = cluster
        self._indices = indices
        self._writer = Writer(cluster, indices, lock)
        self._rejects = rejects

    def put(self, article: Article, statements: Iterable[Statement]) -> None:
        """See `Store.put`."""
        self.put_many([(article, statements)])

    def put_many(self, pairs: Iterable[tuple[Article, Iterable[Statement]]], *, every: int = 200) -> None:
        """See `Store.put_many`."""
        in_batches(pairs, every, self._write)

    def version(self, article_id: str) -> str | None:
        """See `Store.version`."""
        found = self._get(self._indices.articles, article_id, ["version"])
        return found["version"] if found else None

    def article(self, article_id: str) -> Article | None:
        """See `Store.article`."""
        found = self._get(self._indices.articles, article_id, ARTICLE)
        return article_of(found) if found else None

    def articles(self) -> Iterator[Article]:
        """See `Store.articles`."""
        for page in pages(self._cluster, self._indices.articles, {"match_all": {}}, "id", ARTICLE, PAGE):
            for found in page:
                yield article_of(found)

    def statements(self, article_id: str | None = None) -> Iterator[Statement]:
        """See `Store.statements`."""
        if article_id is not None:
            found = self._get(self._indices.articles, article_id, ["told"])
            yield from statements_of(statement_rows(found) if found else ())
            return
        for page in pages(self._cluster, self._indices.articles, {"match_all": {}}, "id", ["told"], PAGE):
            for document in page:
                yield from statements_of(statement_rows(document))

    def statements_by_id(self, ids: Iterable[str]) -> list[Statement]:
        """See `Store.statements_by_id`."""
        wanted = list(ids)
        known = sorted({name for name in wanted if _is_text(name)})
        found: dict[str, str] = {}
        for first in range(0, len(known), ASKED):
            asked = set(known[first : first + ASKED])
            query = {"terms": {"statements": sorted(asked)}}
            for page in pages(self._cluster, self._indices.articles, query, "id", ["told"], PAGE):
                for document in page:
                    found |= {row.id: row.json for row in statement_rows(document) if row.id in asked}
        return [StatementAdapter.validate_json(found[name]) for name in wanted if name in found]

    def facts(self, query: FactQuery) -> Iterator[Fact]:
        """See `Store.facts`."""
        with self._cluster.telling():
            conditions = _conditions(query)
        for page in pages(self._cluster, self._indices.facts, conditions, "order", ["json"]):
            for document in page:
                yield FactAdapter.validate_json(document["json"])

    def fact(self, fact_id: str) -> Fact | None:
        """See `Store.fact`."""
        found = self._get(self._indices.facts, fact_id, ["json"])
        return FactAdapter.validate_json(found["json"]) if found else None

    def search(self, text: str, *, limit: int = 10, offset: int = 0) -> Found:
        """See `Store.search`."""
        if not (0 <= limit <= MAX_HITS and 0 <= offset <= MAX_SKIPPED):
            raise InputError(f"limit {limit}, offset {offset}: from 0 to {MAX_HITS} and {MAX_SKIPPED}")
        return search(self._cluster, self._indices.articles, text, limit, offset)

    def counts(self) -> Counts:
        """See `Store.counts`."""
        with self._cluster.telling() as client:
            articles = client.search(
                index=self._indices.articles,
                size=0,
                track_total_hits=True,
                aggs={"statements": {"sum": {"field": "count"}}},
            )
            facts = client.count(index=self._indices.facts)["count"]
        return Counts(
            articles=articles["hits"]["total"]["value"],
            statements=int(articles["aggregations"]["statements"]["value"]),
            facts=facts,
        )

    def close(self) -> None:
        """See `Store.close`."""
        self._cluster.close()

    def _get(self, index: str, name: str, fields: list[str]) -> Document | None:
        """The document of this id as it was last written, whether or not searches see it yet."""
        with self._cluster.telling() as client:
            name.encode()
            (found,) = client.mget(index=index, ids=[name], source=fields)["docs"]
        if "error" in found:
            raise self._cluster.error(404, found)
        kept: Document | None = found.get("_source")
        return kept

    def _write(self, rows: list[ArticleRow]) -> None:
        rejected = self._writer.put(rows)
        for one in rejected:
            self._rejects.keep(one)
        self._rejects.forget({row.id for row in rows} - {one.id for one in rejected})
        if rejected:
            first = rejected[0]
            raise InputError(
                f"Elasticsearch did not take {len(rejected)} of {len(rows)} articles and their facts; the "
                f"others are kept. The first is {first.id} for {first.index}: {first.reason}"
            )


def _conditions(query: FactQuery) -> Document:
    """A query of the index of facts."""
    conditions: list[Document] = []
    if query.subject is not None:
        subject = key(query.subject)
        either = [{"term": {"subject": subject}}, {"term": {"person": subject}}]
        conditions.append({"bool": {"should": either, "minimum_should_match": 1}})
    if query.thing is not None:
        conditions.append({"term": {"thing": key(plain(query.thing))}})
    if query.year is not None:
        conditions.append({"term": {"year": str(query.year)}})
    for name, value in (("kind", query.kind), ("level", query.level), ("province", query.province)):
        if value is not None:
            conditions.append({"term": {name: key(value)}})
    return {"bool": {"filter": conditions}} if conditions else {"match_all": {}}


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True

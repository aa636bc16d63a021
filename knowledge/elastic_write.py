"""Writing articles, and the facts that their statements touch."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from knowledge.elastic_bulk import Rejected, write
from knowledge.elastic_client import Cluster, Document
from knowledge.elastic_document import article_document, fact_document, statement_rows, statements_of
from knowledge.elastic_lock import Lock, LockLostError
from knowledge.elastic_stream import pages
from knowledge.merge import merge
from knowledge.row import ArticleRow, StatementRow

TOGETHER = 200
"""Topics whose facts are made together: their statements are in memory at once."""

ATTEMPTS = 3
"""How often a batch is written before a lock that is lost each time is an error."""


@dataclass(frozen=True)
class Indices:
    """What is written to: the aliases of what is served, or the indices of a build."""

    articles: str
    facts: str
    aliases: bool = True
    """False for a build: nobody reads it, so its facts are made once, at its end."""


class Writer:
    """Writes batches of articles, under a lock.

    What is written is seen by searches when it is whole: the indices do not refresh by themselves, and are
    refreshed together after each batch.
    """

    def __init__(self, cluster: Cluster, indices: Indices, lock: Lock) -> None:
        self._cluster = cluster
        self._indices = indices
        self._lock = lock

    def put(self, rows: Iterable[ArticleRow]) -> list[Rejected]:
        """Keep these articles with exactly these statements, and make the facts anew that they touch.

        Of two rows of one article the later counts. Returns what Elasticsearch does not take; all else is
        kept, with its facts. Raises StoreError.
        """
        new = {row.id: row for row in rows}
        if not self._indices.aliases:
            return self._articles(new)
        touched: set[str] = set()
        for attempt in range(ATTEMPTS):
            try:
                with self._lock.held() as left:
                    self.recover(left)
                    touched |= self._touched(new)
                    if touched:
                        self._lock.note(touched)
                    return self._replace(new, sorted(touched))
            except LockLostError:
                # What this process wrote too late may have crossed what others made of it: once more.
                if attempt == ATTEMPTS - 1:
                    raise
        raise AssertionError("not reached")

    def _touched(self, new: Mapping[str, ArticleRow]) -> set[str]:
        """The topics of statements that come, go or change."""
        before: dict[str, tuple[StatementRow, ...]] = {}
        with self._cluster.telling() as client:
            found = client.mget(index=self._indices.articles, ids=list(new), source=["told"])["docs"]
        for document in found:
            if document.get("found"):
                before[document["_id"]] = statement_rows(document["_source"])
        changed: set[StatementRow] = set()
        for name, row in new.items():
            changed |= set(before.get(name, ())) ^ set(row.statements)
        return {row.topic for row in changed if row.topic is not None}

    def _articles(self, new: Mapping[str, ArticleRow]) -> list[Rejected]:
        actions = [
            {
                "_op_type": "index",
                "_index": self._indices.articles,
                "_id": name,
                "_source": article_document(row),
            }
            for name, row in new.items()
        ]
        return write(self._cluster, actions, aliases=self._indices.aliases)

    def _replace(self, new: Mapping[str, ArticleRow], touched: list[str]) -> list[Rejected]:
        rejected = self._articles(new)
        refused = {one.id for one in rejected}
        kept = {name: row for name, row in new.items() if name not in refused}
        if refused:
            self._refresh()
        rejected += write(self._cluster, self._facts(touched, kept), aliases=self._indices.aliases)
        self._refresh()
        return rejected

    def make_all_facts(self) -> None:
        """The facts of a build, from all its articles."""
        self._refresh()
        for topics in self._all_topics():
            write(self._cluster, self._facts(topics, {}), aliases=self._indices.aliases)
        self._refresh()

    def recover(self, topics: set[str]) -> None:
        """Make the facts that a writer which died was at from the articles as they are."""
        if topics:
            self._refresh()
            write(self._cluster, self._facts(sorted(topics), {}), aliases=self._indices.aliases)
            self._refresh()

    def _all_topics(self) -> Iterator[list[str]]:
        after: Document = {}
        while True:
            sources = [{"topic": {"terms": {"field": "topics"}}}]
            paging: Document = {"size": TOGETHER, "sources": sources, **after}
            with self._cluster.telling() as client:
                answer = client.search(
                    index=self._indices.articles, size=0, aggs={"topics": {"composite": paging}}
                )
            found = answer["aggregations"]["topics"]
            if not found["buckets"]:
                return
            yield [bucket["key"]["topic"] for bucket in found["buckets"]]
            after = {"after": found["after_key"]}

    def _facts(self, topics: list[str], instead: Mapping[str, ArticleRow]) -> Iterator[Document]:
        """What turns the facts of these topics into those of all statements that are kept.

        `instead` has the articles that were written and are not yet seen by searches.
        """
        for first in range(0, len(topics), TOGETHER):
            some = topics[first : first + TOGETHER]
            told = self._told(some, instead)
            wanted = [(fact, topic) for topic in some for fact in merge(statements_of(told[topic]))]
            names = {fact.id for fact, _ in wanted}
            matching = {"terms": {"topic": some}}
            for page in pages(self._cluster, self._indices.facts, matching, "order", ["id"]):
                for document in page:
                    if document["id"] not in names:
                        yield {"_op_type": "delete", "_index": self._indices.facts, "_id": document["id"]}
            for fact, topic in wanted:
                yield {
                    "_op_type": "index",
                    "_index": self._indices.facts,
                    "_id": fact.id,
                    "_source": fact_document(fact, topic),
                }

    def _told(self, topics: list[str], instead: Mapping[str, ArticleRow]) -> dict[str, list[StatementRow]]:
        """All statements that are kept of each of these topics."""
        wanted = set(topics)
        told: defaultdict[str, list[StatementRow]] = defaultdict(list)

        def take(rows: Iterable[StatementRow]) -> None:
            for row in rows:
                if row.topic in wanted and row.topic is not None:
                    told[row.topic].append(row)

        matching = {"terms": {"topics": topics}}
        for page in pages(self._cluster, self._indices.articles, matching, "id", ["id", "told"]):
            for document in page:
                if document["id"] not in instead:
                    take(statement_rows(document))
        for row in instead.values():
            take(row.statements)
        return told

    def _refresh(self) -> None:
        with self._cluster.telling() as client:
            client.indices.refresh(index=[self._indices.articles, self._indices.facts])

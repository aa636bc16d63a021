"""The life of a base on a cluster: opened, built anew beside what is served, swapped in, rolled back."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from extractors.errors import StoreError
from knowledge.elastic import ElasticStore
from knowledge.elastic_client import Cluster, Connection
from knowledge.elastic_index import behind, builds, create, prepare, remove, served, swap
from knowledge.elastic_lock import EXPIRY, PATIENCE, Lock, me
from knowledge.elastic_names import AUDIT, KINDS, IndexName, Kind, Names, new_build
from knowledge.elastic_rejects import Rejects
from knowledge.elastic_write import Indices, Writer
from knowledge.store import Counts, FactQuery

SHRINKAGE = 0.9
"""A new build with a smaller share of the articles that are served is taken for a failure."""

SAMPLE = 50
"""Facts of a new build that are looked into before it is served."""


class ElasticBase:
    """All builds of one base; `names` part it from others on the same cluster.

    `rejects` is the folder of documents that the cluster does not take. Each method raises StoreError.
    """

    def __init__(
        self,
        connection: Connection,
        names: Names,
        rejects: Path,
        *,
        expiry: float = EXPIRY,
        patience: float = PATIENCE,
    ) -> None:
        self._cluster = Cluster(connection)
        self._names = names
        self._rejects = Rejects(rejects)
        self._lock = Lock(self._cluster, names, expiry=expiry, patience=patience)
        try:
            self._cluster.check()
            prepare(self._cluster)
        except StoreError:
            self.close()
            raise

    def open(self) -> ElasticStore:
        """The store that is served; an empty one is made where there is none."""
        if not served(self._cluster, self._names):
            with self._lock.held():
                if not served(self._cluster, self._names):
                    swap(self._cluster, self._names, {}, create(self._cluster, self._names, new_build()))
        return self._store(self._served)

    @contextmanager
    def building(self) -> Iterator[ElasticStore]:
        """A new, empty store, which is served in place of the old one when the block ends.

        Until then the old one answers. Where the block raises, or the new build lacks what the old one has,
        nothing changes for who asks, and the new indices are removed. The build that was served before is
        kept for `rollback`, older ones are removed.
        """
        with self._lock.held() as left:
            old = behind(self._cluster, self._names)
            if len(old) == len(KINDS):
                Writer(self._cluster, self._served, self._lock).recover(left)
            build = new_build()
            new = create(self._cluster, self._names, build)
            indices = Indices(str(new["articles"]), str(new["facts"]), aliases=False)
            why = "it was cut off"
            try:
                store = self._store(indices)
                yield store
                Writer(self._cluster, indices, self._lock).make_all_facts()
                counts = store.counts()
                self._check(store, counts, old)
                self._lock.note([])  # raises where the lock was lost, and another may have built
                swap(self._cluster, self._names, old, new)
                why = ""
            except StoreError as error:
                why = str(error)
                raise
            finally:
                if why:
                    with suppress(StoreError):  # the cluster may be gone, and the first error tells more
                        remove(self._cluster, new.values())
                        self._audit("failed", build, None, why)
            self._audit("built", build, counts)
            self._clean({build, *(index.build for index in old.values())})

    def rollback(self) -> str:
        """Serve the newest of the other builds; return its name. To do it twice is to be where one was."""
        with self._lock.held():
            old = behind(self._cluster, self._names)
            serving = {index.build for index in old.values()}
            others = [
                indices
                for build, indices in builds(self._cluster, self._names).items()
                if build not in serving and len(indices) == len(KINDS)
            ]
            if not others:
                raise StoreError(
                    f"there is no other build of the base at {self._cluster.shown} to go back to; "
                    "`piagam rebuild` makes one"
                )
            new: dict[Kind, IndexName] = {index.kind: index for index in others[-1]}
            swap(self._cluster, self._names, old, new)
            build = new["facts"].build
            self._audit("rolled back", build, self._store(self._served).counts())
            return build

    def close(self) -> None:
        """Let go of the connections."""
        self._cluster.close()

    @property
    def _served(self) -> Indices:
        return Indices(self._names.alias("articles"), self._names.alias("facts"))

    def _store(self, indices: Indices) -> ElasticStore:
        return ElasticStore(self._cluster, indices, self._lock, self._rejects)

    def _check(self, store: ElasticStore, counts: Counts, old: dict[Kind, IndexName]) -> None:
        """Raise StoreError unless it holds what the old one does, and its answers hold together."""
        if len(old) == len(KINDS):
            before = self._store(self._served).counts()
            if counts.articles < SHRINKAGE * before.articles:
                raise StoreError(
                    f"the new build has {counts.articles} articles and the served one {before.articles}, so "
                    "the old one is kept; if that is meant, delete its indices, then run `piagam rebuild`"
                )
        for fact in islice(store.facts(FactQuery()), SAMPLE):
            told = store.statements_by_id(fact.statements)
            if len(told) != len(fact.statements):
                raise StoreError(
                    f"the new build lacks statements of its fact {fact.id}, so the old one is kept; run "
                    "`piagam rebuild` again"
                )

    def _clean(self, keep: set[str]) -> None:
        for build, indices in builds(self._cluster, self._names).items():
            if build not in keep:
                remove(self._cluster, indices)

    def _audit(self, did: str, build: str, counts: Counts | None, why: str | None = None) -> None:
        entry = {
            "at": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
            "base": self._names.prefix,
            "who": me(),
            "did": did,
            "build": build,
            "why": why,
            **(counts.model_dump() if counts else {}),
        }
        with self._cluster.telling() as client:
            client.index(index=AUDIT, document=entry)

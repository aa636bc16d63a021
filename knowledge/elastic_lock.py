"""One writer at a time, and what a writer that died has left half done."""

import os
import random
import socket
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from elasticsearch import ConflictError, NotFoundError

from extractors.errors import StoreError
from knowledge.elastic_client import Cluster, Document
from knowledge.elastic_names import LOCKS, Names

EXPIRY = 20.0
"""Seconds without a sign of life after which the holder is taken for dead."""

PATIENCE = 60.0
"""Seconds to wait for another writer."""


class LockLostError(StoreError):
    """Others took the lock, since this process gave no sign of life for too long."""


class Lock:
    """A document that the one writer holds, of all threads, processes and machines.

    While it is held, it is written again and again; whoever waits watches that on a clock of its own, so no
    two machines need the same time. The holder notes in it which topics it is at: if it dies, the next one
    learns these. A thread that holds the lock may take it again.
    """

    def __init__(
        self, cluster: Cluster, names: Names, *, expiry: float = EXPIRY, patience: float = PATIENCE
    ) -> None:
        self._cluster = cluster
        self._base = names.prefix
        self._expiry = expiry
        self._patience = patience
        self._turn = threading.RLock()
        self._depth = 0
        self._mutex = threading.Lock()
        self._place: Document = {}
        self._beats = 0
        self._topics: list[str] = []
        self._lost = False

    @contextmanager
    def held(self) -> Iterator[set[str]]:
        """Hold the lock; gives the topics that the last holder had begun and not ended.

        They, and those noted, are kept where the block ends with an exception.
        Raises StoreError where another holds the lock for long, LockLostError where it was lost at the end.
        """
        with self._turn:
            if self._depth:
                yield set()
                return
            left = self._take()
            self._depth = 1
            done = threading.Event()
            heart = threading.Thread(target=self._beat, args=[done], daemon=True)
            heart.start()
            try:
                yield set(left)
                self._topics = []
            finally:
                self._depth = 0
                done.set()
                heart.join()
                self._write(holder=None)

    def note(self, topics: Iterable[str]) -> None:
        """Keep for whoever comes next that the facts of these topics are to be made. Raises LockLostError."""
        self._topics = sorted({*self._topics, *topics})
        self._write(holder=me())

    def _take(self) -> list[str]:
        until = time.monotonic() + self._patience
        seen: Document | None = None
        since = 0.0
        while True:
            place, kept = self._read()
            now = time.monotonic()
            if place != seen:
                seen, since = place, now
            if kept.get("holder") is None or now - since > self._expiry:
                self._lost, self._place = False, place
                self._topics = list(kept.get("topics", []))
                try:
                    self._write(holder=me())
                except LockLostError:
                    continue
                return self._topics
            if now > until:
                raise StoreError(
                    f"{kept['holder']} has been writing to the base for {self._patience:.0f} seconds; "
                    "run this again when it is done"
                )
            time.sleep(random.uniform(0.01, 0.05))  # noqa: S311

    def _read(self) -> tuple[Document, Document]:
        """The place of the lock's document in the order of its versions, and the document."""
        with self._cluster.telling() as client:
            try:
                found = client.get(index=LOCKS, id=self._base)
            except NotFoundError as error:
                if "error" in error.body:
                    raise
                return {}, {}
        return {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}, found["_source"]

    def _write(self, holder: str | None) -> None:
        with self._mutex, self._cluster.telling() as client:
            if self._lost:
                raise LockLostError(_LOST)
            self._beats += 1
            kept = {"holder": holder, "beat": self._beats, "topics": self._topics}
            try:
                answer = client.index(
                    index=LOCKS,
                    id=self._base,
                    document=kept,
                    op_type=None if self._place else "create",
                    **self._place,
                )
            except ConflictError as error:
                self._lost = True
                raise LockLostError(_LOST) from error
            self._place = {"if_seq_no": answer["_seq_no"], "if_primary_term": answer["_primary_term"]}

    def _beat(self, done: threading.Event) -> None:
        while not done.wait(self._expiry / 5):
            try:
                self._write(holder=me())
            except StoreError:
                # The holder learns of it with its next own write.
                return


_LOST = "another process took the lock of the base, since this one stood still for too long; run it again"


def me() -> str:
    """Who holds a lock or builds a base."""
    return f"process {os.getpid()} on {socket.gethostname()}"

"""Three nodes, of which one after the other is killed while articles are written and questions are asked."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from elasticsearch import ApiError, Elasticsearch, TransportError

from extractors.errors import StoreError
from knowledge.merge import merge
from knowledge.store import FactQuery, Store
from tests.api.conftest import serving
from tests.elastic.bases import base_at
from tests.elastic.node import Node, free_ports
from tests.knowledge.test_store_kill import news

PATIENCE = 120.0
"""Seconds that a cluster may take to heal on a busy machine."""

STEP = 5
"""Batches that must be acknowledged before the next thing happens."""


@pytest.fixture
def nodes() -> Iterator[list[Node]]:
    ports = free_ports(6)
    seeds = {f"node-{number}": ports[2 * number + 1] for number in range(3)}
    made: list[Node] = []
    try:
        for number in range(3):
            pair = ports[2 * number], ports[2 * number + 1]
            made.append(Node(f"node-{number}", ports=pair, seeds=seeds))
            made[-1].launch()
        for node in made:
            node.wait()
        whole(made[0])
        yield made
    finally:
        for node in made:
            node.remove()


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)


def whole(node: Node) -> None:
    """Wait until all three nodes are there and every index has all its copies."""
    with Elasticsearch(node.url) as client:

        def healed() -> bool:
            try:
                told = client.cluster.health(wait_for_status="green", wait_for_nodes="3", timeout="5s")
            except (ApiError, TransportError):
                return False
            return not told["timed_out"]

        until(healed)


class Writing(threading.Thread):
    """Puts two articles after the other, each until it is acknowledged."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self.acknowledged = 0
        self.failures: list[str] = []
        self.enough = False

    def run(self) -> None:
        while not self.enough:
            try:
                self._store.put_many(news(2 * self.acknowledged, 2 * self.acknowledged + 2))
            except StoreError as error:
                self.failures.append(str(error))
            else:
                self.acknowledged += 1

    def more(self) -> None:
        """Wait for some further acknowledgements."""
        wanted = self.acknowledged + STEP
        until(lambda: self.acknowledged >= wanted or not self.is_alive())


class Asking(threading.Thread):
    """Asks one question after the other and keeps the answers."""

    def __init__(self, client: httpx.Client) -> None:
        super().__init__()
        self._client = client
        self.answers: list[httpx.Response] = []
        self.enough = False

    def run(self) -> None:
        while not self.enough:
            for path in ("/search?q=berita", "/ask?q=DGA+2024+Kota+Malang"):
                self.answers.append(self._client.get(path, timeout=PATIENCE))


def test_nothing_is_lost_or_doubled_when_nodes_die(nodes: list[Node], tmp_path: Path) -> None:
    addresses = ",".join(node.url for node in nodes)
    writer_base = base_at(addresses, "piagam", tmp_path, expiry=2)
    reader_base = base_at(addresses, "piagam", tmp_path)
    store = writer_base.open()
    with serving(reader_base.open()) as client:
        writing, asking = Writing(store), Asking(client)
        writing.start()
        asking.start()
        try:
            writing.more()
            nodes[0].kill()
            writing.more()
            nodes[0].start()
            whole(nodes[1])
            nodes[1].kill()
            writing.more()
        finally:
            writing.enough = asking.enough = True
            writing.join()
            asking.join()
    assert {answer.status_code for answer in asking.answers} <= {200, 503}
    assert all("retry-after" in answer.headers for answer in asking.answers if answer.status_code == 503)
    assert asking.answers[-1].status_code == 200
    count = 2 * writing.acknowledged
    assert sorted(paper.url for paper in store.articles()) == [paper.url for paper, _ in news(0, count)]
    told = list(store.statements())
    assert len(told) == len({one.id for one in told}) == 3 * count
    assert sorted(store.facts(FactQuery()), key=lambda fact: fact.id) == merge(told)
    writer_base.close()
    reader_base.close()

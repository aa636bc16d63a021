"""One writer at a time, whatever becomes of it."""

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from extractors.errors import StoreError
from knowledge.elastic_base import ElasticBase
from knowledge.elastic_lock import Lock, LockLostError
from knowledge.elastic_names import LOCKS, Names
from knowledge.merge import merge
from knowledge.store import FactQuery
from tests.builders import article, award
from tests.elastic.bases import cluster_at
from tests.elastic.conftest import Opening

ROOT = Path(__file__).parent.parent.parent

HOLDER = """
import sys, time
from tests.elastic.bases import cluster_at
from knowledge.elastic_lock import Lock
from knowledge.elastic_names import Names
url, prefix = sys.argv[1:]
with Lock(cluster_at(url), Names(prefix), expiry=1).held():
    print("held", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def lock(base: ElasticBase, elastic: str, prefix: str) -> Lock:
    return Lock(cluster_at(elastic), Names(prefix), expiry=1, patience=0.3)


def test_only_one_holds_it(lock: Lock, elastic: str, prefix: str) -> None:
    other = Lock(cluster_at(elastic), Names(prefix), expiry=60, patience=0.3)
    with lock.held(), pytest.raises(StoreError, match=r"process \d+ on .* has been writing"), other.held():
        pytest.fail("two hold it")
    with other.held():
        pass


def test_locks_of_two_bases_do_not_meet(lock: Lock, elastic: str, prefix: str) -> None:
    with lock.held(), Lock(cluster_at(elastic), Names(f"{prefix}-b"), patience=0.3).held():
        pass


def test_a_thread_may_take_it_again(lock: Lock) -> None:
    with lock.held(), lock.held():
        lock.note(["a"])
    with lock.held() as left:
        assert left == set()


def test_threads_take_turns(lock: Lock, elastic: str, prefix: str) -> None:
    inside: list[int] = []
    most: list[int] = []

    def work(mine: Lock) -> None:
        for _ in range(5):
            with mine.held():
                inside.append(1)
                most.append(len(inside))
                time.sleep(0.005)
                inside.pop()

    others = [Lock(cluster_at(elastic), Names(prefix), patience=60) for _ in range(2)]
    threads = [threading.Thread(target=work, args=[mine]) for mine in (*others, others[0])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 15


def test_what_was_noted_is_left_by_a_writer_that_fails_and_not_by_one_that_ends(lock: Lock) -> None:
    def fail() -> None:
        with lock.held():
            lock.note(["b", "a"])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with lock.held() as left:
        assert left == {"a", "b"}
    with lock.held() as left:
        assert left == set()


def test_a_slow_holder_keeps_it(lock: Lock, elastic: str, prefix: str) -> None:
    other = Lock(cluster_at(elastic), Names(prefix), expiry=1, patience=2.5)
    with lock.held(), pytest.raises(StoreError, match="has been writing"), other.held():
        pytest.fail("two hold it")


def test_a_holder_that_was_killed_loses_it(lock: Lock, elastic: str, prefix: str) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, elastic, prefix], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
    finally:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
        holder.stdout.close()  # type: ignore[union-attr]
    with Lock(cluster_at(elastic), Names(prefix), expiry=1, patience=30).held():
        pass


def test_a_holder_that_stood_still_learns_that_it_lost_it(
    lock: Lock, client: Elasticsearch, prefix: str
) -> None:
    with pytest.raises(LockLostError, match="run it again"), lock.held():
        client.index(index=LOCKS, id=prefix, document={"holder": "another", "beat": 1, "topics": []})
    assert client.get(index=LOCKS, id=prefix)["_source"]["holder"] == "another"


def test_facts_that_a_dead_writer_was_at_are_made_by_the_next(
    base: ElasticBase, client: Elasticsearch, prefix: str
) -> None:
    store = base.open()
    papers = [article(f"https://koran.example/{number}") for number in range(3)]
    store.put_many((paper, [award(paper, year=2024, start=at)]) for at, paper in enumerate(papers))
    (fact,) = store.facts(FactQuery())
    (topic,) = client.search(index=f"{prefix}-facts")["hits"]["hits"]
    # As if it had died after it wrote articles and noted the topic, and before it made the fact.
    client.delete(index=f"{prefix}-facts", id=fact.id, refresh=True)
    lock = {"holder": "one that died", "beat": 1, "topics": [topic["_source"]["topic"]]}
    client.index(index=LOCKS, id=prefix, document={**lock, "holder": None})
    assert list(store.facts(FactQuery())) == []
    store.put(article("https://koran.example/other"), [])
    assert list(store.facts(FactQuery())) == [fact]


WRITER = """
import sys
from tests.elastic.bases import open_elastic
from tests.knowledge.test_store_kill import news
url, prefix = sys.argv[1:]
store = open_elastic(url, prefix, expiry=1)
print("ready", flush=True)
for first in range(0, 3000, 3):
    store.put_many(news(first, first + 3))
    print(first + 3, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 4])
def test_what_was_acknowledged_survives_a_kill_of_the_writer(
    opening: Opening, elastic: str, prefix: str, lines: int
) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, elastic, prefix], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    said = 0
    try:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        for _ in range(lines):
            said = int(writer.stdout.readline())
        time.sleep(0.02 * lines)
    finally:
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
    store = opening(expiry=1).open()
    store.put(article("https://koran.example/other"), [])  # waits for the dead one's lock
    assert store.counts().articles >= said + 1
    told = list(store.statements())
    assert len(told) == 3 * (store.counts().articles - 1)
    assert sorted(store.facts(FactQuery()), key=lambda fact: fact.id) == merge(told)

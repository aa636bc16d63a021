"""Both stores side by side: indexing against a bare bulk, and questions as the base grows.

    python -m benchmarks.elastic 1000 10000

Needs the test node (`make node`). Each size is filled into a new embedded base and a new one on a node of
this machine, with the same articles and statements.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from elasticsearch import Elasticsearch
from elasticsearch.helpers import bulk

from benchmarks.articles import composed
from benchmarks.machine import described, peak_memory
from extractors.article import Article
from extractors.region import regions
from extractors.statement import Statement
from knowledge.answer import answer
from knowledge.elastic_document import article_document
from knowledge.elastic_index import mapping
from knowledge.row import article_row
from knowledge.sqlite import SqliteStore
from knowledge.store import FactQuery, Store
from tests.builders import ADIPURA, DGA, SPBE, award, index, region
from tests.elastic.bases import base_at
from tests.elastic.node import Node

Pair = tuple[Article, list[Statement]]

WORDS = 250
ROUNDS = 60
PLACES = [one.place for one in regions()]


def world(count: int) -> Iterator[Pair]:
    """Articles of the usual length, each with four statements about a random region."""
    rng = random.Random(1)
    for first in range(0, count, 500):
        for number, made in enumerate(composed(min(500, count - first), WORDS, first), first):
            paper = made.model_copy(update={"url": f"https://bench.example/{number}"})
            place, year = rng.choice(PLACES), rng.randrange(2015, 2025)
            yield (
                paper,
                [
                    region(paper, place),
                    award(
                        paper,
                        place,
                        rng.choice((DGA, ADIPURA)),
                        start=1,
                        year=year,
                        rank=rng.randrange(1, 11),
                    ),
                    award(paper, place, rng.choice((DGA, ADIPURA)), start=2, year=year),
                    index(paper, place, SPBE, start=3, year=year, value=rng.randrange(100, 500) / 100),
                ],
            )


def bare(url: str, pairs: list[Pair]) -> float:
    """Seconds that helpers.bulk alone takes for the same documents in the same mapping."""
    with Elasticsearch(url, request_timeout=60) as client:
        client.indices.create(index="bare", **mapping("articles"))
        actions = (
            {"_index": "bare", "_id": paper.id, "_source": article_document(article_row(paper, told))}
            for paper, told in pairs
        )
        began = time.perf_counter()
        bulk(client, actions)
        client.indices.refresh(index="bare")
        spent = time.perf_counter() - began
        client.indices.delete(index="bare")
    return spent


def timed(ask: Callable[[int], object]) -> str:
    """The median and the 95th percentile of some rounds, in milliseconds."""
    spent = []
    for number in range(ROUNDS):
        began = time.perf_counter()
        ask(number)
        spent.append((time.perf_counter() - began) * 1000)
    return f"{statistics.median(spent):.1f} / {statistics.quantiles(spent, n=20)[-1]:.1f}"


def questions(store: Store) -> dict[str, str]:
    """What each kind of question costs."""
    cities = [place for place in PLACES if place.level == "kota"]
    return {
        "ask": timed(lambda at: answer(store, f"indeks SPBE {cities[at].name} {2015 + at % 10}")),
        "search": timed(lambda at: store.search(f"penghargaan {cities[at].name}")),
        "region": timed(lambda at: list(store.facts(FactQuery(subject=cities[at].id)))),
    }


def main(sizes: list[int]) -> None:
    """Print a table for each size."""
    print(described())
    node = Node()
    try:
        node.start()
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                compare(size, node.url, Path(folder))
    finally:
        node.remove()


def compare(size: int, url: str, folder: Path) -> None:
    """Fill both stores and ask both."""
    pairs = list(world(size))  # made beforehand, so that only the writing is timed
    bare(url, pairs)  # the node and its compiler are warm from here on
    lone = bare(url, pairs)
    base = base_at(url, f"bench-{size}", folder)
    began = time.perf_counter()
    with base.building() as store:
        store.put_many(pairs)
        articles = time.perf_counter() - began
    whole = time.perf_counter() - began
    embedded = SqliteStore(folder / "base.sqlite")
    began = time.perf_counter()
    embedded.put_many(pairs)
    spent = time.perf_counter() - began
    print(f"\n{size} articles, {embedded.counts().facts} facts; peak memory {peak_memory():.0f} MB")
    print(f"helpers.bulk {size / lone:.0f} articles/s; the build's articles {size / articles:.0f}, that is")
    print(f"{lone / articles:.0%}; with all facts {size / whole:.0f}; embedded {size / spent:.0f}")
    print(f"p50 / p95 in ms: embedded {questions(embedded)}; cluster {questions(base.open())}")
    embedded.close()
    base.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1_000, 10_000])

"""Readers beside a writer see whole articles and whole facts, old or new, and never wait for long."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from extractors.article import Article
from extractors.statement import Statement
from knowledge.fact import AwardFact
from knowledge.store import FactQuery, Store
from tests.builders import KOTA_MALANG, KOTA_SURABAYA, article, award, region
from tests.knowledge.conftest import Engine

PAPERS = 20


def version(number: int, which: int) -> tuple[Article, list[Statement]]:
    """Version 0 tells of Kota Malang in two statements, version 1 of Kota Surabaya in three."""
    paper = article(f"https://koran.example/{number}", body=f"Versi{which} kembar{which}")
    place = (KOTA_MALANG, KOTA_SURABAYA)[which]
    return paper, [
        award(paper, place, year=2024),
        *(region(paper, place, start=at) for at in range(which + 1)),
    ]


def read(store: Store) -> None:
    for number in range(PAPERS):
        name = version(number, 0)[0].id
        statements = list(store.statements(name))
        bodies = {told.evidence.text for told in statements}
        assert (bodies, len(statements)) in [({"Versi0 kembar0"}, 2), ({"Versi1 kembar1"}, 3)]
        kept = store.article(name)
        assert kept is not None
        assert kept.body in {"Versi0 kembar0", "Versi1 kembar1"}
    witnesses = sum(fact.witnesses for fact in store.facts(FactQuery()) if isinstance(fact, AwardFact))
    assert witnesses == PAPERS
    found = store.search("versi0 versi1", limit=PAPERS)
    assert found.total == PAPERS == len(found.hits)
    counts = store.counts()
    assert counts.articles == PAPERS
    assert 2 * PAPERS <= counts.statements <= 3 * PAPERS


def test_readers_beside_a_writer(store: Store) -> None:
    store.put_many(version(number, 0) for number in range(PAPERS))
    done = threading.Event()

    def reader() -> int:
        rounds = 0
        while not done.is_set() or not rounds:
            read(store)
            rounds += 1
        return rounds

    def writer(put: Callable[[int], None]) -> None:
        for turn in range(1, 5):
            put(turn % 2)

    def one_by_one(which: int) -> None:
        for number in range(PAPERS):
            store.put(*version(number, which))

    def together(which: int) -> None:
        store.put_many((version(number, which) for number in range(PAPERS)), every=7)

    with ThreadPoolExecutor(6) as pool:
        readers = [pool.submit(reader) for _ in range(3)]
        try:
            writers = [pool.submit(writer, one_by_one), pool.submit(writer, together)]
            for future in writers:
                future.result()
        finally:
            done.set()
        assert all(future.result() for future in readers)
    read(store)


def test_two_stores_at_one_place_see_each_other(engine: Engine) -> None:
    place = engine.place()
    one, other = engine.open(place), engine.open(place)
    paper, statements = version(1, 0)
    one.put(paper, statements)
    assert other.version(paper.id) == paper.version
    other.put(*version(1, 1))
    assert len(list(one.statements(paper.id))) == 3

"""The same articles in both stores give the same answers, facts and orders, and nearly the same searches."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from cli.pipeline import reader
from extractors.article import Article
from extractors.evaluation import annotated
from extractors.record import article_from_record
from extractors.statement import Statement
from knowledge.answer import answer
from knowledge.sqlite import SqliteStore
from knowledge.store import FactQuery, Store
from newsroom import article as newsroom
from tests.elastic.bases import new_prefix, open_elastic, remove_base
from tests.knowledge.test_store_contract import everything
from tests.questions import conftest as questions
from tests.questions.test_tables import TODAY

FOLDER = Path(questions.__file__).parent

OVERLAP = 0.8
"""Of the first ten of the embedded store's searches, the share that must be among the cluster's first ten."""

SEARCHES = (
    "digital government award",
    "indeks SPBE kota",
    "Adipura",
    "penghargaan wali kota",
    "opini WTP BPK",
    "Kota Malang",
    "bupati raih penghargaan",
    "UHC Award kesehatan",
    "pelayanan publik",
    "nilai indeks 2023",
    "inovasi daerah",
    "keterbukaan informasi publik",
    "e-government",
    "pemerintah kabupaten pasuruan predikat",
)


def articles() -> Iterator[Article]:
    """Those of the newsroom and the annotated ones."""
    for told in newsroom.load():
        published = told.published.isoformat()
        url = f"https://newsroom.example{told.path}"
        yield article_from_record(
            {"url": url, "title": told.title, "published": published, "text": told.body}
        )
    for one in annotated.load():
        yield one.article


@pytest.fixture(scope="module")
def read() -> list[tuple[Article, list[Statement]]]:
    return [(article, list(reader().read(article))) for article in articles()]


@pytest.fixture(scope="module")
def stores(
    read: list[tuple[Article, list[Statement]]], elastic: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Store, Store]]:
    prefix = new_prefix()
    both = SqliteStore(tmp_path_factory.mktemp("parity") / "base.sqlite"), open_elastic(elastic, prefix)
    for store in both:
        store.put_many(read, every=30)
        questions.fill(store)
    yield both
    for store in both:
        store.close()
    remove_base(elastic, prefix)


def test_there_is_something_to_compare(stores: tuple[Store, Store]) -> None:
    counts = stores[0].counts()
    assert counts.articles > 70
    assert counts.statements > 500
    assert counts.facts > 200
    assert stores[1].counts() == counts


def test_articles_statements_and_facts_are_the_same_in_the_same_order(stores: tuple[Store, Store]) -> None:
    assert everything(stores[0]) == everything(stores[1])


def test_every_question_about_facts_has_the_same_answer(stores: tuple[Store, Store]) -> None:
    asked = [
        entry["q"]
        for table in sorted(FOLDER.glob("*.yaml"))
        for entry in yaml.safe_load(table.read_text(encoding="utf-8"))
        if "q" in entry
    ]
    assert len(asked) > 100
    for question in asked:
        one, other = (answer(store, question, TODAY) for store in stores)
        if one.reading is None:
            # Its text and evidence are what a search finds: near, and not the same.
            assert (other.reading, other.answered) == (None, False), question
        else:
            assert one == other, question


def test_every_kind_of_query_has_the_same_facts(stores: tuple[Store, Store]) -> None:
    facts = list(stores[0].facts(FactQuery()))
    for fact in facts[:: max(1, len(facts) // 60)]:
        place = getattr(fact, "recipient", None) or getattr(fact, "region", None)
        year = getattr(fact, "year", None)
        for query in (
            FactQuery(kind=fact.kind, year=year),
            FactQuery(subject=place.id if place else None, kind=fact.kind),
            FactQuery(level=place.level if place else None, year=year),
            FactQuery(province=place.id[:2] if place else None),
        ):
            one, other = (list(store.facts(query)) for store in stores)
            assert one == other, query


def test_searches_are_nearly_the_same(
    stores: tuple[Store, Store], record_testsuite_property: Callable[[str, object], None]
) -> None:
    shared = first = 0
    for text in SEARCHES:
        one, other = ([hit.article.id for hit in store.search(text).hits] for store in stores)
        first += len(one)
        shared += len({*one} & {*other})
        assert bool(one) == bool(other), text
    assert first > 5 * len(SEARCHES)
    record_testsuite_property("top ten overlap", f"{shared} of {first}")
    assert shared >= OVERLAP * first

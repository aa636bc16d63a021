"""What every store does: keep articles, their statements and the facts these add up to."""

import datetime
import io
import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.article import Article
from extractors.errors import InputError
from extractors.statement import Statement
from knowledge.export import export_facts, export_statements
from knowledge.fact import AwardFact
from knowledge.merge import merge
from knowledge.store import Counts, FactQuery, Store
from tests.builders import DGA, KOTA_MALANG, KOTA_SURABAYA, article, award, index, office, region
from tests.knowledge.conftest import Engine
from tests.knowledge.worlds import Pair, pairs


def everything(store: Store) -> str:
    """All that a store tells, in its order."""
    out = io.StringIO()
    export_statements(store, out, "jsonl")
    export_facts(store, out, "jsonl")
    out.writelines(found.model_dump_json() + "\n" for found in store.articles())
    return out.getvalue()


def test_an_empty_base_has_nothing(store: Store) -> None:
    assert store.counts() == Counts(articles=0, statements=0, facts=0)
    assert list(store.articles()) == []
    assert list(store.statements()) == []
    assert list(store.statements("0123456789abcdef")) == []
    assert list(store.facts(FactQuery())) == []
    assert store.statements_by_id(["0"]) == []
    assert store.version("0123456789abcdef") is None
    assert store.article("0123456789abcdef") is None
    assert store.fact("0123456789abcdef0123") is None
    assert store.search("malang").total == 0


def test_an_article_comes_back_as_it_was_put(store: Store) -> None:
    paper = Article(
        url="https://koran.example/baca?id=1",
        source="koran",
        title="Judul",
        body="Satu.\nDua | tiga.",
        published=datetime.datetime(
            2024, 5, 27, 14, 30, 5, 250, tzinfo=datetime.timezone(datetime.timedelta(hours=8))
        ),
        precision="second",
        published_from="meta[name=pubdate]",
        reporter="Ani",
        editor="Budi",
        caption="Foto: Ani",
        tags=("kota", "award"),
        fetched=datetime.datetime(2024, 5, 28, tzinfo=datetime.UTC),
        metadata={"nested": [1, 2.5, None, {"a": True}]},
    )
    store.put(paper, [])
    kept = store.article(paper.id)
    assert kept == paper
    assert kept is not None
    assert kept.published_text == paper.published_text == "2024-05-27T14:30:05+08:00"
    assert store.version(paper.id) == paper.version == kept.version


def test_statements_come_in_order_of_their_places(store: Store) -> None:
    paper = article(title="Judul yang panjang", body="Isi yang panjang")
    first = region(paper, start=3, field="title")
    second = award(paper, start=1, year=2024, rank=9)
    third = index(paper, start=7, value=4.24)
    store.put(paper, [third, second, first])
    assert list(store.statements()) == list(store.statements(paper.id)) == [first, second, third]


@pytest.mark.parametrize("count", [1, 199, 200, 201, 400, 450])
def test_any_number_of_articles_is_told_whole_and_in_order(store: Store, count: int) -> None:
    papers = [article(f"https://koran.example/{number}") for number in range(count)]
    store.put_many(
        (paper, [region(paper), award(paper, start=2, year=number)]) for number, paper in enumerate(papers)
    )
    in_order = sorted(papers, key=lambda paper: paper.id)
    assert [told.article.url for told in store.statements()] == [
        paper.url for paper in in_order for _ in "12"
    ]
    assert list(store.articles()) == in_order
    facts = [fact for fact in store.facts(FactQuery()) if isinstance(fact, AwardFact)]
    assert [fact.year for fact in facts] == list(range(count))


def test_statements_by_id_come_as_asked(store: Store) -> None:
    papers = [article(f"https://koran.example/{number}") for number in range(3)]
    told = [award(paper, year=2024) for paper in papers]
    store.put_many((paper, [statement]) for paper, statement in zip(papers, told, strict=True))
    wanted = [told[2].id, "gone", told[0].id, told[2].id]
    assert store.statements_by_id(iter(wanted)) == [told[2], told[0], told[2]]


def test_a_new_version_replaces_statements_and_facts(store: Store) -> None:
    paper = article()
    store.put(paper, [award(paper, KOTA_MALANG, year=2024), index(paper, value=4.24, year=2024)])
    changed = article(body="Diralat: Kota Surabaya yang meraihnya.")
    told = award(changed, KOTA_SURABAYA, year=2024)
    store.put(changed, [told])
    assert store.version(paper.id) == changed.version != paper.version
    assert list(store.statements()) == [told]
    assert [fact.statements for fact in store.facts(FactQuery())] == [(told.id,)]
    assert store.counts() == Counts(articles=1, statements=1, facts=1)
    assert store.search("diralat").total == 1
    assert store.search("meraih").total == 0


def test_a_fact_loses_only_the_witness_that_was_taken_back(store: Store) -> None:
    papers = [article(f"https://koran.example/{number}") for number in range(3)]
    store.put_many((paper, [award(paper, year=2024, rank=9)]) for paper in papers)
    (fact,) = store.facts(FactQuery())
    assert fact.witnesses == 3
    store.put(papers[1], [])
    (after,) = store.facts(FactQuery())
    assert (after.id, after.witnesses) == (fact.id, 2)
    assert store.fact(fact.id) == after
    store.put_many((paper, []) for paper in papers)
    assert store.fact(fact.id) is None


def test_the_same_statement_twice_is_kept_once(store: Store) -> None:
    paper = article()
    told = award(paper, year=2024)
    store.put(paper, [told, told])
    assert store.counts().statements == 1


def test_a_statement_of_another_article_is_refused(store: Store) -> None:
    paper, other = article("https://koran.example/1"), article("https://koran.example/2")
    store.put(paper, [award(paper, year=2024)])
    before = everything(store)
    with pytest.raises(InputError, match=r"koran\.example/2.*put with https://koran\.example/1"):
        store.put(paper, [award(other, year=2024)])
    assert everything(store) == before


def test_what_came_before_a_bad_article_is_kept(store: Store) -> None:
    papers = [article(f"https://koran.example/{number}") for number in range(5)]

    def reading() -> Iterator[tuple[Article, list[Statement]]]:
        for number, paper in enumerate(papers):
            if number == 3:
                raise InputError("line 4 is bad")
            yield paper, [award(paper, year=2024)]

    with pytest.raises(InputError, match="line 4"):
        store.put_many(reading(), every=2)
    assert store.counts() == Counts(articles=3, statements=3, facts=1)


def test_the_later_of_two_versions_in_one_go_is_kept(store: Store) -> None:
    old, new = article(body="Lama."), article(body="Baru.")
    store.put_many([(old, [award(old, year=2023)]), (new, [award(new, year=2024)])])
    assert [fact.year for fact in store.facts(FactQuery(kind="award"))] == [2024]  # type: ignore[union-attr]
    assert store.version(new.id) == new.version


def test_articles_may_be_put_while_all_are_read(store: Store) -> None:
    store.put_many((article(f"https://koran.example/{number}"), []) for number in range(250))
    for paper in store.articles():
        store.put(paper, [award(paper, year=2024)])
        assert len(list(store.statements(paper.id))) == 1
    (fact,) = store.facts(FactQuery())
    assert fact.witnesses == 250


def test_a_store_that_is_opened_again_holds_the_same(engine: Engine) -> None:
    place = engine.place()
    store = engine.open(place)
    paper = article()
    store.put(paper, [award(paper, year=2024), office(paper), region(paper)])
    before = everything(store)
    store.close()
    assert everything(engine.open(place)) == before


def test_a_fact_of_the_digital_government_award(store: Store) -> None:
    paper = article(published="2024-05-27")
    told = award(paper, KOTA_MALANG, DGA, year=2024, rank=9, top_n=10, category="Pemerintah Kota")
    store.put(paper, [told])
    (fact,) = store.facts(FactQuery())
    assert fact.model_dump(mode="json") == {
        "id": fact.id,
        "kind": "award",
        "recipient": {"id": "35.73", "name": "Kota Malang", "level": "kota"},
        "award": {"id": "digital-government-award", "name": "Digital Government Award", "listed": True},
        "year": 2024,
        "category": "Pemerintah Kota",
        "rank": 9,
        "top_n": 10,
        "predicate": None,
        "streak": None,
        "giver": None,
        "event": None,
        "date": None,
        "confidence": 0.8,
        "witnesses": 1,
        "first_seen": "2024-05-27",
        "last_seen": "2024-05-27",
        "statements": [told.id],
        "conflicts": [],
        "articles": 1,
        "by_giver": 0,
        "by_recipient": 0,
        "flaws": [],
    }


def test_any_order_of_puts_gives_the_same(engine: Engine) -> None:
    @settings(max_examples=engine.examples)
    @given(world=pairs(), data=st.data())
    def check(world: list[Pair], data: st.DataObject) -> None:
        one, other = engine.open(engine.place()), engine.open(engine.place())
        one.put_many(world)
        shuffled = data.draw(st.permutations(world))
        for paper, statements in shuffled:
            other.put(paper, [])
            other.put(paper, data.draw(st.permutations(statements)))
        assert everything(one) == everything(other)
        told = itertools.chain.from_iterable(statements for _, statements in world)
        assert sorted(one.facts(FactQuery()), key=lambda fact: fact.id) == merge(told)
        one.put_many(data.draw(st.permutations(world)), every=2)
        assert everything(one) == everything(other)
        one.close()
        other.close()

    check()

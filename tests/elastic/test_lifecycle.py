"""A base is built beside the one that answers, swapped in, rolled back and tidied up."""

from typing import Any

import pytest
from elasticsearch import Elasticsearch

from extractors.errors import InputError, StoreError
from knowledge.elastic_base import ElasticBase
from knowledge.elastic_names import AUDIT, IndexName
from knowledge.store import Counts, FactQuery, Store
from tests.builders import KOTA_MALANG, KOTA_SURABAYA, article, award
from tests.elastic.conftest import Opening
from tests.knowledge.test_store_contract import everything


def fill(store: Store, count: int, **keys: Any) -> None:
    papers = [article(f"https://koran.example/{number}") for number in range(count)]
    store.put_many((paper, [award(paper, year=2000 + at, **keys)]) for at, paper in enumerate(papers))


def indices(client: Elasticsearch, prefix: str) -> dict[str, list[str]]:
    """All indices of the base, with their aliases."""
    return {name: sorted(told["aliases"]) for name, told in client.indices.get(index=f"{prefix}-*").items()}


def audited(client: Elasticsearch, prefix: str) -> list[dict[str, Any]]:
    client.indices.refresh(index=AUDIT)
    found = client.search(index=AUDIT, query={"term": {"base": prefix}}, sort=["at"], size=100)
    return [hit["_source"] for hit in found["hits"]["hits"]]


def test_a_build_takes_the_place_of_what_is_served(
    base: ElasticBase, client: Elasticsearch, prefix: str
) -> None:
    store = base.open()
    fill(store, 3)
    before = everything(store)
    with base.building() as new:
        fill(new, 5)
        assert everything(store) == before
    assert everything(store) != before
    assert store.counts() == Counts(articles=5, statements=5, facts=5)
    names = [IndexName.parse(name) for name in indices(client, prefix)]
    assert len({name.build for name in names if name}) == 2
    (entry,) = audited(client, prefix)
    assert (entry["did"], entry["articles"], entry["statements"], entry["facts"]) == ("built", 5, 5, 5)
    assert entry["who"].startswith("process ")


def test_a_build_holds_what_articles_put_one_by_one_do(base: ElasticBase, opening: Opening) -> None:
    papers = [article(f"https://koran.example/{number}", title=f"Berita {number}") for number in range(250)]
    told = [
        (paper, [award(paper, (KOTA_MALANG, KOTA_SURABAYA)[at % 2], year=2000 + at % 120, rank=at % 3)])
        for at, paper in enumerate(papers)
    ]
    store = base.open()
    store.put_many(told, every=100)
    one_by_one = everything(store)
    with base.building() as new:
        new.put_many([*told, told[0]], every=90)
    assert everything(store) == one_by_one


def test_a_first_build_needs_no_old_one(base: ElasticBase) -> None:
    with base.building() as new:
        fill(new, 1)
    assert base.open().counts().articles == 1


def test_an_archive_without_articles_is_built(base: ElasticBase) -> None:
    with base.building():
        pass
    assert base.open().counts() == Counts(articles=0, statements=0, facts=0)


@pytest.mark.parametrize("error", [InputError("a bad line"), StoreError("gone"), KeyboardInterrupt()])
def test_a_build_that_fails_changes_nothing(
    base: ElasticBase, client: Elasticsearch, prefix: str, error: BaseException
) -> None:
    store = base.open()
    fill(store, 3)
    before, kept = everything(store), indices(client, prefix)

    def fail() -> None:
        with base.building() as new:
            fill(new, 5)
            raise error

    with pytest.raises(type(error)):
        fail()
    assert everything(store) == before
    assert indices(client, prefix) == kept
    (entry,) = audited(client, prefix)
    assert entry["did"] == "failed"
    fill(store, 4)
    assert store.counts().articles == 4


def test_a_build_that_lost_articles_is_not_served(
    base: ElasticBase, client: Elasticsearch, prefix: str
) -> None:
    store = base.open()
    fill(store, 10)
    kept = indices(client, prefix)
    with (
        pytest.raises(StoreError, match=r"8 articles and the served one 10.*old one is kept"),
        base.building() as new,
    ):
        fill(new, 8)
    assert store.counts().articles == 10
    assert indices(client, prefix) == kept
    with base.building() as new:
        fill(new, 9)
    assert store.counts().articles == 9


def test_rollback_serves_what_was_served_before(
    base: ElasticBase, client: Elasticsearch, prefix: str
) -> None:
    store = base.open()
    fill(store, 3)
    before = everything(store)
    with base.building() as new:
        fill(new, 4)
    after = everything(store)
    build = base.rollback()
    assert everything(store) == before
    served = {name for name, aliases in indices(client, prefix).items() if aliases}
    assert {name.rpartition("-v1-")[2] for name in served} == {build}
    base.rollback()
    assert everything(store) == after
    assert [entry["did"] for entry in audited(client, prefix)] == ["built", "rolled back", "rolled back"]


def test_there_may_be_nothing_to_go_back_to(base: ElasticBase) -> None:
    base.open()
    with pytest.raises(StoreError, match=r"no other build.*piagam rebuild"):
        base.rollback()


def test_only_the_last_build_is_kept_beside_the_served_one(
    base: ElasticBase, client: Elasticsearch, prefix: str
) -> None:
    for count in (3, 4, 5):
        with base.building() as new:
            fill(new, count)
    there = indices(client, prefix)
    assert len(there) == 4
    assert sorted(alias for aliases in there.values() for alias in aliases) == [
        f"{prefix}-articles",
        f"{prefix}-facts",
    ]
    base.rollback()
    assert base.open().counts().articles == 4


def test_what_a_build_that_was_killed_left_is_removed_by_the_next(
    base: ElasticBase, client: Elasticsearch, prefix: str
) -> None:
    base.open()
    client.indices.create(index=f"{prefix}-articles-v1-20200101000000-abcd")
    client.indices.create(index=f"{prefix}-notes")
    with pytest.raises(StoreError, match="no other build"):
        base.rollback()
    with base.building() as new:
        fill(new, 1)
    there = indices(client, prefix)
    assert f"{prefix}-articles-v1-20200101000000-abcd" not in there
    assert f"{prefix}-notes" in there


def test_a_list_goes_on_while_the_base_is_replaced(base: ElasticBase) -> None:
    store = base.open()
    fill(store, 700)
    with base.building() as new:
        fill(new, 700)
        facts = store.facts(FactQuery())
        seen = [next(facts) for _ in range(600)]  # in its second page, so at a point in time
    seen += facts
    assert len({fact.id for fact in seen}) == 700


@pytest.mark.parametrize("kind", ["articles", "facts"])
def test_a_missing_index_is_named_with_what_to_do(
    base: ElasticBase, client: Elasticsearch, prefix: str, kind: str
) -> None:
    store = base.open()
    fill(store, 1)
    (name,) = client.indices.get_alias(name=f"{prefix}-{kind}")
    client.indices.delete(index=name)
    for ask in (
        store.counts,
        lambda: fill(store, 2),
        lambda: list(store.facts(FactQuery())) and store.search("kota"),
    ):
        with pytest.raises(StoreError, match=rf"no index \[?{prefix}-{kind}.*piagam rebuild"):
            ask()
    with pytest.raises(StoreError, match=r"indices are missing.*piagam rebuild"):
        base.open()
    with base.building() as new:
        fill(new, 2)
    assert base.open().counts().articles == store.counts().articles == 2


def test_a_base_of_another_version_asks_for_a_rebuild(
    base: ElasticBase, client: Elasticsearch, prefix: str
) -> None:
    for kind in ("articles", "facts"):
        name = f"{prefix}-{kind}-v99-20200101000000-abcd"
        client.indices.create(index=name, aliases={f"{prefix}-{kind}": {}})
    with pytest.raises(StoreError, match=r"v99.*a newer Piagam.*piagam rebuild"):
        base.open()


def test_an_alias_of_others_is_left_alone(base: ElasticBase, client: Elasticsearch, prefix: str) -> None:
    client.indices.create(index=f"{prefix}-mine", aliases={f"{prefix}-facts": {}})
    for attempt in (base.open, base.rollback):
        with pytest.raises(StoreError, match="does not lead to one index of Piagam"):
            attempt()
    assert f"{prefix}-mine" in indices(client, prefix)

"""Writing many documents: what is refused is told, the rest is there."""

import json
from pathlib import Path
from typing import Any

import pytest
from elasticsearch import Elasticsearch

from extractors.errors import InputError, StoreError
from knowledge.elastic_base import ElasticBase
from knowledge.elastic_bulk import write
from knowledge.store import FactQuery
from tests.builders import article, award
from tests.elastic.bases import cluster_at

TOO_LONG = "x" * 40_000
"""Longer than any term that Lucene takes."""


def index(name: str, at: int, /, **document: Any) -> dict[str, Any]:
    return {"_op_type": "index", "_index": name, "_id": str(at), "_source": document}


@pytest.fixture
def name(client: Elasticsearch, prefix: str) -> str:
    number = {"properties": {"number": {"type": "integer"}}, "dynamic": "strict"}
    client.indices.create(index=f"{prefix}-numbers", mappings=number, aliases={prefix: {}})
    return prefix


def test_all_but_the_refused_are_written(client: Elasticsearch, elastic: str, name: str) -> None:
    actions = [index(name, at, **({"other": at} if at % 7 == 3 else {"number": at})) for at in range(700)]
    rejected = write(cluster_at(elastic), iter(actions))
    assert [one.id for one in rejected] == [str(at) for at in range(700) if at % 7 == 3]
    assert rejected[0].document == {"other": 3}
    assert rejected[0].index == name
    assert "strict_dynamic_mapping_exception" in rejected[0].reason
    client.indices.refresh(index=name)
    assert client.count(index=name)["count"] == 600


def test_more_than_one_request_holds(client: Elasticsearch, elastic: str, name: str) -> None:
    client.indices.put_mapping(index=name, properties={"text": {"type": "text", "index": False}})
    actions = [index(name, at, text=str(at) * 1_000_000) for at in range(9)] * 2
    assert write(cluster_at(elastic), actions) == []
    client.indices.refresh(index=name)
    assert client.count(index=name)["count"] == 9


def test_deleting_what_is_not_there_is_no_failure(elastic: str, name: str) -> None:
    gone = {"_op_type": "delete", "_index": name, "_id": "gone"}
    assert write(cluster_at(elastic), [index(name, 1, number=1), gone, gone]) == []


def test_an_index_is_never_made_by_writing_to_it(client: Elasticsearch, elastic: str, prefix: str) -> None:
    with pytest.raises(StoreError, match=rf"no index .*{prefix}-none.*piagam rebuild"):
        write(cluster_at(elastic), [index(f"{prefix}-none", 1, number=1)])
    assert not client.indices.exists(index=f"{prefix}-none")


def test_an_article_that_is_refused_is_kept_aside_until_it_is_taken(
    base: ElasticBase, tmp_path: Path
) -> None:
    store = base.open()
    papers = [article(f"https://koran.example/{number}") for number in range(3)]
    told = [(paper, [award(paper, year=2024, start=at)]) for at, paper in enumerate(papers)]
    bad = [told[1][1][0].model_copy(update={"id": TOO_LONG})]
    with pytest.raises(InputError, match=rf"1 of 3 articles.*{papers[1].id}.*immense term"):
        store.put_many([told[0], (papers[1], bad), told[2]])
    assert {paper.url for paper in store.articles()} == {papers[0].url, papers[2].url}
    (fact,) = store.facts(FactQuery())
    assert set(fact.statements) == {told[0][1][0].id, told[2][1][0].id}
    (kept,) = (tmp_path / "rejected").iterdir()
    letter = json.loads(kept.read_text())
    assert (letter["id"], letter["document"]["title"]) == (papers[1].id, papers[1].title)
    assert "immense term" in letter["reason"]
    store.put_many(told)
    assert store.counts().articles == 3
    assert list((tmp_path / "rejected").iterdir()) == []


def test_what_is_refused_and_cannot_be_kept_aside_is_told(base: ElasticBase, tmp_path: Path) -> None:
    (tmp_path / "rejected").write_text("a file in the way")
    paper = article()
    with pytest.raises(StoreError, match=r"immense term.*rejected cannot be written"):
        base.open().put(paper, [award(paper).model_copy(update={"id": TOO_LONG})])


def test_very_long_names_are_found(base: ElasticBase) -> None:
    store, paper = base.open(), article()
    names = [TOO_LONG + end for end in "ab"]
    store.put(paper, [award(paper, predicate=name, start=at, year=at) for at, name in enumerate(names)])
    assert sorted(fact.predicate for fact in store.facts(FactQuery())) == names  # type: ignore[union-attr]

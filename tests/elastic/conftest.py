"""A base under a prefix of its own, removed after the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from knowledge.elastic_base import ElasticBase
from tests.elastic.bases import base_at, new_prefix, remove_base

Opening = Callable[..., ElasticBase]


@pytest.fixture
def prefix(elastic: str) -> Iterator[str]:
    name = new_prefix()
    yield name
    remove_base(elastic, name)


@pytest.fixture
def opening(elastic: str, prefix: str, tmp_path: Path) -> Iterator[Opening]:
    """`opening(expiry=…)` opens the base of this test once more."""
    opened: list[ElasticBase] = []

    def open_base(**lock: float) -> ElasticBase:
        opened.append(base_at(elastic, prefix, tmp_path / "rejected", **lock))
        return opened[-1]

    yield open_base
    for base in opened:
        base.close()


@pytest.fixture
def base(opening: Opening) -> ElasticBase:
    return opening()


@pytest.fixture
def client(elastic: str) -> Iterator[Elasticsearch]:
    with Elasticsearch(elastic) as opened:
        yield opened

"""Bases on a test node, each under a prefix of its own."""

import uuid
from pathlib import Path
from typing import Any

from elasticsearch import Elasticsearch
from pydantic import SecretStr

from knowledge.elastic import ElasticStore
from knowledge.elastic_base import ElasticBase
from knowledge.elastic_client import Cluster, Connection
from knowledge.elastic_names import Names

NOWHERE = Path("/dev/null/rejects")
"""Where nothing can be written: these tests have nothing rejected."""


def new_prefix() -> str:
    return f"test-{uuid.uuid4().hex[:12]}"


def cluster_at(url: str, **connection: Any) -> Cluster:
    return Cluster(Connection(addresses=SecretStr(url), **connection))


def base_at(url: str, prefix: str, rejects: Path = NOWHERE, **lock: float) -> ElasticBase:
    return ElasticBase(Connection(addresses=SecretStr(url)), Names(prefix), rejects, **lock)


def open_elastic(url: str, prefix: str, rejects: Path = NOWHERE, **lock: float) -> ElasticStore:
    return base_at(url, prefix, rejects, **lock).open()


def remove_base(url: str, prefix: str) -> None:
    with Elasticsearch(url) as client:
        for index in client.indices.get(index=f"{prefix}-*", filter_path="*.aliases"):
            client.indices.delete(index=index)

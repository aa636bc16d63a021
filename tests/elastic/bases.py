"""Bases on a test node, each under a prefix of its own."""

import uuid
from typing import Any

from elasticsearch import Elasticsearch
from pydantic import SecretStr

from knowledge.elastic import ElasticStore, open_store
from knowledge.elastic_client import Cluster, Connection
from knowledge.elastic_lock import Lock
from knowledge.elastic_names import Names


def new_prefix() -> str:
    return f"test-{uuid.uuid4().hex[:12]}"


def cluster_at(url: str, **connection: Any) -> Cluster:
    return Cluster(Connection(addresses=SecretStr(url), **connection))


def open_elastic(url: str, prefix: str, **lock: float) -> ElasticStore:
    cluster, names = cluster_at(url), Names(prefix)
    return open_store(cluster, names, Lock(cluster, names, **lock))


def remove_base(url: str, prefix: str) -> None:
    with Elasticsearch(url) as client:
        for index in client.indices.get(index=f"{prefix}-*", filter_path="*.aliases"):
            client.indices.delete(index=index)

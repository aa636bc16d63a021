"""Every failure of a cluster is one message that says what to do, and shows no password."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch
from pydantic import SecretStr

from extractors.errors import StoreError
from knowledge.elastic_base import ElasticBase
from knowledge.elastic_bulk import write
from knowledge.elastic_client import Cluster, Connection
from knowledge.elastic_names import Names
from knowledge.store import FactQuery
from tests.api.conftest import serving
from tests.builders import article, award
from tests.elastic.bases import NOWHERE, base_at, cluster_at, new_prefix
from tests.elastic.node import Node, free_ports
from tests.elastic.server import answering

ELASTIC = {"x-elastic-product": "Elasticsearch"}


def nodes(version: str) -> dict[str, object]:
    return {"nodes": {"a": {"version": version}}}


def test_a_cluster_that_is_not_there() -> None:
    (port,) = free_ports(1)
    with pytest.raises(StoreError, match=rf"127\.0\.0\.1:{port} cannot be reached.*PIAGAM_STORE") as told:
        base_at(f"http://elastic:geheim@127.0.0.1:{port}", new_prefix())
    assert "geheim" not in f"{told.value!r}{told.value.__cause__!r}"


@pytest.mark.parametrize(
    "address", ["", "host:9200", "ftp://host", "http://", "http://host:port", "http://host?x=1", "/base"]
)
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(StoreError, match="PIAGAM_STORE holds no address"):
        Cluster(Connection(addresses=SecretStr(address)))


def test_a_bad_address_is_not_shown() -> None:
    with pytest.raises(StoreError) as told:
        Cluster(Connection(addresses=SecretStr("elastic:geheim@host")))
    assert "geheim" not in str(told.value)


@pytest.mark.parametrize("host", ["http://a:9200", "https://a:443/search", "http://[::1]:9200"])
def test_addresses_are_shown_without_passwords(host: str) -> None:
    scheme, _, rest = host.partition("://")
    cluster = Cluster(Connection(addresses=SecretStr(f"{scheme}://user:p%40ss@{rest}/, {host}")))
    assert cluster.shown == host
    cluster.close()


@pytest.mark.parametrize("version", ["7.17.28", "8.18.9", "10.0.0"])
def test_a_version_that_is_not_supported(version: str) -> None:
    with (
        answering(200, nodes(version), **ELASTIC) as url,
        pytest.raises(StoreError, match=rf"is version {version}; Piagam needs Elasticsearch 8\.19 to 9"),
    ):
        base_at(url, new_prefix())


@pytest.mark.parametrize("version", ["8.19.0", "9.2.1"])
def test_a_version_that_is_supported(version: str) -> None:
    with answering(200, nodes(version), **ELASTIC) as url:
        cluster_at(url).check()


def test_a_version_before_the_headers_of_8() -> None:
    with (
        answering(406, {"error": "Content-Type header is not supported", "status": 406}) as url,
        pytest.raises(StoreError, match=r"older version; Piagam needs"),
    ):
        base_at(url, new_prefix())


def test_opensearch_and_other_servers() -> None:
    with (
        answering(200, {"version": {"distribution": "opensearch", "number": "2.19.1"}}) as url,
        pytest.raises(StoreError, match=r"is no Elasticsearch.*PIAGAM_STORE"),
    ):
        base_at(url, new_prefix())


def test_no_right_to_do_it() -> None:
    error = {"error": {"type": "security_exception", "reason": "action [x] is unauthorized"}}
    with (
        answering(403, error, **ELASTIC) as url,
        pytest.raises(StoreError, match=r"does not let this user.*docs/elasticsearch\.md"),
    ):
        base_at(url, new_prefix())


@pytest.mark.parametrize("status", [429, 503])
def test_a_cluster_that_stays_too_busy(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.elastic_bulk.FIRST_WAIT", 0.001)
    action = {"_op_type": "index", "_index": "a", "_id": "1", "_source": {}}
    cause = {"type": "es_rejected_execution_exception", "reason": "queue is full"}
    with (
        answering(status, {"error": cause}, **ELASTIC) as url,
        pytest.raises(StoreError, match=r"too busy.*es_rejected_execution_exception.*try again"),
    ):
        write(cluster_at(url), [action])
    item = {"index": {"_index": "a", "_id": "1", "status": status, "error": cause}}
    with (
        answering(200, {"errors": True, "items": [item]}, **ELASTIC) as url,
        pytest.raises(StoreError, match=r"too busy.*es_rejected_execution_exception.*try again"),
    ):
        write(cluster_at(url), [action])


@pytest.mark.parametrize("block", ["read_only_allow_delete", "read_only"])
def test_a_full_disk_or_another_block_loses_nothing(
    base: ElasticBase, client: Elasticsearch, prefix: str, block: str
) -> None:
    store = base.open()
    paper, other = article("https://koran.example/1"), article("https://koran.example/2")
    store.put(paper, [award(paper, year=2024)])
    client.indices.put_settings(index=f"{prefix}-*", settings={f"index.blocks.{block}": True})
    try:
        with pytest.raises(StoreError, match=r"takes no writes.*(free some space).*nothing is lost"):
            store.put(other, [award(other, year=2024)])
        (fact,) = store.facts(FactQuery())
        assert fact.statements == (award(paper, year=2024).id,)
        assert [paper.url for paper in store.articles()] == [paper.url]
    finally:
        client.indices.put_settings(index=f"{prefix}-*", settings={f"index.blocks.{block}": None})
    store.put(other, [award(other, year=2024)])
    (fact,) = store.facts(FactQuery())
    assert len(fact.statements) == 2


@pytest.fixture(scope="module")
def secured() -> Iterator[Node]:
    """A node with security on."""
    node = Node(password="geheim-9")
    try:
        node.start()
        yield node
    finally:
        node.remove()


def test_a_password(secured: Node, tmp_path: Path) -> None:
    base = base_at(secured.url.replace("://", "://elastic:geheim-9@"), "password", tmp_path)
    paper = article()
    base.open().put(paper, [award(paper, year=2024)])
    assert base.open().counts().articles == 1
    with base.building() as new:
        new.put(paper, [])
    base.rollback()
    assert len(list(base.open().facts(FactQuery()))) == 1
    base.close()


def test_a_wrong_password_or_key(secured: Node) -> None:
    for wrong in (secured.url, secured.url.replace("://", "://elastic:geheim-8@")):
        with pytest.raises(StoreError, match=r"refused user and password.*PIAGAM_STORE") as told:
            base_at(wrong, "password")
        assert "geheim" not in str(told.value)
    key = Connection(addresses=SecretStr(secured.url), api_key=SecretStr("bm8ta2V5Om5vLWtleQ=="))
    with pytest.raises(StoreError, match=r"refused user and password, or API key.*PIAGAM_APIKEY"):
        ElasticBase(key, Names("password"), NOWHERE)


def test_a_file_of_certificates_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"gone\.crt is not there; see PIAGAM_CA"):
        Cluster(Connection(addresses=SecretStr("https://localhost"), ca=tmp_path / "gone.crt"))


def test_a_node_that_goes_and_comes_back_loses_nothing(
    secured: Node, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    base = base_at(secured.url.replace("://", "://elastic:geheim-9@"), "back", tmp_path, expiry=1)
    store = base.open()
    paper, other = article("https://koran.example/1"), article("https://koran.example/2")
    store.put(paper, [award(paper, year=2024)])
    with serving(store) as client:
        assert client.get("/search?q=kota").json()["total"] == 1
        secured.kill()
        answer = client.get("/search?q=kota")
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
        assert "cannot be reached" in answer.json()["error"]
        with pytest.raises(StoreError, match="cannot be reached"):
            store.put(other, [award(other, year=2024)])
        secured.start()
        assert client.get("/search?q=kota").json()["total"] == 1
    store.put(other, [award(other, year=2024)])
    (fact,) = store.facts(FactQuery())
    assert len(fact.statements) == 2
    base.close()
    assert "geheim" not in caplog.text

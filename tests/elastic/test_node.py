"""The node that the tests run on is a genuine Elasticsearch with Indonesian analysis."""

import pytest
from elasticsearch import BadRequestError, Elasticsearch


def test_it_is_one_of_the_versions_that_are_supported(client: Elasticsearch) -> None:
    (node,) = client.nodes.info()["nodes"].values()
    assert node["version"] == "8.19.8"
    assert [plugin["name"] for plugin in node["plugins"]] == ["indonesian"]


def test_it_stems_and_folds(client: Elasticsearch) -> None:
    stemmer = {"type": "stemmer", "language": "indonesian"}
    told = client.indices.analyze(
        tokenizer="standard", filter=["lowercase", stemmer, "asciifolding"], text="Meraihnya DIRAIH café"
    )
    assert [token["token"] for token in told["tokens"]] == ["raih", "raih", "cafe"]


def test_it_stems_no_other_language(client: Elasticsearch) -> None:
    with pytest.raises(BadRequestError, match="Indonesian alone"):
        client.indices.analyze(
            tokenizer="standard", filter=[{"type": "stemmer", "language": "english"}], text="a"
        )

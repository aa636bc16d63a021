"""The routes to articles, and the state of the service."""

from importlib.metadata import version

import httpx
import pytest

from tests.api.conftest import DGA_ARTICLE, SPBE_ARTICLE


def test_search_finds_articles_with_a_snippet(client: httpx.Client) -> None:
    found = client.get("/search", params={"q": "indeks spbe"}).json()
    assert found["total"] == 1
    (hit,) = found["hits"]
    assert (hit["id"], hit["url"], hit["title"]) == (SPBE_ARTICLE.id, SPBE_ARTICLE.url, SPBE_ARTICLE.title)
    assert hit["published"] == "2024-06-01"
    assert "SPBE" in hit["snippet"]


def test_search_is_paged(client: httpx.Client) -> None:
    first = client.get("/search", params={"q": "Malang", "limit": 1}).json()
    second = client.get("/search", params={"q": "Malang", "limit": 1, "offset": 1}).json()
    assert first["total"] == second["total"] == 2
    assert {first["hits"][0]["id"], second["hits"][0]["id"]} == {DGA_ARTICLE.id, SPBE_ARTICLE.id}


@pytest.mark.parametrize("words", ['"', "a AND", "*", "title:", "NEAR(", "-", "\0", "(" * 300])
def test_search_takes_any_text(client: httpx.Client, words: str) -> None:
    assert client.get("/search", params={"q": words}).status_code == 200


def test_an_article_comes_with_its_statements(client: httpx.Client) -> None:
    told = client.get(f"/articles/{SPBE_ARTICLE.id}").json()
    assert told["id"] == SPBE_ARTICLE.id
    assert told["article"]["body"] == SPBE_ARTICLE.body
    assert sorted(statement["kind"] for statement in told["statements"]) == ["index", "index", "office"]


def test_health_counts_what_there_is(client: httpx.Client, empty: httpx.Client) -> None:
    health = client.get("/healthz").json()
    assert health["status"] == "ok"
    assert health["version"] == version("piagam")
    assert (health["articles"], health["statements"], health["facts"]) == (2, 7, 7)
    assert empty.get("/healthz").json()["articles"] == 0

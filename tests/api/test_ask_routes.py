"""Questions over HTTP: as JSON, and on the page."""

import json
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest

from api.page import _web
from extractors.statement import Place
from knowledge.sqlite import SqliteStore
from tests.api.conftest import DGA, serving
from tests.builders import article, award

QUESTION = "which cities were in the DGA 2024 top 10"


class Page(HTMLParser):
    """The text, links and attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str, key: str) -> list[str | None]:
        return [attributes.get(key) for name, attributes in self.tags if name == tag]


def test_a_question_is_answered_with_rows_and_evidence(client: httpx.Client) -> None:
    answer = client.get("/ask", params={"q": QUESTION}).json()
    assert answer["answered"]
    assert [(row["rank"], row["region"]["name"]) for row in answer["rows"]] == [
        (1, "Kota Surabaya"),
        (9, "Kota Malang"),
    ]
    assert (answer["known"], answer["expected"]) == (2, 10)
    assert answer["evidence"][0]["article"]["url"] == "https://koran.example/dga"


def test_what_is_not_known_or_understood_is_no_failure(client: httpx.Client) -> None:
    unknown = client.get("/ask", params={"q": "indeks SPBE Kota Surabaya 2023"})
    assert (unknown.status_code, unknown.json()["answered"]) == (200, False)
    odd = client.get("/ask", params={"q": "resep rendang padang"})
    assert (odd.status_code, odd.json()["reading"]) == (200, None)


@pytest.mark.parametrize("question", ["   ", "\0", "'; DROP TABLE articles; --", "💥" * 100, "a" * 500])
def test_any_question_has_a_json_answer(client: httpx.Client, question: str) -> None:
    response = client.get("/ask", params={"q": question})
    assert response.status_code in (200, 400)
    assert response.json()


def test_the_page_shows_answer_rows_and_evidence(client: httpx.Client) -> None:
    response = client.get("/", params={"q": QUESTION})
    assert response.headers["content-type"].startswith("text/html")
    page = Page(response.text)
    assert "1. Kota Surabaya" in page.text
    assert "Kota Surabaya peringkat pertama" in page.text
    assert page.text.index("rank") < page.text.index("Evidence")
    assert "https://koran.example/dga" in page.all("a", "href")
    assert page.all("input", "value") == [QUESTION]


def test_the_empty_page_invites_a_question(client: httpx.Client) -> None:
    page = Page(client.get("/").text)
    assert "2 articles, 7 facts" in page.text
    assert page.all("input", "value") == [""]


def test_the_page_loads_nothing_from_elsewhere(client: httpx.Client) -> None:
    response = client.get("/", params={"q": QUESTION})
    page = Page(response.text)
    assert not {"script", "img", "link", "iframe"} & {tag for tag, _ in page.tags}
    assert "default-src 'none'" in response.headers["content-security-policy"]


def test_what_articles_and_people_write_is_text_and_no_markup(tmp_path: Path) -> None:
    evil = '"><script>alert(1)</script>'
    told = article("javascript:alert(1)", title=evil, body=f"Kota Batu {evil}")
    store = SqliteStore(tmp_path / "piagam.sqlite")
    batu = Place(id="35.79", name=f"Kota Batu {evil}", level="kota")
    store.put(told, [award(told, batu, DGA, year=2024, rank=1, top_n=10)])
    with serving(store) as client:
        for question in (QUESTION, evil):
            page = Page(client.get("/", params={"q": question}).text)
            assert "script" not in [tag for tag, _ in page.tags]
            assert not any(str(href).startswith("javascript") for href in page.all("a", "href"))
    store.close()


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.example/", "https://a.example/"),
        ("http://a.example/", "http://a.example/"),
        ("file:///etc/passwd", "#"),
        ("data:text/html,x", "#"),
        ("http://[", "#"),
    ],
)
def test_only_web_addresses_are_links(url: str, link: str) -> None:
    assert _web(url) == link


def test_a_page_for_a_question_too_long_is_refused(client: httpx.Client) -> None:
    response = client.get("/", params={"q": "x" * 501})
    assert response.status_code == 422
    assert json.loads(response.text)["error"]

"""The server: it answers on the loopback only, keeps a log of requests, and lets its port go."""

import json
import socket
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from newsroom.article import load
from newsroom.server import Newsroom

ARTICLES = load()
NOW = datetime(2026, 3, 1, tzinfo=UTC)


def raw(url: str, request: bytes) -> bytes:
    parts = urlsplit(url)
    with socket.create_connection((parts.hostname, parts.port), timeout=5) as connection:
        connection.sendall(request)
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    return answer


def test_pages_answer_over_http_with_the_address_of_the_server() -> None:
    with Newsroom(now=NOW) as newsroom:
        url = newsroom.url
        response = httpx.get(url + ARTICLES[0].path)
    assert url.startswith("http://127.0.0.1:")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=UTF-8"
    assert f'<link rel="canonical" href="{url}{ARTICLES[0].path}">' in response.text


def test_links_follow_the_host_that_was_asked() -> None:
    with Newsroom(now=NOW) as newsroom:
        response = httpx.get(newsroom.url + ARTICLES[0].path, headers={"Host": "memorandum.disway.id"})
    assert f'href="http://memorandum.disway.id{ARTICLES[0].path}"' in response.text


def test_a_host_that_is_none_is_refused() -> None:
    with Newsroom(now=NOW) as newsroom:
        answer = raw(newsroom.url, b'GET / HTTP/1.0\r\nHost: a"><script>\r\n\r\n')
    assert b" 400 " in answer.split(b"\r\n")[0]
    assert b"<script>" not in answer


def test_head_sends_no_body() -> None:
    with Newsroom(now=NOW) as newsroom:
        response = httpx.head(newsroom.url + "/robots.txt")
        assert [entry.method for entry in newsroom.log.entries] == ["HEAD"]
    assert response.status_code == 200
    assert int(response.headers["content-length"]) > 0
    assert response.content == b""


def test_the_log_has_every_request_in_order() -> None:
    with Newsroom(now=NOW) as newsroom, httpx.Client(headers={"User-Agent": "Piagam/uji"}) as client:
        url = newsroom.url
        for path in ("/robots.txt", "/search/kata/?c=a%20b", "/tidak-ada"):
            client.get(url + path)
    entries = newsroom.log.entries
    assert newsroom.log.paths == ["/robots.txt", "/search/kata/?c=a%20b", "/tidak-ada"]
    assert [entry.status for entry in entries] == [200, 200, 404]
    assert {entry.user_agent for entry in entries} == {"Piagam/uji"}
    assert {f"http://{entry.host}" for entry in entries} == {url}
    assert all(entry.instant.tzinfo is not None for entry in entries)
    moments = [entry.monotonic for entry in entries]
    assert moments == sorted(moments)


def test_the_log_is_kept_as_json_lines_too(tmp_path: Path) -> None:
    file = tmp_path / "requests.jsonl"
    with Newsroom(now=NOW, log_file=file) as newsroom:
        httpx.get(newsroom.url + "/")
        httpx.get(newsroom.url + "/tidak-ada")
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert [(line["path"], line["status"]) for line in lines] == [("/", 200), ("/tidak-ada", 404)]
    assert datetime.fromisoformat(lines[0]["instant"]).tzinfo is not None


def test_many_readers_at_once_are_all_answered_and_logged(tmp_path: Path) -> None:
    file = tmp_path / "requests.jsonl"
    paths = [article.path for article in ARTICLES[:20]]
    with Newsroom(now=NOW, log_file=file) as newsroom, ThreadPoolExecutor(8) as pool:
        codes = list(pool.map(lambda path: httpx.get(newsroom.url + path).status_code, paths))
    assert codes == [200] * 20
    assert sorted(newsroom.log.paths) == sorted(paths)
    assert len(file.read_text().splitlines()) == 20


def test_the_clock_may_be_set_while_it_runs() -> None:
    newest = ARTICLES[0]
    with Newsroom(now=newest.published - timedelta(hours=1)) as newsroom:
        assert httpx.get(newsroom.url + newest.path).status_code == 404
        newsroom.now = newest.published + timedelta(minutes=10)
        assert "10 menit lalu" in httpx.get(newsroom.url + "/kategori/pemerintahan").text


def test_other_articles_may_be_served() -> None:
    with Newsroom(now=NOW, articles=ARTICLES[:2]) as newsroom:
        assert httpx.get(newsroom.url + ARTICLES[1].path).status_code == 200
        assert httpx.get(newsroom.url + ARTICLES[2].path).status_code == 404


def test_the_port_is_free_again_afterwards() -> None:
    with Newsroom(now=NOW) as newsroom:
        port = urlsplit(newsroom.url).port
        assert port
    newsroom.stop()
    with pytest.raises(RuntimeError, match="not open"):
        newsroom.url  # noqa: B018
    with Newsroom(port=port, now=NOW) as again:
        assert httpx.get(again.url + "/robots.txt").status_code == 200


def test_a_taken_port_is_an_error() -> None:
    with Newsroom(now=NOW) as newsroom:
        port = urlsplit(newsroom.url).port
        assert port
        with pytest.raises(OSError, match="in use"), Newsroom(port=port, now=NOW):
            pass

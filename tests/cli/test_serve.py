"""`piagam serve`: a real process, asked over a real socket, stopped by a signal."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from cli.serve import is_free
from tests.cli.conftest import Piagam

ROOT = Path(__file__).parents[2]


@contextmanager
def served(data: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The process and the address it says it serves on."""
    process = subprocess.Popen(
        [sys.executable, "-m", "cli.main", "serve", "--port", "0"],
        cwd=ROOT,
        env={**os.environ, "PIAGAM_DATA": str(data)},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        said = re.search(r"http://127\.0\.0\.1:\d+", process.stderr.readline())
        assert said
        yield process, said[0]
    finally:
        process.kill()
        process.communicate()


def test_it_answers_until_it_is_interrupted(piagam: Piagam, articles: Path, data: Path) -> None:
    piagam("ingest", articles)
    with served(data) as (process, url):
        answer = httpx.get(f"{url}/ask", params={"q": "indeks SPBE Kota Malang 2023"}).json()
        assert answer["answered"]
        # What is taken in while it runs is known to it.
        line = b'{"url": "https://koran.example/9", "title": "Kota Batu", "text": "Kota Batu ramai."}'
        piagam("ingest", "-", stdin=line)
        assert httpx.get(f"{url}/healthz").json()["articles"] == 3
        assert piagam("rebuild").status == 0
        assert httpx.get(f"{url}/healthz").json()["articles"] == 3
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == 0


def test_a_port_that_is_taken_is_named(piagam: Piagam) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert not is_free("127.0.0.1", port)
        result = piagam("serve", "--port", str(port))
    assert result.status == 1
    assert f"cannot listen on 127.0.0.1 port {port}: Address already in use" in result.err


def test_a_host_that_is_none_is_named(piagam: Piagam) -> None:
    result = piagam("serve", "--host", "no such host", "--port", "0")
    assert result.status == 1
    assert "cannot listen on no such host port 0" in result.err


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_port_0_is_always_free(host: str) -> None:
    assert is_free(host, 0)

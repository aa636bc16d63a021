"""A service over a real store, reached through a real socket."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn

from api.app import create_app
from extractors.statement import Programme
from knowledge.sqlite import SqliteStore
from knowledge.store import Store
from tests.builders import (
    ADIPURA,
    KABUPATEN_MALANG,
    KOTA_MALANG,
    KOTA_SURABAYA,
    article,
    award,
    index,
    office,
)

DGA_ARTICLE = article(
    "https://koran.example/dga",
    title="Sepuluh kota terbaik DGA 2024",
    body="Kota Surabaya peringkat pertama dan Kota Malang peringkat kesembilan DGA 2024.",
)
DGA = Programme(id="dga", name="Digital Government Award")
LOCAL = Programme(id="lomba-desa-digital", name="Lomba Desa Digital", listed=False)
SPBE_ARTICLE = article(
    "https://koran.example/spbe",
    title="Indeks SPBE Kota Malang naik",
    body="Indeks SPBE Kota Malang naik dari 2,60 menjadi 3,82.",
    published="2024-06-01",
)


def fill(store: Store) -> None:
    store.put(
        DGA_ARTICLE,
        [
            award(DGA_ARTICLE, KOTA_SURABAYA, DGA, year=2024, rank=1, top_n=10, category="Pemerintah Kota"),
            award(DGA_ARTICLE, KOTA_MALANG, DGA, year=2024, rank=9, top_n=10, category="Pemerintah Kota"),
            award(DGA_ARTICLE, KABUPATEN_MALANG, ADIPURA, year=2023),
            award(DGA_ARTICLE, KABUPATEN_MALANG, LOCAL, year=2024, rank=1),
        ],
    )
    store.put(
        SPBE_ARTICLE,
        [
            index(SPBE_ARTICLE, value=2.60, year=2022),
            index(SPBE_ARTICLE, value=3.82, year=2023),
            office(SPBE_ARTICLE, acting="Pj", as_of="2024-06-01"),
        ],
    )


@contextmanager
def serving(store: Store) -> Iterator[httpx.Client]:
    """A client of the service over this store."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(create_app(store), log_level="critical"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        try:
            with httpx.Client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}") as client:
                yield client
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    store = SqliteStore(tmp_path_factory.mktemp("api") / "piagam.sqlite")
    fill(store)
    with serving(store) as client:
        yield client
    store.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[httpx.Client]:
    store = SqliteStore(tmp_path / "piagam.sqlite")
    with serving(store) as client:
        yield client
    store.close()

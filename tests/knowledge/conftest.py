"""The stores that the tests of this folder run on: each test of `store` or `engine` runs on every one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from knowledge.sqlite import SqliteStore
from knowledge.store import Store


class Engine(Protocol):
    """One kind of store."""

    def place(self) -> str:
        """Where a new, empty store can be opened."""

    def open(self, place: str) -> Store:
        """The store that is there; the same place may be opened again and again."""


class SqliteEngine:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._places = 0
        self._opened: list[SqliteStore] = []

    def place(self) -> str:
        self._places += 1
        return str(self._folder / f"{self._places}.sqlite")

    def open(self, place: str) -> Store:
        store = SqliteStore(Path(place))
        self._opened.append(store)
        return store

    def close(self) -> None:
        for store in self._opened:
            store.close()


@pytest.fixture(scope="module", params=["sqlite"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    opened = SqliteEngine(tmp_path_factory.mktemp(request.param))
    yield opened
    opened.close()


@pytest.fixture
def store(engine: Engine) -> Iterator[Store]:
    """A new, empty store."""
    opened = engine.open(engine.place())
    yield opened
    opened.close()

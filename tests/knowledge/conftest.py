"""The stores that the tests of this folder run on: each test of `store` or `engine` runs on every one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from knowledge.elastic import ElasticStore
from knowledge.sqlite import SqliteStore
from knowledge.store import Store
from tests.elastic.bases import new_prefix, open_elastic, remove_base


class Engine(Protocol):
    """One kind of store. `examples` is how many worlds a property of it is tried on."""

    examples: int

    def place(self) -> str:
        """Where a new, empty store can be opened."""

    def open(self, place: str) -> Store:
        """The store that is there; the same place may be opened again and again."""


class SqliteEngine:
    examples = 50

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


class ElasticEngine:
    """Places are prefixes of the names of indices, on the node of the whole run."""

    examples = 8

    def __init__(self, url: str) -> None:
        self._url = url
        self._prefixes: list[str] = []
        self._opened: list[ElasticStore] = []

    def place(self) -> str:
        self._prefixes.append(new_prefix())
        return self._prefixes[-1]

    def open(self, place: str) -> Store:
        store = open_elastic(self._url, place)
        self._opened.append(store)
        return store

    def close(self) -> None:
        for store in self._opened:
            store.close()
        for prefix in self._prefixes:
            remove_base(self._url, prefix)


@pytest.fixture(scope="module", params=["sqlite", "elastic"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    opened: SqliteEngine | ElasticEngine
    if request.param == "sqlite":
        opened = SqliteEngine(tmp_path_factory.mktemp(request.param))
    else:
        opened = ElasticEngine(request.getfixturevalue("elastic"))
    yield opened
    opened.close()


@pytest.fixture
def store(engine: Engine) -> Iterator[Store]:
    """A new, empty store."""
    opened = engine.open(engine.place())
    yield opened
    opened.close()

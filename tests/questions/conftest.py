"""The base that questions are asked of: the articles and statements of base.yaml in a store."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.article import Article
from extractors.bodies import bodies, place
from extractors.lexicon import awards, indices
from extractors.region import regions
from extractors.statement import Named, Programme, Statement
from knowledge.sqlite import SqliteStore
from knowledge.store import Store
from tests.builders import article, award, index, office

HERE = Path(__file__).parent
PANRB = bodies().named("Kementerian PANRB")
PLACES = {region.name: region.place for region in regions()} | {"Kementerian PANRB": place(PANRB)}
NAMES = {entry.id: entry.name for entry in (*awards(), *indices())}


def statement(told_in: Article, told: dict[str, Any]) -> Statement:
    """One entry of `told`: what its sentence says."""
    keys = {
        key: value
        for key, value in told.items()
        if key not in {"say", "award", "index", "office", "to", "of"}
    }
    start = told_in.body.index(told["say"])
    evidence = {"text": told["say"], "start": start, "end": start + len(told["say"]), "field": "body"}
    keys |= {"start": start, "evidence": evidence}
    if "award" in told:
        programme = Programme(id=told["award"], name=NAMES[told["award"]])
        return award(told_in, PLACES[told["to"]], programme, **keys)
    if "index" in told:
        measured = Named(id=told["index"], name=NAMES[told["index"]])
        return index(told_in, PLACES[told["of"]], measured, **keys)
    name = keys.pop("person")
    person = Named(id=name.lower().replace(" ", "-"), name=name)
    return office(told_in, person, told["office"], region=PLACES[told["of"]], **keys)


def fill(store: Store) -> None:
    """Put all articles of base.yaml into a store."""
    for entry in yaml.safe_load((HERE / "base.yaml").read_text(encoding="utf-8")):
        body = "\n".join(told["say"] for told in entry["told"])
        paper = article(entry["url"], title=entry["title"], body=body, published=entry["published"])
        store.put(paper, [statement(paper, told) for told in entry["told"]])


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The filled base; tests only read it."""
    store = SqliteStore(tmp_path_factory.mktemp("questions") / "base.sqlite")
    fill(store)
    yield store
    store.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    """A base that knows nothing."""
    store = SqliteStore(tmp_path / "empty.sqlite")
    yield store
    store.close()

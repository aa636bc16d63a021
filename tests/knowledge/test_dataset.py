"""Exports that other tools read: Parquet, JSON-LD, and the dataset of all files."""

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from hypothesis import HealthCheck, given, settings

from extractors.errors import InputError
from knowledge.dataset import write_dataset
from knowledge.export import FACTS, STATEMENTS
from knowledge.fact import FactAdapter
from knowledge.linked import CONTEXT, node, write_linked
from knowledge.parquet import GROUP, write_parquet
from knowledge.store import FactQuery, Store
from tests.builders import KOTA_MALANG, PANRB, article, award, index, office, region
from tests.knowledge.conftest import Engine
from tests.knowledge.worlds import Pair, pairs


@pytest.fixture
def filled(store: Store) -> Store:
    for number, rank in enumerate((9, 9, 10)):
        paper = article(f"https://koran.example/{number}", body="Isi yang panjang")
        told = [
            region(paper),
            award(paper, start=1, year=2024, rank=rank, date="2024-05-27", rules=("a", "b")),
        ]
        told += [index(paper, start=2, value=4.24, year=2024), office(paper, start=3, acting="Pj")]
        store.put(paper, [*told, office(paper, start=4, position="Menteri", body=PANRB)])
    return store


def rows(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pyarrow.parquet.read_table(path).to_pylist()
    return found


def test_parquet_has_types(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "facts.parquet"
    assert write_parquet(filled.facts(FactQuery()), FACTS, path) == 4
    types = {field.name: str(field.type) for field in pyarrow.parquet.read_schema(path)}
    for name, kind in {
        "id": "string",
        "confidence": "double",
        "witnesses": "int64",
        "statements": "list<element: string>",
        "conflicts": "string",
        "recipient.id": "string",
        "award.listed": "bool",
        "date": "date32[day]",
        "value": "double",
        "acting": "string",
    }.items():
        assert types[name] == kind
    first = rows(path)[0]
    assert first["recipient.name"] == "Kota Malang"
    assert first["date"].isoformat() == "2024-05-27"
    assert first["value"] is None
    (conflict,) = json.loads(first["conflicts"])
    assert [side["value"] for side in conflict["sides"]] == [9, 10]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(world=pairs())
def test_parquet_holds_what_the_store_does(engine: Engine, tmp_path: Path, world: list[Pair]) -> None:
    store = engine.open(engine.place())
    store.put_many(world)
    write_parquet(store.statements(), STATEMENTS, tmp_path / "s.parquet")
    told = list(store.statements())
    kept = rows(tmp_path / "s.parquet")
    assert [row["id"] for row in kept] == [one.id for one in told]
    assert [row["article.url"] for row in kept] == [one.article.url for one in told]
    assert [row["value"] for row in kept] == [getattr(one, "value", None) for one in told]
    store.close()


def test_parquet_is_written_in_groups(tmp_path: Path) -> None:
    paper = article()
    told = [region(paper, start=number) for number in range(GROUP + 1)]
    assert write_parquet(iter(told), STATEMENTS, tmp_path / "s.parquet") == GROUP + 1
    assert pyarrow.parquet.ParquetFile(tmp_path / "s.parquet").num_row_groups == 2


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        write_parquet([], FACTS, tmp_path / "none" / "f.parquet")


def test_json_ld_names_regions_by_their_codes(filled: Store) -> None:
    out = io.StringIO()
    assert write_linked(filled.facts(FactQuery()), filled, out) == 4
    document = json.loads(out.getvalue())
    assert document["@context"] == CONTEXT
    first = document["@graph"][0]
    assert first["@type"] == "AwardReceived"
    assert first["region"] == {
        "@id": "urn:kemendagri:35.73",
        "name": "Kota Malang",
        "level": "kota",
        "code": KOTA_MALANG.id,
    }
    assert (first["rank"], first["date"], "value" in first) == (9, "2024-05-27", False)
    assert first["source"] == [f"https://koran.example/{number}" for number in range(3)]
    assert [side["told"] for side in first["disputed"][0]["sides"]] == [9, 10]
    kinds = {entry["@type"] for entry in document["@graph"]}
    assert kinds == {"AwardReceived", "IndexValue", "OfficeHeld"}
    ministry = next(entry for entry in document["@graph"] if entry.get("held") == "Menteri")
    assert ministry["region"]["@id"] == "urn:piagam:body:kementerian-panrb"


def test_an_empty_base_is_an_empty_graph(store: Store) -> None:
    out = io.StringIO()
    assert write_linked([], store, out) == 0
    assert json.loads(out.getvalue())["@graph"] == []


def test_every_node_has_an_id_of_its_own(filled: Store) -> None:
    names = [node(fact, filled)["@id"] for fact in filled.facts(FactQuery())]
    assert len(set(names)) == len(names) == 4


def test_a_dataset_explains_and_checks_itself(filled: Store, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    names = write_dataset(filled, folder, "1.2.3")
    assert sorted(names) == sorted(path.name for path in folder.iterdir())
    readme = (folder / "README.md").read_text()
    assert "Piagam 1.2.3. 3 articles, 15 statements, 4 facts." in readme
    assert "## Licence" in readme
    assert all(f"`{name}`" in readme for name in names if name != "README.md")
    sums = dict(reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert set(sums) == set(names) - {"SHA256SUMS"}
    for name, digest in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    schema = json.loads((folder / "schema.json").read_text())
    lines = (folder / "facts.jsonl").read_text().splitlines()
    assert [FactAdapter.validate_json(line).id for line in lines] == [f.id for f in filled.facts(FactQuery())]
    known = set(schema["facts.jsonl"]["$defs"]["AwardFact"]["properties"])
    assert set(json.loads(lines[0])) == known


def test_a_dataset_is_the_same_every_time(filled: Store, tmp_path: Path) -> None:
    for name in "ab":
        write_dataset(filled, tmp_path / name, "1")
    assert (tmp_path / "a" / "SHA256SUMS").read_text() == (tmp_path / "b" / "SHA256SUMS").read_text()


def test_what_is_in_the_folder_is_left_alone(filled: Store, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    with pytest.raises(InputError, match="not empty"):
        write_dataset(filled, tmp_path, "1")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]

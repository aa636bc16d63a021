"""Exports: one line each, in the shapes of the contract."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings

from extractors.errors import InputError
from extractors.statement import StatementAdapter
from knowledge.export import FORMATS, export_facts, export_statements
from knowledge.fact import FactAdapter
from knowledge.store import FactQuery, Store
from tests.builders import KOTA_MALANG, PANRB, article, award, index, office, region
from tests.knowledge.conftest import Engine
from tests.knowledge.worlds import Pair, pairs

CONTRACT = {
    "region": {"region", "surface"},
    "award": {
        "recipient", "award", "year", "category", "rank", "top_n", "predicate", "streak", "giver", "event",
        "date",
    },
    "index": {"region", "index", "value", "unit", "scale", "year", "predicate", "rank", "rank_of"},
    "office": {"person", "position", "region", "body", "acting", "as_of"},
}  # fmt: skip
"""The keys by kind of docs/statements.md."""


def lines(export: Callable[..., int], store: Store, format: str = "jsonl") -> list[str]:
    out = io.StringIO()
    count = export(store, out, format)
    written = out.getvalue().splitlines()
    assert format != "jsonl" or count == len(written)
    return written


def put_one_of_each(store: Store) -> None:
    paper = article(title="Judul", body="Isi yang panjang")
    store.put(
        paper,
        [
            region(paper, start=0),
            award(paper, start=1, year=2024, rank=9, top_n=10, date="2024-05-27", rules=("list", "rank")),
            index(paper, start=2, value=4.24, year=2024, unit="poin"),
            office(paper, start=3, acting="Pj", as_of="2024-05-27"),
            office(paper, start=4, position="Menteri", body=PANRB),
        ],
    )


def test_every_line_has_the_keys_of_the_contract(store: Store) -> None:
    put_one_of_each(store)
    seen = [json.loads(line) for line in lines(export_statements, store)]
    assert [told["kind"] for told in seen] == ["region", "award", "index", "office", "office"]
    for told in seen:
        assert (
            set(told)
            >= {"id", "kind", "article", "evidence", "confidence", "extractor"} | CONTRACT[told["kind"]]
        )
        assert set(told["article"]) == {"url", "title", "published", "source"}
        assert set(told["evidence"]) == {"text", "start", "end", "field"}
    assert seen[1]["recipient"] == {"id": "35.73", "name": "Kota Malang", "level": "kota"}
    assert seen[1]["article"]["published"] == "2024-05-27"
    assert (seen[1]["rank"], seen[1]["date"], seen[1]["streak"]) == (9, "2024-05-27", None)
    assert seen[2]["value"] == 4.24
    assert (seen[4]["region"], seen[4]["body"]["id"]) == (None, "kementerian-panrb")


def test_names_are_written_as_they_are(store: Store) -> None:
    paper = article(body="Café 🏆\u2028baris\nbaru")
    store.put(paper, [region(paper)])
    out = io.StringIO()
    export_statements(store, out, "jsonl")
    assert "Café 🏆" in out.getvalue()
    assert out.getvalue().count("\n") == 1


def test_lines_are_read_back_as_what_was_kept(engine: Engine) -> None:
    @settings(max_examples=engine.examples)
    @given(world=pairs())
    def check(world: list[Pair]) -> None:
        store = engine.open(engine.place())
        store.put_many(world)
        statements = [StatementAdapter.validate_json(line) for line in lines(export_statements, store)]
        assert statements == list(store.statements())
        facts = [FactAdapter.validate_json(line) for line in lines(export_facts, store)]
        assert facts == list(store.facts(FactQuery()))
        store.close()

    check()


def test_a_table_has_a_column_for_every_key(store: Store) -> None:
    put_one_of_each(store)
    rows = list(csv.DictReader(lines(export_statements, store, "csv")))
    assert [row["kind"] for row in rows] == ["region", "award", "index", "office", "office"]
    assert rows[1]["recipient.name"] == KOTA_MALANG.name
    assert rows[1]["article.url"] == "https://koran.example/1"
    assert (rows[1]["rank"], rows[1]["streak"], rows[1]["rules"]) == ("9", "", '["list", "rank"]')
    assert rows[2]["value"] == "4.24"
    assert (rows[4]["region.id"], rows[4]["body.id"]) == ("", "kementerian-panrb")
    for row, line in zip(rows, lines(export_statements, store), strict=True):
        told = json.loads(line)
        for key, value in told.items():
            inner = (
                {f"{key}.{part}": item for part, item in value.items()}
                if isinstance(value, dict)
                else {key: value}
            )
            for name, item in inner.items():
                if item is not None:
                    assert row[name] == (json.dumps(item) if isinstance(item, list) else str(item)), name


def test_a_table_of_facts_tells_their_conflicts(store: Store) -> None:
    for number, rank in enumerate([9, 10]):
        paper = article(f"https://koran.example/{number}")
        store.put(paper, [award(paper, year=2024, rank=rank)])
    (row,) = csv.DictReader(lines(export_facts, store, "csv"))
    assert (row["kind"], row["award.id"], row["witnesses"]) == ("award", "digital-government-award", "2")
    (conflict,) = json.loads(row["conflicts"])
    assert {side["value"] for side in conflict["sides"]} == {9, 10}
    assert len(json.loads(row["statements"])) == 2


def test_an_empty_base_makes_a_table_of_its_header_alone(store: Store) -> None:
    assert lines(export_statements, store) == []
    (header,) = lines(export_statements, store, "csv")
    assert header.startswith("id,article.url,article.title,")
    (header,) = lines(export_facts, store, "csv")
    assert header.startswith("id,confidence,witnesses,")


@pytest.mark.parametrize(
    "title", ['=HYPERLINK("http://jahat.example")', "+62", "-1", "@kota", "\tx", "Biasa"]
)
def test_no_cell_of_a_table_is_a_formula(store: Store, title: str) -> None:
    paper = article(title=title)
    store.put(paper, [index(paper, value=-1.5, year=2024)])
    out = io.StringIO()
    export_statements(store, out, "csv")
    (row,) = csv.DictReader(io.StringIO(out.getvalue()))
    assert row["article.title"] == (title if title == "Biasa" else f"'{title}")
    assert row["value"] == "-1.5"


def test_text_with_lines_and_quotes_stays_one_cell(store: Store) -> None:
    paper = article(body='Kata "Ani",\nlalu\r\nBudi; 1,5')
    store.put(paper, [region(paper)])
    out = io.StringIO(newline="")
    export_statements(store, out, "csv")
    (row,) = csv.DictReader(io.StringIO(out.getvalue(), newline=""))
    assert row["evidence.text"] == paper.body


@pytest.mark.parametrize("export", [export_statements, export_facts])
def test_an_unknown_format_is_told_before_anything_is_written(
    store: Store, export: Callable[..., int]
) -> None:
    put_one_of_each(store)
    out = io.StringIO()
    with pytest.raises(InputError, match="'xlsx'; choose one of jsonl, csv"):
        export(store, out, "xlsx")
    assert out.getvalue() == ""
    for format in FORMATS:
        export(store, out, format)

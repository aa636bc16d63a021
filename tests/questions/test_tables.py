"""Every question of the tables beside is read as they say, and answered from base.yaml with their rows."""

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.answer import Answer, Row, answer
from knowledge.question import read_question
from knowledge.reading import Reading
from knowledge.store import Store

HERE = Path(__file__).parent
TODAY = datetime.date(2025, 6, 1)


def table(*names: str) -> list[Any]:
    """The entries of these tables as parameters of a test."""
    entries = [
        entry for name in names for entry in yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))
    ]
    return [pytest.param(entry, id=entry["q"]) for entry in entries]


def ids(reading: Reading) -> dict[str, Any]:
    """A reading with the ids of what it resolved in place of ids and names."""
    told = reading.model_dump(mode="json")
    for key in ("regions", "awards", "indices"):
        if key in told:
            told[key] = [thing["id"] for thing in told[key]]
    if "province" in told:
        told["province"] = told["province"]["id"]
    if "choices" in told:
        told["choices"] = [[meaning["id"] for meaning in choice["meanings"]] for choice in told["choices"]]
    return told


def line(row: Row) -> str:
    """A row in one line: "Kota Malang spbe 2024 #7 4.24 +0.42 Memuaskan"."""
    told = [
        row.region.name if row.region else None,
        row.award.id if row.award else None,
        row.index.id if row.index else None,
        row.person.name if row.person else None,
        row.position,
        str(row.year) if row.year else None,
        f"#{row.rank}" if row.rank else None,
        f"{row.value:g}" if row.value is not None else None,
        f"{row.change:+g}" if row.change is not None else None,
        row.predicate,
        f"x{row.streak}" if row.streak else None,
    ]
    return " ".join(cell for cell in told if cell)


def assert_evidence_covers(given: Answer, store: Store) -> None:
    """Each row rests on facts, and for each of these a sentence is quoted that was read in its article."""
    quoted = {quote.statement: quote for quote in given.evidence}
    for row in given.rows:
        assert row.facts
        for name in row.facts:
            fact = store.fact(name)
            assert fact is not None
            quotes = [quoted[told] for told in fact.statements if told in quoted]
            assert quotes
            assert all(quote.text and quote.article.url for quote in quotes)


@pytest.mark.parametrize("entry", table("comparisons", "recipients", "results", "values", "people"))
def test_known(base: Store, entry: dict[str, Any]) -> None:
    given = answer(base, entry["q"], TODAY)
    assert given.reading is not None
    assert ids(given.reading) == entry["reading"]
    assert [line(row) for row in given.rows] == entry["rows"]
    assert (given.language, given.answered, given.status) == (entry["language"], True, 0)
    assert (given.known, given.expected) == (entry.get("known"), entry.get("expected"))
    assert [conflict.field for conflict in given.conflicts] == entry.get("conflicts", [])
    assert_evidence_covers(given, base)


@pytest.mark.parametrize("entry", table("comparisons", "recipients", "results", "values", "people"))
def test_capitals_do_not_matter(entry: dict[str, Any]) -> None:
    """People type names and abbreviations in lower case."""
    asked = read_question(entry["q"].lower(), TODAY)
    assert asked.reading is not None
    lowered = {key: told for key, told in ids(asked.reading).items() if key not in ("corrected", "words")}
    assert lowered == {
        key: told for key, told in entry["reading"].items() if key not in ("corrected", "words")
    }


@pytest.mark.parametrize("entry", table("unknown"))
def test_not_known(base: Store, entry: dict[str, Any]) -> None:
    given = answer(base, entry["q"], TODAY)
    assert given.reading is not None
    assert ids(given.reading) == entry["reading"]
    assert given.text == entry["text"]
    assert (given.language, given.answered, given.status) == (entry["language"], False, 3)
    assert given.rows == ()


@pytest.mark.parametrize("entry", table("not_understood"))
def test_not_understood(base: Store, entry: dict[str, Any]) -> None:
    given = answer(base, entry["q"], TODAY)
    assert given.reading is None
    assert (given.language, given.answered, given.status) == (entry["language"], False, 4)
    assert given.rows == ()
    assert all(quote.statement is None and quote.article.url for quote in given.evidence)

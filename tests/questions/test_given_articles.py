"""Questions over articles that nobody prepared; skipped where they are not at hand."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.reader import Reader
from extractors.record import article_from_record
from knowledge.answer import answer
from knowledge.sqlite import SqliteStore
from knowledge.store import Store
from tests.questions.test_tables import TODAY, assert_evidence_covers

HERE = Path(__file__).parent
GIVEN = Path(__file__).parents[3] / "shared" / "evaluation"
ASKED: list[dict[str, Any]] = yaml.safe_load((HERE / "given.yaml").read_text("utf-8"))
ENOUGH = 0.95

pytestmark = pytest.mark.skipif(not (GIVEN / "gold.jsonl").exists(), reason="the given articles are not here")


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A base of the given articles, read as `piagam ingest` reads them."""
    store = SqliteStore(tmp_path_factory.mktemp("given") / "base.sqlite")
    reader = Reader()
    for record in records():
        paper = article_from_record(record)
        store.put(paper, reader.read(paper))
    yield store
    store.close()


def records() -> Iterator[dict[str, Any]]:
    for line in (GIVEN / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        text = (GIVEN / "texts" / f"{gold['id']}.txt").read_text("utf-8")
        yield {**{key: gold[key] for key in ("url", "title", "published")}, "text": text}


def verdict(store: Store, entry: dict[str, Any]) -> str:
    """ "right", "missed" where the answer is that it is not known, or what is wrong with it."""
    told = answer(store, entry["q"], TODAY)
    if told.reading is None:
        return "missed: not understood"
    if not told.answered:
        return "right" if entry["regions"] is None else f"missed: {told.text}"
    assert_evidence_covers(told, store)
    regions = [row.region.name for row in told.rows if row.region]
    if entry.get("sorted"):
        regions.sort()
    first = told.rows[0]
    fits = (
        regions == entry["regions"]
        and entry.get("value") in (None, first.value)
        and entry.get("rank") in (None, first.rank)
        and entry.get("person") in (None, first.person.name if first.person else None)
    )
    return "right" if fits else f"wrong: {told.text}"


def test_most_are_answered_and_nothing_wrong_is_told_as_known(given: Store) -> None:
    found = {entry["q"]: verdict(given, entry) for entry in ASKED}
    failed = {question: told for question, told in found.items() if told != "right"}
    assert not [told for told in failed.values() if told.startswith("wrong")], failed
    assert len(failed) <= len(ASKED) * (1 - ENOUGH), failed

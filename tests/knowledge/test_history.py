"""What was read when."""

import datetime
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from extractors.errors import InputError, StoreError
from extractors.statement import Statement
from knowledge.history import History, changes, instant
from knowledge.sqlite import SqliteStore
from knowledge.store import FactQuery, Store
from tests.builders import KOTA_SURABAYA, article, award, index, office
from tests.knowledge.worlds import Pair, pairs

DAY = datetime.timedelta(days=1)
MAY = datetime.datetime(2025, 5, 1, 12, tzinfo=datetime.UTC)


@pytest.fixture
def history() -> Iterator[History]:
    opened = History(Path(":memory:"))
    yield opened
    opened.close()


def versions(history: History, at: datetime.datetime) -> list[str]:
    return [state.article.body for state in history.as_of(at)]


def put(store: Store, states: Any) -> Store:
    store.put_many((state.article, state.statements) for state in states)
    return store


def test_each_day_knows_what_was_read_until_then(history: History) -> None:
    old, new, other = (
        article(body="Lama."),
        article(body="Baru."),
        article("https://koran.example/2", body="Lain."),
    )
    history.record([(old, [])], MAY)
    history.record([(other, [])], MAY + DAY)
    history.record([(new, [])], MAY + 2 * DAY)
    assert versions(history, MAY - DAY) == []
    assert versions(history, MAY) == ["Lama."]
    assert versions(history, MAY + DAY) == ["Lama.", "Lain."]
    assert versions(history, MAY + 3 * DAY) == ["Lain.", "Baru."]
    assert [state.article.body for state in history.since(MAY)] == ["Lain.", "Baru."]


def test_what_is_the_same_is_kept_once(history: History) -> None:
    paper = article()
    again = paper.model_copy(update={"fetched": MAY})
    assert history.record([(paper, [award(paper, year=2024)])], MAY) == 1
    assert history.record([(again, [award(paper, year=2024)])], MAY + DAY) == 0
    assert history.record([(paper, [award(paper, year=2023)])], MAY + DAY) == 1
    assert history.record([(paper, [award(paper, year=2024)])], MAY + 2 * DAY) == 1


def test_all_or_none_is_kept(history: History) -> None:
    def bad() -> Iterator[tuple[Any, list[Statement]]]:
        yield article(), []
        raise InputError("line 2 is bad")

    with pytest.raises(InputError):
        history.record(bad(), MAY)
    assert versions(history, MAY) == []


def test_a_file_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "history.sqlite"
    first = History(path)
    first.record([(article(), [])], MAY)
    first.close()
    again = History(path)
    assert len(versions(again, MAY)) == 1
    again.close()


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "history.sqlite").write_bytes(b"x" * 5_000)
    with pytest.raises(StoreError, match=r"history\.sqlite cannot be read"):
        History(tmp_path / "history.sqlite")
    history = History(tmp_path / "other.sqlite")
    with sqlite3.connect(tmp_path / "other.sqlite") as file:
        file.execute("DROP TABLE states")
    with pytest.raises(StoreError):
        list(history.as_of(MAY))
    with pytest.raises(StoreError):
        history.record([(article(), [])], MAY)
    history.close()


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2025-05-01", "2025-05-01T23:59:59.999999+00:00"),
        ("2025-05-01T14:30:00+07:00", "2025-05-01T14:30:00+07:00"),
        ("2025-05-01T14:30", "2025-05-01T14:30:00+00:00"),
    ],
)
def test_dates_are_instants(text: str, when: str) -> None:
    assert instant(text).isoformat() == when


@pytest.mark.parametrize("text", ["", "kemarin", "2025-13-01", "2025-05-01T99:00"])
def test_what_is_no_date_is_told(text: str) -> None:
    with pytest.raises(InputError, match="is no date"):
        instant(text)


def test_changes_tell_what_came_changed_and_went(history: History, tmp_path: Path) -> None:
    one, other = article(), article("https://koran.example/2")
    before: list[Statement] = [award(one, year=2024, rank=9), index(one, value=3.8, year=2023)]
    after: list[Statement] = [award(one, year=2024, rank=8), office(one)]
    history.record([(one, before), (other, [award(other, KOTA_SURABAYA, year=2024)])], MAY)
    history.record([(one, after)], MAY + 2 * DAY)
    stores = [SqliteStore(tmp_path / f"{name}.sqlite") for name in ("then", "now")]
    then, now = put(stores[0], history.as_of(MAY + DAY)), put(stores[1], history.as_of(MAY + 3 * DAY))
    found = list(changes(then, now, history.since(MAY + DAY)))
    told = [(one.before.kind if one.before else None, one.after.kind if one.after else None) for one in found]
    assert told == [("award", "award"), ("index", None), (None, "office")]
    assert list(changes(then, now, history.since(MAY + 3 * DAY))) == []
    assert list(changes(now, now, history.since(MAY))) == []
    for store in stores:
        store.close()


@settings(max_examples=25, deadline=None)
@given(first=pairs(), second=pairs())
def test_changes_are_the_difference_of_all_facts(
    tmp_path_factory: pytest.TempPathFactory, first: list[Pair], second: list[Pair]
) -> None:
    folder = tmp_path_factory.mktemp("history")
    history = History(Path(":memory:"))
    history.record(first, MAY)
    history.record(second, MAY + DAY)
    then = put(SqliteStore(folder / "then"), history.as_of(MAY))
    now = put(SqliteStore(folder / "now"), history.as_of(MAY + DAY))
    straight = SqliteStore(folder / "straight")
    straight.put_many([*first, *second])
    before, after = ({f.id: f for f in store.facts(FactQuery())} for store in (then, now))
    assert after == {f.id: f for f in straight.facts(FactQuery())}
    found = {(one.after or one.before).id: one for one in changes(then, now, history.since(MAY))}  # type: ignore[union-attr]
    assert found.keys() == {
        name for name in before.keys() | after.keys() if before.get(name) != after.get(name)
    }
    for name, one in found.items():
        assert (one.before, one.after) == (before.get(name), after.get(name))
    for store in (then, now, straight):
        store.close()
    history.close()

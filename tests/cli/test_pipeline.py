"""The pipeline: what is unchanged is skipped, what is bad is told, the rest is kept."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cli.inputs import LINE
from cli.pipeline import BATCH, Pipeline
from crawler.archive import Capture
from extractors.errors import ArchiveError, StoreError
from extractors.page import Page
from knowledge.history import History
from knowledge.judgements import Judgements
from knowledge.sqlite import SqliteStore
from tests.cli.conftest import DGA, SPBE, line

NONE = Judgements(Path("/nonexistent/judgements.jsonl"))
HISTORY = History(Path(":memory:"))
NOON = datetime(2024, 6, 1, 12, tzinfo=UTC)


def capture(text: str, key: str = "key", fetched: datetime = NOON, **page: str) -> Capture:
    told = {"url": "https://koran.example/x", "media_type": LINE, **page}
    return Capture(key, (Page(content=text.encode(), fetched=fetched, **told),))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path / "piagam.sqlite")
    yield store
    store.close()


def run(store: SqliteStore, *captures: Capture) -> tuple[str, list[str]]:
    complaints: list[str] = []
    pipeline = Pipeline(store, complaints.append, NONE, HISTORY)
    pipeline.run(captures)
    return str(pipeline.tally), complaints


def test_good_captures_are_kept_around_bad_ones(store: SqliteStore) -> None:
    tally, complaints = run(
        store,
        capture(SPBE),
        capture("<html></html>", "empty", media_type="text/html"),
        capture("<html><h1>x</h1></html>", "gone:1", media_type="text/html", source="gone"),
        capture(line("https://koran.example/s", "Judul", "Separuh huruf: \ud800."), "half"),
        capture(DGA),
    )
    assert tally.startswith("3 articles read")
    assert tally.endswith("2 failed")
    assert [complaint.split(": ")[0] for complaint in complaints] == ["empty", "gone:1"]
    assert "no source is called 'gone'" in complaints[1]
    assert store.counts().articles == 3


def test_of_two_captures_of_one_address_the_newer_counts_in_any_order(tmp_path: Path) -> None:
    old = capture(line("https://koran.example/a", "Lama", "Kota Batu."), "one", NOON)
    new = capture(line("https://koran.example/a", "Baru", "Kota Batu."), "two", NOON + timedelta(hours=1))
    for number, captures in enumerate([(old, new), (new, old)]):
        for batches in ([captures], [captures[:1], captures[1:]], [captures, captures]):
            store = SqliteStore(tmp_path / f"{number}-{len(batches)}-{len(batches[0])}.sqlite")
            for batch in batches:
                run(store, *batch)
            assert [article.title for article in store.articles()] == ["Baru"]
            store.close()


def test_more_than_a_batch_is_kept_when_the_stream_breaks(store: SqliteStore) -> None:
    def stream() -> Iterator[Capture]:
        for number in range(BATCH + 1):
            yield capture(line(f"https://koran.example/{number}", "Judul", "Kota Batu ramai."))
        raise ArchiveError("the disk is gone")

    with pytest.raises(ArchiveError):
        Pipeline(store, print, NONE, HISTORY).run(stream())
    assert store.counts().articles == BATCH + 1


def test_a_store_that_fails_ends_the_run(store: SqliteStore) -> None:
    store.close()
    with pytest.raises(StoreError):
        run(store, capture(SPBE))


def test_a_place_that_the_message_names_is_not_told_twice(store: SqliteStore) -> None:
    page = "https://koran.example/x"
    _, complaints = run(store, capture("<html></html>", page, media_type="text/html"))
    assert complaints[0].count(page) == 1


def test_a_damaged_capture_is_counted(store: SqliteStore) -> None:
    complaints: list[str] = []
    pipeline = Pipeline(store, complaints.append, NONE, HISTORY)
    pipeline.damaged(ArchiveError("a.warc.gz, byte 7: damaged"))
    assert pipeline.tally.failed == 1
    assert complaints == ["archive: a.warc.gz, byte 7: damaged"]

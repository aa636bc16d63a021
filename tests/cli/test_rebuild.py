"""`piagam rebuild`: the same base from the archive alone, while the old one answers."""

from pathlib import Path

from cli.data import Data
from cli.settings import Settings
from knowledge.sqlite import SqliteStore
from tests.cli.conftest import Piagam, line


def test_a_rebuilt_base_is_the_same(piagam: Piagam, articles: Path, data: Path) -> None:
    piagam("ingest", articles)
    before = [piagam("export", what).out for what in ("statements", "facts")]
    result = piagam("rebuild")
    assert result.status == 0, result.err
    assert "2 articles read" in result.err
    assert [piagam("export", what).out for what in ("statements", "facts")] == before
    assert {path.name for path in data.iterdir() if path.name.startswith("rebuilding")} == set()


def test_what_the_archive_does_not_have_is_gone(piagam: Piagam, articles: Path, data: Path) -> None:
    piagam("ingest", articles)
    with Data(Settings(data=data)).store() as store:
        store.put(next(store.articles()).model_copy(update={"url": "https://koran.example/astray"}), [])
        assert store.counts().articles == 3
    piagam("rebuild")
    with Data(Settings(data=data)).store() as store:
        assert store.counts().articles == 2


def test_whoever_has_the_base_open_sees_the_new_one(piagam: Piagam, articles: Path, data: Path) -> None:
    piagam("ingest", articles)
    store = SqliteStore(data / "piagam.sqlite")
    assert store.counts().articles == 2
    stream = store.statements()
    next(stream)
    piagam("ingest", "-", stdin=line("https://koran.example/3", "Judul", "Kota Batu ramai.").encode())
    assert piagam("rebuild").status == 0
    assert store.counts().articles == 3
    assert store.search("Batu").total == 1
    store.close()


def test_leavings_of_a_rebuild_that_was_killed_do_no_harm(piagam: Piagam, articles: Path, data: Path) -> None:
    piagam("ingest", articles)
    before = piagam("export", "facts").out
    (data / "rebuilding.sqlite").write_bytes(b"half a base")
    (data / "rebuilding.sqlite-wal").write_bytes(b"half a log")
    assert piagam("rebuild").status == 0
    assert piagam("export", "facts").out == before


def test_a_damaged_base_is_named_and_can_be_made_anew(piagam: Piagam, articles: Path, data: Path) -> None:
    piagam("ingest", articles)
    before = piagam("export", "facts").out
    for path in data.glob("piagam.sqlite*"):
        path.unlink()
    (data / "piagam.sqlite").write_bytes(b"this is no base at all, just words" * 100)
    result = piagam("export", "facts")
    assert result.status == 1
    assert "piagam rebuild" in result.err
    result = piagam("rebuild")
    assert result.status == 1
    assert "move it away" in result.err
    (data / "piagam.sqlite").unlink()
    assert piagam("rebuild").status == 0
    assert piagam("export", "facts").out == before


def test_an_empty_data_directory_rebuilds_to_an_empty_base(piagam: Piagam) -> None:
    assert piagam("rebuild").status == 0
    assert piagam("export", "facts").out == ""

"""The file of the embedded store: made, checked, shared, and its failures told."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.errors import StoreError
from knowledge import database
from knowledge.database import Database
from knowledge.sqlite import SqliteStore
from knowledge.store import FactQuery
from tests.builders import article, award


def test_a_missing_base_and_its_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "baru" / "sekali" / "piagam.sqlite"
    SqliteStore(path).close()
    assert path.exists()


@pytest.mark.parametrize("content", [b"not a database at all, but long enough" * 100, b"x"])
def test_a_file_that_is_no_base_is_told_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "piagam.sqlite"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"piagam\.sqlite.*piagam rebuild"):
        SqliteStore(path)
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_base(tmp_path: Path) -> None:
    # A process that was killed before its first write leaves one.
    path = tmp_path / "piagam.sqlite"
    path.touch()
    assert SqliteStore(path).counts().articles == 0


def test_a_base_of_another_program_is_told_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "piagam.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (a)")
    other.close()
    with pytest.raises(StoreError, match="another program"):
        SqliteStore(path)
    other = sqlite3.connect(path)
    assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("theirs",)]
    other.close()


@pytest.mark.parametrize(
    ("version", "says"),
    [(database.SCHEMA + 1, "a newer Piagam.*use that one"), (database.SCHEMA - 1, "an older Piagam")],
)
def test_a_base_of_another_version_is_told(tmp_path: Path, version: int, says: str) -> None:
    path = tmp_path / "piagam.sqlite"
    SqliteStore(path).close()
    changed = sqlite3.connect(path)
    changed.execute(f"PRAGMA user_version = {version}")
    changed.close()
    with pytest.raises(StoreError, match=f"{says}.*piagam rebuild"):
        SqliteStore(path)


def test_a_damaged_base_is_told(tmp_path: Path) -> None:
    path = tmp_path / "piagam.sqlite"
    store = SqliteStore(path)
    store.put_many(
        (article(f"https://koran.example/{number}", body="isi " * 500), []) for number in range(200)
    )
    store.close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)
    damaged = SqliteStore(path)
    with pytest.raises(StoreError, match=r"damaged.*piagam rebuild"):
        list(damaged.articles())
    damaged.close()


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        SqliteStore(tmp_path)


def test_a_file_where_its_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(StoreError, match=r"the folder of the base .* cannot be made"):
        SqliteStore(tmp_path / "data" / "piagam.sqlite")


@pytest.mark.parametrize(
    "use",
    [
        lambda store: store.put(article(), []),
        lambda store: store.counts(),
        lambda store: list(store.facts(FactQuery())),
        lambda store: store.search("malang"),
    ],
)
def test_a_closed_base_says_so(tmp_path: Path, use: Callable[[SqliteStore], object]) -> None:
    store = SqliteStore(tmp_path / "piagam.sqlite")
    store.counts()
    store.close()
    store.close()
    with pytest.raises(StoreError, match="was closed"):
        use(store)


def test_a_failed_write_leaves_nothing_behind(tmp_path: Path) -> None:
    base = Database(tmp_path / "piagam.sqlite")
    insert = "INSERT INTO articles (id, version, title, body, rest) VALUES (?, '', '', '', '{}')"

    def write() -> None:
        with base.writing() as connection:
            connection.execute(insert, ["a"])
            connection.execute(insert, ["a"])

    with pytest.raises(StoreError, match="UNIQUE"):
        write()
    with base.reading() as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (0,)
    base.close()


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    base = Database(tmp_path / "piagam.sqlite")

    def write() -> None:
        with base.writing() as connection:
            connection.execute("PRAGMA max_page_count = 1")
            connection.execute(
                "INSERT INTO articles (id, version, title, body, rest) VALUES ('a', '', '', ?, '{}')",
                ["isi" * 1_000_000],
            )

    with pytest.raises(StoreError, match=r"disk is full.*nothing is half written"):
        write()
    base.close()


def test_another_process_that_writes_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.01)
    one, other = SqliteStore(tmp_path / "piagam.sqlite"), Database(tmp_path / "piagam.sqlite")
    with other.writing():
        assert one.counts().articles == 0
        with pytest.raises(StoreError, match="another process is writing"):
            one.put(article(), [])
    one.put(article(), [])
    assert one.counts().articles == 1
    one.close()
    other.close()


def test_a_base_that_two_processes_make_at_once_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "piagam.sqlite"
    code = (
        "import sys; from pathlib import Path; from knowledge.sqlite import SqliteStore; "
        "sys.stdin.readline(); print(SqliteStore(Path(sys.argv[1])).counts().articles)"
    )
    makers = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    for maker in makers:
        assert maker.stdin is not None
        maker.stdin.write("go\n")
        maker.stdin.flush()
    assert [maker.communicate()[0] for maker in makers] == ["0\n"] * 3


def test_many_threads_make_one_base(tmp_path: Path) -> None:
    path = tmp_path / "piagam.sqlite"
    start = threading.Barrier(8)
    failures: list[Exception] = []

    def make() -> None:
        start.wait()
        try:
            SqliteStore(path).close()
        except StoreError as error:
            failures.append(error)

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_the_index_of_words_follows_every_change(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "piagam.sqlite")
    for version in range(3):
        store.put_many(
            (article(f"https://koran.example/{number}", body=f"versi {version} nomor {number}"), [])
            for number in range(20)
        )
    store.put(article("https://koran.example/0", body="versi 2 nomor 0"), [])
    store.close()
    base = sqlite3.connect(tmp_path / "piagam.sqlite")
    base.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    base.close()


@pytest.mark.parametrize(
    ("query", "used"),
    [
        ({"thing": "dga", "kind": "award"}, "facts_thing"),
        ({"subject": "35.73"}, "facts_subject"),
        ({"subject": "wahyu"}, "facts_person"),
    ],
)
def test_facts_of_a_thing_or_subject_are_looked_up_not_scanned(
    tmp_path: Path, query: dict[str, str], used: str
) -> None:
    store = SqliteStore(tmp_path / "piagam.sqlite")
    paper = article()
    store.put(paper, [award(paper, year=2024)])
    plans: list[str] = []
    base = sqlite3.connect(tmp_path / "piagam.sqlite")
    traced: list[str] = []
    connection = store._database._idle[0]
    connection.set_trace_callback(traced.append)
    list(store.facts(FactQuery.model_validate(query)))
    for statement in traced:
        if statement.startswith("SELECT"):
            plans += [row[3] for row in base.execute(f"EXPLAIN QUERY PLAN {statement}")]
    base.close()
    store.close()
    assert any(used in plan for plan in plans)
    assert not any(plan.startswith("SCAN") for plan in plans)

"""What a sudden stop may and may not do to the archive."""

import logging
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.archive import Archive
from crawler.segment import members

NOON = datetime(2026, 2, 23, 12, tzinfo=UTC)

WRITER = """
import sys
from pathlib import Path
from crawler.archive import Archive
archive = Archive(Path(sys.argv[1]), batch=int(sys.argv[2]))
for number in range(100_000):
    archive.add_document(f"https://a.example/{number:06}", b"content %d" % number * 50, "text/html")
    if (number + 1) % int(sys.argv[2]) == 0:
        print(number + 1, flush=True)
"""


def filled(folder: Path, documents: int) -> Path:
    """An archive with one segment; gives its path."""
    with Archive(folder) as archive:
        for number in range(documents):
            archive.add_document(f"https://a.example/{number}", b"content %d" % number, "text/html", NOON)
    (segment,) = folder.glob("*.warc.gz")
    return segment


def keys(archive: Archive) -> list[str]:
    return [capture.key.rpartition("/")[2] for capture in archive.captures()]


@pytest.mark.parametrize("batch", [1, 7])
def test_kill_loses_nothing_that_was_promised(tmp_path: Path, batch: int) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path), str(batch)], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    promised = 0
    while promised < 50:
        promised = int(writer.stdout.readline())
    os.kill(writer.pid, signal.SIGKILL)
    promised = max([promised, *(int(line) for line in writer.stdout.read().split("\n")[:-1])])
    writer.wait()
    with Archive(tmp_path) as archive:
        kept = keys(archive)
        assert kept == [f"{number:06}" for number in range(len(kept))]
        assert len(kept) >= promised
        for number in range(len(kept)):
            assert not archive.add_document(
                f"https://a.example/{number:06}", b"content %d" % number * 50, "text/html"
            )
        assert keys(archive) == kept


def test_records_that_the_index_missed_are_entered(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    filled(tmp_path, 5)
    for file in tmp_path.glob("index.db*"):
        file.unlink()
    with caplog.at_level(logging.WARNING), Archive(tmp_path) as archive:
        assert keys(archive) == list("01234")
    assert "5 records were not in the index" in caplog.text
    with Archive(tmp_path) as archive:
        assert archive.counts() == {"document": 5, "keys": 5}


@pytest.mark.parametrize("lost", [1, 20, 150])
def test_a_torn_tail_is_moved_aside_and_the_rest_stays(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, lost: int
) -> None:
    segment = filled(tmp_path, 5)
    offsets = [offset for offset, _ in members(segment)]
    size = segment.stat().st_size
    os.truncate(segment, size - lost)
    for file in tmp_path.glob("index.db*"):
        file.unlink()
    with caplog.at_level(logging.WARNING), Archive(tmp_path) as archive:
        assert keys(archive) == list("0123")
        archive.add_document("https://a.example/4", b"content 4", "text/html", NOON)
        assert keys(archive) == list("01234")
    assert "no whole record" in caplog.text
    assert segment.stat().st_size == offsets[-1]
    (aside,) = tmp_path.glob("*.torn-*")
    assert aside.name == f"{segment.name}.torn-{offsets[-1]}"
    assert aside.stat().st_size == size - lost - offsets[-1]
    caplog.clear()
    with caplog.at_level(logging.WARNING), Archive(tmp_path) as archive:
        assert keys(archive) == list("01234")
    assert caplog.text == ""


def test_a_tail_torn_after_the_last_entry_is_moved_aside(tmp_path: Path) -> None:
    segment = filled(tmp_path, 2)
    size = segment.stat().st_size
    with segment.open("ab") as file:
        file.write(b"\x1f\x8b\x08 half a member")
    with Archive(tmp_path) as archive:
        assert keys(archive) == ["0", "1"]
    assert segment.stat().st_size == size
    assert len(list(tmp_path.glob("*.torn-*"))) == 1


def test_a_segment_that_is_being_written_is_left_alone(tmp_path: Path) -> None:
    with Archive(tmp_path, batch=10) as writer:
        writer.add_document("https://a.example/0", b"content", "text/html", NOON)
        (segment,) = tmp_path.glob("*.warc.gz")
        size = segment.stat().st_size
        with segment.open("ab") as file:
            file.write(b"half")
        with Archive(tmp_path):
            assert segment.stat().st_size == size + 4
        os.truncate(segment, size)


def test_a_segment_shorter_than_its_index_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    segment = filled(tmp_path, 3)
    os.truncate(segment, segment.stat().st_size - 100)
    with caplog.at_level(logging.ERROR), Archive(tmp_path) as archive:
        damaged: list[Exception] = []
        assert [capture.key[-1] for capture in archive.captures(damaged.append)] == ["0", "1"]
        assert len(damaged) == 1
    assert "100 bytes are missing" in caplog.text


def test_a_foreign_record_does_not_stop_the_opening(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    import gzip

    segment = filled(tmp_path, 2)
    foreign = gzip.compress(b"no WARC at all\r\n\r\n")
    segment.write_bytes(segment.read_bytes() + foreign)
    with caplog.at_level(logging.ERROR), Archive(tmp_path) as archive:
        assert keys(archive) == ["0", "1"]
    assert "no readable WARC record" in caplog.text


def test_members_are_the_same_whatever_the_size_of_a_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    segment = filled(tmp_path, 4)
    whole = list(members(segment))
    assert b"".join(member for _, member in whole) == segment.read_bytes()
    for size in (1, 7, 100):
        monkeypatch.setattr("crawler.segment.CHUNK", size)
        assert list(members(segment)) == whole
        assert list(members(segment, whole[2][0])) == whole[2:]

"""The archive: what goes in comes out, once, in order."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler.archive import Archive, Capture
from extractors.errors import ArchiveError, InputError
from extractors.page import Page

NOON = datetime(2026, 2, 23, 12, tzinfo=UTC)
URL = "https://memorandum.example/read/157330/adipura"
KEY = "memorandum:157330"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "archive") as archive:
        yield archive


def page(content: bytes, minutes: int = 0, url: str = URL) -> Page:
    fetched = NOON + timedelta(minutes=minutes)
    return Page(
        url=url, content=content, fetched=fetched, media_type="text/html; charset=utf-8", source="memorandum"
    )


def add(archive: Archive, content: bytes, minutes: int = 0, number: int = 0, status: int = 200) -> bool:
    return archive.add(page(content, minutes), key=KEY, kind="article", number=number, status=status)


def contents(archive: Archive) -> list[list[bytes]]:
    return [[page.content for page in capture.pages] for capture in archive.captures()]


def records(folder: Path) -> list[tuple[str, dict[str, str]]]:
    """Type and headers of every record, as any WARC reader sees them."""
    found = []
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests=True):
                found.append((record.rec_type, dict(record.rec_headers.headers)))
                record.content_stream().read()
                assert record.digest_checker.passed is not False
    return found


def test_a_page_comes_back_as_it_was(archive: Archive) -> None:
    original = page(b"<p>\xff\xfe</p>")
    assert archive.add(original, key=KEY, kind="article", status=200)
    assert list(archive.captures()) == [Capture(KEY, (original,))]


def test_other_readers_of_warc_understand_the_segment(archive: Archive, tmp_path: Path) -> None:
    headers = [
        ("Server", "nginx"),
        ("Content-Encoding", "gzip"),
        ("Set-Cookie", "session=secret"),
        ("Content-Length", "3"),
        ("X-Fold", "a\r\n b"),
    ]
    archive.add(page(b"<p>isi</p>"), key=KEY, kind="article", status=200, headers=headers)
    archive.add_document("https://a.example/1", b"{}", "application/json", NOON)
    archive.flush()
    (segment,) = (tmp_path / "archive").glob("*.warc.gz")
    with segment.open("rb") as file:
        info, response, resource = (
            (record.rec_type, record.rec_headers, record.http_headers, record.content_stream().read())
            for record in ArchiveIterator(file)
        )
    assert info[0] == "warcinfo"
    assert b"software: Piagam/" in info[3]
    assert (response[0], response[3]) == ("response", b"<p>isi</p>")
    assert response[2].statusline == "200 OK"
    assert dict(response[2].headers) == {
        "Server": "nginx",
        "X-Archive-Orig-Content-Encoding": "gzip",
        "X-Archive-Orig-Content-Length": "3",
        "X-Fold": "a b",
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": "10",
    }
    assert response[1].get_header("WARC-Date") == "2026-02-23T12:00:00.000000Z"
    assert (resource[0], resource[3]) == ("resource", b"{}")
    assert resource[1].get_header("Content-Type") == "application/json"
    assert b"secret" not in segment.read_bytes()


def test_the_same_content_is_kept_once(archive: Archive, tmp_path: Path) -> None:
    assert add(archive, b"one")
    assert not add(archive, b"one", minutes=5)
    (row,) = archive.current(KEY)
    assert (row.fetched, row.seen) == (NOON, NOON + timedelta(minutes=5))
    assert [kind for kind, _ in records(tmp_path / "archive")] == ["warcinfo", "response"]
    assert archive.counts() == {"article": 1, "keys": 1}


def test_changed_content_is_a_new_version_and_the_old_one_stays(archive: Archive) -> None:
    add(archive, b"old")
    assert add(archive, b"new", minutes=1)
    assert contents(archive) == [[b"new"]]
    assert archive.counts() == {"article": 2, "keys": 1}


def test_content_that_comes_back_is_current_again_even_in_a_rebuilt_index(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    with Archive(folder) as archive:
        add(archive, b"old")
        add(archive, b"new", minutes=1)
        assert not add(archive, b"old", minutes=2)
        assert contents(archive) == [[b"old"]]
    assert [kind for kind, _ in records(folder)] == ["warcinfo", "response", "response", "revisit"]
    (folder / "index.db").unlink()
    with Archive(folder) as archive:
        assert contents(archive) == [[b"old"]]


def test_pages_are_in_the_order_of_their_offsets(archive: Archive) -> None:
    add(archive, b"first")
    add(archive, b"third", minutes=1, number=30)
    add(archive, b"second", minutes=2, number=15)
    assert contents(archive) == [[b"first", b"second", b"third"]]


def test_a_shorter_new_version_loses_the_pages_of_the_longer_one(archive: Archive) -> None:
    add(archive, b"first")
    add(archive, b"second", minutes=1, number=15)
    add(archive, b"third", minutes=2, number=30)
    add(archive, b"first, corrected", minutes=10)
    add(archive, b"second", minutes=11, number=15)
    assert contents(archive) == [[b"first, corrected", b"second"]]


def test_further_pages_alone_are_no_article(archive: Archive) -> None:
    add(archive, b"second", number=15)
    assert contents(archive) == []
    assert archive.current(KEY) == []


def test_an_error_page_never_takes_the_place_of_the_article(archive: Archive) -> None:
    add(archive, b"article")
    assert add(archive, b"gone", minutes=1, status=404)
    assert add(archive, b"article", minutes=2, status=500)
    assert contents(archive) == [[b"article"]]


def test_lists_and_robots_are_kept_but_are_no_captures(archive: Archive) -> None:
    archive.add(page(b"<a>", url="https://a.example/"), key="https://a.example/", kind="list", status=200)
    archive.add(page(b"User-agent: *"), key="https://a.example/robots.txt", kind="robots", status=200)
    assert contents(archive) == []
    assert archive.counts() == {"list": 1, "robots": 1, "keys": 0}


def test_captures_come_in_order_of_their_keys(archive: Archive) -> None:
    for number in (3, 1, 2):
        archive.add_document(f"https://a.example/{number}", b"%d" % number, "text/html", NOON)
    assert [capture.key for capture in archive.captures()] == [f"https://a.example/{n}" for n in (1, 2, 3)]


def test_the_document_given_last_counts_whatever_the_order_of_repetition(archive: Archive) -> None:
    for minute, content in enumerate((b"one", b"two", b"one", b"two")):
        archive.add_document(URL, content, "text/html", NOON + timedelta(minutes=minute))
    assert contents(archive) == [[b"two"]]
    assert archive.counts() == {"document": 2, "keys": 1}


def test_a_document_is_seen_by_others_when_its_batch_is_full(tmp_path: Path) -> None:
    with Archive(tmp_path, batch=3) as writer, Archive(tmp_path) as reader:
        for number in range(4):
            writer.add_document(f"https://a.example/{number}", b"x", "text/html", NOON)
        assert reader.counts() == {"document": 3, "keys": 3}
        writer.flush()
        assert reader.counts() == {"document": 4, "keys": 4}


def test_two_writers_have_segments_of_their_own(tmp_path: Path) -> None:
    with Archive(tmp_path) as one, Archive(tmp_path) as other:
        one.add_document("https://a.example/1", b"one", "text/html", NOON)
        other.add_document("https://a.example/2", b"two", "text/html", NOON)
        one.add_document("https://a.example/3", b"three", "text/html", NOON)
        assert contents(other) == [[b"one"], [b"two"], [b"three"]]
    assert len(list(tmp_path.glob("*.warc.gz"))) == 2
    assert not list(tmp_path.glob("*.warc.gz.lock"))


def test_a_full_segment_is_followed_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.archive.MAX_SEGMENT", 1)
    with Archive(tmp_path) as archive:
        for number in range(3):
            archive.add_document(f"https://a.example/{number}", b"%d" % number, "text/html", NOON)
        assert contents(archive) == [[b"0"], [b"1"], [b"2"]]
    assert len(list(tmp_path.glob("*.warc.gz"))) == 3


def test_reading_while_writing_sees_what_was_there_at_the_start(archive: Archive) -> None:
    for number in range(5):
        archive.add_document(f"https://a.example/{number}", b"%d" % number, "text/html", NOON)
    seen = 0
    for capture in archive.captures():
        seen += 1
        archive.add_document(f"{capture.key}/more", b"more", "text/html", NOON)
    assert seen == 5


@pytest.mark.parametrize("url", ["", " https://a.example/", "https://a.example/\r\nX: y", "https://a/\ud800"])
def test_an_address_that_would_break_a_record_is_refused_and_the_rest_goes_on(
    archive: Archive, url: str
) -> None:
    with pytest.raises(InputError, match="cannot be archived"):
        archive.add_document(url, b"x", "text/html", NOON)
    assert archive.add_document("https://a.example/ok", b"x", "text/html", NOON)
    assert contents(archive) == [[b"x"]]


def test_a_damaged_record_is_named_and_leaves_the_others_readable(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        for number in range(3):
            archive.add_document(f"https://a.example/{number}", b"content %d" % number, "text/html", NOON)
        (row,) = archive.current("https://a.example/1")
        path = tmp_path / row.segment
        data = bytearray(path.read_bytes())
        data[row.offset + row.length // 2] ^= 0xFF
        path.write_bytes(data)
        with pytest.raises(ArchiveError, match=rf"{row.segment}, byte {row.offset}"):
            archive.read(row)
        damaged: list[ArchiveError] = []
        assert [capture.key[-1] for capture in archive.captures(damaged.append)] == ["0", "2"]
        assert len(damaged) == 1
        with pytest.raises(ArchiveError):
            list(archive.captures())


def test_a_missing_segment_is_an_error_of_the_archive(tmp_path: Path) -> None:
    with Archive(tmp_path) as archive:
        archive.add_document(URL, b"x", "text/html", NOON)
        (row,) = archive.current(URL)
    (tmp_path / row.segment).unlink()
    with Archive(tmp_path) as archive, pytest.raises(ArchiveError, match="restore it"):
        archive.read(row)


def test_an_index_that_is_no_database_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "index.db").write_bytes(b"not a database" * 100)
    with pytest.raises(ArchiveError, match="move it away"):
        Archive(tmp_path)


def test_an_index_of_another_version_is_not_touched(tmp_path: Path) -> None:
    import sqlite3

    db = sqlite3.connect(tmp_path / "index.db")
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(ArchiveError, match="version is 99"):
        Archive(tmp_path)

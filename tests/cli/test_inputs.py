"""What is given by hand: each line, page and record for itself; what is bad is named and left out."""

import gzip
import hashlib
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from cli import inputs as module
from cli.inputs import LINE, Input, inputs, record_of
from extractors.errors import InputError


class Failures:
    def __init__(self) -> None:
        self.told: list[str] = []

    def __call__(self, where: str, error: InputError) -> None:
        self.told.append(f"{where}: {error}")


def read(path: Path) -> tuple[list[Input], list[str]]:
    failures = Failures()
    return list(inputs(str(path), failures)), failures.told


def test_each_line_is_an_input(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(
        b'\xef\xbb\xbf{"url": "https://a.example/1", "text": "Satu."}\n'
        b'\n  \n{"url": "https://a.example/2", "text": "Dua."}'
    )
    found, failed = read(path)
    assert [(one.url, one.media_type, one.where) for one in found] == [
        ("https://a.example/1", LINE, f"{path}, line 1"),
        ("https://a.example/2", LINE, f"{path}, line 4"),
    ]
    assert json.loads(found[0].content) == {"url": "https://a.example/1", "text": "Satu."}
    assert failed == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"not json", "not JSON"),
        (b'{"url": "https://a.example/1"', "not JSON"),
        (b"[1]", "no JSON object"),
        (b'"text"', "no JSON object"),
        (b"null", "no JSON object"),
        (b"{}", "'url' is missing"),
        (b'{"url": ""}', "'url' is missing"),
        (b'{"url": 7}', "'url' is int, not text"),
        (b'{"url": "https://a.example/2"}', "https://a.example/2: neither 'text' nor 'html'"),
        (b'{"url": "https://a.example/2", "text": "Dua.", "published": "kemarin dulu"}', "'published' is"),
        (b'{"url": "https://a.example/1", "x": NaN}', "not JSON: NaN is no JSON number"),
        (b'{"url": "\xff"}', "not UTF-8"),
        (b"[" * 100_000, "not JSON"),
        (b'{"url": ' + b"9" * 5000 + b"}", "not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path, line: bytes, reason: str) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(
        b'{"url": "https://a.example/1", "text": "Satu."}\n'
        + line
        + b'\n{"url": "https://a.example/3", "text": "Tiga."}\n'
    )
    found, failed = read(path)
    assert [one.url for one in found] == ["https://a.example/1", "https://a.example/3"]
    assert len(failed) == 1
    assert failed[0].startswith(f"{path}, line 2: {reason}")


def test_a_line_too_long_is_passed_over_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_LINE", 60)
    path = tmp_path / "in.jsonl"
    path.write_text(
        '{"url": "https://a.example/1", "text": "Satu."}\n'
        + "x" * 1000
        + '\n{"url": "https://a.example/3", "text": "Tiga."}\n'
    )
    found, failed = read(path)
    assert [one.where for one in found] == [f"{path}, line 1", f"{path}, line 3"]
    assert failed == [f"{path}, line 2: longer than 60 bytes; no article is"]


def test_half_an_emoji_costs_one_character_and_not_the_article() -> None:
    broken, whole = rb'{"text": "a\ud83d b", "more": ["\udc00"]}', rb'{"text": "a\ud83d\ude00 b"}'
    assert record_of(broken) == {"text": "a\ufffd b", "more": ["\ufffd"]}
    assert record_of(whole) == {"text": "a😀 b"}


@given(st.binary(max_size=300))
def test_whatever_bytes_come_no_exception_does(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("any")
    for ending in ("jsonl", "html", "warc", "warc.gz"):
        path = folder / f"in.{ending}"
        path.write_bytes(content)
        read(path)


def test_standard_input_is_json_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b'{"url": "https://a.example/1", "text": "Satu."}\nx\n'))
    monkeypatch.setattr(sys, "stdin", stream)
    failures = Failures()
    assert [one.where for one in inputs("-", failures)] == ["standard input, line 1"]
    assert failures.told[0].startswith("standard input, line 2: not JSON")
    assert not stream.closed


def test_an_html_file_is_one_input_under_its_own_address(tmp_path: Path) -> None:
    path = tmp_path / "Berita Satu.HTML"
    path.write_bytes(b"<html>\xff</html>")
    found, failed = read(path)
    assert found == [Input(str(path), path.resolve().as_uri(), b"<html>\xff</html>", "text/html")]
    assert failed == []


def test_a_file_that_is_not_there_or_is_a_folder_is_named(tmp_path: Path) -> None:
    assert read(tmp_path / "none.jsonl") == (
        [],
        [f"{tmp_path / 'none.jsonl'}: cannot be read: No such file or directory"],
    )
    assert read(tmp_path)[1] == [f"{tmp_path}: cannot be read: Is a directory"]


def warc(*answers: tuple[str, str, str, bytes]) -> bytes:
    """Response records of (url, status, media type, body)."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=True)
    writer.write_record(writer.create_warcinfo_record("a.warc.gz", {"software": "a test"}))
    for url, status, media_type, body in answers:
        headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
        record = writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers)
        writer.write_record(record)
    return buffer.getvalue()


def test_a_warc_gives_its_good_pages_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(
        warc(
            ("https://a.example/1", "200 OK", "text/html; charset=windows-1252", b"<p>satu"),
            ("https://a.example/2", "404 Not Found", "text/html", b"<p>dua"),
            ("https://a.example/3", "200 OK", "image/png", b"\x89PNG"),
            ("https://a.example/4", "200 OK", "Text/HTML", b"<p>empat"),
        )
    )
    found, failed = read(path)
    assert [(one.url, one.content, one.media_type) for one in found] == [
        ("https://a.example/1", b"<p>satu", "text/html; charset=windows-1252"),
        ("https://a.example/4", b"<p>empat", "Text/HTML"),
    ]
    assert found[0].where == f"{path}, https://a.example/1"
    assert failed == []
    plain = tmp_path / "a.warc"
    plain.write_bytes(gzip.decompress(path.read_bytes()))
    assert [one.content for one in read(plain)[0]] == [b"<p>satu", b"<p>empat"]


@pytest.mark.parametrize("ending", ["warc", "warc.gz"])
def test_a_torn_warc_gives_what_comes_before_the_tear(tmp_path: Path, ending: str) -> None:
    noise = hashlib.shake_128(b"noise").hexdigest(2000).encode()
    whole = warc(
        ("https://a.example/1", "200 OK", "text/html", b"<p>satu"),
        ("https://a.example/2", "200 OK", "text/html", noise),
    )
    path = tmp_path / f"a.{ending}"
    path.write_bytes((whole if ending == "warc.gz" else gzip.decompress(whole))[:-1000])
    found, failed = read(path)
    assert [one.url for one in found] == ["https://a.example/1"]
    assert failed == [f"{path}, https://a.example/2: the file ends within this record; fetch it again"]


def test_a_file_that_is_no_warc_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"<html>")
    found, failed = read(path)
    assert found == []
    assert failed[0].startswith(f"{path}, record 1: not readable as WARC")

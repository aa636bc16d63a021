"""What is given by hand: articles as lines of JSON Lines, HTML files, WARC files."""

import json
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from extractors.errors import InputError
from extractors.record import article_from_record

MAX_LINE = 10_000_000
"""Bytes; no article is longer, and a line is held in memory."""

MAX_PAGE = 20_000_000
"""Bytes of one HTML page."""

LINE = "application/json"
"""Media type in the archive of an article that came as a line."""

_SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")

HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Input:
    """One article as it was given. `where` is its place for messages ("in.jsonl, line 3")."""

    where: str
    url: str
    content: bytes
    media_type: str


Failed = Callable[[str, InputError], None]
"""Is told the place of a bad input and what is wrong with it."""


def inputs(name: str, failed: Failed) -> Iterator[Input]:
    """The inputs in a file, or in standard input for "-"; streamed.

    What the file is, its ending says: .html, .htm, .warc, .warc.gz; everything else is JSON Lines.
    What is bad is told to `failed` and left out.
    """
    path = Path(name)
    suffix = path.suffix.lower()
    try:
        with nullcontext(sys.stdin.buffer) if name == "-" else path.open("rb") as file:
            if suffix in (".html", ".htm"):
                yield from _html(path, file, failed)
            elif suffix == ".warc" or path.name.lower().endswith(".warc.gz"):
                yield from _warc(name, file, failed)
            else:
                yield from _lines("standard input" if name == "-" else name, file, failed)
    except OSError as error:
        failed(name, InputError(f"cannot be read: {error.strerror}"))


def _lines(name: str, file: BinaryIO, failed: Failed) -> Iterator[Input]:
    number = 0
    while line := file.readline(MAX_LINE + 1):
        number += 1
        where = f"{name}, line {number}"
        if len(line) > MAX_LINE:
            failed(where, InputError(f"longer than {MAX_LINE} bytes; no article is"))
            while line and not line.endswith(b"\n"):
                line = file.readline(MAX_LINE)
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if not line.strip():
            continue
        try:
            # Read here already, so that what is wrong is told with its line.
            yield Input(where, article_from_record(record_of(line)).url, line.strip(), LINE)
        except InputError as error:
            failed(where, error)


def record_of(line: bytes) -> dict[str, Any]:
    """The JSON object on a line; half of a surrogate pair in it becomes U+FFFD. Raises InputError."""
    try:
        record = json.loads(line.decode("utf-8"), parse_constant=_no_number)
        if _SURROGATE.search(line):
            text = json.dumps(record, ensure_ascii=False)
            record = json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8: {error.reason} at byte {error.start + 1}; convert it") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}") from error
    if not isinstance(record, dict):
        raise InputError('no JSON object; each line is one article: {"url": …, "title": …, "text": …}')
    return record


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON number; write null")


def _html(path: Path, file: BinaryIO, failed: Failed) -> Iterator[Input]:
    content = file.read(MAX_PAGE + 1)
    if len(content) > MAX_PAGE:
        failed(str(path), InputError(f"longer than {MAX_PAGE} bytes; no article is"))
        return
    yield Input(str(path), path.resolve().as_uri(), content, HTML[0])


def _warc(name: str, file: BinaryIO, failed: Failed) -> Iterator[Input]:
    number = 0
    try:
        for record in ArchiveIterator(file):
            number += 1
            if not _is_page(record):
                continue
            url = record.rec_headers.get_header("WARC-Target-URI")
            where = f"{name}, {url}"
            content = record.content_stream().read(MAX_PAGE + 1)
            if len(content) > MAX_PAGE:
                failed(where, InputError(f"longer than {MAX_PAGE} bytes; no article is"))
            elif _is_torn(record):
                failed(where, InputError("the file ends within this record; fetch it again"))
            else:
                yield Input(where, url, content, _media_type(record))
    except (ArchiveLoadFailed, ValueError, EOFError, zlib.error) as error:
        failed(f"{name}, record {number + 1}", InputError(f"not readable as WARC: {error}"))


def _is_page(record: ArcWarcRecord) -> bool:
    """Whether a record holds an HTML page that was answered with 200, or given as a resource."""
    if record.rec_type == "response":
        headers = record.http_headers
        if headers is None or headers.get_statuscode() != "200":
            return False
    elif record.rec_type != "resource":
        return False
    return _media_type(record).partition(";")[0].strip().lower() in HTML


def _is_torn(record: ArcWarcRecord) -> bool:
    """Whether the file ended before the length that the record's head promises; asked once it is read."""
    record.raw_stream.read()
    missing: int = record.raw_stream.limit
    return missing > 0


def _media_type(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return headers.get_header("Content-Type") or ""

"""One record of a WARC segment: a page, what it was fetched as, and its bytes in the file.

Pages from the web are `response` records, with their HTTP status and headers; what people gave by hand is a
`resource` record. Bodies are kept without transfer and content encoding: the headers that named one are kept
under X-Archive-Orig-. Fields that WARC has no name for begin with Piagam-.
"""

import hashlib
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import responses
from io import BytesIO
from typing import Literal, get_args

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from extractors.errors import ArchiveError, InputError
from extractors.page import Page

Kind = Literal["article", "list", "sitemap", "feed", "robots", "other", "document"]
"""What a page is to us; `other` is where an article's address led instead, a document was given by hand."""

KINDS: tuple[Kind, ...] = get_args(Kind)
UNDONE = ("content-encoding", "transfer-encoding", "content-length")
SECRET = ("set-cookie", "set-cookie2", "authorization", "proxy-authenticate", "www-authenticate")
"""Headers that are never kept."""
UNFIT = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
"""What would break a header line, or has no UTF-8 form."""
DATE = "%Y-%m-%dT%H:%M:%S.%fZ"

Headers = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Visit:
    """What a page was fetched as.

    `key` is the same for all pages and captures of one article ("memorandum:157330"), otherwise the address.
    `number` is 0 for the first page of an article and rises with its further pages (an offset, or the number
    of the page). `status` is the HTTP status, None where there was no HTTP.
    """

    key: str
    kind: Kind
    number: int = 0
    status: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A record as read back: with `revisit`, the page's content is empty and `digest` says what it was."""

    page: Page
    visit: Visit
    digest: str
    revisit: bool = False


def digest_of(content: bytes) -> str:
    """SHA-256 of a body, 64 hex digits."""
    return hashlib.sha256(content).hexdigest()


def stamp(instant: datetime) -> str:
    """An instant as WARC 1.1 and the index write it: UTC, microseconds, always 27 characters."""
    return instant.astimezone(UTC).strftime(DATE)


def instant(text: str) -> datetime:
    """The inverse of `stamp`."""
    return datetime.strptime(text, DATE).replace(tzinfo=UTC)


def written(page: Page, visit: Visit, digest: str, headers: Headers = (), *, revisit: bool = False) -> bytes:
    """One gzip member holding the page; with `revisit` only the note that it was seen again unchanged.

    Raises InputError for an address or key with control characters or without a UTF-8 form.
    """
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    fields = _fields(page, visit, digest)
    target = fields["WARC-Target-URI"]
    if revisit:
        date = fields["WARC-Date"]
        del fields["WARC-Payload-Digest"]
        record = writer.create_revisit_record(target, f"sha256:{digest}", target, date, None, fields)
    else:
        record = writer.create_warc_record(
            target,
            "resource" if visit.status is None else "response",
            payload=BytesIO(page.content),
            length=len(page.content),
            warc_content_type=line(page.media_type or "application/octet-stream")
            if visit.status is None
            else "",
            warc_headers_dict=fields,
            http_headers=None if visit.status is None else _http(page, visit.status, headers),
        )
    writer.write_record(record)
    return buffer.getvalue()


def introduction(name: str, software: str) -> bytes:
    """The gzip member that opens a segment: a `warcinfo` record."""
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    info = {"software": software, "format": "WARC File Format 1.1", "robots": "obeyed"}
    writer.write_record(writer.create_warcinfo_record(name, info))
    return buffer.getvalue()


def read(member: bytes, where: str) -> Record | None:
    """The record in one gzip member, or None where it is not a page of ours (a `warcinfo` record).

    Raises ArchiveError naming `where` for bytes that are no whole record.
    """
    try:
        raw = next(iter(ArchiveIterator(BytesIO(member))), None)
        if raw is None or raw.rec_headers.get_header("Piagam-Key") is None:
            return None
        return _record(raw)
    except (ArchiveLoadFailed, ValueError, EOFError, zlib.error) as error:
        raise ArchiveError(f"{where}: no readable WARC record: {error}") from error


def _record(raw: ArcWarcRecord) -> Record:
    field = raw.rec_headers.get_header
    kind = field("Piagam-Kind")
    if kind not in KINDS:
        raise ValueError(f"Piagam-Kind is '{kind}'")
    revisit = raw.rec_type == "revisit"
    if raw.rec_type == "resource":
        media_type = field("Content-Type")
    else:
        media_type = raw.http_headers.get_header("Content-Type") if raw.http_headers else None
    status = field("Piagam-Status")
    return Record(
        page=Page(
            url=field("Piagam-URL") or field("WARC-Target-URI"),
            content=b"" if revisit else raw.content_stream().read(),
            fetched=instant(field("WARC-Date")),
            media_type=media_type,
            source=field("Piagam-Source"),
        ),
        visit=Visit(
            key=field("Piagam-Key"),
            kind=kind,
            number=int(field("Piagam-Number")),
            status=None if status is None else int(status),
        ),
        digest=field("WARC-Payload-Digest").removeprefix("sha256:"),
        revisit=revisit,
    )


def _fields(page: Page, visit: Visit, digest: str) -> dict[str, str]:
    fields = {
        "WARC-Target-URI": _escaped(line(page.url)),
        "WARC-Date": stamp(page.fetched),
        "WARC-Payload-Digest": f"sha256:{digest}",
        "Piagam-Key": line(visit.key),
        "Piagam-Kind": visit.kind,
        "Piagam-Number": str(visit.number),
    }
    if fields["WARC-Target-URI"] != page.url:
        fields["Piagam-URL"] = page.url
    if visit.status is not None:
        fields["Piagam-Status"] = str(visit.status)
    if page.source is not None:
        fields["Piagam-Source"] = line(page.source)
    return fields


def _http(page: Page, status: int, headers: Headers) -> StatusAndHeaders:
    kept = []
    for name, value in headers:
        lower = name.lower()
        if lower in SECRET or lower == "content-type":
            continue
        kept.append((f"X-Archive-Orig-{name}" if lower in UNDONE else name, " ".join(value.split())))
    if page.media_type is not None:
        kept.append(("Content-Type", " ".join(page.media_type.split())))
    kept.append(("Content-Length", str(len(page.content))))
    return StatusAndHeaders(f"{status} {responses.get(status, 'Unknown')}", kept, protocol="HTTP/1.1")


def _escaped(url: str) -> str:
    """The address as WARC allows it; people's own files may have names with what it does not allow."""
    return re.sub("[ <>]", lambda found: f"%{ord(found.group()):02X}", url)


def line(value: str) -> str:
    """The value, if it can stand on one line of a header and be read back the same, else InputError."""
    if not value or value != value.strip() or UNFIT.search(value):
        raise InputError(f"{value!a:.200} cannot be archived: empty, padded, or with control characters")
    return value

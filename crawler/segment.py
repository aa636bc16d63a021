"""Segments: the gzipped WARC files of the archive, each written by one run alone."""

import logging
import os
import secrets
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO

from filelock import FileLock

from crawler.record import introduction
from extractors.errors import ArchiveError

SUFFIX = ".warc.gz"
MAX_SEGMENT = 1_000_000_000
"""Bytes after which a new segment is begun, as the WARC guidelines advise."""
CHUNK = 1 << 16

logger = logging.getLogger(__name__)


def lock_of(segment: Path) -> FileLock:
    """The lock that whoever writes or mends a segment holds; it goes with the process that holds it."""
    return FileLock(segment.with_name(segment.name + ".lock"))


class Segment:
    """A segment being written. Nothing else writes to its file while the lock is held."""

    def __init__(self, folder: Path) -> None:
        name = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(4)}{SUFFIX}"
        self.path = folder / name
        self._lock = lock_of(self.path)
        self._lock.acquire()
        self._file: BinaryIO = self.path.open("xb", buffering=0)
        self.end = 0
        """Bytes written so far, whole records all of them."""
        self.append(introduction(name, f"Piagam/{version('piagam')}"))
        self.sync()
        _sync_folder(folder)

    def append(self, member: bytes) -> int:
        """Write one whole gzip member; gives the offset it begins at. Raises ArchiveError on a full disk."""
        offset = self.end
        try:
            rest = memoryview(member)
            while rest:
                rest = rest[self._file.write(rest) :]
        except OSError as error:
            self._file.truncate(offset)
            self._file.seek(offset)
            raise ArchiveError(f"{self.path}: cannot be written: {error}; make room and run again") from error
        self.end += len(member)
        return offset

    def sync(self) -> None:
        """Return once everything appended is on the disk. Raises ArchiveError where that fails."""
        try:
            os.fsync(self._file.fileno())
        except OSError as error:
            raise ArchiveError(f"{self.path}: cannot be written: {error}; look at the disk") from error

    def close(self) -> None:
        """Let go of the file and its lock."""
        self._file.close()
        self._lock.release()
        Path(self._lock.lock_file).unlink(missing_ok=True)


def members(path: Path, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """Offset and bytes of each whole gzip member from `start`; stops before the first that is torn.

    A member is whole when its checksum agrees. Memory is bounded by the largest member.
    """
    with path.open("rb") as file:
        file.seek(start)
        offset, rest = start, b""
        while True:
            member = bytearray()
            inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
            while not inflater.eof:
                chunk = rest or file.read(CHUNK)
                rest = b""
                if not chunk:
                    return
                try:
                    inflater.decompress(chunk)
                except zlib.error:
                    return
                rest = inflater.unused_data
                member += chunk[: len(chunk) - len(rest)]
            yield offset, bytes(member)
            offset += len(member)


def cut(path: Path, end: int) -> None:
    """Take what follows `end` off a segment and keep it beside it under a name of its own."""
    aside = path.with_name(f"{path.name}.torn-{end}")
    with path.open("r+b") as file, aside.open("wb") as torn:
        file.seek(end)
        while chunk := file.read(CHUNK):
            torn.write(chunk)
        torn.flush()
        os.fsync(torn.fileno())
        size = torn.tell()
        file.truncate(end)
        os.fsync(file.fileno())
    logger.warning(
        "%s: the last %d bytes are no whole record (a run was stopped while writing); moved to %s",
        path,
        size,
        aside.name,
    )


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""The archive: every page that was fetched or given, in WARC segments with an index.

    DATA/archive/20260223T101845Z-1a2b3c4d.warc.gz    a segment, written by one run
    DATA/archive/index.db                             what lies where

A record is written and on the disk before it is entered in the index. A run that is killed therefore loses
nothing that was entered; whoever opens the archive next enters the records the index missed and moves a torn
end of a segment aside.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout

from crawler import record
from crawler.index import Index, Row, current
from crawler.record import Headers, Kind, Record, Visit, digest_of, line
from crawler.segment import MAX_SEGMENT, SUFFIX, Segment, cut, lock_of, members
from extractors.errors import ArchiveError
from extractors.page import Page

PATIENCE = 600
"""Seconds to wait while another process mends the archive."""

Written = tuple[str, int, int]
"""Where a record lies: segment, offset, length."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Capture:
    """An article or document as it was last seen: `pages` in the order they are read in, each `fetched` when
    it was last found so.
    """

    key: str
    pages: tuple[Page, ...]


class Archive:
    """The archive in the folder `path`, made if it is not there; closing it closes its segment.

    Several processes may read and write one archive; each writes segments of its own. `batch` is how many
    pages may be lost by a sudden stop: they are made to last, and seen by others, together. Opening raises
    ArchiveError where the index cannot be used.
    """

    def __init__(self, path: Path, *, batch: int = 1) -> None:
        self.path = path
        self._batch = batch
        self._pending: dict[tuple[str, int], tuple[Record, Written | None]] = {}
        self._segment: Segment | None = None
        path.mkdir(parents=True, exist_ok=True)
        with FileLock(path / "mending.lock", timeout=PATIENCE):
            self._index = Index(path / "index.db")
            self._mend()

    def add(
        self,
        page: Page,
        *,
        key: str,
        kind: Kind,
        number: int = 0,
        status: int | None = None,
        headers: Headers = (),
    ) -> bool:
        """Keep a page; False where its content is known already (only the instant is noted then).

        Raises InputError for an address that cannot stand in a record, ArchiveError when writing fails.
        """
        if (key, number) in self._pending:
            self.flush()
        entry = Record(page, Visit(key, kind, number, status), digest_of(page.content))
        known = self._index.find(entry)
        if known is None:
            written = self._write(entry, headers)
        elif self._index.latest(key, number) != known:
            # The page went back to an older content: a rebuilt index must learn that too.
            entry = replace(entry, revisit=True)
            written = self._write(entry, ())
        else:
            written = None
        self._pending[key, number] = (entry, written)
        if len(self._pending) >= self._batch:
            self.flush()
        return known is None

    def add_document(
        self, url: str, content: bytes, media_type: str, fetched: datetime | None = None
    ) -> bool:
        """Keep what was given by hand: a line of JSON Lines, or the HTML of a page.

        `url` is its key: of several contents the one given last is the document. False where it is known.
        """
        page = Page(
            url=line(url), content=content, fetched=fetched or datetime.now(UTC), media_type=media_type
        )
        return self.add(page, key=url, kind="document")

    def flush(self) -> None:
        """Make everything added last."""
        if not self._pending:
            return
        if self._segment is not None:
            self._segment.sync()
        with self._index.change():
            for entry, written in self._pending.values():
                if written is None:
                    self._index.touch(entry)
                else:
                    self._index.add(entry, *written)
            if self._segment is not None:
                self._index.set_end(self._segment.path.name, self._segment.end)
        self._pending.clear()
        if self._segment is not None and self._segment.end >= MAX_SEGMENT:
            self._segment.close()
            self._segment = None

    def current(self, key: str) -> list[Row]:
        """The pages that make up an article now, in order; empty where it is not archived."""
        return self._index.current(key)

    def read(self, row: Row) -> Page:
        """The page of a row. Raises ArchiveError where the record is damaged or gone."""
        path = self.path / row.segment
        where = f"{path}, byte {row.offset}"
        try:
            with path.open("rb") as file:
                file.seek(row.offset)
                entry = record.read(file.read(row.length), where)
        except OSError as error:
            raise ArchiveError(f"{path}: cannot be read: {error}; restore it from a copy") from error
        if entry is None or digest_of(entry.page.content) != row.digest:
            raise ArchiveError(
                f"{where}: the record of {row.url} is damaged; restore the file or fetch again"
            )
        return entry.page

    def captures(self, damaged: Callable[[ArchiveError], None] | None = None) -> Iterator[Capture]:
        """All articles and documents in order of their keys, each with its latest pages; streamed.

        Holds one article at a time. A damaged record raises ArchiveError, or where `damaged` is given is told
        to it and only that article is left out.
        """
        self.flush()
        for key, rows in groupby(self._index.good(), key=lambda row: row.key):
            try:
                pages = tuple(
                    self.read(row).model_copy(update={"fetched": row.seen}) for row in current(rows)
                )
            except ArchiveError as error:
                if damaged is None:
                    raise
                damaged(error)
                continue
            if pages:
                yield Capture(key, pages)

    def counts(self) -> dict[str, int]:
        """Captures by kind ("article", "list", …), and under "keys" how many articles and documents."""
        return self._index.counts()

    def close(self) -> None:
        """Make everything last and let go of the files."""
        self.flush()
        if self._segment is not None:
            self._segment.close()
            self._segment = None
        self._index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _write(self, entry: Record, headers: Headers) -> Written:
        member = record.written(entry.page, entry.visit, entry.digest, headers, revisit=entry.revisit)
        if self._segment is None:
            self._segment = Segment(self.path)
        return self._segment.path.name, self._segment.append(member), len(member)

    def _mend(self) -> None:
        for path in sorted(self.path.glob(f"*{SUFFIX}")):
            known, size = self._index.end(path.name), path.stat().st_size
            if known > size:
                logger.error(
                    "%s: %d bytes are missing at its end; restore it from a copy", path, known - size
                )
            lock = lock_of(path)
            if known >= size and not Path(lock.lock_file).exists():
                continue
            try:
                with lock.acquire(timeout=0):
                    self._enter(path, self._index.end(path.name))
            except Timeout:
                continue  # somebody is writing it and enters the rest
            Path(lock.lock_file).unlink(missing_ok=True)

    def _enter(self, path: Path, end: int) -> None:
        """Enter what follows `end` of a segment nobody writes any more, and cut off what is torn."""
        entered = 0
        with self._index.change():
            for offset, member in members(path, end):
                end = offset + len(member)
                try:
                    entry = record.read(member, f"{path}, byte {offset}")
                except ArchiveError as error:
                    logger.error("%s; left out, the rest is entered", error)
                    continue
                if entry is not None:
                    self._index.add(entry, path.name, offset, len(member))
                    entered += 1
            self._index.set_end(path.name, end)
        if entered:
            logger.warning("%s: %d records were not in the index; they are now", path, entered)
        if path.stat().st_size > end:
            cut(path, end)

"""Documents that Elasticsearch did not take, kept until they are taken."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from extractors.errors import StoreError
from knowledge.elastic_bulk import Rejected


class Rejects:
    """A folder with one file for each document: its id, its index, the reason and the document itself.

    Raises StoreError where the folder cannot be written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, rejected: Rejected) -> None:
        """Write the file, or write it anew."""
        text = json.dumps(asdict(rejected), ensure_ascii=False, indent=1)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            (self._folder / f"{rejected.id}.json").write_text(text, encoding="utf-8")
        except OSError as error:
            raise StoreError(
                f"{rejected.id} was not taken ({rejected.reason}), and {self._folder} cannot be written: "
                f"{error.strerror}"
            ) from error

    def forget(self, ids: Iterable[str]) -> None:
        """Remove the files of documents that were taken."""
        if self._folder.is_dir():
            for name in ids:
                (self._folder / f"{name}.json").unlink(missing_ok=True)

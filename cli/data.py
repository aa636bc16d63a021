"""The data directory: the archive, and the base that is made from it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer
from filelock import FileLock, Timeout

from cli.settings import Settings
from extractors.errors import StoreError

if TYPE_CHECKING:  # these two take a second to import, which `piagam --help` need not wait for
    from crawler.archive import Archive
    from knowledge.elastic_base import ElasticBase
    from knowledge.history import History
    from knowledge.judgements import Judgements
    from knowledge.store import Store

BATCH = 100
"""Pages that the archive makes last together."""

DataOption = Annotated[
    Path | None,
    typer.Option("--data", metavar="DIR", help="Data directory; else PIAGAM_DATA, else ./data."),
]


class Data:
    """Where everything is kept: `archive/` with all captures, and the base with what was read in them.

    The base is `piagam.sqlite`, or a cluster's where the settings name one.
    """

    def __init__(self, settings: Settings) -> None:
        self.folder = settings.data
        self._settings = settings

    @classmethod
    def chosen(cls, context: typer.Context, folder: Path | None) -> "Data":
        """The directory given to the command, else to `piagam`, else by the environment."""
        settings: Settings = context.obj
        return cls(settings if folder is None else settings.model_copy(update={"data": folder}))

    def within(self, name: str) -> "Data":
        """A data directory of its own inside this one, with the embedded store."""
        return Data(Settings(data=self.folder / name, store=None))

    @property
    def base(self) -> Path:
        """The file of the embedded store."""
        return self.folder / "piagam.sqlite"

    @property
    def archived(self) -> Path:
        """The folder of the archive."""
        return self.folder / "archive"

    @property
    def logs(self) -> Path:
        """The folder of the logs of crawls, made where there is none."""
        self.make()
        folder = self.folder / "logs"
        folder.mkdir(exist_ok=True)
        return folder

    @contextmanager
    def archive(self) -> Iterator["Archive"]:
        """The archive, made where there is none. Raises ArchiveError."""
        from crawler.archive import Archive

        self.make()
        with Archive(self.archived, batch=BATCH) as archive:
            yield archive

    @property
    def on_cluster(self) -> bool:
        """Whether the base is on a cluster."""
        return self._settings.store is not None

    @contextmanager
    def cluster(self) -> Iterator["ElasticBase"]:
        """The base on the cluster that the settings name. Raises StoreError."""
        from knowledge.elastic_base import ElasticBase
        from knowledge.elastic_client import Connection
        from knowledge.elastic_names import Names

        if self._settings.store is None:
            raise StoreError("the base is embedded and on no cluster; set PIAGAM_STORE to the address of one")
        connection = Connection(
            addresses=self._settings.store, api_key=self._settings.apikey, ca=self._settings.ca
        )
        base = ElasticBase(connection, Names(self._settings.prefix), self.folder / "rejected")
        try:
            yield base
        finally:
            base.close()

    @contextmanager
    def store(self) -> Iterator["Store"]:
        """The base, made where there is none. Raises StoreError."""
        from knowledge.sqlite import SqliteStore

        if self.on_cluster:
            with self.cluster() as base:
                yield base.open()
            return
        self.make()
        store = SqliteStore(self.base)
        try:
            yield store
        finally:
            store.close()

    @contextmanager
    def history(self) -> Iterator["History"]:
        """What was read when, of whatever base. Raises StoreError."""
        from knowledge.history import History

        self.make()
        history = History(self.folder / "history.sqlite")
        try:
            yield history
        finally:
            history.close()

    @contextmanager
    def store_at(self, when: str | None) -> Iterator["Store"]:
        """The base as it was at a date, made from the history for as long as it is asked; None is as it is.

        Raises InputError for what is no date, StoreError.
        """
        from knowledge.history import instant
        from knowledge.sqlite import SqliteStore

        if when is None:
            with self.store() as store:
                yield store
            return
        at = instant(when)
        with self.history() as history, TemporaryDirectory(dir=self.folder, prefix="as-of-") as folder:
            past = SqliteStore(Path(folder) / "piagam.sqlite")
            try:
                past.put_many((state.article, state.statements) for state in history.as_of(at))
                yield past
            finally:
                past.close()

    def judgements(self) -> "Judgements":
        """What people decided, of whatever base. Raises StoreError, InputError."""
        from knowledge.judgements import Judgements

        return Judgements(self.folder / "judgements.jsonl")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only one that writes to the base; whoever answers questions is not disturbed.

        Raises StoreError when another command is writing.
        """
        self.make()
        lock = FileLock(self.folder / "writing.lock")
        try:
            held = lock.acquire(timeout=0)
        except Timeout as error:
            raise StoreError(
                f"another piagam command is writing to {self.folder}; run this one again when it is done"
            ) from error
        with held:
            yield

    def make(self) -> None:
        """Make the directory where it is not there. Raises StoreError."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                f"the data directory {self.folder} cannot be made: {error.strerror}; choose another"
            ) from error

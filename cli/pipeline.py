"""The way from a capture to the base: capture -> article -> statements -> store."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from cli.inputs import LINE, record_of
from crawler.archive import Capture
from crawler.source import load
from extractors.article import Article
from extractors.errors import ArchiveError, InputError, PiagamError, SourceError
from extractors.markup import Markup
from extractors.page_reader import extract
from extractors.reader import Reader
from extractors.record import article_from_record
from extractors.statement import Statement
from knowledge.history import History
from knowledge.judgements import Judgements
from knowledge.row import article_row
from knowledge.store import Store

BATCH = 100
"""Articles written together: at most so many are read again after a kill."""


@dataclass
class Tally:
    """What became of the captures: read, the same as in the base, failed; and the statements read."""

    read: int = 0
    unchanged: int = 0
    failed: int = 0
    statements: int = 0

    def __str__(self) -> str:
        return (
            f"{self.read} articles read with {self.statements} statements, "
            f"{self.unchanged} unchanged, {self.failed} failed"
        )


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The reader of this process; the first call takes seconds."""
    return Reader()


@lru_cache
def markup_of(source: str | None) -> Markup:
    """How a source marks up its articles. Raises SourceError where its file is gone."""
    return Markup() if source is None else load(source).article


def article_of(capture: Capture) -> Article:
    """The article on the pages of a capture. Raises InputError, SourceError."""
    first = capture.pages[0]
    if first.media_type == LINE:
        article = article_from_record(record_of(first.content))
        return article.model_copy(update={"fetched": first.fetched})
    markup = markup_of(first.source)
    return extract(capture.pages, markup)


class Pipeline:
    """Reads captures into a store; what fails is told to `complain` and the rest goes on.

    An article whose text and date are in the store already is not read again. Of several captures of one
    address under different keys, the one fetched last counts. What is read is then judged as people decided.
    """

    def __init__(
        self, store: Store, complain: Callable[[str], None], judgements: Judgements, history: History
    ) -> None:
        self.tally = Tally()
        self._judgements = judgements
        self._history = history
        self._store = store
        self._complain = complain
        self._waiting: dict[str, tuple[Article, list[Statement]]] = {}

    def run(self, captures: Iterable[Capture]) -> None:
        """Read all of them; when it returns or raises, what was read is in the store."""
        try:
            for capture in captures:
                try:
                    self._take(article_of(capture))
                except (InputError, SourceError) as error:
                    self.failed(capture.key, error)
                if len(self._waiting) >= BATCH:
                    self._write()
        finally:
            self._write()

    def damaged(self, error: ArchiveError) -> None:
        """Note a capture that could not even be read from the archive."""
        self.failed("archive", error)

    def _take(self, article: Article) -> None:
        waiting = self._waiting.get(article.id)
        known = waiting[0] if waiting else self._store.article(article.id)
        if known is not None and (known.version == article.version or _older(article, known)):
            self.tally.unchanged += 1
            return
        statements = [self._judgements.apply(statement) for statement in reader().read(article)]
        self._waiting[article.id] = (article, statements)

    def _write(self) -> None:
        batch, self._waiting = list(self._waiting.values()), {}
        # First, so that nothing is in the base that the history lacks, whenever the process is killed.
        self._remember(batch)
        try:
            self._store.put_many(batch)
        except InputError:
            # One of them is bad, and which is not said: take them one by one.
            batch = [pair for pair in batch if self._put(*pair)]
        self.tally.read += len(batch)
        self.tally.statements += sum(len(statements) for _, statements in batch)

    def _remember(self, batch: list[tuple[Article, list[Statement]]]) -> None:
        self._history.record((pair for pair in batch if _sound(*pair)), datetime.now(UTC))

    def _put(self, article: Article, statements: list[Statement]) -> bool:
        try:
            self._store.put(article, statements)
        except InputError as error:
            self.failed(article.url, error)
            return False
        return True

    def failed(self, where: str, error: PiagamError) -> None:
        """Count a failure and tell of it."""
        self.tally.failed += 1
        message = str(error)
        self._complain(message if message.startswith(where) else f"{where}: {message}")


def _sound(article: Article, statements: list[Statement]) -> bool:
    """Whether a store takes it; where not, the store tells why."""
    try:
        article_row(article, statements)
    except InputError:
        return False
    return True


def _older(article: Article, known: Article) -> bool:
    return article.fetched is not None and known.fetched is not None and article.fetched < known.fetched

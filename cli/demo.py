"""`piagam demo`: the whole way, from a news site on this machine to an answer."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from cli.ask import show
from cli.crawl import fetch
from cli.data import Data, DataOption
from cli.process import read_archive
from cli.serve import PORT, AddressError, is_free, listen
from cli.terminal import say, write
from newsroom.server import Newsroom

QUESTION = "which cities were in the DGA 2024 top 10"


def demo(
    context: typer.Context,
    serving: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Serve the API at the end, until Ctrl-C.")
    ] = True,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port of the API; where it is taken, a free one.")
    ] = PORT,
    data: DataOption = None,
) -> None:
    """Go the whole way on a news site of its own.

    Starts a small news site on this machine, crawls it, reads it, and answers a question from it. Everything
    is kept in the directory `demo` inside the data directory, away from other data.
    """
    from crawler.source import load
    from knowledge.answer import answer

    began = time.monotonic()
    place = Data.chosen(context, data).within("demo")
    place.make()
    with _newsroom(place.folder / "newsroom-port") as newsroom:
        say(f"A newsroom with {len(newsroom.articles)} articles is open at {newsroom.url}")
        fetch(place, load("newsroom"), at=newsroom.url)
    with place.writing(), place.archive() as archive, place.store() as store, place.history() as history:
        tally = read_archive(archive, store, place.judgements(), history)
        say(str(tally))
        given = answer(store, QUESTION)
    write(f"\n{QUESTION}?")
    show(given)
    say(f"\nThe answer came after {time.monotonic() - began:.1f} s")
    if tally.failed or not given.answered:
        raise typer.Exit(1)
    if serving:
        listen(place, "127.0.0.1", port if is_free("127.0.0.1", port) else 0)


@contextmanager
def _newsroom(kept: Path) -> Iterator[Newsroom]:
    """The newsroom on the port it had the last time: the addresses of its articles are to stay the same.

    Raises AddressError where something else has taken the port since.
    """
    text = kept.read_text() if kept.exists() else ""
    newsroom = Newsroom(int(text) if text.isdigit() else 0)
    try:
        newsroom.start()
    except OSError as error:
        raise AddressError(
            f"port {text}, which the newsroom had last time, is taken: {error.strerror}; "
            f"free it, or remove {kept.parent} to begin anew"
        ) from error
    try:
        kept.write_text(newsroom.url.rpartition(":")[2])
        yield newsroom
    finally:
        newsroom.stop()

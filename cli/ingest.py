"""`piagam ingest`: articles that are given by hand, into the archive and on into the base."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from cli.data import BATCH, Data, DataOption
from cli.terminal import progress, say
from extractors.errors import InputError
from extractors.page import Page

if TYPE_CHECKING:
    from cli.inputs import Failed, Input
    from crawler.archive import Archive, Capture


def ingest(
    context: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help="JSON Lines (- is standard input), .html, .warc or .warc.gz files."
        ),
    ],
    data: DataOption = None,
) -> None:
    """Take in articles from files.

    Each is archived first, then read like a crawled one; what is bad is named, and the rest goes on.
    """
    from cli.inputs import inputs
    from cli.pipeline import Pipeline

    place = Data.chosen(context, data)
    with (
        place.writing(),
        place.archive() as archive,
        place.store() as store,
        place.history() as history,
        progress("Taking in") as bar,
    ):
        pipeline = Pipeline(store, bar.complain, place.judgements(), history)
        given = (one for name in files for one in inputs(name, pipeline.failed))
        pipeline.run(bar.over(archived(given, archive, pipeline.failed)))
    say(str(pipeline.tally))
    if pipeline.tally.failed:
        raise typer.Exit(1)


def archived(given: "Iterable[Input]", archive: "Archive", failed: "Failed") -> "Iterator[Capture]":
    """Put the inputs into the archive, and pass them on once they are sure to last."""
    from crawler.archive import Capture

    rest = iter(given)
    while batch := list(islice(rest, BATCH)):
        captures = []
        for one in batch:
            now = datetime.now(UTC)
            try:
                archive.add_document(one.url, one.content, one.media_type, now)
            except InputError as error:
                failed(one.where, error)
                continue
            page = Page(url=one.url, content=one.content, fetched=now, media_type=one.media_type)
            captures.append(Capture(one.url, (page,)))
        archive.flush()
        yield from captures

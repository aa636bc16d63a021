"""`piagam process`: from the archive to the base."""

from typing import TYPE_CHECKING

import typer

from cli.data import Data, DataOption
from cli.terminal import progress, say

if TYPE_CHECKING:  # the pipeline takes seconds to import, which other commands need not wait for
    from cli.pipeline import Tally
    from crawler.archive import Archive
    from knowledge.history import History
    from knowledge.judgements import Judgements
    from knowledge.store import Store


def process(context: typer.Context, data: DataOption = None) -> None:
    """Read what is new in the archive.

    Articles, their statements and the facts these add up to are kept in the base.
    """
    place = Data.chosen(context, data)
    with place.writing(), place.archive() as archive, place.store() as store, place.history() as history:
        tally = read_archive(archive, store, place.judgements(), history)
    say(str(tally))
    if tally.failed:
        raise typer.Exit(1)


def read_archive(archive: "Archive", store: "Store", judgements: "Judgements", history: "History") -> "Tally":
    """Read every article and document of the archive that the store does not have as it is now."""
    from cli.pipeline import Pipeline

    with progress("Reading", archive.counts()["keys"]) as bar:
        pipeline = Pipeline(store, bar.complain, judgements, history)
        pipeline.run(bar.over(archive.captures(pipeline.damaged)))
    return pipeline.tally

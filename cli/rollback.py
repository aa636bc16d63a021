"""`piagam rollback`: the build of the base that was served before."""

import typer

from cli.data import Data, DataOption
from cli.terminal import say


def rollback(context: typer.Context, data: DataOption = None) -> None:
    """Serve the base that the last rebuild replaced.

    For a base on a cluster, which keeps that one. Doing it twice serves the newer one again.
    """
    place = Data.chosen(context, data)
    with place.writing(), place.cluster() as base:
        say(f"The build {base.rollback()} is served now")

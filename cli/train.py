"""`piagam train`: the training of the model that sees persons, once more."""

from pathlib import Path
from typing import Annotated

import typer

from cli.terminal import write_json

OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="DIR", help="Where to write the model; without it, over the shipped one."),
]


def train(out: OutOption = None) -> None:
    """Train the model that sees persons in sentences once more.

    Takes about ten minutes on one core; shows the measured precision, recall and F1 as JSON. The model that
    ships with Piagam was made so.
    """
    from extractors.persons import MODEL
    from extractors.training.train import train as run

    write_json(run(out or MODEL))

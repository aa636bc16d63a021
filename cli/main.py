"""The command `piagam`: its commands, its global options and its exit status.

Exit status: 0 done; 1 something failed, or some inputs did while the rest went on; 2 the command line is
wrong; 3 and 4 of `ask`: not known, not understood.
"""

import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated

import typer

from cli import (
    ask,
    changes,
    crawl,
    demo,
    evaluate,
    explain,
    export,
    ingest,
    judgements,
    process,
    rebuild,
    review,
    rollback,
    serve,
    sources,
    train,
)
from cli.data import DataOption
from cli.settings import Settings
from cli.terminal import complain
from extractors.errors import PiagamError

app = typer.Typer(
    name="piagam",
    help="The open record of the awards and indices of Indonesia's regional governments.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (
    demo,
    crawl,
    process,
    ingest,
    ask,
    explain,
    evaluate,
    export,
    review,
    changes,
    rebuild,
    rollback,
    serve,
    train,
):
    app.command()(getattr(module, module.__name__.removeprefix("cli.")))
app.add_typer(sources.app)
app.add_typer(judgements.app)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"piagam {version('piagam')}")
        raise typer.Exit


@app.callback()
def piagam(
    context: typer.Context,
    data: DataOption = None,
    show_version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """The open record of the awards and indices of Indonesia's regional governments."""
    settings = Settings()
    context.obj = settings if data is None else settings.model_copy(update={"data": data})


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit status; an expected error is one line, no traceback."""
    try:
        app(args=arguments, prog_name="piagam")
    except PiagamError as error:
        complain(f"Error: {error}")
        sys.exit(1)


if __name__ == "__main__":
    main()

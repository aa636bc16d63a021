"""`piagam ask`: a question, its answer, and what the answer rests on."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.data import Data, DataOption
from cli.terminal import write, write_json

if TYPE_CHECKING:
    from knowledge.answer import Answer


def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In Indonesian or English.")],
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="From what the base knew at that date.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of text.")] = False,
    data: DataOption = None,
) -> None:
    """Answer a question, with evidence.

    Exit status: 0 answered, 3 not known, 4 not understood.
    """
    from knowledge.answer import answer
    from knowledge.history import instant

    today = instant(as_of).date() if as_of else None
    with Data.chosen(context, data).store_at(as_of) as store:
        given = answer(store, question, today)
    if as_json:
        write_json(given)
    else:
        show(given)
    raise typer.Exit(given.status)


def show(given: "Answer") -> None:
    """Print an answer as text: what a person would say, then each sentence it rests on, once."""
    from api.table import sides

    write(given.text)
    for conflict in given.conflicts:
        write(f"  {sides(conflict)}")
    pieces = {(piece.article.url, piece.text): piece for piece in given.evidence}
    for number, piece in enumerate(pieces.values(), start=1):
        write("")
        write(f"[{number}] “{piece.text}”")
        write(f"    {piece.article.title}, {piece.article.published or 'undated'}, {piece.article.url}")

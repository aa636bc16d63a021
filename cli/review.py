"""`piagam review`: what people should look at first."""

from typing import Annotated

import typer

from cli.data import Data, DataOption
from cli.terminal import say, write, write_json

REASONS = ("doubtful", "conflict", "impossible", "unlisted award", "unknown region", "same person")


def review(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="How many at most.")] = 20,
    reason: Annotated[
        str | None, typer.Option(metavar="REASON", help=f"Only these: {', '.join(REASONS)}.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON list.")] = False,
    data: DataOption = None,
) -> None:
    """List doubts, conflicts and unsettled names, those first that matter most.

    The ids shown are those that `piagam judgements` takes.
    """
    from knowledge.review import review as matters_of

    if reason is not None and reason not in REASONS:
        raise typer.BadParameter(f"'{reason}' is none of {', '.join(REASONS)}", param_hint="--reason")
    with Data.chosen(context, data).store() as store:
        matters = matters_of(store, limit, reason)  # type: ignore[arg-type]  # checked right above
    if as_json:
        write_json([matter.model_dump(mode="json") for matter in matters])
        return
    for matter in matters:
        write(f"{matter.weight:g}  {matter.reason}: {matter.told}")
        write(f"    facts: {' '.join(matter.facts)}")
        if matter.statements:
            write(f"    statements: {' '.join(matter.statements)}")
    if not matters:
        say("Nothing to review")

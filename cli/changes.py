"""`piagam changes`: what the base knows now and did not know then."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.data import Data, DataOption
from cli.terminal import say, write, write_json

if TYPE_CHECKING:
    from knowledge.history import Change


def changes(
    context: typer.Context,
    since: Annotated[str, typer.Option(metavar="DATE", help="A date, or a date and time.")],
    as_json: Annotated[bool, typer.Option("--json", help="A JSON object a line, streamed.")] = False,
    data: DataOption = None,
) -> None:
    """Show the facts that came, changed or went since a date."""
    from knowledge.history import changes as differing
    from knowledge.history import instant

    place = Data.chosen(context, data)
    count = 0
    with place.store_at(since) as then, place.store() as now, place.history() as history:
        for change in differing(then, now, history.since(instant(since))):
            count += 1
            if as_json:
                write_json(change)
            else:
                write(told(change))
    say(f"{count} facts changed since {since}")


def told(change: "Change") -> str:
    """One line: what became of the fact, and the keys that differ."""
    from knowledge.review import title

    if change.before is None or change.after is None:
        fact = change.after or change.before
        sign = "-" if change.after is None else "+"
        return f"{sign} {title(fact)}" if fact else sign
    before, after = change.before.model_dump(mode="json"), change.after.model_dump(mode="json")
    keys = [key for key in after if after[key] != before.get(key) and key not in ("statements", "conflicts")]
    differing = ", ".join(f"{key}: {before.get(key)} -> {after[key]}" for key in keys)
    return f"~ {title(change.after)}  {differing or 'other sources'}"

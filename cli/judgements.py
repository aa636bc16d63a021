"""`piagam judgements`: what people decided; recorded, taken back, and carried from base to base in a file."""

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from pydantic import JsonValue
from pydantic_core import from_json

from cli.data import Data, DataOption
from cli.export import whole
from cli.terminal import say, write, write_json
from extractors.errors import InputError

if TYPE_CHECKING:
    from knowledge.judgement import Judgement, Thing, Verdict
    from knowledge.store import Store

app = typer.Typer(
    name="judgements", help="What people decided of statements and facts.", no_args_is_help=True
)

Ids = Annotated[
    list[str], typer.Argument(metavar="ID...", help="Ids of statements, or of facts: all their statements.")
]
Why = Annotated[str, typer.Option(help="The reason, for whoever reads it later.")]
By = Annotated[str | None, typer.Option(help="Who judges; else the name of the account.")]


@app.command()
def accept(context: typer.Context, ids: Ids, why: Why, by: By = None, data: DataOption = None) -> None:
    """Say that statements are right."""
    _decide(Data.chosen(context, data), "accept", ids, why, by)


@app.command()
def reject(context: typer.Context, ids: Ids, why: Why, by: By = None, data: DataOption = None) -> None:
    """Say that statements are wrong; they make no fact any more, and stay in the base."""
    _decide(Data.chosen(context, data), "reject", ids, why, by)


@app.command()
def correct(
    context: typer.Context,
    ids: Ids,
    to: Annotated[
        list[str],
        typer.Option("--to", metavar="KEY=VALUE", help="A key and its right value, as JSON or text."),
    ],
    why: Why,
    by: By = None,
    data: DataOption = None,
) -> None:
    """Say what statements should have said."""
    _decide(Data.chosen(context, data), "correct", ids, why, by, changes=dict(map(_pair, to)))


@app.command()
def merge(
    context: typer.Context,
    fact: Annotated[str, typer.Argument(help="Id of a fact of an award, or of a person in office.")],
    into: Annotated[str, typer.Argument(help="Id of a fact of what it is the same as.")],
    why: Why,
    by: By = None,
    data: DataOption = None,
) -> None:
    """Say that two awards, or two persons of one region, are the same."""
    from knowledge.judging import unite

    with _judging(Data.chosen(context, data)) as (store, record):
        record(unite(store, fact, into, by=_name(by), at=datetime.now(UTC), why=why))


@app.command()
def split(
    context: typer.Context,
    ids: Ids,
    name: Annotated[str, typer.Option("--as", metavar="NAME", help="What they tell of instead.")],
    why: Why,
    by: By = None,
    person: Annotated[bool, typer.Option("--person/--award", help="What the statements tell of.")] = True,
    data: DataOption = None,
) -> None:
    """Say that statements tell of another person, or another award, than the one of that name."""
    from extractors.statement import Named
    from knowledge.spelling import plain

    thing: Thing = "person" if person else "award"
    into = Named(id=plain(name).replace(" ", "-"), name=name)
    _decide(Data.chosen(context, data), "split", ids, why, by, thing=thing, into=into)


@app.command()
def undo(
    context: typer.Context,
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Id of the judgement.")],
    why: Why,
    by: By = None,
    data: DataOption = None,
) -> None:
    """Take a judgement back."""
    from knowledge.judgement import judgement as made

    place = Data.chosen(context, data)
    with _judging(place) as (_, record):
        known = place.judgements()
        if known[judgement].verdict == "undo":
            raise InputError(f"judgement {judgement} takes another back; judge anew instead of undoing it")
        if judgement in known.undone():
            raise InputError(f"judgement {judgement} was taken back already")
        record(made("undo", _name(by), datetime.now(UTC), why, undoes=judgement))


@app.command("list")
def list_(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="A JSON list.")] = False,
    data: DataOption = None,
) -> None:
    """Show all judgements, the oldest first."""
    judgements = Data.chosen(context, data).judgements()
    if as_json:
        write_json([one.model_dump(mode="json") for one in judgements])
        return
    undone = judgements.undone()
    for one in judgements:
        mark = " (taken back)" if one.id in undone else ""
        about = f" {one.source} -> {one.into.name}" if one.source and one.into else ""
        about = about or (
            f" {one.undoes}" if one.undoes else f" {len(one.claims)} claims {one.changes or ''}".rstrip()
        )
        write(f"{one.id}  {one.at:%Y-%m-%d %H:%M} {one.by}: {one.verdict}{about}{mark}\n    {one.why}")


@app.command()
def export(
    context: typer.Context,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all."),
    ] = None,
    data: DataOption = None,
) -> None:
    """Write all judgements as JSON Lines."""
    lines = [
        one.model_dump_json(exclude_defaults=True) + "\n" for one in Data.chosen(context, data).judgements()
    ]
    if output is None:
        sys.stdout.writelines(lines)
        return
    with whole(output) as out:
        out.writelines(lines)
    say(f"{len(lines)} judgements in {output}")


@app.command("import")
def import_(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="JSON Lines that `export` wrote.")],
    data: DataOption = None,
) -> None:
    """Take over judgements; those that are there already change nothing."""
    from knowledge.judgements import parsed

    try:
        with file.open("rb") as lines:
            new = list(parsed(lines, str(file)))
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}") from error
    with _judging(Data.chosen(context, data)) as (_, record):
        record(*new)


def _decide(place: Data, verdict: "Verdict", ids: list[str], why: str, by: str | None, **keys: Any) -> None:
    from knowledge.judging import decide

    with _judging(place) as (store, record):
        record(decide(store, verdict, ids, by=_name(by), at=datetime.now(UTC), why=why, **keys))


@contextmanager
def _judging(place: Data) -> Iterator[tuple["Store", Any]]:
    """The store, and what keeps judgements and brings the store in line with them."""
    from knowledge.judging import rejudge

    with place.writing(), place.store() as store, place.history() as history:
        judgements = place.judgements()

        def record(*new: "Judgement") -> None:
            added = judgements.add(new)
            # Also for those that were there: a run that was killed may have kept them and gone no further.
            count = rejudge(store, judgements, new, history)
            say(f"{len(added)} judgements kept, {count} articles changed")
            for one in added:
                write(one.id)

        yield store, record


def _name(by: str | None) -> str:
    return by or getpass.getuser()


def _pair(text: str) -> tuple[str, JsonValue]:
    """ "rank=9" and 'recipient={"id": …}' as key and value; what is no JSON is text."""
    key, sign, value = text.partition("=")
    if not sign:
        raise typer.BadParameter(f"'{text}' is no KEY=VALUE, such as rank=9", param_hint="--to")
    try:
        parsed: JsonValue = from_json(value)
    except ValueError:
        return key, value
    return key, parsed

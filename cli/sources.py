"""`piagam sources`: which news sites can be crawled, and how each is read."""

from typing import Annotated

import typer

from cli.terminal import write, write_json

app = typer.Typer(name="sources", help="Show the news sites that can be crawled.")

JsonOption = Annotated[bool, typer.Option("--json", help="JSON instead of text.")]


@app.callback(invoke_without_command=True)
def list_sources(context: typer.Context, as_json: JsonOption = False) -> None:
    """Show the news sites that can be crawled."""
    from crawler.source import load, names

    if context.invoked_subcommand is not None:
        return
    listed = [load(name) for name in names()]
    if as_json:
        keys = {"name", "title", "home", "language", "verified"}
        write_json([source.model_dump(mode="json", include=keys) for source in listed])
        return
    for source in listed:
        tried = "" if source.verified else "  (not yet tried on the site itself)"
        write(f"{source.name:<20} {source.title:<24} {source.home}{tried}")


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the source.")],
    as_json: JsonOption = False,
) -> None:
    """Show one source whole: what its file says, what it takes from others, and every default."""
    import yaml

    from crawler.source import load

    source = load(name).model_dump(mode="json")
    if as_json:
        write_json(source)
    else:
        write(yaml.safe_dump(source, allow_unicode=True, sort_keys=False).rstrip())

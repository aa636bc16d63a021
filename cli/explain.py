"""`piagam explain`: what is read in an article, where, and by which rules."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.data import Data, DataOption
from cli.terminal import write, write_json
from extractors.errors import InputError
from extractors.statement import Statement

if TYPE_CHECKING:
    from extractors.article import Article
    from knowledge.store import Store

SHARED = {"id", "article", "evidence", "confidence", "extractor", "rules", "note", "kind", "judged"}
"""Keys of a statement that are not its claim."""


def explain(
    context: typer.Context,
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="Address or id of an article.")],
    as_json: Annotated[bool, typer.Option("--json", help="A JSON list of statements.")] = False,
    data: DataOption = None,
) -> None:
    """Show what is read in an article.

    The article is read anew with the lexicons and rules of today; the base stays as it is.
    """
    with Data.chosen(context, data).store() as store:
        found = _find(store, article)
    from extractors.reader import Reader

    statements = Reader().read(found)
    if as_json:
        write_json([statement.model_dump(mode="json") for statement in statements])
        return
    write(f"{found.title}\n{found.url}, {found.published_text or 'undated'}")
    for statement in statements:
        write("\n".join(_told(statement, found)))


def _find(store: "Store", name: str) -> "Article":
    from extractors.article import Article

    by_address = Article(url=name, source="", title="", body="").id
    found = store.article(name) or store.article(by_address)
    if found is None:
        raise InputError(
            f"no article in the base has the address or id '{name}'; `piagam export statements` has both"
        )
    return found


def _told(statement: Statement, article: "Article") -> list[str]:
    """Lines for one statement: its claim, the words it was read from, the rules, and what is doubtful."""
    claim = statement.model_dump(mode="json", exclude=SHARED, exclude_none=True)
    parts = [f"{key}: {value['name'] if isinstance(value, dict) else value}" for key, value in claim.items()]
    evidence = statement.evidence
    read = (article.title if evidence.field == "title" else article.body)[evidence.start : evidence.end]
    lines = [
        "",
        f"{statement.kind}  {', '.join(parts)}",
        f"  read from {evidence.field}[{evidence.start}:{evidence.end}]: “{read}”",
        f"  confidence {statement.confidence:g}, rules: {', '.join(statement.rules) or 'none'}",
    ]
    if statement.note:
        lines.append(f"  doubt: {statement.note}")
    return lines

"""An answer's data as text, for the page and the terminal."""

from knowledge.answer_shape import Answer, Dispute, Row

COLUMNS = (
    "rank",
    "region",
    "person",
    "position",
    "award",
    "index",
    "year",
    "value",
    "change",
    "predicate",
    "category",
    "streak",
)


def cells(row: Row) -> dict[str, str]:
    """What is known in a row, by column."""
    known: dict[str, str] = {}
    for column in COLUMNS:
        value = getattr(row, column)
        if value is None:
            continue
        if column == "change":
            known[column] = f"{value:+g}"
        elif isinstance(value, float):
            known[column] = f"{value:g}"
        else:
            known[column] = str(getattr(value, "name", value))
    return known


def table(answer: Answer) -> tuple[list[str], list[list[str]]]:
    """Columns that any row has, and the rows with empty cells where one is not known."""
    rows = [cells(row) for row in answer.rows]
    columns = [column for column in COLUMNS if any(column in row for row in rows)]
    return columns, [[row.get(column, "") for column in columns] for row in rows]


def sides(dispute: Dispute) -> str:
    """What sources say differently: "rank: 9 (3 statements), 8 (1 statement)"."""
    told = [
        f"{'nothing' if side.value is None else side.value} "
        f"({len(side.statements)} statement{'' if len(side.statements) == 1 else 's'})"
        for side in dispute.sides
    ]
    return f"{dispute.field}: {', '.join(told)}"

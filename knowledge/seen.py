"""When a statement was published."""

import datetime

from extractors.errors import InputError
from extractors.statement import OfficeStatement, Statement


def day(statement: Statement) -> datetime.date | None:
    """The date of publication; of an office, the date it is said to be held, where that is told.

    Raises InputError where the date is not ISO 8601.
    """
    text = statement.article.published
    if isinstance(statement, OfficeStatement) and statement.as_of:
        text = statement.as_of
    if not text:
        return None
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError as error:
        raise InputError(
            f"statement {statement.id} of {statement.article.url}: the date '{text}' is not written as "
            "YYYY-MM-DD; read the article again"
        ) from error

"""Every example of the lexicons, read by the reader that ships."""

from collections.abc import Iterator
from typing import Any

import pytest

from extractors.lexicon import Award, Entry, Example, awards, indices
from extractors.reader import Reader
from extractors.statement import AwardStatement, IndexStatement, Place, Statement
from tests.builders import article


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def cases() -> Iterator[Any]:
    for entry in (*awards(), *indices()):
        kind = "award" if isinstance(entry, Award) else "index"
        for number, example in enumerate(entry.examples, start=1):
            yield pytest.param(entry, example, id=f"{kind} {entry.id} {number}")


def of_entry(entry: Entry, statements: list[Statement]) -> list[dict[str, Any]]:
    """What was read of this entry: the keys of each statement, places by their name."""
    found = []
    for statement in statements:
        if isinstance(statement, AwardStatement) and isinstance(entry, Award):
            read = statement.award.id
        elif isinstance(statement, IndexStatement) and not isinstance(entry, Award):
            read = statement.index.id
        else:
            continue
        if read == entry.id:
            found.append({key: _told(getattr(statement, key)) for key in type(statement).model_fields})
    return found


def _told(value: Any) -> Any:
    return value.name if isinstance(value, Place) else value


@pytest.mark.parametrize(("entry", "example"), list(cases()))
def test_an_example_is_read_as_it_says(reader: Reader, entry: Entry, example: Example) -> None:
    told_in = article(title="", body=example.text, published=example.published)
    found = of_entry(entry, reader.read(told_in))
    if example.expect is None:
        assert found == []
        return
    kept = [{key: read[key] for key in example.expect} for read in found]
    assert example.expect in kept

"""Answers as text."""

import pytest

from api.table import sides, table
from extractors.statement import Named
from knowledge.answer_shape import Answer, Dispute, Row
from knowledge.fact import Side
from tests.builders import KOTA_MALANG, KOTA_SURABAYA


def answer(*rows: Row) -> Answer:
    return Answer(question="q", language="en", reading=None, answered=True, text="t", rows=rows)


def test_columns_are_those_that_some_row_has() -> None:
    given = answer(Row(region=KOTA_SURABAYA, rank=1, facts=()), Row(region=KOTA_MALANG, facts=()))
    assert table(given) == (["rank", "region"], [["1", "Kota Surabaya"], ["", "Kota Malang"]])


def test_no_rows_no_columns() -> None:
    assert table(answer()) == ([], [])


def test_numbers_are_short_and_changes_signed() -> None:
    row = Row(
        region=KOTA_MALANG,
        index=Named(id="spbe", name="Indeks SPBE"),
        year=2023,
        value=3.82,
        change=1.22,
        facts=(),
    )
    columns, rows = table(answer(row))
    assert dict(zip(columns, rows[0], strict=True)) == {
        "region": "Kota Malang",
        "index": "Indeks SPBE",
        "year": "2023",
        "value": "3.82",
        "change": "+1.22",
    }


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (((9, ("a", "b")), (8, ("c",))), "rank: 9 (2 statements), 8 (1 statement)"),
        (((9, ("a",)), (None, ("c",))), "rank: 9 (1 statement), nothing (1 statement)"),
    ],
)
def test_every_side_of_a_dispute_is_told(values: tuple, text: str) -> None:
    told = tuple(Side(value=value, statements=ids, weight=0.5) for value, ids in values)
    assert sides(Dispute(field="rank", sides=told, facts=("f",))) == text

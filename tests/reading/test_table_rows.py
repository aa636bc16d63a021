"""Rows of tables kept as text, and what they tell."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.reader import Reader
from extractors.sentences import split
from extractors.table import Cell, rows
from tests.reading.case import Case, assert_awards, cases, indices_expected, indices_read


@pytest.mark.parametrize("case", list(cases(Path(__file__).parent / "tables.yaml")))
def test_a_stored_table(reader: Reader, case: Case) -> None:
    assert indices_read(reader, case) == indices_expected(case)
    assert_awards(reader, case)


def table(text: str) -> list[list[tuple[str, str]]]:
    """Each row below a heading as (heading, cell)."""
    found = rows(text, split(text, 0))
    return [
        [(cell.heading, text[cell.start : cell.end].strip()) for cell in cells]
        for _, cells in sorted(found.items())
    ]


def test_the_first_row_heads_the_columns() -> None:
    assert table("Daerah | 2023\nKota Batu | 3,1\nKota Kediri | 3,2") == [
        [("Daerah", "Kota Batu"), ("2023", "3,1")],
        [("Daerah", "Kota Kediri"), ("2023", "3,2")],
    ]


@pytest.mark.parametrize(
    "text", ["", "Daerah | 2023", "A | B\nkalimat.\nC | D", "A | B\nC | D | E", "A|B\nC|D"]
)
def test_no_table(text: str) -> None:
    assert table(text) == []


def test_another_number_of_cells_begins_another_table() -> None:
    assert table("A | B\nC | D | E\nF | G | H") == [[("C", "F"), ("D", "G"), ("E", "H")]]


@pytest.mark.parametrize(
    ("heading", "year"),
    [("2023", 2023), ("IPM 2023", 2023), ("Nilai", None), ("12023", None), ("2050", None), ("", None)],
)
def test_the_year_of_a_column(heading: str, year: int | None) -> None:
    assert Cell(0, 1, heading).year == year


@given(st.text(st.sampled_from("ab | \n2023."), max_size=80))
def test_cells_lie_in_their_row(text: str) -> None:
    sentences = {sentence.start: sentence for sentence in split(text, 0)}
    for start, cells in rows(text, list(sentences.values())).items():
        assert all(start <= cell.start < cell.end <= sentences[start].end for cell in cells)

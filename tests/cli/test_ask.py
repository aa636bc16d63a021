"""`piagam ask`: the answer, and an exit status that says whether there is one."""

from pathlib import Path

import pytest

from tests.cli.conftest import Piagam


@pytest.fixture(autouse=True)
def _filled(piagam: Piagam, articles: Path) -> None:
    piagam("ingest", articles)


def test_an_answer_is_text_with_its_evidence(piagam: Piagam) -> None:
    result = piagam("ask", "berapa indeks SPBE Kota Malang tahun 2023?")
    assert result.status == 0
    assert "3,82" in result.out
    assert "https://koran.example/spbe" in result.out
    assert result.err == ""


def test_json_has_the_keys_of_the_contract(piagam: Piagam) -> None:
    answer = piagam("ask", "which cities were in the DGA 2024 top 10", "--json").json
    keys = "question language reading answered text rows known expected missing conflicts evidence"
    assert list(answer) == keys.split()
    assert answer["language"] == "en"
    assert (answer["known"], answer["expected"]) == (1, 10)
    assert [(row["rank"], row["region"]["name"]) for row in answer["rows"]] == [(2, "Kota Madiun")]
    statements = {one["id"] for one in piagam("export", "statements").lines}
    assert {piece["statement"] for piece in answer["evidence"]} <= statements


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("indeks SPBE Kota Malang 2023", 0),
        ("indeks SPBE Kota Surabaya 2023", 3),
        ("resep rendang padang", 4),
    ],
)
def test_the_exit_status_tells_known_unknown_and_not_understood(
    piagam: Piagam, question: str, status: int
) -> None:
    assert piagam("ask", question).status == status
    answer = piagam("ask", question, "--json")
    assert answer.status == status
    assert answer.json["answered"] == (status == 0)
    assert (answer.json["reading"] is None) == (status == 4)


def test_an_empty_question_is_one_line_of_error(piagam: Piagam) -> None:
    result = piagam("ask", " ")
    assert result.status == 1
    assert result.err.startswith("Error: the question is empty")
    assert "Traceback" not in result.err


def test_an_empty_base_knows_nothing(piagam: Piagam, tmp_path: Path) -> None:
    result = piagam("ask", "indeks SPBE Kota Malang 2023", "--data", tmp_path / "empty")
    assert result.status == 3
    assert result.out

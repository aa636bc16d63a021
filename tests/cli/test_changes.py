"""`--as-of` and `piagam changes`: a cited answer can be shown again."""

import datetime
from pathlib import Path

import pytest

from tests.cli.conftest import SPBE, Piagam, line

QUESTION = "berapa indeks SPBE Kota Malang 2023"
CHANGED = line(
    "https://koran.example/spbe",
    "Indeks SPBE Kota Malang Naik",
    "Indeks SPBE Kota Malang tahun 2023 mencapai 3,84 dengan predikat Sangat Baik.",
)


@pytest.fixture
def between(piagam: Piagam, tmp_path: Path) -> str:
    """An instant after the first reading of an article and before its correction."""
    path = tmp_path / "in.jsonl"
    path.write_text(SPBE + "\n")
    piagam("ingest", path)
    when = datetime.datetime.now(datetime.UTC).isoformat()
    path.write_text(CHANGED + "\n")
    piagam("ingest", path)
    return when


def test_an_answer_can_be_given_again(piagam: Piagam, between: str) -> None:
    assert piagam("ask", QUESTION, "--json").json["rows"][0]["value"] == 3.84
    assert piagam("ask", QUESTION, "--json", "--as-of", between).json["rows"][0]["value"] == 3.82
    assert piagam("ask", QUESTION, "--as-of", "2020-01-01").status == 3
    piagam("rebuild")
    assert piagam("ask", QUESTION, "--json", "--as-of", between).json["rows"][0]["value"] == 3.82


def test_an_export_can_be_made_again(piagam: Piagam, between: str) -> None:
    values = [
        one["value"] for one in piagam("export", "facts", "--as-of", between).lines if one["kind"] == "index"
    ]
    assert sorted(values) == [2.6, 3.82]


def test_changes_are_shown(piagam: Piagam, between: str) -> None:
    shown = piagam("changes", "--since", between)
    assert "~ Indeks SPBE, 2023, Kota Malang  value: 3.82 -> 3.84" in shown.out
    assert "- Indeks SPBE, 2022, Kota Malang" in shown.out
    told = piagam("changes", "--since", between, "--json").lines
    assert f"{len(told)} facts changed" in shown.err
    assert {(one["before"] or {}).get("value") for one in told} >= {3.82, 2.6}
    assert piagam("changes", "--since", "2999-01-01").out == ""
    assert all(row.startswith("+ ") for row in piagam("changes", "--since", "2020-01-01").out.splitlines())


def test_a_judgement_is_a_change(piagam: Piagam, between: str) -> None:
    now = datetime.datetime.now(datetime.UTC).isoformat()
    fact = next(one["id"] for one in piagam("export", "facts").lines if one["kind"] == "index")
    piagam("judgements", "reject", fact, "--why", "salah", "--by", "ani")
    assert piagam("changes", "--since", now).out == "- Indeks SPBE, 2023, Kota Malang\n"


def test_nothing_is_left_of_the_past(piagam: Piagam, between: str, data: Path) -> None:
    piagam("ask", QUESTION, "--as-of", between)
    assert list(data.glob("as-of-*")) == []


def test_what_is_no_date_is_told(piagam: Piagam) -> None:
    assert piagam("ask", QUESTION, "--as-of", "kemarin").status == 1
    assert piagam("changes", "--since", "kemarin").status == 1

"""`piagam review` and `piagam judgements`: from the list to a decision that lasts."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import DGA, Piagam, line

RIVAL = line(
    "https://koran.example/rival",
    "Kota Madiun Peringkat Tiga Digital Government Award 2024",
    "Kota Madiun meraih peringkat ketiga Digital Government Award 2024 kategori pemerintah kota.",
)
WHY = ("--why", "keputusan menteri", "--by", "ani")


@pytest.fixture(autouse=True)
def _filled(piagam: Piagam, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(f"{DGA}\n{RIVAL}\n")
    piagam("ingest", path)


def ranks(piagam: Piagam) -> list[int]:
    (fact,) = (one for one in piagam("export", "facts").lines if one["kind"] == "award")
    sides = [side["value"] for conflict in fact["conflicts"] for side in conflict["sides"]]
    return sides or [fact["rank"]]


def told_by(piagam: Piagam, url: str) -> str:
    return next(
        one["id"]
        for one in piagam("export", "statements").lines
        if one["kind"] == "award" and one["article"]["url"] == url
    )


def test_a_conflict_is_listed_decided_kept_and_taken_back(piagam: Piagam, tmp_path: Path) -> None:
    before = ranks(piagam)
    assert sorted(before) == [2, 3]
    (conflict,) = (one for one in piagam("review", "--json").json if one["reason"] == "conflict")
    assert "Kota Madiun, rank: " in conflict["told"]
    assert conflict["told"] in piagam("review").out
    wrong = told_by(piagam, "https://koran.example/rival")
    made = piagam("judgements", "reject", wrong, *WHY)
    assert made.status == 0
    assert "1 judgements kept, 1 articles changed" in made.err
    assert ranks(piagam) == [2]
    piagam("rebuild")
    assert ranks(piagam) == [2]
    name = made.out.strip()
    undone = piagam("judgements", "undo", name, *WHY)
    assert undone.status == 0
    assert ranks(piagam) == before
    assert piagam("judgements", "undo", name, *WHY).status == 1
    assert piagam("judgements", "undo", undone.out.strip(), *WHY).status == 1
    listed = piagam("judgements", "list").out
    assert "ani: reject 1 claims (taken back)\n    keputusan menteri" in listed
    assert [one["verdict"] for one in piagam("judgements", "list", "--json").json] == ["reject", "undo"]


def test_judgements_travel_in_a_file(piagam: Piagam, tmp_path: Path) -> None:
    wrong = told_by(piagam, "https://koran.example/rival")
    piagam("judgements", "correct", wrong, "--to", "rank=2", "--to", "giver=Kementerian PANRB", *WHY)
    path = tmp_path / "judgements.jsonl"
    assert "1 judgements in" in piagam("judgements", "export", "-o", path).err
    assert piagam("judgements", "export").out == path.read_text()
    there = ("--data", tmp_path / "there")
    piagam("ingest", tmp_path / "in.jsonl", *there)
    taken = piagam("judgements", "import", path, *there)
    assert "1 judgements kept, 1 articles changed" in taken.err
    assert piagam("export", "facts", *there).out == piagam("export", "facts").out
    assert "0 judgements kept, 0 articles changed" in piagam("judgements", "import", path, *there).err


def test_a_file_that_was_altered_is_refused_whole(piagam: Piagam, tmp_path: Path) -> None:
    piagam("judgements", "accept", told_by(piagam, "https://koran.example/rival"), *WHY)
    good = json.loads(piagam("judgements", "export").out)
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps({**good, "why": "lain"}) + "\n")
    refused = piagam("judgements", "import", path)
    assert refused.status == 1
    assert "line 1: the judgement" in refused.err
    assert piagam("judgements", "import", tmp_path / "none.jsonl").status == 1


def test_bad_arguments_are_told(piagam: Piagam) -> None:
    assert piagam("judgements", "accept", "nothing", *WHY).status == 1
    assert piagam("judgements", "correct", "nothing", "--to", "rank", *WHY).status == 2
    assert piagam("review", "--reason", "mood").status == 2
    assert "Nothing to review" in piagam("review", "--reason", "impossible").err

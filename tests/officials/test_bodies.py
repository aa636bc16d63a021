"""Ministries and national agencies: names that are found, and a lexicon that is checked."""

from collections import Counter
from pathlib import Path

import pytest

from extractors.bodies import Bodies, bodies, place
from extractors.errors import LexiconError


@pytest.mark.parametrize(
    ("phrase", "body"),
    [
        ("Kementerian Dalam Negeri", "kemendagri"),
        ("Kemendagri", "kemendagri"),
        ("Kemenpan RB RI", "kemenpanrb"),
        ("Kementerian PANRB", "kemenpanrb"),
        ("Kementerian Lingkungan Hidup dan Kehutanan", "klhk"),
        ("Kementerian Lingkungan Hidup", "klh"),
        ("BPKP", "bpkp"),
        ("BPK RI", "bpk"),
        ("BPJS Kesehatan", "bpjs-kesehatan"),
        ("Dinas Kesehatan", None),
        ("BPKAD", None),
    ],
)
def test_the_body_a_phrase_names(phrase: str, body: str | None) -> None:
    found = bodies().named(phrase)
    assert (found.id if found else None) == body


def test_ids_and_names_are_of_one_body_each() -> None:
    known = bodies().all
    assert max(Counter(body.id for body in known).values()) == 1
    names = Counter(name for body in known for name in {body.name, *body.short})
    assert [name for name, count in names.items() if count > 1] == []


def test_levels() -> None:
    assert {place(body).level for body in bodies().ministries} == {"kementerian"}
    assert {place(body).level for body in bodies().agencies} == {"lembaga"}


def test_ministers_are_called_by_their_ministry() -> None:
    by_id = {ministry.id: ministry for ministry in bodies().ministries}
    assert by_id["kemendagri"].position == "Menteri Dalam Negeri"
    assert by_id["kemendagri"].deputy_position == "Wakil Menteri Dalam Negeri"
    assert by_id["klhk"].position == "Menteri LHK"
    assert by_id["bappenas"].position == "Menteri PPN/Kepala Bappenas"


def test_a_wrong_entry_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ministries.yaml"
    path.write_text("ministries: [{id: x, name: X, english: X}]\nagencies: []\n")
    with pytest.raises(LexiconError, match="topics"):
        Bodies(path)

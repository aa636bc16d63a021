"""The commands work on a cluster as they do on the embedded store."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import DGA, SPBE, Piagam, articles, data, line, piagam
from tests.elastic.bases import new_prefix, remove_base

__all__ = ["articles", "data", "piagam"]

BATU = "Kota Batu meraih Adipura 2024 dari Kementerian Lingkungan Hidup di Jakarta pada Senin."
QUESTION = "indeks SPBE Kota Malang 2023"


@pytest.fixture
def prefix(elastic: str, data: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    prefix = new_prefix()
    monkeypatch.setenv("PIAGAM_STORE", elastic)
    monkeypatch.setenv("PIAGAM_PREFIX", prefix)
    return prefix


def test_from_articles_to_answers_and_back(
    piagam: Piagam, articles: Path, data: Path, elastic: str, prefix: str
) -> None:
    try:
        assert piagam("ask", QUESTION).status == 3
        assert piagam("ingest", articles).status == 0
        first = piagam("ask", QUESTION, "--json")
        assert first.status == 0
        assert first.json["rows"][0]["value"] == 3.82
        exported = piagam("export", "facts").out
        assert piagam("rebuild").status == 0
        assert piagam("export", "facts").out == exported
        other = line("https://koran.example/baru", "Kota Batu Raih Adipura 2024", BATU)
        assert piagam("ingest", "-", stdin=other.encode()).status == 0
        assert "adipura" in piagam("export", "facts").out
        assert "is served now" in piagam("rollback").err
        assert piagam("export", "facts").out == exported
        assert not (data / "piagam.sqlite").exists()
    finally:
        remove_base(elastic, prefix)


def test_the_same_lines_as_from_the_embedded_store(
    piagam: Piagam, articles: Path, elastic: str, prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        piagam("ingest", articles)
        exports = [piagam("export", what).out for what in ("statements", "facts")]
    finally:
        remove_base(elastic, prefix)
    monkeypatch.delenv("PIAGAM_STORE")
    piagam("process")
    assert [piagam("export", what).out for what in ("statements", "facts")] == exports
    assert {json.loads(SPBE)["url"], json.loads(DGA)["url"]} == {
        json.loads(told)["article"]["url"] for told in exports[0].splitlines()
    }


def test_a_prefix_that_no_index_can_have(
    piagam: Piagam, elastic: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIAGAM_STORE", elastic)
    monkeypatch.setenv("PIAGAM_PREFIX", "Piagam!")
    result = piagam("ask", QUESTION)
    assert (result.status, "lower-case letters" in result.err) == (1, True)


def test_an_embedded_base_has_nothing_to_go_back_to(piagam: Piagam, data: Path) -> None:
    result = piagam("rollback")
    assert result.status == 1
    assert "set PIAGAM_STORE" in result.err

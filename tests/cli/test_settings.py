"""Where the data lies and which store is used."""

from pathlib import Path

import pytest
from filelock import FileLock

from cli.settings import Settings
from tests.cli.conftest import Piagam


def test_the_defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PIAGAM_DATA", "PIAGAM_STORE"):
        monkeypatch.delenv(name, raising=False)
    assert Settings() == Settings(data=Path("data"), store=None)


def test_an_empty_variable_is_an_unset_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIAGAM_DATA", "")
    monkeypatch.setenv("PIAGAM_STORE", "")
    assert Settings() == Settings(data=Path("data"), store=None)


def test_the_option_wins_over_the_environment_on_either_side_of_the_command(
    piagam: Piagam, articles: Path, data: Path, tmp_path: Path
) -> None:
    piagam("--data", tmp_path / "before", "ingest", articles)
    piagam("ingest", articles, "--data", tmp_path / "after")
    piagam("--data", tmp_path / "not", "ingest", articles, "--data", tmp_path / "both")
    for name in ("before", "after", "both"):
        assert (tmp_path / name / "piagam.sqlite").is_file()
    assert not (tmp_path / "not").exists()
    assert not data.exists()
    piagam("ingest", articles)
    assert (data / "piagam.sqlite").is_file()


def test_a_cluster_that_is_not_there_is_told_without_its_password(
    piagam: Piagam, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIAGAM_STORE", "http://user:geheim@host.invalid:9200")
    result = piagam("ask", "DGA 2024")
    assert result.status == 1
    assert "Elasticsearch at http://host.invalid:9200 cannot be reached" in result.err
    assert "geheim" not in result.err
    assert "geheim" not in repr(Settings())


def test_a_data_directory_that_cannot_be_made_is_named(piagam: Piagam, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = piagam("ask", "DGA 2024", "--data", tmp_path / "file" / "data")
    assert result.status == 1
    assert f"the data directory {tmp_path / 'file' / 'data'} cannot be made" in result.err


def test_two_writers_do_not_meet_and_readers_do_not_care(piagam: Piagam, articles: Path, data: Path) -> None:
    piagam("ingest", articles)
    with FileLock(data / "writing.lock"):
        for command in (["process"], ["rebuild"], ["ingest", articles]):
            result = piagam(*command)
            assert result.status == 1
            assert "another piagam command is writing" in result.err
        assert piagam("ask", "indeks SPBE Kota Malang 2023").status == 0
    assert piagam("process").status == 0

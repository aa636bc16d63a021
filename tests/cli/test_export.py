"""`piagam export`: everything, streamed; a file is whole or not there."""

import csv
import errno
import io
from pathlib import Path
from typing import TextIO

import pyarrow.parquet
import pytest

from cli.export import whole
from extractors.errors import InputError
from tests.cli.conftest import Piagam


@pytest.fixture(autouse=True)
def _filled(piagam: Piagam, articles: Path) -> None:
    piagam("ingest", articles)


@pytest.mark.parametrize("what", ["statements", "facts"])
def test_a_file_holds_what_standard_output_shows(piagam: Piagam, tmp_path: Path, what: str) -> None:
    path = tmp_path / "out.jsonl"
    result = piagam("export", what, "-o", path)
    assert result.status == 0
    shown = piagam("export", what).out
    assert path.read_text() == shown != ""
    assert f"{len(shown.splitlines())} {what} in {path}" in result.err


def test_csv_has_a_column_for_each_key(piagam: Piagam) -> None:
    rows = list(csv.DictReader(io.StringIO(piagam("export", "statements", "--format", "csv").out)))
    lines = piagam("export", "statements").lines
    assert [row["id"] for row in rows] == [one["id"] for one in lines]
    indexed = next(row for row in rows if row["kind"] == "index")
    assert indexed["index.id"] == "spbe"
    assert indexed["article.url"] == "https://koran.example/spbe"


def _fails(out: TextIO) -> TextIO:
    """The file, after a failure of the disk in the middle of writing to it."""
    out.write("half")
    raise OSError(errno.ENOSPC, "No space left on device")


def test_an_export_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old")
    with pytest.raises(InputError, match="No space left on device"), whole(path) as out:
        _fails(out)
    assert path.read_text() == "old"
    assert list(tmp_path.glob(".out*")) == []


def test_a_place_that_cannot_be_written_is_named(piagam: Piagam, tmp_path: Path) -> None:
    path = tmp_path / "none" / "out.jsonl"
    result = piagam("export", "facts", "-o", path)
    assert result.status == 1
    assert f"{path} cannot be written: No such file or directory" in result.err


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"), whole(tmp_path):
        pass


def test_a_device_is_written_to_in_place() -> None:
    with whole(Path("/dev/null")) as out:
        out.write("x")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("arguments", [["articles"], ["facts", "--format", "xml"], []])
def test_what_cannot_be_exported_is_a_wrong_command_line(piagam: Piagam, arguments: list[str]) -> None:
    assert piagam("export", *arguments).status == 2


def test_a_table_with_types(piagam: Piagam, tmp_path: Path) -> None:
    path = tmp_path / "facts.parquet"
    result = piagam("export", "facts", "--format", "parquet", "-o", path)
    lines = piagam("export", "facts").lines
    assert f"{len(lines)} facts in {path}" in result.err
    assert pyarrow.parquet.read_table(path).column("id").to_pylist() == [one["id"] for one in lines]
    assert list(tmp_path.glob(".facts*")) == []


def test_linked_data(piagam: Piagam, tmp_path: Path) -> None:
    shown = piagam("export", "facts", "--format", "jsonld")
    assert len(shown.json["@graph"]) == len(piagam("export", "facts").lines)
    path = tmp_path / "facts.jsonld"
    piagam("export", "facts", "--format", "jsonld", "-o", path)
    assert path.read_text() == shown.out


def test_a_dataset_is_a_folder(piagam: Piagam, tmp_path: Path) -> None:
    folder = tmp_path / "dataset"
    assert "9 files in" in piagam("export", "dataset", "-o", folder).err
    assert (folder / "facts.jsonl").read_text() == piagam("export", "facts").out
    again = piagam("export", "dataset", "-o", folder)
    assert again.status == 1
    assert "not empty" in again.err


@pytest.mark.parametrize(
    "arguments",
    [("facts", "--format", "parquet"), ("dataset",), ("statements", "--format", "jsonld", "-o", "x.jsonld")],
)
def test_what_cannot_be_written_so_is_told(piagam: Piagam, arguments: tuple[str, ...]) -> None:
    result = piagam("export", *arguments)
    assert result.status == 1
    assert result.out == ""
    assert result.err.startswith("Error: ")

"""The command line, run in this process on a data directory of its own."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cli.main import main


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Piagam = Callable[..., Result]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data directory that the environment names."""
    folder = tmp_path / "data"
    monkeypatch.setenv("PIAGAM_DATA", str(folder))
    monkeypatch.delenv("PIAGAM_STORE", raising=False)
    return folder


@pytest.fixture
def piagam(data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Piagam:
    """`piagam(*arguments, stdin=b"…")`."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> Result:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Result(left.value.code if isinstance(left.value.code, int) else 0, out, err)

    return run


def line(url: str, title: str, text: str, published: str | None = "2024-05-28", **more: Any) -> str:
    return json.dumps({"url": url, "title": title, "published": published, "text": text, **more})


SPBE = line(
    "https://koran.example/spbe",
    "Indeks SPBE Kota Malang Naik",
    "Indeks SPBE Kota Malang tahun 2023 mencapai 3,82 dengan predikat Sangat Baik.\n"
    "Tahun 2022 indeks SPBE Kota Malang masih 2,60.",
)
DGA = line(
    "https://koran.example/dga",
    "Kota Madiun Peringkat Dua Digital Government Award 2024",
    "Kota Madiun meraih peringkat kedua Digital Government Award 2024 kategori pemerintah kota.",
)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A file of two good articles."""
    path = tmp_path / "in.jsonl"
    path.write_text(f"{SPBE}\n{DGA}\n")
    return path

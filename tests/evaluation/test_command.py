"""`piagam evaluate`."""

import json
from pathlib import Path

import pytest

from cli.main import main

ARTICLES = """
- id: satu
  url: https://koran.example.id/satu
  title: Kota Tegal Raih Adipura
  published: 2024-03-06
  phenomena: [target]
  text: |
    Kota Tegal meraih Piala Adipura 2023 dari Kementerian Lingkungan Hidup dan Kehutanan.
    Kabupaten Brebes menargetkan Adipura tahun depan.
  regions: [Kota Tegal, Kabupaten Brebes]
  awards:
    - {recipient: Kota Tegal, award: Adipura, year: 2023}
- id: dua
  url: https://koran.example.id/dua
  title: IPM Kota Tegal 77,02
  published: 2024-03-06
  text: Indeks Pembangunan Manusia (IPM) Kota Tegal tahun 2023 sebesar 77,02.
  regions: [Kota Tegal, Kota Salatiga]
  indices:
    - {region: Kota Tegal, index: Indeks Pembangunan Manusia, value: 78.02, year: 2023}
  must_not: ["77.02"]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("articles")
    (path / "articles.yaml").write_text(ARTICLES)
    return path


def run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as left:
        main(["evaluate", *map(str, arguments)])
    return int(left.value.code or 0)


def test_scores_of_kinds_and_phenomena(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == ["2", "articles"]
    assert ["award+", "1.000", "1.000", "1.000", "1/0/0"] in lines
    assert ["region", "1.000", "0.750", "0.857", "3/0/1"] in lines
    assert ["target", "1.000", "1.000", "1.000", "3/0/0", "1"] in lines


def test_errors_with_their_sentences(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--errors") == 0
    out = capsys.readouterr().out
    assert "dua  region  miss: Kota Salatiga\n" in out
    assert "dua  index  false alarm (foreseen): Kota Tegal | Indeks Pembangunan Manusia | 77.02 | 2023" in out
    assert "“Indeks Pembangunan Manusia (IPM) Kota Tegal tahun 2023 sebesar 77,02.”" in out
    assert "satu" not in out


def test_json_has_everything(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--json", "--errors", "--calibration") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["articles"] == 2
    assert told["kinds"]["region"]["hits"] == 3
    assert told["kinds"]["region"]["recall"] == 0.75
    assert told["phenomena"]["target"]["articles"] == 1
    assert {error["article"] for error in told["errors"]} == {"dua"}
    assert sum(row["count"] for row in told["calibration"]["bins"]) >= 5
    assert 0 <= told["calibration"]["error"] <= 1


def test_a_reliability_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "--calibration") == 0
    out = capsys.readouterr().out
    assert "mean confidence" in out
    assert "expected calibration error 0." in out


def test_a_folder_without_articles_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 1
    assert "holds no annotated articles" in capsys.readouterr().err

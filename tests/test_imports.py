"""The rooms import one way: the contracts of pyproject.toml hold, and would notice if they did not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("crawler", "extractors", "knowledge", "api", "cli", "newsroom")


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    environment = {"PYTHONPATH": str(folder), "PATH": "", "NO_COLOR": "1"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_contracts_are_kept() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout
    assert "0 broken" in result.stdout


@pytest.mark.parametrize(
    ("room", "forbidden"),
    [
        ("extractors", "knowledge"),
        ("knowledge", "crawler"),
        ("api", "crawler"),
        ("newsroom", "extractors"),
        ("crawler", "newsroom"),
    ],
)
def test_a_wrong_import_is_noticed(tmp_path: Path, room: str, forbidden: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name in ROOMS:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("")
    assert lint(tmp_path).returncode == 0
    (tmp_path / room / "astray.py").write_text(f"import {forbidden}\n")
    assert lint(tmp_path).returncode == 1

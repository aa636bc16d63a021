"""The command line itself: help, version, near names, one-line errors."""

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.cli.conftest import Piagam


def test_the_version_is_that_of_the_package(piagam: Piagam) -> None:
    assert piagam("--version").out == f"piagam {version('piagam')}\n"


@pytest.mark.parametrize(("wrong", "near"), [("ingst", "ingest"), ("exprot", "export"), ("as", "ask")])
def test_an_unknown_command_names_the_near_ones(piagam: Piagam, wrong: str, near: str) -> None:
    result = piagam(wrong)
    assert result.status == 2
    assert f"'{near}'" in result.err


def test_an_unknown_source_names_the_near_ones(piagam: Piagam) -> None:
    for command in (["crawl", "newsrom"], ["sources", "show", "newsrom"]):
        result = piagam(*command)
        assert result.status == 1
        assert result.err == "Error: no source is called 'newsrom'; did you mean newsroom?\n"


@pytest.mark.parametrize("arguments", [["--nope"], ["ask"], ["ask", "q", "--nope"], ["serve", "--port", "x"]])
def test_a_wrong_command_line_is_status_2(piagam: Piagam, arguments: list[str]) -> None:
    assert piagam(*arguments).status == 2


def test_help_is_quick_and_needs_no_data(piagam: Piagam, data: Path) -> None:
    for arguments in (["--help"], ["ask", "-h"], ["sources", "show", "--help"]):
        result = piagam(*arguments)
        assert result.status == 0
        assert "Usage: piagam" in result.out
    assert not data.exists()


def test_light_commands_do_not_load_the_heavy_libraries() -> None:
    code = "import sys, cli.main; print([m for m in ('spacy', 'scrapy', 'fastapi') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_reader_that_goes_away_is_no_error_to_talk_about(
    piagam: Piagam, articles: Path, data: Path
) -> None:
    piagam("ingest", articles)
    command = f"{sys.executable} -m cli.main export statements | head -c 1"
    environment = {**os.environ, "PIAGAM_DATA": str(data)}
    root = Path(__file__).parents[2]
    done = subprocess.run(
        command, shell=True, cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "{"
    assert "Traceback" not in done.stderr

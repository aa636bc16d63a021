"""The rules of the house that no linter knows."""

import ast
import re
import shutil
import statistics
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("crawler", "extractors", "knowledge", "api", "cli", "newsroom")
MODULES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES + TESTS, ids=named)
def test_no_file_is_longer_than_500_lines(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 500


def test_half_the_modules_are_shorter_than_150_lines() -> None:
    assert statistics.median(len(path.read_text().splitlines()) for path in MODULES) < 150


def test_long_functions_are_rare() -> None:
    lengths = {
        f"{named(path)}:{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    long = [name for name, length in lengths.items() if length > 60]
    assert len(long) <= len(lengths) / 100, long


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_is_named_after_what_it_holds(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    lines = (ROOT / "constraints.txt").read_text().split()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9._!+-]+", line) for line in lines)
    pinned = {line.partition("==")[0].lower().replace("_", "-") for line in lines}
    names = {re.match(r"[A-Za-z0-9._-]+", name)[0].lower() for name in wanted}  # type: ignore[index]
    assert names <= pinned


def test_no_module_imports_what_is_not_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = {re.match(r"[A-Za-z0-9._-]+", name)[0].lower() for name in project["dependencies"]}  # type: ignore[index]
    modules_of = {
        "beautifulsoup4": "bs4",
        "pydantic-settings": "pydantic_settings",
        "pysastrawi": "Sastrawi",
        "pyyaml": "yaml",
    }
    known = {modules_of.get(name, name) for name in declared}
    # Parts of a declared package that are imported under their own name.
    known |= {"pydantic_core", "starlette", "markupsafe", "twisted", "parsel", "w3lib", "itemadapter"}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            else:
                continue
            for name in names:
                top = name.partition(".")[0]
                assert top in sys.stdlib_module_names or top in ROOMS or top in known, f"{named(path)}: {top}"


def test_shell_scripts_are_readable_by_bash() -> None:
    for script in (ROOT / "deploy" / "environment.sh", ROOT / ".ci" / "run"):
        subprocess.run(["bash", "-n", script], check=True)


def test_no_address_of_a_package_registry_and_no_path_of_one_machine() -> None:
    telltales = ("pypi" + ".org", "/work" + "/", "index" + "-url", "/home" + "/")
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("no git checkout, so which files are the project's is not known")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".txt", ".yaml", ".sh", ".html", ""} and path.is_file():
            text = path.read_text(errors="replace")
            assert not [word for word in telltales if word in text], name

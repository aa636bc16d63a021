"""What people can type, set or ask for is written down, and what is written down is there."""

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from fastapi.routing import APIRoute
from pydantic import TypeAdapter

from api.app import NOUNS, create_app
from api.example import examples
from cli.main import app
from cli.settings import Settings
from knowledge.store import Store

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
OPERATING = (ROOT / "docs" / "operating.md").read_text()
COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


class NoStore:
    """The routes are looked at, not asked."""


def routes() -> dict[str, dict]:
    """What /openapi.json says of each route."""
    store: Store = NoStore()  # type: ignore[assignment]
    return create_app(store).openapi()["paths"]


def options_of(command: object) -> set[str]:
    return {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}  # type: ignore[attr-defined]


def row_of(command: str) -> str:
    """The command's line in the table."""
    return next(line for line in OPERATING.splitlines() if re.match(rf"\| `{command}[ `]", line))


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_and_option_is_documented(name: str) -> None:
    row = row_of(name)
    for option in options_of(COMMANDS[name]):
        if option.startswith("-") and option != "--data":
            assert f"`{option}" in row, f"{name} {option}"
    for inner in getattr(COMMANDS[name], "commands", {}):
        assert f"`{name} {inner}" in row


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_no_option_is_documented_that_is_not_there(name: str) -> None:
    there = options_of(COMMANDS[name])
    for inner in getattr(COMMANDS[name], "commands", {}).values():
        there |= options_of(inner)
    assert set(re.findall(r"`(--?[a-z][a-z-]*)", row_of(name))) <= there


def test_no_command_is_documented_that_is_not_there() -> None:
    documented = re.findall(r"^\| `([a-z]+)[^|]*\| ", OPERATING.partition("## Exit status")[0], re.MULTILINE)
    assert set(documented) == set(COMMANDS)


def test_the_global_options_are_documented() -> None:
    for option in ("--data", "--version", "--help", "-h"):
        assert option in OPERATING.partition("| command |")[0]


def test_every_setting_is_documented_with_its_default() -> None:
    for name, field in Settings.model_fields.items():
        row = next(line for line in OPERATING.splitlines() if line.startswith(f"| `PIAGAM_{name.upper()}`"))
        assert (str(field.default) if field.default is not None else "unset") in row
        assert field.description


def test_every_variable_that_the_code_reads_is_documented() -> None:
    read = {
        name
        for room in ("crawler", "extractors", "knowledge", "api", "cli", "newsroom")
        for path in (ROOT / room).rglob("*.py")
        for name in re.findall(r"\bPIAGAM_[A-Z]+\b", path.read_text())
    }
    documented = set(re.findall(r"^\| `(PIAGAM_[A-Z]+)`", OPERATING, re.MULTILINE))
    assert read <= documented
    assert documented <= read | {f"PIAGAM_{name.upper()}" for name in Settings.model_fields}


def test_every_route_and_parameter_is_documented() -> None:
    lines = (ROOT / "docs" / "api.md").read_text().splitlines()
    documented = {match[1]: line for line in lines if (match := re.match(r"\| `(/[^`]*)` \|", line))}
    assert set(documented) == set(routes())
    for path, route in routes().items():
        for parameter in route["get"].get("parameters", []):
            assert parameter["name"] in documented[path], f"{path} {parameter['name']}"


def test_every_status_of_a_failure_is_documented() -> None:
    from api.problem import STATUS

    page = (ROOT / "docs" / "api.md").read_text()
    assert all(f"| {status} |" in page for status in STATUS.values())


def test_every_route_has_an_example_of_its_own_shape() -> None:
    models = {
        route.path: route.response_model
        for noun in NOUNS
        for route in noun.router.routes
        if isinstance(route, APIRoute) and route.include_in_schema
    }
    assert set(models) == set(routes()) == set(examples())
    for path, model in models.items():
        described = routes()[path]["get"]["responses"]["200"]["content"]["application/json"]
        assert described["example"] == examples()[path]
        TypeAdapter(model).validate_json(json.dumps(examples()[path]))


def command_lines() -> Iterator[tuple[str, str]]:
    """Every `piagam …` in a block or between backticks of a page."""
    for page in PAGES:
        for found in re.finditer(
            r"(?:`|^    |^\$ |&& |\| )piagam ([^`\n|&>]+)", page.read_text(), re.MULTILINE
        ):
            yield page.name, found[1].strip()


@pytest.mark.parametrize(("page", "line"), sorted(set(command_lines())))
def test_commands_that_pages_show_exist(page: str, line: str) -> None:
    words = shlex.split(line)
    while words and words[0] in ("--data", "--version", "[--data", "-h"):
        words = words[2:] if words[0].endswith("--data") else words[1:]
    if not words or words[0].isupper():
        return
    assert words[0] in COMMANDS, f"{page}: {line}"
    command = COMMANDS[words[0]]
    inner = getattr(command, "commands", {})
    there = options_of(command).union(*(options_of(one) for one in inner.values()))
    for word in words[1:]:
        option = word.strip("[]").partition("=")[0]
        if option.startswith("-") and option != "-":
            assert option in there, f"{page}: {line}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text()):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_pages_name_are_there(page: Path) -> None:
    rooms = "crawler|extractors|knowledge|api|cli|newsroom|tests|docs|deploy|index_mappings"
    for name in re.findall(rf"`((?:{rooms})/[\w./-]+)`", page.read_text()):
        assert "NAME" in name or (ROOT / name).exists(), name


def test_every_page_is_linked_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text()
    for page in PAGES[1:]:
        assert f"(docs/{page.name})" in readme


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text()
    documented = re.findall(r"^\| `([a-z]+)[^|]*\| ", readme, re.MULTILINE)
    assert set(documented) == set(COMMANDS)


def test_every_room_is_in_the_architecture() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text()
    for room in ("crawler", "extractors", "knowledge", "api", "cli", "newsroom"):
        assert f"| `{room}` |" in page

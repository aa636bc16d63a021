"""docs/adding-a-source.md keeps its promises."""

import re
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from crawler.counter import Counter
from crawler.politeness import Politeness
from crawler.source import load

GUIDE = (Path(__file__).parents[2] / "docs" / "adding-a-source.md").read_text(encoding="utf-8")
EXAMPLES = [dedent(text) for text in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)]


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_its_examples_are_sources(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "example.yaml").write_text(EXAMPLES[number], encoding="utf-8")
    monkeypatch.setenv("PIAGAM_SOURCES", str(tmp_path))
    raw = yaml.safe_load(EXAMPLES[number])
    assert load("example").title == raw["title"]


def test_the_long_example_reads_as_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "example.yaml").write_text(EXAMPLES[-1], encoding="utf-8")
    monkeypatch.setenv("PIAGAM_SOURCES", str(tmp_path))
    source = load("example")
    link = source.link("https://warta.example/pemerintahan/77/kota-sehat?page=3&utm_source=rss")
    assert link is not None
    assert (link.id, link.number, link.first) == ("77", 3, "https://warta.example/pemerintahan/77/kota-sehat")
    searches = [entrance for entrance in source.entrances() if entrance.form == "search"]
    assert searches[1].addresses == (
        "https://www.warta.example/cari?q=indeks+spbe",
        "https://www.warta.example/cari?q=indeks+spbe&page=2",
        "https://www.warta.example/cari?q=indeks+spbe&page=3",
    )


def test_every_counter_is_listed() -> None:
    listed = set(re.findall(r"`(piagam/[a-z0-9/-]+)`", GUIDE))
    assert listed == {str(counter) for counter in Counter} | {"piagam/failed/http-404"}


def test_the_defaults_of_politeness_are_as_listed() -> None:
    table = dict(re.findall(r"^\| `(\w+)` \| ([\w.]+) \|", GUIDE, re.MULTILINE))
    defaults = {name: yaml.safe_load(value) for name, value in table.items()}
    assert defaults == Politeness().model_dump()

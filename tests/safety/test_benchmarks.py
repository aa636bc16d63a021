"""The benchmarks run, on little; what they measure is what they say."""

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from benchmarks import fuzz, growth, reading
from benchmarks.articles import composed, originals, running_text
from benchmarks.machine import Spent


@pytest.mark.parametrize("words", [1, 40, 300])
def test_articles_have_the_words_asked_for(words: int) -> None:
    articles = composed(30, words)
    assert [len(article.body.split()) for article in articles] == [words] * 30
    assert len({article.id for article in articles}) == 30
    assert articles == composed(30, words)


def test_articles_are_made_of_the_originals() -> None:
    lines = {line for _, body in originals() for line in body.split("\n")}
    for article in composed(5, 300):
        assert set(article.body.split("\n")[:-1]) <= lines


def test_running_text_is_as_long_as_asked_for() -> None:
    assert len(running_text(100_000)) == 100_000


@pytest.fixture
def unpinned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Benchmarks keep to one core; the process of the tests must not."""
    for module in (growth, reading):
        monkeypatch.setattr(module, "one_core", lambda: 0)


def run(module: object, *arguments: str) -> str:
    import typer

    app = typer.Typer()
    app.command()(module.main)  # type: ignore[attr-defined]
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.usefixtures("unpinned")
def test_reading_prints_a_ratio_for_each_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROUNDS", 1)
    monkeypatch.setattr(reading, "STARTS", 1)
    told = run(reading, "--articles", "4", "--rounds", "2")
    rows = [line.split("|") for line in told.splitlines() if line.startswith("| ")][1:]
    assert [row[1].strip() for row in rows] == [
        "tokens alone (spaCy)",
        "read, without model",
        "read, with model",
    ]
    assert rows[0][-2].strip() == "1.0"
    assert "A fresh process has read its first article after" in told
    assert "MB after 4 articles" in told


@pytest.mark.usefixtures("unpinned")
def test_growth_prints_a_row_for_each_kind(tmp_path: Path) -> None:
    told = run(growth, "--only", "names of", "--largest", "4000")
    rows = [line for line in told.splitlines() if line.startswith("| ")]
    assert [row.split("|")[1].strip() for row in rows[1:]] == [
        "names of regions",
        "bare names of regions",
        "names of awards",
        "names of indices",
    ]


def test_growth_tells_linear_from_quadratic() -> None:
    sizes = (64_000, 256_000)
    assert growth.exponent({size: size * 3.0 for size in sizes}) == pytest.approx(1.0)
    assert growth.exponent({size: size**2 * 3.0 for size in sizes}) == pytest.approx(2.0)
    assert growth.exponent({1_000: 1.0, 64_000: 5.0}) == 0.0


def test_growth_draws(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="the extra 'bench' is not installed")
    path = tmp_path / "images" / "growth.png"
    growth.draw({"ordinary text": {1000: 0.1, 4000: 0.4}, "other": {1000: 0.2}}, path)
    assert path.read_bytes().startswith(b"\x89PNG")


def test_rounds_that_agree_are_steady() -> None:
    assert reading.steady([Spent(1.0, cpu) for cpu in (1.0, 1.01, 1.02, 1.0)])
    assert not reading.steady([Spent(1.0, cpu) for cpu in (1.0, 2.0, 1.5, 1.1)])


def test_fuzz_tells_what_was_read() -> None:
    assert "0 failed" in run(fuzz, "--count", "20")


def test_fuzz_tells_what_failed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import typer

    def broken(reader: object, number: int) -> str:
        if number == 3:
            raise ValueError("three")
        return "read"

    monkeypatch.setattr(fuzz, "once", broken)
    with pytest.raises(typer.Exit) as stop:
        fuzz.main(count=5, first=0)
    told = capsys.readouterr()
    assert stop.value.exit_code == 1
    assert "4 read, 0 refused, 1 failed" in told.out
    assert "input 3: ValueError('three')" in told.err
    assert sys.exc_info() == (None, None, None)

"""`piagam explain`: claims with the words and rules behind them."""

from pathlib import Path

import pytest

from extractors.statement import StatementAdapter
from tests.cli.conftest import Piagam

URL = "https://koran.example/spbe"


@pytest.fixture(autouse=True)
def _filled(piagam: Piagam, articles: Path) -> None:
    piagam("ingest", articles)


def test_each_statement_shows_what_it_was_read_from(piagam: Piagam) -> None:
    result = piagam("explain", URL)
    assert result.status == 0
    assert result.out.startswith(f"Indeks SPBE Kota Malang Naik\n{URL}, 2024-05-28\n")
    assert "value: 3.82" in result.out
    assert "rules: " in result.out
    assert "confidence 0." in result.out


def test_it_is_what_the_base_holds_while_the_rules_stay_the_same(piagam: Piagam) -> None:
    explained = piagam("explain", URL, "--json").json
    kept = [one for one in piagam("export", "statements").lines if one["article"]["url"] == URL]
    assert [StatementAdapter.validate_python(one) for one in explained] == [
        StatementAdapter.validate_python(one) for one in kept
    ]


def test_an_article_can_be_named_by_its_id(piagam: Piagam) -> None:
    from extractors.article import Article

    name = Article(url=URL, source="", title="", body="").id
    assert piagam("explain", name).out == piagam("explain", URL).out


def test_an_article_that_is_not_there_is_named(piagam: Piagam) -> None:
    result = piagam("explain", "https://koran.example/none")
    assert result.status == 1
    assert "no article in the base has the address or id 'https://koran.example/none'" in result.err

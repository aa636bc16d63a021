"""The scorer means what the independent one means: the same counts, on readings good and bad."""

import importlib.util
import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from extractors.evaluation.annotated import Annotated, load
from extractors.evaluation.comparison import compare
from extractors.reader import Reader
from extractors.statement import AwardStatement, IndexStatement, Statement

SHARED = Path(__file__).parents[3] / "shared" / "evaluation"
VERDICT = {"hit": "tp", "miss": "fn", "false alarm": "fp"}

pytestmark = pytest.mark.skipif(
    not (SHARED / "score.py").exists(),
    reason="the independent scorer and its articles are not on this machine",
)


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("independent_score", SHARED / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_read(statements: Sequence[Statement]) -> list[Statement]:
    return list(statements)


def with_gaps(statements: Sequence[Statement]) -> list[Statement]:
    return [statement for number, statement in enumerate(statements) if number % 3]


def twisted(statements: Sequence[Statement]) -> list[Statement]:
    """Every other award and value a little wrong, each in another way."""
    out: list[Statement] = []
    for number, statement in enumerate(statements):
        if isinstance(statement, AwardStatement):
            changes = ({"year": 1999}, {"rank": 7}, {"top_n": 3}, {"predicate": "Kuning"}, {}, {})
            out.append(statement.model_copy(update=changes[number % len(changes)]))
        elif isinstance(statement, IndexStatement) and number % 2:
            out.append(statement.model_copy(update={"value": 1.234}))
        else:
            out.append(statement)
    return out


def twice(statements: Sequence[Statement]) -> list[Statement]:
    return [*statements, *statements]


def given_to_others(statements: Sequence[Statement]) -> list[Statement]:
    """Awards go to the recipient of the one before."""
    awards = [s for s in statements if isinstance(s, AwardStatement)]
    others = [s for s in statements if not isinstance(s, AwardStatement)]
    before = awards[-1:] + awards[:-1]
    return others + [
        award.model_copy(update={"recipient": other.recipient})
        for award, other in zip(awards, before, strict=True)
    ]


MANNERS = [as_read, with_gaps, twisted, twice, given_to_others]


def ours(gold: Annotated, statements: Sequence[Statement]) -> Counter[tuple[str, str]]:
    return Counter((outcome.kind, VERDICT[outcome.verdict]) for outcome in compare(gold, statements))


def theirs(scorer: ModuleType, gold: dict, statements: Sequence[Statement]) -> Counter[tuple[str, str]]:
    rows = [json.loads(statement.model_dump_json()) for statement in statements]
    return Counter((kind, outcome) for kind, outcome, _ in scorer.compare(gold, rows))


@pytest.mark.parametrize("manner", MANNERS)
def test_on_its_own_articles(
    scorer: ModuleType, reader: Reader, manner: Callable[[Sequence[Statement]], list[Statement]]
) -> None:
    golds = {gold["id"]: gold for gold in scorer.load(SHARED / "gold.jsonl")}
    for article in load(SHARED):
        statements = manner(reader.read(article.article))
        assert ours(article, statements) == theirs(scorer, golds[article.id], statements), article.id


@pytest.mark.parametrize("manner", [as_read, with_gaps, twice])
def test_on_our_articles(
    scorer: ModuleType,
    shipped: tuple[Annotated, ...],
    reader: Reader,
    manner: Callable[[Sequence[Statement]], list[Statement]],
) -> None:
    for article in shipped:
        gold = article.model_dump(mode="json")
        gold["regions"] = [
            {"level": level.lower(), "name": name}
            for level, _, name in (region.partition(" ") for region in article.regions)
        ]
        gold["officials_optional"] = [{"name": name} for name in article.officials_optional]
        statements = manner(reader.read(article.article))
        assert ours(article, statements) == theirs(scorer, gold, statements), article.id

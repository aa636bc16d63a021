"""Counts, shares and calibration."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.evaluation.annotated import Annotated
from extractors.evaluation.calibration import calibration, judged
from extractors.evaluation.comparison import KINDS, Outcome
from extractors.evaluation.score import Counts, Report, evaluate
from tests.builders import KOTA_MALANG, article, award, region

PAPER = article()
GOLD = Annotated(
    id="x",
    url="https://x.example.id/",
    title="Kota Malang Raih Penghargaan",
    published=None,
    text="Kota Malang meraih Digital Government Award 2024.",
    phenomena=("list", "tie"),
    regions=("Kota Malang",),
)


def test_precision_recall_and_f1() -> None:
    counts = Counts(hits=6, misses=2, false_alarms=3)
    assert counts.precision == pytest.approx(6 / 9)
    assert counts.recall == pytest.approx(6 / 8)
    assert counts.f1 == pytest.approx(2 * (6 / 9) * (6 / 8) / (6 / 9 + 6 / 8))
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_shares_are_shares(hits: int, misses: int, alarms: int) -> None:
    counts = Counts(hits, misses, alarms)
    low, high = sorted((counts.precision, counts.recall))
    assert 0 <= low <= counts.f1 + 1e-9
    assert counts.f1 <= high + 1e-9 <= 1 + 1e-9


def test_a_report_adds_up_kinds_and_phenomena() -> None:
    other = GOLD.model_copy(update={"phenomena": ("list",)})
    report = Report(
        [
            (
                GOLD,
                (Outcome("region", "hit", "x"), Outcome("award", "hit", "x"), Outcome("award+", "miss", "x")),
            ),
            (other, (Outcome("region", "false alarm", "x"),)),
        ]
    )
    assert tuple(report.kinds) == KINDS
    assert report.kinds["region"] == Counts(1, 0, 1)
    assert report.kinds["award"] == Counts(1, 0, 0)
    assert report.kinds["award+"] == Counts(0, 1, 0)
    assert report.phenomena == {"list": (2, Counts(1, 1, 1)), "tie": (1, Counts(1, 1, 0))}


def test_articles_are_read_as_they_would_be_taken_in() -> None:
    seen = []
    report = evaluate([GOLD], lambda paper: seen.append(paper) or [region(paper, KOTA_MALANG)])
    assert seen[0].title == "Kota Malang Raih Penghargaan"
    assert report.kinds["region"] == Counts(1, 0, 0)


def test_confidences_of_what_was_judged() -> None:
    right, wrong = region(PAPER, confidence=0.9), award(PAPER, confidence=0.6)
    report = Report(
        [
            (
                GOLD,
                (
                    Outcome("region", "hit", "x", right),
                    Outcome("award", "hit", "x", wrong),
                    Outcome("award+", "false alarm", "x", wrong),
                    Outcome("index", "miss", "x"),
                ),
            )
        ]
    )
    assert judged(report) == [(0.9, True), (0.6, False)]


def test_a_reliability_table() -> None:
    table = calibration([(0.95, True), (0.95, True), (1.0, True), (0.9, False), (0.3, False), (0.35, True)])
    assert [(b.low, b.count, b.right) for b in table.bins] == [(0.3, 2, 0.5), (0.9, 4, 0.75)]
    assert table.bins[1].confidence == pytest.approx(0.95)
    assert table.error == pytest.approx(2 / 6 * (0.5 - 0.325) + 4 / 6 * (0.95 - 0.75))
    assert calibration([]).bins == []
    assert calibration([]).error == 0


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_every_statement_is_in_one_bin(statements: list[tuple[float, bool]]) -> None:
    table = calibration(statements)
    assert sum(b.count for b in table.bins) == len(statements)
    assert 0 <= table.error <= 1
    for row in table.bins:
        assert row.low - 1e-9 <= row.confidence <= row.high + 1e-9


@given(st.lists(st.sampled_from([(1.0, True), (0.0, False)]), min_size=1))
def test_sure_and_right_is_perfect(statements: list[tuple[float, bool]]) -> None:
    assert calibration(statements).error == 0

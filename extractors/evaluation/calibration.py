"""Whether the confidence of a statement is the share of such statements that are right."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.evaluation.score import POOLED, Report

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Statements whose confidence is at least `low` and below `high` (1.0 is in the last bin)."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """A reliability table, and the expected calibration error: the mean distance between confidence and
    share right, weighted by how many statements a bin holds.
    """

    bins: Sequence[Bin]
    error: float


def judged(report: Report) -> list[tuple[float, bool]]:
    """Confidence of each statement that was judged, and whether all of it was right."""
    return [
        (outcome.statement.confidence, outcome.verdict == "hit")
        for _, outcomes in report.articles
        for outcome in outcomes
        if outcome.kind in POOLED and outcome.statement is not None
    ]


def calibration(statements: Sequence[tuple[float, bool]]) -> Calibration:
    """The table over ten bins of equal width; empty bins are left out. The error is 0 without statements."""
    bins = []
    for number in range(BINS):
        low, high = number / BINS, (number + 1) / BINS
        inside = [(c, right) for c, right in statements if min(int(c * BINS), BINS - 1) == number]
        if inside:
            confidence = sum(c for c, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            bins.append(Bin(low, high, len(inside), confidence, share))
    total = max(1, len(statements))
    return Calibration(bins, sum(b.count / total * abs(b.confidence - b.right) for b in bins))

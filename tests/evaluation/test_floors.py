"""A change may not make the reader worse than extractors/evaluation/floors.yaml allows."""

from pathlib import Path

import pytest
import yaml

import extractors.evaluation
from extractors.evaluation.calibration import calibration, judged
from extractors.evaluation.comparison import KINDS, Kind
from extractors.evaluation.score import Report

FLOORS = yaml.safe_load((Path(extractors.evaluation.__file__).parent / "floors.yaml").read_text())


def test_every_kind_has_a_floor() -> None:
    assert set(FLOORS["f1"]) == set(KINDS)
    assert all(0 < floor < 1 for floor in FLOORS["f1"].values())


@pytest.mark.parametrize("kind", KINDS)
def test_f1_is_not_below_its_floor(report: Report, kind: Kind) -> None:
    counts = report.kinds[kind]
    assert counts.f1 >= FLOORS["f1"][kind], counts


def test_confidence_is_not_higher_than_the_share_right(report: Report) -> None:
    table = calibration(judged(report))
    total = sum(row.count for row in table.bins)
    too_sure = sum(row.count / total * max(0, row.confidence - row.right) for row in table.bins)
    assert too_sure <= FLOORS["overconfidence"]

"""From how sure the rules are of a reading to the share of such readings that are right."""

from functools import lru_cache
from typing import Literal

from numpy import interp

Kind = Literal["region", "award", "index", "office"]

CURVES: dict[Kind, tuple[tuple[float, ...], tuple[float, ...]]] = {
    "region": ((0.0, 0.35, 0.45, 0.6, 1.0), (0.0, 0.35, 0.6, 0.97, 0.99)),
    "award": ((0.0, 0.45, 0.62, 0.72, 0.8, 1.0), (0.0, 0.45, 0.72, 0.92, 0.95, 0.97)),
    "index": ((0.0, 0.3, 0.5, 0.6, 1.0), (0.0, 0.3, 0.85, 0.94, 0.98)),
    "office": ((0.0, 0.5, 0.6, 0.9, 1.0), (0.0, 0.5, 0.87, 0.95, 0.97)),
}
"""Scores of the rules, and the share of right readings at them; straight lines between. The shares were
counted on 56 annotated articles that no rule had been written for; doubtful scores, of which those hold
few, keep their own value. `piagam evaluate --calibration` checks them on the articles in the project.
"""


@lru_cache(maxsize=4096)
def calibrated(kind: Kind, score: float) -> float:
    """The share of readings of a kind with this score of the rules that are right, both 0 to 1."""
    scores, shares = CURVES[kind]
    return round(float(interp(score, scores, shares)), 3)

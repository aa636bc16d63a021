"""Whom an article is about: the region meant where a sentence names none."""

from collections import Counter
from collections.abc import Sequence

from extractors.mention import RegionMention
from extractors.region import Region

TITLE_WEIGHT = 3
ROLE_WEIGHT = {"government": 2, "head": 2, "region": 1, "inside": 0}


def subject(mentions: Sequence[RegionMention], body_start: int) -> Region | None:
    """The region named most, those in the title and governments counting more; None in a tie."""
    weights: Counter[str] = Counter()
    known: dict[str, Region] = {}
    for mention in mentions:
        if mention.region is None or mention.locates or mention.role == "inside":
            continue
        weight = ROLE_WEIGHT[mention.role] * (TITLE_WEIGHT if mention.start_char < body_start else 1)
        weights[mention.region.id] += weight
        known[mention.region.id] = mention.region
    best = weights.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return known[best[0][0]]


def nearest_before(mentions: Sequence[RegionMention], position: int, floor: int) -> RegionMention | None:
    """The last settled region that begins at or after `floor` and ends before `position`."""
    for mention in reversed(mentions):
        if mention.end_char <= position and mention.start_char >= floor:
            if mention.region and not mention.locates and mention.role != "inside":
                return mention
        elif mention.end_char < floor:
            return None
    return None

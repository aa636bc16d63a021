"""Whom an article is about: the region meant where a sentence names none."""

import re
from collections import Counter
from collections.abc import Sequence

from extractors.mention import RegionMention
from extractors.region import Region

TITLE_WEIGHT = 3
ROLE_WEIGHT = {"government": 2, "head": 2, "region": 1, "inside": 0}
VENUE = re.compile(r"\b(?:di|ke|dari|at|in) (?:[A-Z][\w-]*,? ){0,6}$")
DAY_AFTER = re.compile(
    r",?\s*(?:pada\s+)?(?:(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)\b|\(?\d{1,2}[/-]\d{1,2})",
    re.IGNORECASE,
)
DATELINE = re.compile(
    r"(?:,\s[\w. ]{1,24})?(?:\s\([\w. ]{1,24}\))?\s?"
    r"(?:--|[–—|]|\s-\s|-(?=[A-Z\"“])|,\s[\w. ]{1,24}\(\d[\d/]{3,9}\),)"
)
"""What ends a dateline that begins with a place: "Bogor--", "TANJUNGPINANG, Kabar.id - "."""
CAPITAL = "Jakarta"
"""The bare name of the capital is where ceremonies are held; its province is called "DKI Jakarta"."""


def is_venue(text: str, mention: RegionMention) -> bool:
    """Whether a region is only where something happens: "di Istana Negara, Jakarta"."""
    if mention.level is None and text[mention.start_char : mention.end_char] == CAPITAL:
        return True
    if mention.level is None and _begins(text, mention.start_char) and DATELINE.match(text, mention.end_char):
        return True
    if mention.level is None and mention.role == "region" and DAY_AFTER.match(text, mention.end_char):
        return True
    return VENUE.search(text[max(0, mention.start_char - 70) : mention.start_char]) is not None


def _begins(text: str, position: int) -> bool:
    """Whether a place is among the first words of its line."""
    return position - (text.rfind("\n", max(0, position - 41), position) + 1) <= 40


def subject(text: str, mentions: Sequence[RegionMention], body_start: int) -> Region | None:
    """The region named most, those in the title and governments counting more; None in a tie."""
    weights: Counter[str] = Counter()
    known: dict[str, Region] = {}
    for mention in mentions:
        if mention.region is None or mention.locates or mention.role == "inside" or is_venue(text, mention):
            continue
        weight = ROLE_WEIGHT[mention.role] * (TITLE_WEIGHT if mention.start_char < body_start else 1)
        weights[mention.region.id] += weight
        known[mention.region.id] = mention.region
    best = weights.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return None
    return known[best[0][0]]

"""Places in an order that a question asks about: "10 besar", "juara 1", "third place", "tertinggi"."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from knowledge.question_part import Part

SUPERLATIVES = ("best", "top", "high", "low", "worst")
PLURALS = frozenset("cities regencies provinces districts regions ministries agencies recipients".split())
ORDERED = ("rank", *SUPERLATIVES, "champion", "winners")
RUNNER_UP = ("runner up", "runner-up")
LARGEST = 1000
"""No list of regions, ministries and agencies is longer."""


@dataclass(slots=True)
class Places:
    """`top_n` for the first n, `rank` for one place, `order` the end of the scale a superlative names.

    `better` marks a superlative of quality ("terbaik") rather than of size ("tertinggi").
    """

    top_n: int | None = None
    rank: int | None = None
    order: Literal["highest", "lowest"] | None = None
    better: bool = False
    plural: bool = False


def places_of(parts: list[Part]) -> Places:
    """Read and mark the numbers, places and superlatives of a question."""
    found = Places(plural=_plural(parts))
    for index, part in enumerate(parts):
        if part.read or part.number is None or not 0 < part.number <= LARGEST:
            continue
        if _rank_word(parts, index):
            last = _end_of_range(parts, index)
            found.rank, found.top_n = (None, last) if last else (part.number, None)
        elif part.place is not True and _count_of(parts, index):
            found.top_n = part.number
        elif part.place and (part.key in RUNNER_UP or _followed(parts, index, ORDERED)):
            found.rank = part.number
        else:
            continue
        part.read = True
    for part in parts:
        if part.has(*SUPERLATIVES) and not part.read:
            part.read = True
            found.order = "lowest" if part.has("low", "worst") else "highest"
            found.better = part.has("best", "top", "worst")
    return found


def _plural(parts: list[Part]) -> bool:
    """Whether several are asked for: "kota-kota", "mana saja", "cities"."""
    twice = any(a.key == b.key and a.level is not None for a, b in pairwise(parts))
    return twice or any(part.key in PLURALS or part.key.endswith((" saja", " aja")) for part in parts)


def _rank_word(parts: list[Part], index: int) -> bool:
    """Whether a word for a place stands before: "peringkat ke-3", "terbaik II", "number one"."""
    at = index - 1
    if at >= 0 and parts[at].key in ("ke", "the"):
        at -= 1
    if at < 0:
        return False
    word = parts[at]
    if not (word.has("rank", "champion") or (word.has("best", "high", "low") and not word.has("top"))):
        return False
    if _followed(parts, index, ("best", "high", "low")) and parts[index].place is not True:
        return False  # "peringkat 10 besar" is a count
    if index + 1 < len(parts) and parts[index + 1].key in ("kali", "times"):
        return False
    for part in parts[at:index]:
        part.read = True
    return True


def _end_of_range(parts: list[Part], index: int) -> int | None:
    """The last place of a range from the first: "peringkat 1 sampai 5"; marked as read."""
    if parts[index].number != 1 or index + 1 >= len(parts):
        return None
    end = parts[index + 1]
    if end.has("until") and index + 2 < len(parts):
        end = parts[index + 2]
    elif end.start != parts[index].end + 1:
        return None
    if end.number is None or not 1 < end.number <= LARGEST:
        return None
    end.read = True
    return end.number


def _count_of(parts: list[Part], index: int) -> bool:
    """Whether a number counts the first of an order: "10 besar", "sepuluh kota terbaik", "top ten"."""
    if index and parts[index - 1].has("top"):
        return True
    at = index + 1
    levels = False
    while at < len(parts) and at - index <= 8:
        part = parts[at]
        if part.has(*SUPERLATIVES):
            return True
        if part.things and part.key.endswith("terbaik"):
            return True
        if part.number is not None or part.year is not None or part.key in ("kali", "times"):
            break
        levels = levels or part.level is not None
        if not (part.level or part.common or part.things):
            break
        at += 1
    return levels and index + 1 < len(parts) and parts[index + 1].level is not None


def _followed(parts: list[Part], index: int, concepts: tuple[str, ...]) -> bool:
    return index + 1 < len(parts) and parts[index + 1].has(*concepts)

"""One honour told in several sentences of an article is one reading: the parts are put together."""

import re
from dataclasses import replace

from extractors.honour import AwardReading

GENERIC = {"penghargaan", "anugerah", "award", "awards", "piagam", "piala", "nasional", "indonesia"}
KEYS = ("year", "category", "rank", "top_n", "predicate", "streak", "giver", "event", "place", "date")
WEIGHTS = {"rank": 16, "predicate": 12, "top_n": 8, "year": 4, "category": 2}
DECIDING = ("year", "rank", "predicate")
"""Keys in which two readings of one honour may not differ where both tell them."""


def merged(readings: list[AwardReading], body_start: int, main: dict[str, int]) -> list[AwardReading]:
    """The distinct honours of an article, each with all that its sentences tell, in order of place.

    `main` holds the article's main editions by award id (`editions.of_article`). The body leads over the
    headline: what only the headline says otherwise becomes a note.
    """
    ordered = sorted(readings, key=lambda r: (not r.listed, r.start < body_start, -_told(r), r.start))
    kept: list[AwardReading] = []
    for reading in ordered:
        same = next((i for i, known in enumerate(kept) if _same(known, reading)), None)
        if same is not None:
            kept[same] = _join(kept[same], reading)
            continue
        rival = next((i for i, known in enumerate(kept) if _rivals(known, reading, body_start)), None)
        if rival is not None:
            kept[rival] = replace(kept[rival], note=kept[rival].note or "the headline tells it otherwise")
            continue
        proper = next((i for i, known in enumerate(kept) if _paraphrases(reading, known, body_start)), None)
        if proper is not None:
            kept[proper] = _join(kept[proper], replace(reading, category=None))
            continue
        kept.append(reading)
    return sorted(_dated(kept, main), key=lambda r: (r.start, r.recipient.id, r.award.id, r.year or 0))


def _told(reading: AwardReading) -> int:
    """How much a sentence tells; it is the evidence of the whole, so places and levels count most."""
    return sum(WEIGHTS.get(key, 1) for key in KEYS if getattr(reading, key) is not None)


def _one(reading: AwardReading, other: AwardReading) -> bool:
    return reading.recipient.id == other.recipient.id and reading.award.id == other.award.id


def _same(known: AwardReading, reading: AwardReading) -> bool:
    if not _one(known, reading):
        return False
    for key in DECIDING:
        a, b = getattr(known, key), getattr(reading, key)
        if a is not None and b is not None and a != b:
            return False
    if known.category and reading.category and known.category.lower() != reading.category.lower():
        lexicon = {name.lower() for name in known.award.categories}
        return not (known.category.lower() in lexicon and reading.category.lower() in lexicon)
    return True


def _rivals(known: AwardReading, reading: AwardReading, body_start: int) -> bool:
    """Whether a headline's reading contradicts the body's on the same honour."""
    return reading.start < body_start <= known.start and _one(known, reading)


def _paraphrases(reading: AwardReading, known: AwardReading, body_start: int) -> bool:
    """Whether an unlisted name only says in other words an award that the article names properly."""
    if reading.listed or not known.listed or reading.recipient.id != known.recipient.id:
        return False
    names = " ".join((known.award.name, *known.award.aliases))
    return reading.start < body_start or len(_content(reading.award.name) & _content(names)) >= 2


def _content(name: str) -> set[str]:
    """The words of a name that tell it from others."""
    return {word for word in re.findall(r"[a-z]{4,}", name.lower()) if word not in GENERIC}


def _join(known: AwardReading, reading: AwardReading) -> AwardReading:
    missing = {
        key: getattr(reading, key)
        for key in KEYS
        if getattr(known, key) is None and getattr(reading, key) is not None
    }
    return replace(known, confidence=max(known.confidence, reading.confidence), **missing)


def _dated(readings: list[AwardReading], main: dict[str, int]) -> list[AwardReading]:
    """A reading without a year takes the edition that the article is about, where it tells one."""
    told = {(r.recipient.id, r.award.id, r.year) for r in readings}
    dated = []
    for reading in readings:
        year = main.get(reading.award.id, main.get(""))
        if reading.year is None and year is not None:
            if (reading.recipient.id, reading.award.id, year) in told and reading.rank is None:
                continue  # told already, with its year
            certain = reading.award.id in main
            factor = 0.97 if certain else 0.85
            rules = (*reading.rules, "edition of the article")
            reading = replace(
                reading, year=year, confidence=round(reading.confidence * factor, 3), rules=rules
            )
        dated.append(reading)
    return dated

"""One honour told in several sentences of an article is one reading: the parts are put together."""

from dataclasses import replace

from extractors.awards import AwardReading

KEYS = ("year", "category", "rank", "top_n", "predicate", "streak", "giver", "event", "date")
DECIDING = ("year", "rank", "predicate")
"""Keys in which two readings of one honour may not differ where both tell them."""


def merged(readings: list[AwardReading], body_start: int) -> list[AwardReading]:
    """The distinct honours of an article, each with all that its sentences tell, in order of place.

    The body leads over the headline: what only the headline says otherwise becomes a note.
    """
    ordered = sorted(readings, key=lambda r: (r.start < body_start, -_told(r), r.start))
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
        kept.append(reading)
    return sorted(_dated(kept), key=lambda r: (r.start, r.recipient.id, r.award.id, r.year or 0))


def _told(reading: AwardReading) -> int:
    return sum(getattr(reading, key) is not None for key in KEYS)


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


def _join(known: AwardReading, reading: AwardReading) -> AwardReading:
    missing = {
        key: getattr(reading, key)
        for key in KEYS
        if getattr(known, key) is None and getattr(reading, key) is not None
    }
    return replace(known, confidence=max(known.confidence, reading.confidence), **missing)


def _dated(readings: list[AwardReading]) -> list[AwardReading]:
    """A reading without a year takes the one edition that the article tells of its programme."""
    years: dict[str, set[int]] = {}
    for reading in readings:
        if reading.year is not None:
            years.setdefault(reading.award.id, set()).add(reading.year)
    dated = []
    for reading in readings:
        only = years.get(reading.award.id, set())
        if reading.year is None and len(only) == 1:
            reading = replace(reading, year=next(iter(only)), confidence=round(reading.confidence * 0.97, 3))
        dated.append(reading)
    return dated

"""From the parts of a question to what it asks."""

from datetime import date
from itertools import pairwise
from typing import Literal

from extractors.region import RegionLevel
from extractors.statement import Acting
from knowledge.question_asked import Asked, asked_in
from knowledge.question_part import Part
from knowledge.question_regions import Regions, regions_of
from knowledge.question_things import free_words, named
from knowledge.question_unread import unread_in
from knowledge.question_words import Position
from knowledge.reading import Intent, Reading

ACTING: dict[str, Acting] = {"pj": "Pj", "penjabat": "Pj", "plt": "Plt", "pjs": "Pjs", "plh": "Plh"}
QUALITY = frozenset({"lebih baik", "lebih bagus", "lebih unggul", "lebih buruk", "better", "worse"})
"""Comparatives of quality rather than of size: a lower poverty rate is the better one."""
HEADS: dict[RegionLevel, str] = {"kota": "Wali Kota", "kabupaten": "Bupati", "provinsi": "Gubernur"}


def reading_of(text: str, parts: list[Part], today: date) -> tuple[Reading | None, tuple[str, ...]]:
    """The reading, or None where a part that matters is not understood; and the words that were not."""
    reading = _reading_of(text, parts, today)
    unread = unread_in(parts)
    return (None if unread else reading), unread


def _reading_of(text: str, parts: list[Part], today: date) -> Reading | None:
    positions = [part.position for part in parts if part.position]
    asked = asked_in(text, parts, today)
    if any(part.has("beyond") and not part.read for part in parts):
        return None
    if asked.has("dispute"):
        return _disputes(asked)
    if positions and asked.awards and asked.has("when"):
        return _holder_then(asked, positions)
    if positions and not (asked.awards or asked.indices):
        return _holder(asked, positions)
    if asked.has("leader") and not (asked.awards or asked.indices):
        return _leader(asked)
    return _about_things(asked)


def _reading(asked: Asked, intent: Intent, regions: Regions, **more: object) -> Reading:
    """A reading with the parts that all intents share."""
    return Reading.model_validate(
        {
            "intent": intent,
            "regions": regions.places,
            "awards": named(asked.awards),
            "indices": named(asked.indices),
            "years": asked.years.years,
            "since": asked.years.since,
            "until": asked.years.until,
            "latest": asked.years.latest,
            "province": regions.province.place if regions.province else None,
            "choices": [*regions.choices, *asked.choices],
            "yes_no": bool(asked.parts) and asked.parts[0].has("yes_no"),
            **more,
        }
    )


def _holder(asked: Asked, positions: list[Position]) -> Reading | None:
    """Who holds an office; of a position of another level than the province named, who hold it there."""
    levels = {position.level for position in positions}
    wanted = levels.pop() if len(levels) == 1 else None
    regions = regions_of(asked.parts, listing=False, wanted=wanted)
    if regions.unknown or asked.has("former"):
        return None
    provinces = [region for region in regions.subjects if region.level == "provinsi"]
    if wanted in ("kota", "kabupaten") and provinces == regions.subjects and len(provinces) == 1:
        regions = Regions(province=provinces[0])
    if not regions.subjects and not regions.province and positions[0].regional:
        return None
    months = [part for part in asked.parts if part.month is not None]
    if len(months) > 1 or (months and len(asked.years.years) != 1):
        return None
    acting = next((ACTING[part.key] for part in asked.parts if part.key in ACTING), None)
    for part in asked.parts:
        part.read = part.read or part.key in ACTING or part.month is not None
    last = max(index for index, part in enumerate(asked.parts) if part.position)
    free = free_words(asked.parts, last + 1)
    return _reading(
        asked,
        "holder",
        regions,
        positions=tuple(dict.fromkeys(position.name for position in positions)),
        acting=acting,
        month=months[0].month if months else None,
        words=asked.text[free[0].start : free[-1].end] if free else None,
    )


def _holder_then(asked: Asked, positions: list[Position]) -> Reading | None:
    """Who held an office when a region received an award."""
    levels = {position.level for position in positions}
    regions = regions_of(asked.parts, listing=False, wanted=levels.pop() if len(levels) == 1 else None)
    if regions.unknown or not regions.subjects:
        return None
    acting = next((ACTING[part.key] for part in asked.parts if part.key in ACTING), None)
    for part in asked.parts:
        part.read = part.read or part.key in ACTING
    return _reading(
        asked,
        "holder_then",
        regions,
        positions=tuple(dict.fromkeys(position.name for position in positions)),
        acting=acting,
        category=asked.category,
        rank=asked.places.rank,
        top_n=asked.places.top_n,
    )


def _disputes(asked: Asked) -> Reading | None:
    """What sources disagree on about regions, awards or indices."""
    regions = regions_of(asked.parts, listing=False, wanted=None)
    if regions.unknown or not (regions.places or asked.awards or asked.indices):
        return None
    return _reading(asked, "disputes", regions)


def _leader(asked: Asked) -> Reading | None:
    """Who leads a region, by whatever its head is called."""
    regions = regions_of(asked.parts, listing=False, wanted=None)
    if regions.unknown or not regions.subjects:
        return None
    heads = tuple(dict.fromkeys(HEADS[region.level] for region in regions.subjects))
    return _reading(asked, "holder", regions, positions=heads)


def _about_things(asked: Asked) -> Reading | None:
    level: RegionLevel | None = asked.levels[0] if len(asked.levels) == 1 else None  # type: ignore[assignment]
    regions = regions_of(asked.parts, listing=asked.listing, wanted=level)
    if regions.unknown:
        return None
    if asked.indices:
        return _of_index(asked, regions)
    places = asked.places
    details = {
        "category": asked.category,
        "predicate": asked.predicate or _highest(asked),
        "rank": places.rank or _first(asked),
        "top_n": places.top_n,
    }
    if asked.awards:
        if regions.places and asked.has("times", "streak") and not asked.has("asked_rank"):
            asks = "streak" if asked.has("streak") else None
            return _reading(asked, "count", regions, asks=asks, **details)
        if regions.places:
            asks = "rank" if _asks(asked) == "rank" and details["rank"] is None else None
            return _reading(asked, "result", regions, asks=asks, **details)
        return _reading(asked, "recipients", regions, levels=asked.levels, **details)
    return _without_things(asked, regions)


def _asks(asked: Asked) -> Literal["rank", "value", "predicate"] | None:
    """What is to be told of a result: one thing where the question names just one."""
    if asked.has("asked_rank") or (asked.has("rank") and not (asked.places.rank or asked.places.top_n)):
        return "rank"
    if asked.has("predicate"):
        return None if asked.has("how_much") else "predicate"
    return "value" if asked.has("how_much") else None


def _of_index(asked: Asked, regions: Regions) -> Reading | None:
    places = asked.places
    if len(regions.places) > 1 and asked.has("more", "less"):
        lower = asked.has("less")
        if any(part.key in QUALITY for part in asked.parts) and not asked.indices[0].higher_is_better:
            lower = not lower
        return _reading(asked, "comparison", regions, order="lowest" if lower else "highest")
    if regions.places:
        spans = len(asked.years.years) > 1 or asked.years.since is not None or asked.years.until is not None
        intent: Intent = "trend" if spans or asked.has("trend") else "value"
        return _reading(asked, intent, regions, asks=_asks(asked))
    if places.order and asked.has("rise", "fall"):
        return _rise(asked, regions)
    if asked.has("trend") or not (asked.listing or not asked.has("how_much")):
        return None
    order = places.order or "highest"
    if places.better and not asked.indices[0].higher_is_better:
        order = "lowest" if order == "highest" else "highest"
    one = places.order is not None and places.top_n is None and not places.plural
    return _reading(
        asked,
        "ranking",
        regions,
        levels=asked.levels,
        predicate=asked.predicate,
        rank=places.rank,
        top_n=places.top_n or (1 if one and places.rank is None else None),
        order=order,
    )


def _rise(asked: Asked, regions: Regions) -> Reading | None:
    """Whose value rose or fell most."""
    if asked.has("rise") and asked.has("fall"):
        return None
    if asked.places.order == "lowest":
        return None  # "kenaikan terkecil" may mean the least rise or the greatest fall
    return _reading(
        asked,
        "rise",
        regions,
        levels=asked.levels,
        top_n=asked.places.top_n,
        order="lowest" if asked.has("fall") else "highest",
    )


def _without_things(asked: Asked, regions: Regions) -> Reading | None:
    """Questions that name neither award nor index."""
    if regions.giver:
        return None
    if regions.places and asked.has("award", "champion"):
        return _reading(asked, "awards", regions)
    if regions.places and asked.has("index"):
        return _reading(asked, "value", regions, asks=_asks(asked))
    if regions.places and not asked.listing:
        return _reading(asked, "region", regions)
    if asked.has("award") and asked.listing and regions.province:
        return _reading(asked, "recipients", regions, levels=asked.levels)
    return None


def _first(asked: Asked) -> int | None:
    """The first place where a superlative asks for one winner: "siapa terbaik", "juara"."""
    places = asked.places
    if places.top_n or places.rank or places.plural or asked.predicate or _highest(asked):
        return None
    alone = places.order == "highest" or asked.has("champion")
    return 1 if alone and not asked.has("asked_rank") else None


def _highest(asked: Asked) -> str | None:
    """The best predicate, where "predikat tertinggi" asks for it."""
    if len(asked.awards) != 1 or not asked.awards[0].predicates:
        return None
    for part, after in pairwise(asked.parts):
        if part.has("predicate") and after.has("best", "high"):
            return asked.awards[0].predicates[-1]
    return None

"""From the parts of a question to what it asks."""

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from extractors.lexicon import Award, Index
from extractors.region import RegionLevel
from extractors.statement import Acting, Level
from knowledge.question_part import Part
from knowledge.question_places import Places, places_of
from knowledge.question_regions import Regions, is_listing, levels_of, meanings, regions_of
from knowledge.question_spelling import root
from knowledge.question_things import (
    awards_named,
    awards_of_predicate,
    category_of,
    free_words,
    indices_named,
    mark_context,
    named,
    predicate_of,
    shared_names,
)
from knowledge.question_words import Position
from knowledge.question_years import Years, years_of
from knowledge.reading import Choice, Intent, Reading

ACTING: dict[str, Acting] = {"pj": "Pj", "penjabat": "Pj", "plt": "Plt", "pjs": "Pjs", "plh": "Plh"}
HEADS: dict[RegionLevel, str] = {"kota": "Wali Kota", "kabupaten": "Bupati", "provinsi": "Gubernur"}
VERB = re.compile(r"(?:me|di)[a-z]{4,}")
ENGLISH_VERB = re.compile(r"[a-z]{3,}(?:ed|ing)")


@dataclass(slots=True)
class Asked:
    """What was found in a question, before the intent is decided."""

    text: str
    parts: list[Part]
    years: Years
    awards: tuple[Award, ...]
    indices: tuple[Index, ...]
    choices: list[Choice]
    predicate: str | None
    category: str | None
    places: Places
    levels: tuple[Level, ...]
    listing: bool

    def has(self, *concepts: str) -> bool:
        """Whether a cue of one of these concepts is in the question."""
        return any(part.has(*concepts) for part in self.parts)


def reading_of(text: str, parts: list[Part], today: date) -> tuple[Reading | None, tuple[str, ...]]:
    """The reading, or None where a part that matters is not understood; and the words that were not."""
    reading = _reading_of(text, parts, today)
    unread = _left_over(parts)
    return (None if unread else reading), unread


def _reading_of(text: str, parts: list[Part], today: date) -> Reading | None:
    positions = [part.position for part in parts if part.position]
    asked = _asked(text, parts, today)
    if any(part.has("beyond") and not part.read for part in parts):
        return None
    if positions and not (asked.awards or asked.indices):
        return _holder(asked, positions)
    if asked.has("leader") and not (asked.awards or asked.indices):
        return _leader(asked)
    return _about_things(asked)


def _asked(text: str, parts: list[Part], today: date) -> Asked:
    years = years_of(text, parts, today)
    awards, indices = awards_named(parts), indices_named(parts)
    if awards and indices:
        awards, indices = ((), indices) if _wants_value(parts) else (awards, ())
    kind: type[Award] | type[Index] = Award if awards else Index
    choices = shared_names(parts, kind)
    if not awards and not indices:
        awards, words = awards_of_predicate(text, parts)
        if len(awards) > 1:
            choices = [Choice(text=words, meanings=named(awards))]
    things: tuple[Award | Index, ...] = (*awards, *indices)
    told = [predicate for thing in things if (predicate := predicate_of(text, parts, thing))]
    for thing in things:
        mark_context(text, parts, thing)
    category = next((found for award in awards if (found := category_of(text, parts, award))), None)
    places = places_of(parts)
    levels, worded = levels_of(parts)
    listing = is_listing(parts, worded) or places.top_n is not None or places.rank is not None
    return Asked(
        text,
        parts,
        years,
        awards,
        indices,
        choices,
        told[0] if told else None,
        category,
        places,
        levels,
        listing,
    )


def _wants_value(parts: list[Part]) -> bool:
    """Whether a name that is both an award's and an index's is asked for its value."""
    for index, part in enumerate(parts):
        counts = index + 1 < len(parts) and (
            parts[index + 1].level or parts[index + 1].key in ("kali", "times")
        )
        if part.has("how_much") and not counts:
            return True
    return any(part.has("index", "trend", "high", "low") for part in parts)


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
    wanted = positions[0].level
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
    if regions.places:
        spans = len(asked.years.years) > 1 or asked.years.since is not None or asked.years.until is not None
        intent: Intent = "trend" if spans or asked.has("trend") else "value"
        return _reading(asked, intent, regions, asks=_asks(asked))
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


def _left_over(parts: list[Part]) -> tuple[str, ...]:
    """Words and numbers that may change the answer but were not understood, and regions that do not exist."""
    unread = []
    for part, after in pairwise([*parts, None]):
        if part is None or part.read:
            continue
        counts = after is not None and after.key in ("kali", "times") and part.place is not True
        if part.number is not None and counts:
            unread.append(part.text)
        if part.common or part.position:
            continue
        nowhere = bool(part.mentions) and not meanings(part)
        if nowhere or part.number is not None or (part.unknown and not _is_verb(part.text)):
            unread.append(part.text)
    return tuple(unread)


def _is_verb(word: str) -> bool:
    """Whether an unknown word only says how something was won: it may be passed over."""
    if ENGLISH_VERB.fullmatch(word):
        return True
    return VERB.fullmatch(word) is not None and root(word) not in (None, word)

"""What was found in a question, before its intent is decided."""

from dataclasses import dataclass
from datetime import date

from extractors.lexicon import Award, Index
from extractors.statement import Level
from knowledge.question_part import Part
from knowledge.question_places import Places, places_of
from knowledge.question_regions import is_listing, levels_of
from knowledge.question_things import (
    awards_named,
    awards_of_predicate,
    category_of,
    indices_named,
    mark_context,
    named,
    predicate_of,
    shared_names,
)
from knowledge.question_years import Years, years_of
from knowledge.reading import Choice


@dataclass(slots=True)
class Asked:
    """All that a question names but its regions, which depend on the intent.

    `listing` says that it looks for regions rather than asks about one.
    """

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


def asked_in(text: str, parts: list[Part], today: date) -> Asked:
    """Read and mark years, awards, indices, places in an order and levels."""
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

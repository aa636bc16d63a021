"""Phrasing: an answer's sentences in the language of its question."""

import datetime
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import yaml
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from extractors.lexicon import awards, indices
from extractors.statement import Level, Named
from knowledge.question_words import Language
from knowledge.reading import Reading

PHRASES = Path(__file__).parent / "data" / "phrases.yaml"
LISTED = 20
"""Names in one sentence; further ones are counted, and all are in the rows."""


@lru_cache(maxsize=1)
def _phrases() -> dict[str, dict[Language, str]]:
    loaded: dict[str, dict[Language, str]] = yaml.safe_load(PHRASES.read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=1)
def _short_names() -> dict[str, str]:
    """Abbreviations that say the name to everybody, by id of award or index."""
    return {
        entry.id: entry.short[0]
        for entry in (*awards(), *indices())
        if entry.short and entry.short[0] not in entry.ambiguous
    }


class Phrasing:
    """Sentences, numbers and dates in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def say(self, phrase: str, **parts: object) -> str:
        """A phrase of phrases.yaml with its parts filled in."""
        return _phrases()[phrase][self.language].format(**parts)

    def number(self, value: float) -> str:
        """A number with all its digits and the language's decimal mark ("3,82")."""
        return format_decimal(value, format="#,##0.##########", locale=self.language)

    def day(self, iso: str) -> str:
        """A day in words ("27 Mei 2024")."""
        return format_date(datetime.date.fromisoformat(iso[:10]), format="long", locale=self.language)

    def listed(self, items: Sequence[str]) -> str:
        """ "A, B, dan C"; after `LISTED` items the rest is counted."""
        if len(items) > LISTED:
            items = [*items[:LISTED], self.say("others", count=len(items) - LISTED)]
            return ", ".join(items)
        return format_list(list(items), locale=self.language)

    def series(self, items: Sequence[str]) -> str:
        """As `listed`, for items that hold commas themselves."""
        if len(items) > LISTED:
            items = [*items[:LISTED], self.say("others", count=len(items) - LISTED)]
        return "; ".join(items)

    def either(self, items: Iterable[str]) -> str:
        """ "A atau B"."""
        return format_list(list(items), style="or", locale=self.language)

    def thing(self, thing: Named) -> str:
        """An award or index by the name people use."""
        return _short_names().get(thing.id, thing.name)

    def levels(self, levels: Sequence[Level]) -> str:
        """ "kota", "kabupaten/kota", or "daerah" for all."""
        if not levels:
            return self.say("all_regions")
        return "/".join(self.say(f"level_{level}") for level in sorted(levels))

    def years(self, reading: Reading) -> str:
        """The years asked for ("2023 dan 2024", "2022–2024", "sejak 2022"), or nothing."""
        if reading.month is not None:
            return format_date(
                datetime.date(reading.years[0], reading.month, 1), "MMMM y", locale=self.language
            )
        if reading.years:
            return format_list([str(year) for year in reading.years], locale=self.language)
        if reading.since is not None and reading.until is not None:
            return f"{reading.since}–{reading.until}"
        if reading.since is not None:
            return self.say("since", year=reading.since)
        return self.say("until", year=reading.until) if reading.until is not None else ""

    def period(self, reading: Reading) -> str:
        """The years asked for as the end of a phrase (" pada 2024"), or nothing."""
        years = self.years(reading)
        if not years:
            return ""
        return self.say("period", years=years) if reading.years else f" {years}"

    def year(self, year: int | None) -> str:
        """A year, or that none is told."""
        return self.say("no_year") if year is None else str(year)

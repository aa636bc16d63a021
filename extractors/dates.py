"""The dates that running text mentions, and the calendar words of Indonesian and English."""

import re
from datetime import date, datetime, timedelta
from typing import NamedTuple

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Nothing on the web was published before; a year outside is a broken date."""

MONTHS = {
    spelling: number
    for number, spellings in enumerate(
        (
            "jan januari january",
            "feb februari february febuari pebruari peb",
            "mar maret march",
            "apr april",
            "mei may",
            "jun juni june",
            "jul juli july",
            "agu agt ags agustus aug august agust",
            "sep sept september",
            "okt oktober oct october",
            "nov november nop nopember",
            "des desember dec december",
        ),
        start=1,
    )
    for spelling in spellings.split()
}
_LONG = [name for name in MONTHS if len(name) > 4 or name in {"mei", "may", "juni", "juli", "june", "july"}]


def _any(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


MONTH = rf"(?:{_any(list(MONTHS))})\b\.?"
_WEEKDAY = (
    r"(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)


class Mention(NamedTuple):
    """A date named in running text: `text[start:end]` says it."""

    start: int
    end: int
    date: date


_RANGE = r"(?:\s?[-–]\s?\d\d?)?"
_MENTION = re.compile(
    rf"""(?=[\d(]|\b[a-z])(?:\b(?P<weekday>{_WEEKDAY})\b(?:\s(?:pagi|siang|sore|petang|malam))?,?\s?)?
    (?P<open>\((?:{_WEEKDAY},?\s)?)?
    (?:
        (?<![\d/.,-])(?P<d1>\d\d?){_RANGE}\s(?:(?P<m1>{MONTH})\s?(?P<y1>\d{{4}})(?!\d)|(?P<bare>{_any(_LONG)})\b)
      | \b(?P<m2>{MONTH})\s(?P<d2>\d\d?)(?:st|nd|rd|th)?,?\s(?P<y2>\d{{4}})(?!\d)
      | (?<![\d/.,-])(?P<d3>\d\d?){_RANGE}(?P<sep>[/.-])(?P<m3>\d\d?)(?:(?P=sep)(?P<y3>\d{{4}}|\d\d))?
        (?![\d/]|[.,-]\d)
    )(?P<close>\))?""",
    re.IGNORECASE | re.VERBOSE,
)
AHEAD = timedelta(days=7)
"""A day and month without year lie in the year that puts them at most this far after the base date."""


def find_dates(text: str, base: date | None) -> list[Mention]:
    """Dates that running text names, in order; `text[start:end]` is the date with its weekday and brackets.

    A missing year is inferred from `base` (the day of publication): the latest that puts the day in the past
    or at most a week ahead. Without `base`, days without year are left out. A bare "5/3" is a date only in
    brackets or after a weekday. Of a range ("1-3 Maret 2024") the first day is given. Linear in the text.
    """
    if isinstance(base, datetime):
        base = base.date()
    mentions = []
    for found in _MENTION.finditer(text):
        day = _mentioned(found, base)
        if day is not None:
            start = found.start("open") + 1 if found["open"] == "(" and not found["close"] else found.start()
            end = found.end() - 1 if found["close"] and not found["open"] else found.end()
            mentions.append(Mention(start, end, day))
    return mentions


def _mentioned(found: re.Match[str], base: date | None) -> date | None:
    if found["bare"]:
        return _latest(MONTHS[found["bare"].lower()], int(found["d1"]), base)
    if found["m1"]:
        return calendar_date(found["y1"], found["m1"], found["d1"])
    if found["m2"]:
        return calendar_date(found["y2"], found["m2"], found["d2"])
    year = found["y3"]
    if len(year or "") < 4 and not (found["weekday"] or (found["open"] and found["close"])):
        return None
    if year:
        return calendar_date(year, found["m3"], found["d3"])
    return _latest(int(found["m3"]), int(found["d3"]), base) if found["sep"] == "/" else None


def _latest(month: int, day: int, base: date | None) -> date | None:
    if base is None:
        return None
    last = min(base, date(LAST_YEAR, 1, 1)) + AHEAD
    candidates = (_possible(last.year - back, month, day) for back in range(9))
    return next((found for found in candidates if found is not None and found <= last), None)


def calendar_date(year: str, month: str, day: str) -> date | None:
    """The day, or None where the calendar has none; month and day change places where only that fits."""
    full_year = int(year) if len(year) == 4 else 2000 + int(year)
    number = MONTHS.get(month.rstrip(".").lower()) or int(month)
    if number > 12 >= int(day):
        return _possible(full_year, int(day), number)
    return _possible(full_year, number, int(day))


def _possible(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None

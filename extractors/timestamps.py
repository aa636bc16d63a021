"""Dates as pages state them: a meta value, a byline, "10 menit lalu"."""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

import dateparser

from extractors.dates import FIRST_YEAR, LAST_YEAR, MONTH, calendar_date

ZONES = {"wib": ZoneInfo("Asia/Jakarta"), "wita": ZoneInfo("Asia/Makassar"), "wit": ZoneInfo("Asia/Jayapura")}
"""The three zones of Indonesia, by the names they are written with."""
MAX_STATED = 300
"""Characters of a stated date that are looked at; a longer text is no date."""

_STATED = re.compile(
    rf"""(?<!\d)(?:
        (?P<y1>\d{{4}})(?P<sep>[-/.])(?P<m1>\d\d?)(?P=sep)(?P<d1>\d\d?)
      | (?P<d2>\d\d?)(?:st|nd|rd|th)?[\s/.-]{{0,3}}(?P<m2>{MONTH})[\s,/.-]{{0,3}}(?P<y2>\d{{4}}|\d\d)
      | (?P<m3>{MONTH})\s?(?P<d3>\d\d?)(?:st|nd|rd|th)?(?:,\s?|\s)(?P<y3>\d{{4}})
      | (?P<d4>\d\d?)\s?[-/.]\s?(?P<m4>\d\d?)\s?[-/.]\s?(?P<y4>\d{{4}}|\d\d)
    )(?!\d|[:.]\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOCK = re.compile(
    r"""(?P<lead>[\s,|·•/–—()-]{0,6}(?:T|pukul|jam|pkl\.?|at)?[\s:]{0,2})
        (?P<hour>[01]?\d|2[0-4])(?P<colon>[:.-])(?P<minute>[0-5]\d)(?:(?P=colon)(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?
        (?:\s?(?P<half>[ap])\.?m\b\.?)?
        \s?(?P<zone>WIB|WITA|WIT|Z|(?:GMT|UTC)?\s?[+-]\d\d(?::?\d\d)?|GMT|UTC)?(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_AGO = re.compile(
    r"\b(?:(?P<n>\d{1,3})|se(?=menit|jam|hari|minggu|bulan|tahun))\s?"
    r"(?P<unit>detik|menit|jam|hari|minggu|bulan|tahun|seconds?|min(?:ute)?s?|hours?|days?|weeks?|months?|years?)"
    r"\s(?:yang\s)?(?:lalu|ago)\b|\b(?P<word>baru saja|just now|kemarin|yesterday)\b",
    re.IGNORECASE,
)


class Moment(NamedTuple):
    """An instant with its zone, and how much of it the text said.

    "month" says that not even the day is known ("3 bulan lalu").
    """

    instant: datetime
    precision: Literal["month", "day", "minute", "second"]


def parse_date(text: str, zone: ZoneInfo, now: datetime | None = None) -> Moment | None:
    """The date that `text` states, or None where it states none that is possible.

    Day comes before month where both are numbers. A date without zone is in `zone`; one in UTC is told in
    `zone`, so that its day is the day readers saw. "Z" counts as UTC only in a well-formed date-time: sites
    that misspell the form also misuse the letter. `now` (aware) is what relative dates ("1 jam lalu") count
    from; without it they give None. Sites round hours and more, so those give the day, or the month.
    """
    text = _plain(text[:MAX_STATED])
    if _EPOCH.fullmatch(text):
        return _from_epoch(text, zone)
    for found in _STATED.finditer(text):
        day = _day(found)
        if day is not None:
            return _at_clock(day, text, found, zone)
    return _relative(text, zone, now) if now is not None else None


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).replace("’", "'").replace("`", "'")
    return " ".join(text.split())


def _from_epoch(text: str, zone: ZoneInfo) -> Moment | None:
    seconds = int(text) / (1000 if len(text) == 13 else 1)
    instant = datetime.fromtimestamp(int(seconds), UTC).astimezone(zone)
    return Moment(instant, "second") if FIRST_YEAR <= instant.year <= LAST_YEAR else None


def _day(found: re.Match[str]) -> date | None:
    part = found.groupdict()
    year = next(value for key in ("y1", "y2", "y3", "y4") if (value := part[key]))
    month = next(value for key in ("m1", "m2", "m3", "m4") if (value := part[key]))
    day = next(value for key in ("d1", "d2", "d3", "d4") if (value := part[key]))
    return calendar_date(year, month, day)


def _at_clock(day: date, text: str, found: re.Match[str], zone: ZoneInfo) -> Moment:
    clock = _CLOCK.match(text, found.end())
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    if clock is None or int(clock["hour"]) == 24:
        return Moment(midnight, "day")
    hour = int(clock["hour"])
    if clock["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    well_formed = clock["colon"] == ":" and (clock["lead"] in ("T", "t") or clock["zone"] not in ("Z", "z"))
    stated = _zone(clock["zone"], zone) if well_formed or (clock["zone"] or "").lower() in ZONES else zone
    second = int(clock["second"] or 0)
    instant = midnight.replace(hour=hour, minute=int(clock["minute"]), second=second, tzinfo=stated)
    if stated is UTC:
        instant = instant.astimezone(zone)
    return Moment(instant, "second" if clock["second"] else "minute")


def _zone(name: str | None, zone: ZoneInfo) -> timezone | ZoneInfo:
    if not name:
        return zone
    name = name.lower()
    if name in ZONES:
        return ZONES[name]
    offset = re.search(r"([+-])(\d\d):?(\d\d)?$", name)
    if offset is None:
        return UTC
    minutes = int(offset[2]) * 60 + int(offset[3] or 0)
    if minutes > 14 * 60:
        return zone
    return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes)) if minutes else UTC


def _relative(text: str, zone: ZoneInfo, now: datetime) -> Moment | None:
    found = _AGO.search(text)
    if found is None:
        return None
    told = found[0] if found["n"] or found["word"] else re.sub(r"^se\s?", "1 ", found[0], flags=re.IGNORECASE)
    base = now.astimezone(zone)
    instant = dateparser.parse(
        told, languages=["id", "en"], settings={"RELATIVE_BASE": base.replace(tzinfo=None)}
    )
    if instant is None:
        return None
    aware = instant.replace(tzinfo=zone)
    unit = (found["unit"] or found["word"]).lower()
    if unit.startswith(("detik", "second", "menit", "min", "baru", "just")) and not unit.startswith("minggu"):
        return Moment(aware.replace(second=0, microsecond=0), "minute")
    midnight = aware.replace(hour=0, minute=0, second=0, microsecond=0)
    coarse = unit.startswith(("minggu", "week", "bulan", "month", "tahun", "year"))
    return Moment(midnight, "month" if coarse else "day")

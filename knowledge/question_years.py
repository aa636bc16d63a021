"""The years a question asks about."""

import re
from datetime import date
from typing import NamedTuple

from knowledge.question_part import Part

DASH = re.compile(r"\s*[-–—/]\s*")
LONGEST_SPAN = 60
"""Years; more than any award or index has been given."""


class Years(NamedTuple):
    """Single years, or a span whose ends are inclusive and may be open; `latest` asks for the newest."""

    years: tuple[int, ...] = ()
    since: int | None = None
    until: int | None = None
    latest: bool = False


def years_of(text: str, parts: list[Part], today: date) -> Years:
    """Years named ("2023 dan 2024"), spans ("2022-2024", "sejak 2022") and "tahun lalu" as of `today`."""
    single: list[int] = []
    since = until = None
    latest = False
    for index, part in enumerate(parts):
        before = parts[index - 1] if index else None
        if part.has("this_year", "last_year"):
            single.append(today.year - part.has("last_year"))
        elif part.has("latest"):
            latest = True
        elif part.year is not None:
            opened = _skip_year_word(parts, index)
            if single and _spans(text, parts, index):
                since, until = single.pop(), part.year
            elif opened is not None and opened.has("since"):
                since = part.year
            elif opened is not None and opened.has("until") and opened.key != "ke":
                until = part.year
            else:
                single.append(part.year)
        else:
            continue
        part.read = True
        if before is not None and before.has("since", "until"):
            before.read = True
    if since is not None and until is not None:
        since, until = min(since, until), max(since, until)
        if until - since > LONGEST_SPAN:
            since = until - LONGEST_SPAN
    if since is not None or until is not None:
        return Years((), _lowest(since, single), until, latest)
    return Years(tuple(sorted(set(single))), None, None, latest)


def _lowest(since: int | None, single: list[int]) -> int | None:
    return min([since, *single]) if since is not None else None


def _skip_year_word(parts: list[Part], index: int) -> Part | None:
    """The part before a year, past "tahun" or "year"."""
    at = index - 1
    while at >= 0 and parts[at].key in ("tahun", "year", "the", "thn", "th"):
        at -= 1
    return parts[at] if at >= 0 else None


def _spans(text: str, parts: list[Part], index: int) -> bool:
    """Whether the year at `index` ends a span that began with the year before it."""
    if DASH.fullmatch(text, parts[index - 1].end, parts[index].start) and parts[index - 1].year is not None:
        return True
    at = index - 1
    joined = between = False
    while at >= 0 and parts[at].year is None:
        joined = joined or parts[at].has("until")
        between = between or parts[at].has("both")
        at -= 1
    if at < 0 or index - at > 4:
        return False
    return joined or (between and at > 0 and parts[at - 1].key in ("antara", "between"))

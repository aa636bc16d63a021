"""Small places behind a title, before the name: "Camat Rumbai A B", "Kepala Desa Sukamaju, A B"."""

import re
from collections.abc import Callable
from dataclasses import replace

from extractors.names import Name, name_reader
from extractors.officials_holding import Holding
from extractors.title import MAYBE, Title

COMMA = re.compile(rf"{MAYBE},{MAYBE}")
VILLAGE = re.compile(r",?\s+(?:Kecamatan|Kelurahan|Desa|Kabupaten|Kota)(?!\w)")
"""Behind the name of a small place."""
ALONE = re.compile(r",?\s+(?!dan\b|serta\b)[a-z(]|\s*\(")
"""Behind a single name that is the subject, not an entry in a list of places."""
FIRST_WORD = re.compile(r"\S+\s+")


def past_place(
    text: str, title: Title, name: Name, limit: int, headline: bool, stop: Callable[[int, int], bool]
) -> Holding | None:
    """The holding of a title behind which `name` was read, the name of its place or with it.

    Of fewer words than three nothing here tells whether they are a place or a person.
    """
    if VILLAGE.match(text, name.after, limit):
        return None
    comma = COMMA.match(text, name.end, limit)
    second = name_reader().read(text, comma.end(), limit, stop=stop) if comma else None
    if second and (len(second.words) > 1 or second.titled or ALONE.match(text, second.after, limit)):
        return Holding(second, placed(text, title, name.end), "title of a place, name", 0.85)
    first = FIRST_WORD.match(text, name.start, name.end)
    rest = name_reader().read(text, first.end(), limit, stop=stop) if first else None
    if rest and first and (rest.titled or len(rest.words) > 1) and not headline:
        return Holding(rest, placed(text, title, first.end()), "title of a place and name", 0.7)
    return Holding(name, title, "title name", 0.6, "village")


def placed(text: str, title: Title, end: int) -> Title:
    """The title with the name of its place, which ends at `end`."""
    place = text[title.end : end].strip()
    return replace(title, end=end, position=f"{title.position} {place}")

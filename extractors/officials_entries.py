"""Lists of regions and their heads in which the title is said once: "Gubernur Bali A, Jambi B dan Aceh C"."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from extractors.lines import Lines
from extractors.mention import RegionMention
from extractors.names import name_reader
from extractors.officials_holding import Holding
from extractors.title import BLANK, MAYBE

NEXT = re.compile(
    rf"(?:{MAYBE}[,;]{MAYBE}(?:(?:dan|serta|hingga){BLANK})?|{BLANK}(?:dan|serta){BLANK})"
    rf"(?:(?:Kabupaten|Kota|Provinsi){BLANK})?"
)
"""Between two entries."""
CLOSED = re.compile(r"\s*(?:[,;:()–—]|\.|$)|\s+[a-z]")
"""Behind the name of an entry."""


class Entries:
    """Reads the further entries of such lists. `regions` are by where they begin, `stop` as names take it."""

    def __init__(
        self, text: str, regions: Mapping[int, RegionMention], stop: Callable[[int, int], bool]
    ) -> None:
        self._text = text
        self._regions = regions
        self._stop = stop
        self._lines = Lines(text)

    def after(self, holding: Holding) -> list[Holding]:
        """The entries behind a title with its region and its name, each with the title as its own."""
        title = holding.title
        if title.level is None or title.mention is None or holding.name.start < title.end:
            return []
        found: list[Holding] = []
        at = holding.name.after
        _, limit = self._lines.around(at)
        while (gap := NEXT.match(self._text, at, limit)) and (mention := self._regions.get(gap.end())):
            other = replace(
                title, start=gap.end(), end=mention.end_char, mention=mention, typed=None, acting=None
            )
            region = other.region()
            name = name_reader().read(self._text, mention.end_char, limit, stop=self._stop)
            if name is None or region is None or region.level != title.level:
                break
            if name.before == mention.end_char or not CLOSED.match(self._text, name.after, limit):
                break
            found.append(Holding(name, other, "region and name in a list", 0.8))
            at = name.after
        return found

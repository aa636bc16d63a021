"""The region of a title that names none."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

from extractors.mention import RegionMention
from extractors.officials_holding import Holding
from extractors.region import Region
from extractors.sentences import Sentence
from extractors.title import BLANK, MAYBE, Title

BRACKETED = re.compile(
    rf"{MAYBE}\({MAYBE}(?:(?:yang{BLANK})?di\w{{4,12}}{BLANK}(?:langsung{BLANK})?(?:oleh{BLANK})?)?"
    rf"|{MAYBE},?{BLANK}(?:yang{BLANK})?(?:diterima|diwakili){BLANK}(?:langsung{BLANK})?(?:oleh{BLANK})?"
)
"""Between a region and who stands for it: "Sumatera Selatan (diterima Wagub A)"."""
PLACED = re.compile(
    rf"(?:^|(?<=\W))(?:[Dd]i|[Dd]ari|[Uu]ntuk|[Pp]ada){BLANK}(?:(?:Kabupaten|Kab\.|Kota|Provinsi){BLANK})?$"
)
"""Before a region that tells where the sentence plays: "Di Kabupaten Gowa, Bupati A …"."""


class Homes:
    """The region a bare title speaks of ("Bupati Ipuk", "Sekda Nurman"): the one it can be, or none.

    For the head of a region, in turn: the one right before the title, with who stands for it in brackets
    or as the place of what happens; the only region of its level in the article; the only one whose head
    the article names; the only one in the title's sentence; the one named more than twice as often as any
    other. Another office is first of all that of the region led by whoever is named before it in the
    sentence ("Gubernur Jawa Timur diwakili Asisten X").
    """

    def __init__(
        self,
        text: str,
        regions: Sequence[RegionMention],
        holdings: Sequence[Holding],
        sentence: Callable[[int], Sentence | None],
        titles: Sequence[Title] = (),
    ) -> None:
        self._text = text
        self._titles = [title for title in titles if title.local and title.mention]
        self._mentions = [mention for mention in regions if mention.region and mention.role != "inside"]
        named = [mention.region for mention in self._mentions if mention.region]
        self._regions = {region.id: region for region in named}
        self._named = Counter(region.id for region in named)
        self._led = {
            region.id for holding in holdings if holding.title.level and (region := holding.title.region())
        }
        self._sentence = sentence

    def of(self, title: Title) -> Region | None:
        """The region of a title, or None where the article leaves it open."""
        if attached := self._attached(title):
            return attached
        if title.level is None and (before := self._before(title)):
            return before
        levels = (title.level,) if title.level else ("kota", "kabupaten")
        fitting = [number for number, region in self._regions.items() if region.level in levels]
        for choice in (fitting, [n for n in fitting if n in self._led], self._beside(title, fitting)):
            if len(choice) == 1:
                return self._regions[choice[0]]
        ordered = sorted(fitting, key=lambda number: -self._named[number])
        if len(ordered) > 1 and self._named[ordered[0]] > 2 * self._named[ordered[1]]:
            return self._regions[ordered[0]]
        return None

    def _attached(self, title: Title) -> Region | None:
        """The region right before a title that the sentence joins to it."""
        number = bisect_left(self._mentions, title.start, key=lambda mention: mention.name_start) - 1
        sentence = self._sentence(title.start)
        if number < 0 or sentence is None or self._mentions[number].start_char < sentence.start:
            return None
        mention = self._mentions[number]
        if mention.region is None or title.level not in (None, mention.region.level):
            return None
        if BRACKETED.fullmatch(self._text, mention.end_char, title.start):
            return mention.region
        opening = self._text[max(sentence.start, mention.name_start - 30) : mention.name_start]
        if self._text[mention.end_char : title.start].strip() == "," and PLACED.search(opening):
            return mention.region
        return None

    def _before(self, title: Title) -> Region | None:
        """The region of the last title before one, in its sentence."""
        number = bisect_left(self._titles, title.start, key=lambda other: other.start) - 1
        sentence = self._sentence(title.start)
        if number < 0 or sentence is None or self._titles[number].start < sentence.start:
            return None
        return self._titles[number].region()

    def _beside(self, title: Title, fitting: list[str]) -> list[str]:
        sentence = self._sentence(title.start)
        if sentence is None:
            return []
        first = bisect_left(self._mentions, sentence.start, key=lambda mention: mention.name_start)
        last = bisect_left(self._mentions, sentence.end, key=lambda mention: mention.name_start)
        inside = {mention.region.id for mention in self._mentions[first:last] if mention.region}
        return [number for number in fitting if number in inside]

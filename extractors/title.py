"""A position named in a text, and the region named with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extractors.bodies import Body
from extractors.mention import RegionMention
from extractors.region import Region
from extractors.statement import Acting

BLANK = r"[ \t\u00a0\u2009]{1,4}"
"""Between two words of a line: a few blanks, so that no pattern walks far through empty space."""
MAYBE = r"[ \t\u00a0\u2009]{0,4}"
NUMBER = re.compile(rf"{BLANK}(?:I(?!{BLANK}[A-Z])|I[IVX]{{1,3}}|[VX][IVX]{{0,3}}|\d)(?![\w.])")
BRACKET = re.compile(rf"{MAYBE}\([^()\n]{{1,60}}\)")
TYPE_WORDS = re.compile(
    rf"(?:,(?={MAYBE}pem))?{MAYBE}(?:(?:di|se|pada){BLANK})?"
    rf"(?:(?:set?da\w*|sekda|sekretariat{BLANK}daerah|pemkab|pemkot|pemprov|pemda|pemko|pemerintah(?:an)?){BLANK})?"
    rf"(?:(?:daerah{BLANK})?(?:(?P<kota>kota)|(?P<kabupaten>kabupaten|kab\.?)|"
    rf"(?P<provinsi>pro[vp]insi|provini|prov\.?|daerah istimewa))(?!\w))?{MAYBE}",
    re.IGNORECASE,
)
"""What may stand between a title and the name of its region; "Provini" is a frequent slip."""


@dataclass(slots=True)
class Title:
    """A position named at text[start:end]; `family` is its head ("Kepala Dinas"), `position` the whole.

    `mention` is the region named with it, `level` that of the region it leads. `open` tells that nothing in
    the text marks where the title ends, so that a name right after it may begin later; `placed`, that the
    name of a small place may stand between. `nobody` marks a title whose holder is not named or does not
    hold it now, `local` one of a region's own government. `typed` is the level a type word states before
    the region's name, `short` the short name of the office that stands in brackets.
    """

    start: int
    end: int
    family: str
    position: str
    level: str | None = None
    mention: RegionMention | None = None
    body: Body | None = None
    acting: Acting | None = None
    open: bool = False
    nobody: bool = False
    local: bool = False
    placed: bool = False
    typed: str | None = None
    short: str | None = None

    def region(self) -> Region | None:
        """The region whose position it is, where the title names it and the text or the title settles it."""
        if self.mention is None:
            return None
        settled, level = self.mention.region, self.level or self.typed
        if settled and level in (None, settled.level):
            return settled
        fitting = [region for region in self.mention.candidates if level in (None, region.level)]
        return fitting[0] if len(fitting) == 1 else settled


@dataclass(frozen=True, slots=True)
class Head:
    """What a title begins with ("Kepala Dinas"); its fields are those of positions.yaml."""

    say: str
    kind: str
    alone: bool = False
    placed: bool = False
    central: bool = False
    whole: bool = False
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a title is read in: the text up to `limit` (the end of its line), and the regions by where their
    names begin.
    """

    text: str
    limit: int
    regions: Mapping[int, RegionMention]


def take_region(title: Title, around: Surroundings) -> bool:
    """Take the region named right behind the title, if there is one."""
    bracket = BRACKET.match(around.text, title.end, around.limit)
    for at in (title.end, *([bracket.end()] if bracket else [])):
        words = TYPE_WORDS.match(around.text, at, around.limit)
        place = words.end() if words else at
        if around.text[at : at + 1].isspace() and at + 1 in around.regions:
            words, place = None, at + 1  # "DI Yogyakarta", whose "DI" is not the small word
        mention = around.regions.get(place)
        if mention is not None and place > at:
            title.mention, title.typed = mention, words.lastgroup if words else None
            title.end = mention.end_char
            _take_second(title, around)
            return True
    return False


def _take_second(title: Title, around: Surroundings) -> None:
    """Go past a second region that the office serves and past its number: "Jateng-DIY", "Jabar III"."""
    if title.end < around.limit and around.text[title.end] in "-/":
        second = around.regions.get(title.end + 1)
        if second is not None:
            title.end = second.end_char
    number = NUMBER.match(around.text, title.end, around.limit)
    if number and title.level is None:
        title.end = number.end()

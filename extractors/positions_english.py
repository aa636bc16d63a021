"""Titles of Indonesian officials in English text, under the names that the Indonesian ones have."""

import re
from collections.abc import Sequence
from functools import lru_cache

from extractors.bodies import Bodies, Ministry, bodies
from extractors.mention import RegionMention
from extractors.title import BRACKET, Title

HEADS = {
    "mayor": ("Wali Kota", "kota"),
    "regent": ("Bupati", "kabupaten"),
    "governor": ("Gubernur", "provinsi"),
}
OFFICES = {
    "secretary general": "Sekretaris Jenderal",
    "director general": "Direktur Jenderal",
    "inspector general": "Inspektur Jenderal",
    "head": "Kepala",
    "chair": "Ketua",
    "chairman": "Ketua",
    "chairwoman": "Ketua",
    "chairperson": "Ketua",
    "deputy head": "Wakil Kepala",
    "director": "Direktur",
    "secretary": "Sekretaris",
    "spokesperson": "Juru Bicara",
    "spokesman": "Juru Bicara",
}
ENGLISH = re.compile(r"\b(?:the|of|and|for|with|was|has|by)\b", re.IGNORECASE)
INDONESIAN = re.compile(r"\b(?:yang|dan|di|dengan|untuk|pada|dari)\b", re.IGNORECASE)
"""Small words of both languages: only in an English text does "Mayor" without a region count, which is an
Indonesian rank.
"""
MINISTRY = re.compile(r"\bMinistry of (?:the )?")
TYPE_BEHIND = re.compile(r"\s(?:Province|Provincial|Regency|City)(?:\s+Government)?(?:['’]s)?\s$")
"""Between a region and a title: "Bali Province Regional Secretary"."""
PUBLIC = re.compile(
    r"\b(?:Agency|Office|Board|Department|Relations|Bureau|Ministry|Commission|Council|Service|Secretariat|Affairs|"
    r"Center|Centre|Division|Directorate|Authority|Inspectorate|Unit|ministry|agency|office|commission|council)\b"
)
"""An English name of an office ends with such a word; names of companies and clubs have none."""


class EnglishPositions:
    """Finds English titles."""

    def __init__(self, known: Bodies) -> None:
        self._bodies = known
        topics = known.english_topics
        self._topic = re.compile(topics)
        offices = "|".join(sorted((word.replace(" ", "[- ]") for word in OFFICES), key=len, reverse=True))
        self._title = re.compile(
            r"(?<![\w-])(?<!Executive )(?:(?:Indonesia['’]s|Indonesian)\s+)?(?:(?P<acting>Acting)\s+)?(?:"
            r"(?P<second>Deputy\s+|Vice\s+)?(?P<head>Mayor|Regent|Governor)(?!\w)(?P<of>\s+of\s+(?:the\s+)?)?"
            r"|(?P<secretary>(?:Regional|Provincial|Regency|City)\s+Secretary)(?!\w)(?P<of2>\s+of\s+(?:the\s+)?)?"
            r"|(?P<junior>Deputy\s+|Vice\s+)?(?:Coordinating\s+)?Minister\s+(?:of|for)\s+(?:the\s+)?"
            rf"(?P<topic>{topics})(?!\w)"
            rf"|(?P<topic2>{topics})\s+(?P<junior2>Deputy\s+|Vice\s+)?Minister(?!\w)"
            r"|(?P<junior3>Deputy\s+|Vice\s+)?(?P<minister>Minister)(?=\s[A-Z])"
            r"|(?P<vice>Vice[- ])?President(?!\w|\s+(?:Director|Commissioner|University))"
            r"(?:\s+of\s+(?:the\s+Republic\s+of\s+)?Indonesia(?!\w))?"
            rf"|(?P<office>(?i:{offices}))\s+of\s+(?:the\s+)?(?P<name>(?:ministry|agency|office|commission|council)\b"
            r"|[A-Z][\w&'’-]*(?:\s(?:(?:of|for|and|the|&)\s){0,2}[A-Z][\w&'’-]*){0,9}))"
        )

    def find(self, text: str, regions: Sequence[RegionMention] = ()) -> list[Title]:
        """All English titles of a text, in order."""
        starts = {mention.name_start: mention for mention in regions}
        ends = {mention.end_char: mention for mention in regions}
        english = is_english(text)
        found = []
        ministry = self._only_ministry(text)
        for match in self._title.finditer(text):
            title = self._read(text, match, starts, ends, english, ministry)
            if title:
                title.acting = "Pj" if match["acting"] else None
                found.append(title)
        return found

    def _read(
        self,
        text: str,
        match: re.Match[str],
        starts: dict[int, RegionMention],
        ends: dict[int, RegionMention],
        english: bool,
        only: Ministry | None,
    ) -> Title | None:
        start, end = match.span()
        if match["head"] or match["secretary"]:
            return self._regional(match, starts, ends, english)
        topic = match["topic"] or match["topic2"]
        if topic:
            ministry = self._bodies.ministry_in_english(topic)
            return (
                _minister(start, end, ministry, bool(match["junior"] or match["junior2"]))
                if ministry
                else None
            )
        if match["office"]:
            return self._office(text, match, only)
        if not english:
            return None
        if match["minister"]:
            say = "Wakil Menteri" if match["junior3"] else "Menteri"
            return Title(start, end, say, say)
        say = "Wakil Presiden" if match["vice"] else "Presiden"
        return Title(start, end, say, say)

    def _office(self, text: str, match: re.Match[str], only: Ministry | None) -> Title | None:
        """ "Head of the Environment Agency": the name of the office ends with its last public word."""
        known = self._bodies.at(text, match.start("name"))
        public = [word.end() for word in PUBLIC.finditer(match["name"])]
        if known is None and not public:
            return None
        end = known or match.start("name") + public[-1]
        name = text[match.start("name") : end]
        say = OFFICES[re.sub(r"[- ]", " ", match["office"].lower())]
        meant = (
            only
            if name == "ministry"
            else self._bodies.ministry_in_english(name.removeprefix("Ministry of "))
        )
        body = self._bodies.named(name) or meant
        title = Title(match.start(), end, say, f"{say} {body.name if body else name}", body=body)
        bracket = BRACKET.match(text, title.end)
        if bracket:
            title.end = bracket.end()
        return title

    def _regional(
        self,
        match: re.Match[str],
        starts: dict[int, RegionMention],
        ends: dict[int, RegionMention],
        english: bool,
    ) -> Title | None:
        say, level = HEADS[match["head"].lower()] if match["head"] else ("Sekretaris Daerah", None)
        say = f"Wakil {say}" if match["second"] else say
        title = Title(match.start(), match.end(), say, say, level=level, local=True)
        group = "of" if match["head"] else "of2"
        if match[group]:
            title.mention = starts.get(match.end())
            title.end = title.mention.end_char if title.mention else match.start(group)
            return title if title.mention else None
        before = TYPE_BEHIND.search(match.string, max(0, match.start() - 20), match.start())
        title.mention = ends.get(match.start() - 1) or (ends.get(before.start()) if before else None)
        if title.mention:
            title.start = title.mention.start_char
        return title if title.mention or english else None

    def _only_ministry(self, text: str) -> Ministry | None:
        """The ministry that "the ministry" means: the only one the text names in English."""
        found = {
            topic: ministry
            for at in MINISTRY.finditer(text)
            if (topic := self._topic.match(text, at.end()))
            and (ministry := self._bodies.ministry_in_english(topic.group()))
        }
        named = {ministry.id: ministry for ministry in found.values()}
        return next(iter(named.values())) if len(named) == 1 else None


def is_english(text: str) -> bool:
    """Whether a text has more of the small words of English than of Indonesian, and some at all."""
    english = len(ENGLISH.findall(text))
    return english > 2 and english > len(INDONESIAN.findall(text))


def _minister(start: int, end: int, ministry: Ministry, deputy: bool) -> Title:
    if deputy:
        return Title(start, end, "Wakil Menteri", ministry.deputy_position, body=ministry)
    return Title(start, end, "Menteri", ministry.position, body=ministry)


def merged(one: Sequence[Title], other: Sequence[Title]) -> list[Title]:
    """Titles of both kinds in order of the text; of two that overlap, the earlier and longer."""
    found: list[Title] = []
    for title in sorted([*one, *other], key=lambda title: (title.start, -title.end)):
        if not found or title.start >= found[-1].end:
            found.append(title)
    return found


@lru_cache(maxsize=1)
def english_positions() -> EnglishPositions:
    """The finder, built once a process."""
    return EnglishPositions(bodies())

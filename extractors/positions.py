"""Titles of officials in running text: the position, whose region or body it is, and who only acts in it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from extractors.bodies import Bodies, Ministry, bodies, choice, spoken
from extractors.lines import Lines
from extractors.mention import RegionMention
from extractors.names import name_reader, name_words
from extractors.offices import Offices
from extractors.statement import Acting
from extractors.title import BLANK, BRACKET, MAYBE, Head, Surroundings, Title, take_region

DATA = Path(__file__).parent / "data" / "positions.yaml"
STATE = re.compile(rf"{MAYBE},?{MAYBE}(?:RI|R\.I\.|Republik{BLANK}Indonesia)(?!\w)")
LOOK = re.compile(r"\(\?[!=].*")
"""What a pattern of positions.yaml only looks at."""
BARE_TYPE = re.compile(rf"{BLANK}(?:Kabupaten|Kota|Provinsi)(?!\w)(?=,|{BLANK}[A-Z])")
"""A type word without the name of the region: "Sekretaris Daerah Kabupaten A"."""
ELECTED = re.compile(
    rf"{BLANK}(?:terpilih|(?:periode|masa{BLANK}jabatan)(?![^()\n,.]{{0,20}}(?:sekarang|kini)))(?!\w)",
    re.IGNORECASE,
)
FORMER = re.compile(rf"{BLANK}ke-?{MAYBE}\d", re.IGNORECASE)
FOREIGN = re.compile(
    rf"{BLANK}(?:AS|Amerika|Rusia|Prancis|Perancis|China|Tiongkok|Korea|Filipina|Turki|Turkiye|Ukraina|Mesir|"
    r"Iran|Brasil|Vietnam|Timor|Singapura|Direktur|Komisaris|BEM|Mahasiswa|Cup|Bank|[A-Z]{3,})(?!\w)"
)
"""After "Presiden": another country, a company or a club."""

LONGEST = 300
"""Characters of a position; titles one after another without end are no longer one."""


class Positions:
    """Finds titles. Built from positions.yaml and ministries.yaml."""

    def __init__(self, raw: dict[str, Any], known: Bodies) -> None:
        self._topics: dict[str, Ministry] = {}
        self._ministers: dict[str, tuple[Ministry, bool]] = {}
        for ministry in known.ministries:
            for topic in (*ministry.topics, *_without_field(ministry.topics)):
                self._topics.setdefault(topic, ministry)
            self._ministers |= {word.lower(): (ministry, False) for word in ministry.minister}
            self._ministers |= {word.lower(): (ministry, True) for word in ministry.deputy}
        topics = choice(self._topics).replace(r"Koordinator\s+", r"Koordinator(?:\s*\(Menko\))?\s+")
        self._topic = re.compile(rf"{BLANK}(?P<topic>{topics})(?!\w)")
        self._heads: dict[str, Head] = {}
        self._acting: tuple[Acting, ...] = tuple(raw["acting"])
        self._head = self._pattern(raw)
        self._offices = Offices(raw, known, self._head)
        self._nobody = _before(raw["not_now"] + raw["not_theirs"] + raw["not_persons"])

    def _pattern(self, raw: dict[str, Any]) -> re.Pattern[str]:
        acting = "|".join(rf"(?P<{key}>{_spaced(words)})" for key, words in raw["acting"].items())
        heads = [
            rf"(?P<second>Wakil{BLANK})?(?P<minister>{choice(self._ministers)})",
            rf"(?P<menteri>Wakil{BLANK}Menteri|Wamen|Menteri|Menko)",
        ]
        entries = [(kind, entry) for kind in ("offices", "regional", "state") for entry in raw[kind]]
        entries.sort(key=lambda pair: -max(len(LOOK.sub("", word)) for word in pair[1]["words"]))
        for number, (kind, entry) in enumerate(entries):
            told = {key: value for key, value in entry.items() if key != "words"}
            self._heads[f"h{number}"] = Head(kind=kind, **told)
            heads.append(rf"(?P<h{number}>{_spaced(entry['words'])})")
        heads.append(r"(?P<blend>Ka(?:dis|din)[a-z]{3,})")
        words = [word for _, entry in entries for word in entry["words"]]
        words += [*self._ministers, "Wakil", "Wamen", "Men", "Ka", *chain(*raw["acting"].values())]
        return re.compile(
            rf"(?<![\w-])(?={_openings(words)})"
            rf"(?:(?:{acting})\b\.?(?:\s*\((?:Pjs?|Plt|Plh)\.?\))?[ \t\u00a0.-]{{0,4}})?"
            rf"(?:{'|'.join(heads)})(?!\w)",
            re.IGNORECASE,
        )

    def is_office_word(self, word: str) -> bool:
        """Whether a word in lower case is known as part of an office's name."""
        return word in self._offices.words

    def find(self, text: str, regions: Sequence[RegionMention] = ()) -> list[Title]:
        """All titles of a text in order, those inside others left out."""
        named = {mention.name_start: mention for mention in regions}
        lines = Lines(text)
        titles: list[Title] = []
        last = 0
        for match in self._head.finditer(text):
            if match.start() < last:
                continue
            title = self._read(match, Surroundings(text, lines.around(match.end())[1], named))
            if title is None:
                continue
            last = title.end
            beside = titles and re.fullmatch(BLANK, text[titles[-1].end : title.start])
            if beside and not title.nobody and len(titles[-1].position) < LONGEST:
                _join(titles[-1], title, text)
                continue
            if self._nobody.search(text, max(0, title.start - 30), title.start):
                title.nobody = True
            titles.append(title)
        return titles

    def _read(self, match: re.Match[str], around: Surroundings) -> Title | None:
        group = match.lastgroup or ""
        title: Title | None
        if group == "minister":
            ministry, deputy = self._ministers[spoken(match[group]).lower()]
            title = _minister(match.start(), match.end(), ministry, deputy or match["second"] is not None)
        elif group == "menteri":
            title = self._after_menteri(match, around)
        elif group == "blend":
            title = Title(match.start(), match.end(), "Kepala Dinas", "Kepala", local=True)
            self._offices.say(title, match[group][2:].capitalize())
            take_region(title, around)
        else:
            title = self._after_head(match, self._heads[group], around)
        if title is None:
            return None
        title.acting = next((key for key in self._acting if match[key]), None)
        for pattern in (BRACKET, STATE, BRACKET, BARE_TYPE):
            behind = pattern.match(around.text, title.end, around.limit)
            if behind and (pattern is not BARE_TYPE or title.mention is None):
                title.end, title.open = behind.end(), False
        return title

    def _after_menteri(self, match: re.Match[str], around: Surroundings) -> Title:
        deputy = match["menteri"].lower().startswith("wa")
        bracket = BRACKET.match(around.text, match.end())
        topic = self._topic.match(around.text, bracket.end() if bracket else match.end())
        if topic is None:
            family = "Wakil Menteri" if deputy else "Menteri"
            return Title(match.start(), match.end(), family, family)
        ministry = self._topics[spoken(re.sub(r"\s*\(Menko\)", "", topic["topic"]))]
        return _minister(match.start(), topic.end(), ministry, deputy)

    def _after_head(self, match: re.Match[str], head: Head, around: Surroundings) -> Title | None:
        title = Title(match.start(), match.end(), head.say, head.say, level=head.level)
        if head.kind == "state":
            foreign = FOREIGN.match(around.text, title.end)
            if foreign and name_words(foreign.group().strip()) in name_reader().short:
                foreign = None
            title.nobody = bool(foreign or FORMER.match(around.text, title.end))
            return title
        title.local = True
        if head.kind == "regional":
            take_region(title, around)
            title.nobody = ELECTED.match(around.text, title.end) is not None
            return title
        return self._offices.read(title, head, around)


def _join(title: Title, owner: Title, text: str) -> None:
    """ "Deputi II Kepala Staf Kepresidenan", "Staf Khusus Menteri Sosial": one title.

    Of a region's chief secretary an assistant is not called the assistant: his title ends with its field.
    """
    if owner.family == "Sekretaris Daerah":
        title.mention, title.typed = owner.mention or title.mention, owner.typed or title.typed
    else:
        title.position += f" {spoken(text[owner.start : owner.end])}"
    title.end, title.open = owner.end, owner.open


def _minister(start: int, end: int, ministry: Ministry, deputy: bool) -> Title:
    if deputy:
        return Title(start, end, "Wakil Menteri", ministry.deputy_position, body=ministry)
    return Title(start, end, "Menteri", ministry.position, body=ministry)


def _without_field(topics: Iterable[str]) -> list[str]:
    """Topics of coordinating ministers said without "Bidang"."""
    return [topic.replace(" Bidang", "", 1) for topic in topics if topic.startswith("Koordinator Bidang ")]


def _spaced(words: Iterable[str]) -> str:
    """A pattern of any of the words of positions.yaml, where " ?" is a blank or none."""
    return "|".join(re.sub(r" (\??)", lambda m: MAYBE if m[1] else BLANK, word) for word in words)


def _openings(words: Iterable[str]) -> str:
    """A pattern of the letters that words begin with, at most three: most words of a text are told by them to
    be no title.
    """
    rests: dict[str, set[str]] = defaultdict(set)
    for word in words:
        opening = re.match(r"([A-Za-z])([A-Za-z]{0,2})(?![?*+{])", word)
        if opening is None:
            return ""
        rests[opening[1].lower()].add(opening[2].lower())
    return "|".join(f"{first}(?:{'|'.join(sorted(rest))})" for first, rest in rests.items())


def _before(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{choice(words)})\s*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def positions() -> Positions:
    """The finder, built once a process."""
    return Positions(yaml.safe_load(DATA.read_text(encoding="utf-8")), bodies())

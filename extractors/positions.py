"""Titles of officials in running text: the position, whose region or body it is, and who only acts in it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from extractors.bodies import Bodies, Body, Ministry, bodies, choice, spoken
from extractors.mention import RegionMention
from extractors.names import name_reader
from extractors.region import Region
from extractors.statement import Acting

DATA = Path(__file__).parent / "data" / "positions.yaml"
BLANK = r"[ \t\u00a0\u2009]{1,4}"
"""Between two words of a line: a few blanks, so that no pattern walks far through empty space."""
MAYBE = r"[ \t\u00a0\u2009]{0,4}"
BRACKET = re.compile(rf"{MAYBE}\([^()\n]{{1,60}}\)")
TYPE_WORDS = re.compile(
    rf"(?:,(?={MAYBE}pem))?{MAYBE}(?:(?:di|se|pada){BLANK})?"
    rf"(?:(?:set?da\w*|sekda|pemkab|pemkot|pemprov|pemda|pemko|pemerintah(?:an)?){BLANK})?"
    rf"(?:(?:daerah{BLANK})?(?:(?P<kota>kota)|(?P<kabupaten>kabupaten|kab\.?)|"
    rf"(?P<provinsi>pro[vp]insi|provini|prov\.?|daerah istimewa))(?!\w))?{MAYBE}",
    re.IGNORECASE,
)
"""What may stand between a title and the name of its region; "Provini" is a frequent slip."""
STATE = re.compile(rf"{MAYBE},?{MAYBE}(?:RI|R\.I\.|Republik{BLANK}Indonesia)(?!\w)")
LOOK = re.compile(r"\(\?[!=].*")
"""What a pattern of positions.yaml only looks at."""
OWNER = re.compile(rf"{BLANK}(?:Gubernur|Bupati|Wali{MAYBE}[Kk]ota|Menteri|Presiden)(?!\w)")
"""Whom an expert or special adviser advises: "Staf Ahli Gubernur Bidang Hukum"."""
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
WORD = re.compile(r"[^\W_]+(?:[-.&'’][^\W_]+)*")
GAP = re.compile(rf"{MAYBE}(?:,{MAYBE}(?:(?:dan|serta|&){BLANK})?|/{MAYBE}|&{MAYBE}|-{MAYBE})?")
CAPITALS = re.compile(rf"(?:{BLANK}(?:(?:dan|serta|&){BLANK})?[A-Z][\w'’-]*){{1,8}}")
CAPITALS_ONE = re.compile(rf"{BLANK}([A-Z][a-z'’-]+)")
ABBREVIATION = re.compile(rf"{MAYBE}\(([A-Z][A-Za-z-]*[A-Z0-9])\)")
JOINERS = frozenset(["dan", "serta", "untuk", "atas", "pada", "di", "dalam", "dengan", "dari"])
SECTION = re.compile(r"[IVX]{1,4}|\d{1,2}")
BLEND = re.compile(
    r"(?:Dis[a-z]{3}|Din(?:kes|sos|dik|kop|hub|por|par|naker|perin|tan)|Dispen|Bap(?:p|el|en|er|ed)|Balit|Baker|"
    r"Bakor|Bakesbang|Kemen|Kesbang|Satpol|Setda|Setwan|Dukcapil|Prokop|Prokom)[a-z]*"
)
"""Short names of offices, blended from the beginnings of their words: "Diskominfosan", "Bapperida"."""
OWN = re.compile(
    r"Dinas|D[A-Z]|Dis[a-z]|Din[a-z]|Bap[a-z]|BAP|Bag|Bid|Balit|BPKA|BKA?D|BKPS|BKPP|BPBD|BPPD|Kesbang|Satpol|UPT|Setda|"
    r"RSUD|Puskesmas|Prok|Sub|Seksi|Kecamatan|Kelurahan|TP|TPID|Tim Penggerak"
)
"""How the names of a region's own offices begin; of others an article's region says nothing."""
DOING = re.compile(r"(?:pe|ke)\w{4,}an", re.IGNORECASE)
"""Nouns of what an office does: "Penaatan", "Pemberdayaan", "Ketahanan"."""


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
    level: str | None = None


class Positions:
    """Finds titles. Built from positions.yaml and ministries.yaml."""

    def __init__(self, raw: dict[str, Any], known: Bodies) -> None:
        self.bodies = known
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
        self._agencies = {word.lower(): name for name, words in raw["agencies"].items() for word in words}
        self._office_words = frozenset(raw["office_words"])
        self._not_government = frozenset(raw["not_government"])
        self._private = frozenset(raw["private"])
        self._nobody = _before(raw["not_now"] + raw["not_theirs"] + raw["not_persons"])

    def _pattern(self, raw: dict[str, Any]) -> re.Pattern[str]:
        acting = "|".join(rf"(?P<{key}>{_spaced(words)})" for key, words in raw["acting"].items())
        heads = [
            rf"(?P<minister>{choice(self._ministers)})",
            rf"(?P<menteri>Wakil{BLANK}Menteri|Wamen|Menteri|Menko)",
        ]
        entries = [(kind, entry) for kind in ("offices", "regional", "state") for entry in raw[kind]]
        entries.sort(key=lambda pair: -max(len(LOOK.sub("", word)) for word in pair[1]["words"]))
        for number, (kind, entry) in enumerate(entries):
            told = {key: value for key, value in entry.items() if key != "words"}
            self._heads[f"h{number}"] = Head(kind=kind, **told)
            heads.append(rf"(?P<h{number}>{_spaced(entry['words'])})")
        heads.append(r"(?P<blend>Ka(?:dis|din)[a-z]{3,})")
        return re.compile(
            rf"(?<![\w-])(?:(?:{acting})\b\.?(?:\s*\((?:Pjs?|Plt|Plh)\.?\))?[ \t\u00a0.-]{{0,4}})?"
            rf"(?:{'|'.join(heads)})(?!\w)",
            re.IGNORECASE,
        )

    def is_office_word(self, word: str) -> bool:
        """Whether a word in lower case is known as part of an office's name."""
        return word in self._office_words

    def find(self, text: str, regions: Sequence[RegionMention] = ()) -> list[Title]:
        """All titles of a text in order, those inside others left out."""
        starts = [mention.name_start for mention in regions]
        titles: list[Title] = []
        last = 0
        for match in self._head.finditer(text):
            if match.start() < last:
                continue
            title = self._read(text, match, regions, starts)
            if title is None:
                continue
            if self._nobody.search(text, max(0, title.start - 30), title.start):
                title.nobody = True
            last = title.end
            if titles and not title.nobody and re.fullmatch(rf"{BLANK}", text[titles[-1].end : title.start]):
                # "Deputi II Kepala Staf Kepresidenan", "Staf Khusus Menteri Sosial": one title.
                titles[-1].position += f" {spoken(text[title.start : title.end])}"
                titles[-1].end, titles[-1].open = title.end, title.open
                continue
            titles.append(title)
        return titles

    def _read(
        self, text: str, match: re.Match[str], regions: Sequence[RegionMention], starts: list[int]
    ) -> Title | None:
        line_end = text.find("\n", match.end())
        limit = len(text) if line_end < 0 else line_end
        group = match.lastgroup or ""
        title: Title | None
        if group == "minister":
            ministry, deputy = self._ministers[spoken(match[group]).lower()]
            title = _minister(match.start(), match.end(), ministry, deputy)
        elif group == "menteri":
            title = self._after_menteri(text, match)
        elif group == "blend":
            title = Title(match.start(), match.end(), "Kepala Dinas", "Kepala", local=True)
            self._say(title, match[group][2:].capitalize())
            _take_region(text, title, regions, starts)
        else:
            title = self._after_head(text, match, self._heads[group], regions, starts, limit)
        if title is None:
            return None
        title.acting = next((key for key in self._acting if match[key]), None)
        for pattern in (BRACKET, STATE, BRACKET, BARE_TYPE):
            behind = pattern.match(text, title.end, limit)
            if behind and (pattern is not BARE_TYPE or title.mention is None):
                title.end, title.open = behind.end(), False
        return title

    def _after_menteri(self, text: str, match: re.Match[str]) -> Title:
        deputy = match["menteri"].lower().startswith("wa")
        bracket = BRACKET.match(text, match.end())
        topic = self._topic.match(text, bracket.end() if bracket else match.end())
        if topic is None:
            family = "Wakil Menteri" if deputy else "Menteri"
            return Title(match.start(), match.end(), family, family)
        ministry = self._topics[spoken(re.sub(r"\s*\(Menko\)", "", topic["topic"]))]
        return _minister(match.start(), topic.end(), ministry, deputy)

    def _after_head(
        self,
        text: str,
        match: re.Match[str],
        head: Head,
        regions: Sequence[RegionMention],
        starts: list[int],
        limit: int,
    ) -> Title | None:
        title = Title(match.start(), match.end(), head.say, head.say, level=head.level)
        if head.kind == "state":
            title.nobody = bool(FORMER.match(text, title.end) or FOREIGN.match(text, title.end))
            return title
        title.local = True
        if head.kind == "regional":
            _take_region(text, title, regions, starts)
            title.nobody = ELECTED.match(text, title.end) is not None
            return title
        return self._office(text, title, head, regions, starts, limit)

    def _office(
        self,
        text: str,
        title: Title,
        head: Head,
        regions: Sequence[RegionMention],
        starts: list[int],
        limit: int,
    ) -> Title | None:
        """Read the office behind "Kepala", "Ketua" …: "Dinas Komunikasi dan Informatika Kota Malang"."""
        begin = end = title.end
        owner = OWNER.match(text, end, limit) if head.say.endswith((" Ahli", " Khusus")) else None
        if owner:
            end = title.end = owner.end()
            _take_region(text, title, regions, starts)
            begin = title.end
        while True:
            bracket = BRACKET.match(text, title.end, limit)
            if bracket:
                title.end, title.open = bracket.end(), False
                title.short = title.short or bracket.group().strip(" ()")
            if _take_region(text, title, regions, starts):
                title.open = False
                break
            after = self._office_word(text, title.end, limit, first=end == begin)
            after = after or self._unknown_words(text, begin, title.end, limit, starts)
            if after is None:
                break
            end = title.end = after
            title.open = True
        office = spoken(f"{owner.group() if owner else ''} {BRACKET.sub('', text[begin:end])}").strip()
        words = office.lower().split(" ")
        private = words[0] in self._not_government or self._private.intersection(words)
        if private and not self.bodies.named(office):
            return None
        title.placed = head.placed and title.mention is None
        bare = title.mention is None or not text[title.start].isupper()
        if not office and bare and not head.alone and not head.placed:
            following = re.compile(BLANK).match(text, title.end, limit)
            # "Staf Khusus Menteri Sosial": the office is another title, which is read next.
            if not (head.central and following and self._head.match(text, following.end())):
                return None
        self._say(title, office)
        unclear = head.say in ("Kepala", "Ketua", "Wakil Kepala", "Wakil Ketua", "Sekretaris")
        title.local = not head.central and (not unclear or OWN.match(office) is not None)
        return title

    def _office_word(self, text: str, at: int, limit: int, *, first: bool, joiners: int = 2) -> int | None:
        """Where the next word of an office's name ends, or None; the comma of a list goes with it.

        Up to `joiners` small words ("di bidang", "serta atas") go with the word behind them.
        """
        gap = GAP.match(text, at, limit)
        start = gap.end() if gap else at
        body = self.bodies.at(text, start) if start > at else None
        if body:
            return body
        joined = gap.group().strip() if gap else ""
        match = WORD.match(text, start, limit)
        if match is None or start == at or (joined and first):
            return None
        word = match.group()
        if word.lower() in JOINERS:
            apt = word.lower() in ("di", "pada") if first else not joined
            if not apt or joiners == 0:
                return None
            return self._office_word(text, match.end(), limit, first=False, joiners=joiners - 1)
        if joined and not (word[0].isupper() and word.lower() in self._office_words):
            return None
        if not self._belongs(word) or (joined and self._head.match(text, start)):
            return None
        return match.end()

    def _unknown_words(self, text: str, begin: int, at: int, limit: int, starts: list[int]) -> int | None:
        """Where words of an office end that are not known as such, or None.

        One unknown word goes with a known one behind it ("Subtim Kebijakan"); several do where the short
        name in brackets behind them begins like the office ("Tim Percepatan Akses (TPA)"), and right behind
        the head where a region or a person's title ends them ("Kepala Baitul Mal Aceh H. A").
        """
        run = CAPITALS.match(text, at, limit)
        if run is None:
            return None
        bracket = ABBREVIATION.match(text, run.end(), limit)
        if bracket and bracket[1][0] == text[begin:limit].lstrip()[:1]:
            return run.end()
        if at == begin and (end := _ended(text, at, limit, starts)):
            return end
        word = CAPITALS_ONE.match(text, at, limit)
        if word is None or word[1] in name_reader().honorifics or self._head.match(text, word.start(1)):
            return None
        following = CAPITALS_ONE.match(text, word.end(), limit)
        if following and (following[1].lower() in self._office_words or DOING.fullmatch(following[1])):
            return following.end()
        blank = re.compile(BLANK).match(text, word.end(), limit)
        return self.bodies.at(text, blank.end()) if blank else None

    def _belongs(self, word: str) -> bool:
        """Whether a word is part of an office's name: known, an abbreviation, a blend, a number."""
        if word.lower() in self._office_words:
            return True
        reader = name_reader()
        if word in reader.honorifics or word in reader.degrees:
            return False
        capitals = sum(letter.isupper() for letter in word)
        letters = sum(letter.isalpha() for letter in word)
        return (
            (letters > 1 and capitals == letters)
            or capitals > 2
            or SECTION.fullmatch(word) is not None
            or BLEND.fullmatch(word) is not None
            or DOING.fullmatch(word) is not None
        )

    def _say(self, title: Title, office: str) -> None:
        """Put the whole position in words, with usual short names of offices."""
        branch = re.fullmatch(r"(?:[Kk]antor )?(.+?)(?: RI)? [Pp]erwakilan", office)
        if branch:
            office = f"Perwakilan {branch[1]}"
        title.body = self.bodies.named(f"{title.position} {office}")
        known = self._agencies.get(office.removeprefix("Dinas ").lower())
        if known and title.family in ("Kepala", "Kepala Dinas"):
            title.family, title.position = "Kepala Dinas", f"Kepala Dinas {known}"
        else:
            title.position = f"{title.position} {office}".strip()


def _take_region(text: str, title: Title, regions: Sequence[RegionMention], starts: list[int]) -> bool:
    """Take the region named right behind the title, if there is one."""
    bracket = BRACKET.match(text, title.end)
    for at in (title.end, *([bracket.end()] if bracket else [])):
        words = TYPE_WORDS.match(text, at)
        place = words.end() if words else at
        number = bisect_right(starts, place) - 1
        if number >= 0 and starts[number] == place > at:
            title.mention, title.typed = regions[number], words.lastgroup if words else None
            title.end = regions[number].end_char
            return True
    return False


def _ended(text: str, at: int, limit: int, starts: list[int]) -> int | None:
    """Where one to four unknown words end at the name of a region or at a person's title, or None."""
    for count in range(5):
        word = CAPITALS_ONE.match(text, at, limit)
        if word is None:
            return None
        number = bisect_right(starts, word.start(1)) - 1
        place = number >= 0 and starts[number] == word.start(1)
        if place or word[1] in name_reader().honorifics:
            return at if count else None
        if word[1].lower() in name_reader().refused:
            return None
        at = word.end()
    return None


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


def _before(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{choice(words)})\s*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def positions() -> Positions:
    """The finder, built once a process."""
    return Positions(yaml.safe_load(DATA.read_text(encoding="utf-8")), bodies())

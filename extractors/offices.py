"""The office behind "Kepala", "Ketua", "Deputi" …: where its name ends, and how it is said."""

import re
from typing import Any

from extractors.bodies import Bodies, spoken
from extractors.names import name_reader
from extractors.title import BLANK, BRACKET, MAYBE, Head, Surroundings, Title, take_region

OWNER = re.compile(rf"{BLANK}(?:Gubernur|Bupati|Wali{MAYBE}[Kk]ota|Menteri|Presiden)(?!\w)")
"""Whom an expert or special adviser advises: "Staf Ahli Gubernur Bidang Hukum"."""
BETWEEN = re.compile(BLANK)
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
JOINER = re.compile(rf"{BLANK}(?:dan|serta|&)(?={BLANK})")
FIELD = ("Bidang", "bidang", "Bagian", "bagian", " Cabang", " cabang")
"""What such a word names stands behind it; of a branch, where the name of its house stands before it."""
CHAMBER = re.compile(rf"{BLANK}[A-E](?![\w.])")
"""After "Komisi": the letter of a council's committee."""
STATE_HEAD = re.compile(rf"{BLANK}(?:Wakil{BLANK})?Presiden(?!\w)")
TYPE = re.compile(rf"{BLANK}(?:Kabupaten|Kota|Provinsi|Kab\.)(?!\w)")
DOING = re.compile(r"(?:pe|ke)\w{4,}an", re.IGNORECASE)
"""Nouns of what an office does: "Penaatan", "Pemberdayaan", "Ketahanan"."""
UNCLEAR = ("Kepala", "Ketua", "Wakil Kepala", "Wakil Ketua", "Sekretaris")
"""Heads of offices of all kinds; whether such an office is a region's own is told by its name."""


class Offices:
    """Reads offices. `heads` is the pattern of what titles begin with: there an office ends."""

    def __init__(self, raw: dict[str, Any], bodies: Bodies, heads: re.Pattern[str]) -> None:
        self._bodies = bodies
        self._heads = heads
        self.words = frozenset(raw["office_words"])
        self._agencies = {word.lower(): name for name, words in raw["agencies"].items() for word in words}
        self._not_government = frozenset(raw["not_government"])
        self._private = frozenset(raw["private"])

    def read(self, title: Title, head: Head, around: Surroundings) -> Title | None:
        """The title with its office ("Dinas Sosial Kota Malang"), or None where it is none of government."""
        office = self._name(title, head, around)
        words = office.lower().split(" ")
        private = words[0] in self._not_government or self._private.intersection(words)
        if private and not self._bodies.named(office):
            return None
        title.placed = head.placed and title.mention is None
        bare = title.mention is None or not around.text[title.start].isupper()
        if not office and bare and not head.alone and not head.placed:
            blank = BETWEEN.match(around.text, title.end, around.limit)
            # "Staf Khusus Menteri Sosial": the office is another title, which is read next.
            served = head.central and blank and self._heads.match(around.text, blank.end())
            if not (served or STATE_HEAD.match(around.text, title.end, around.limit)):
                return None
        self.say(title, office)
        title.local = not head.central and (head.say not in UNCLEAR or OWN.match(office) is not None)
        return title

    def _name(self, title: Title, head: Head, around: Surroundings) -> str:
        """Move the title's end behind the office and return the office's name."""
        text, limit = around.text, around.limit
        owner = OWNER.match(text, title.end, limit) if head.say.endswith((" Ahli", " Khusus")) else None
        if owner:
            title.end = owner.end()
            take_region(title, around)
        begin = end = title.end
        while True:
            bracket = BRACKET.match(text, title.end, limit)
            if bracket:
                title.end, title.open = bracket.end(), False
                title.short = title.short or bracket.group().strip(" ()")
            if take_region(title, around):
                title.open = False
                break
            after = None if head.whole else self._word(text, title.end, limit, first=end == begin)
            if after is None and not head.whole:
                after = self._unknown_words(title.end, begin, around)
            if after is None:
                break
            end = title.end = after
            title.open = True
        named = f"{owner.group() if owner else ''} {BRACKET.sub('', text[begin:end])}"
        return spoken(named).strip()

    def _word(self, text: str, at: int, limit: int, *, first: bool, joiners: int = 2) -> int | None:
        """Where the next word of an office's name ends, or None; the comma of a list goes with it.

        Up to `joiners` small words ("di bidang", "serta atas") go with the word behind them.
        """
        gap = GAP.match(text, at, limit)
        start = gap.end() if gap else at
        body = self._bodies.at(text, start) if start > at else None
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
            return self._word(text, match.end(), limit, first=False, joiners=joiners - 1)
        if joined and not (word[0].isupper() and word.lower() in self.words):
            return None
        if not self._belongs(word) or (joined and self._heads.match(text, start)):
            return None
        return match.end()

    def _unknown_words(self, at: int, begin: int, around: Surroundings) -> int | None:
        """Where words of an office end that are not known as such, or None.

        One unknown word goes with a known one behind it ("Subtim Kebijakan"); several do where the short
        name in brackets behind them begins like the office ("Tim Percepatan Akses (TPA)"), and right behind
        the head where a region or a person's title ends them ("Kepala Baitul Mal Aceh H. A").
        """
        text, limit = around.text, around.limit
        run = CAPITALS.match(text, at, limit)
        if run is None:
            return None
        bracket = ABBREVIATION.match(text, run.end(), limit)
        if bracket and bracket[1][0] == text[begin : begin + 8].lstrip()[:1]:
            return run.end()
        if at == begin and (end := _ended(at, around)):
            return end
        if (chamber := CHAMBER.match(text, at, limit)) and text.endswith("Komisi", begin, at):
            return chamber.end()
        joiner = JOINER.match(text, at, limit)
        word = CAPITALS_ONE.match(text, joiner.end() if joiner else at, limit)
        if word is None or word[1] in name_reader().honorifics or self._heads.match(text, word.start(1)):
            return None
        following = CAPITALS_ONE.match(text, word.end(), limit)
        if following and (following[1].lower() in self.words or DOING.fullmatch(following[1])):
            return following.end()
        if text.endswith(FIELD, begin + 1, at) or (joiner and TYPE.match(text, word.end(), limit)):
            # A field has a name, known or not; behind "dan" one stands before the region ("dan X Kota Y").
            return word.end()
        blank = BETWEEN.match(text, word.end(), limit)
        return self._bodies.at(text, blank.end()) if blank else None

    def _belongs(self, word: str) -> bool:
        """Whether a word is part of an office's name: known, an abbreviation, a blend, a number."""
        if word.lower() in self.words:
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

    def say(self, title: Title, office: str) -> None:
        """Put the whole position in words, with usual short names of offices."""
        branch = re.fullmatch(r"(?:[Kk]antor )?(.+?)(?: RI)? [Pp]erwakilan", office)
        if branch:
            office = f"Perwakilan {branch[1]}"
        title.body = self._bodies.named(f"{title.position} {office}")
        known = self._agencies.get(office.removeprefix("Dinas ").lower())
        if known and title.family in ("Kepala", "Kepala Dinas"):
            title.family, title.position = "Kepala Dinas", f"Kepala Dinas {known}"
        else:
            title.position = f"{title.position} {office}".strip()


def _ended(at: int, around: Surroundings) -> int | None:
    """Where one to four unknown words end at the name of a region or at a person's title, or None."""
    for count in range(5):
        word = CAPITALS_ONE.match(around.text, at, around.limit)
        if word is None:
            return None
        if word.start(1) in around.regions or word[1] in name_reader().honorifics:
            return at if count else None
        if word[1].lower() in name_reader().refused:
            return None
        at = word.end()
    return None

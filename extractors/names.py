"""Names of persons as news writes them: where one begins and ends, free of titles and degrees."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data" / "names.yaml"
LONGEST = 7
"""Words; "I Gusti Ngurah Agung Jaya Kusuma Putra" has seven."""
LETTERS = r"(?:[^\W\d_]|['’‘`´ʼ-](?=[^\W\d_]))"
WORD = re.compile(rf"[A-ZÀ-Þ]{LETTERS}*")
BLANK = re.compile(r"[ \t\u00a0\u2009]{0,4}")
SHORTENED = re.compile(
    r"(?:Moh|Mohd|Moch|Mokh|Much|Muh|Muhd|Mhd|Abd|Sy|St|Th|Hi)\.|[A-Z]\.(?!\w{0,4}\.)"
    r"|(?P<initials>(?:[A-Z]\.){2,3})(?=\s?[A-Z][a-z'’]{2})"
)
"""A part of a name cut short with a point: "Moh.", "A."; two or three initials before a name are one part
("A.S. Chaidir").
"""
REIGN = re.compile(
    r"(?:(?:Hamengku\s?Buwono|HB)(?:\s\((?:HB|Hamengku\s?Buwono)\))?|(?:Paku\s?Alam|PA)(?:\s\(PA\))?)\s+[IVX]+\b"
)
"""Sultan and prince of Yogyakarta, who go by a name of reign and its number."""
POINTED_DEGREE = (
    r"(?:[A-Z][A-Za-z]{0,4}\.)+[A-Z][A-Za-z]{0,6}\b\.?"
    r"|[SMA]\.\s(?:Si|Sos|Hum|Kom|Pd|Kes|Ag|Kep|Farm|Psi|Pt|Hut|Ak|IP|STP|AP|Tr|T|H|E|M|P)\b\.?|Ph\.\s?D\.?"
)
GIVEN = re.compile(r" [A-Z][a-z'’]{2,}")
"""A word of a name behind two initials written as one: "EA Rafiddin"."""
DEGREE = re.compile(r"(?:[A-Z][A-Za-z]{0,4}\.){1,4}[A-Z][A-Za-z]{0,3}(?![\w'’])")
"""A degree with its point inside ("M.Si"), unlike an initial glued to a name ("P.Sinaga")."""
ALIAS = re.compile(
    r"\s{0,3}(?:\((?P<bracket>[A-Z][^()\n\d]{1,30})\)"
    r"|,?\s{1,3}(?:alias|(?:yang\s+)?(?:akrab|biasa|kerap|karib)\s+(?:disapa|dipanggil|disebut))\s+"
    r"(?:dengan\s+)?(?:sapaan\s+|sebutan\s+)?[\"“]?(?P<called>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]*){0,2}))"
)

QUOTED = re.compile(
    r"(['\"‘“])(?P<called>[A-Z][\w-]{1,20}(?: [A-Z][\w-]{1,20})?)['\"’”]\s{1,3}(?=[A-Z][a-z])"
)
"""What a person is called, in quotes inside the name: "Moh Ramdhan 'Danny' Pomanto"."""
CLOSING = re.compile(r"\s*(?:[,;:()–—]|\.(?:\s|$)|$)|\s+[a-z]")
"""What may follow the last word of a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: text[start:end] in the text, and `text` as it is without titles and degrees.

    `after` is where reading goes on (behind the degrees), `before` where the titles begin; `titled` tells
    whether there were any, `alias` what the person is called familiarly ("Joko Widodo (Jokowi)").
    """

    start: int
    end: int
    text: str
    before: int
    after: int
    titled: bool = False
    alias: str | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The name's words in lower case, without points and apostrophes."""
        return name_words(self.text)


def name_words(text: str) -> tuple[str, ...]:
    """Words of a name in lower case, without points and apostrophes ("Ma'ruf" and "Ma’ruf" are one)."""
    return tuple(re.sub(r"[^\w-]", "", word) for word in text.lower().split())


class NameReader:
    """Reads names at a place in a text.

    `refused` are all words that never belong to a name, `news` those of award news among them, `verbs`
    those that do not in a headline, where every word has a capital. `short` are the names by which the
    well known are called, and their whole names.
    """

    def __init__(self, raw: dict[str, Any]) -> None:
        groups: dict[str, list[str]] = raw["not_names"]
        named = frozenset(groups["verbs that are names too"])
        self.verbs = frozenset(groups["verbs of headlines"]) | named
        self.refused = frozenset(word for group in groups.values() for word in group) - named
        self.news = frozenset(groups["award news"])
        self.last = frozenset(raw["last_words"])
        self.feasts = frozenset(raw["feasts"])
        self.short = {name_words(short): name_words(whole) for short, whole in raw["called"].items()}
        self.degrees = frozenset(raw["degrees"])
        self.short_words = frozenset(raw["short_words"])
        self.honorifics = frozenset(raw["honorifics"])
        self.ranks = frozenset(raw["ranks"])
        honorifics = _choice(self.honorifics)
        branches = _choice(raw["branches"])
        self._title = re.compile(
            rf"(?:{honorifics})(?![\w'’-])\.?\s*(?:\(?(?:{branches}|HC|H\.\s?C)\.?\)?(?![\w'’])\s*|\(P\)\s*)*"
        )
        self._address = re.compile(rf"(?:{_choice(raw['address'])})\s+(?=[A-Z])")
        listed = _choice(raw["degrees"])
        self._degrees = re.compile(
            rf"(?:(?:\.?\s{{0,3}},\s{{0,3}}|\s{{1,3}})(?!(?:{_choice(self.ranks)})\b)(?:(?:{POINTED_DEGREE}|(?:{listed})\b\.?)(?![\w'’])))+"
        )
        self._particle = re.compile(rf"(?:{_choice(raw['particles'])})\s+(?=[A-Z])")

    def read(
        self,
        text: str,
        at: int,
        end: int,
        *,
        headline: bool = False,
        stop: Callable[[int, int], bool] = lambda at, words: False,
    ) -> Name | None:
        """The name that begins at `at` (blanks and titles skipped), or None.

        `stop(place, words)` tells whether something else begins at a place, `words` of name having been read.
        """
        at = _skip(text, at, end)
        before = at
        at, titled = self._skip_titles(text, at, end)
        address = self._address.match(text, at, end)
        start = at
        if address:
            at = address.end()
            at, more = self._skip_titles(text, at, end)
            titled = titled or more
        words, last = self._words(text, at, end, headline, stop)
        if not any(len(word.rstrip(".")) > 1 and word not in self.honorifics for word in words):
            return None
        if address and len(words) > 1:
            start = at
        degrees = self._degrees.match(text, last, end)
        after = degrees.end() if degrees else last
        alias = ALIAS.match(text, after, end)
        called = (alias["bracket"] or alias["called"]) if alias else None
        if called is None and (quoted := QUOTED.search(text, start, last)):
            called = quoted["called"]
        return Name(
            start, last, _tidy(text[start:last]), before, after, titled or degrees is not None, called
        )

    def read_back(
        self,
        text: str,
        start: int,
        end: int,
        *,
        headline: bool = False,
        stop: Callable[[int, int], bool] = lambda at, words: False,
    ) -> Name | None:
        """The longest name that ends, degrees and all, at `end` and begins at `start` or later."""
        for match in re.finditer(r"(?<![\w'’.-])(?:[A-ZÀ-Þ]|dr\b|drg\b)", text[start:end]):
            begin = start + match.start()
            if text.endswith(("Hari ", "hari "), start, begin) and self._feast(text, begin - 1):
                continue
            name = self.read(text, begin, end, headline=headline, stop=stop)
            if name and _skip(text, name.after, end) == end:
                return name
        return None

    def _skip_titles(self, text: str, at: int, end: int) -> tuple[int, bool]:
        begin = at
        while (title := self._title.match(text, at, end)) and title.end() > at:
            rest = text[title.end() : title.end() + 1]
            if not (rest.isalpha() or rest in "(\"“'"):
                break
            at = title.end()
        return at, at > begin

    def _words(
        self, text: str, at: int, end: int, headline: bool, stop: Callable[[int, int], bool]
    ) -> tuple[list[str], int]:
        words: list[str] = []
        last = at
        while len(words) < LONGEST and not stop(at, len(words)):
            reign = REIGN.match(text, at, end)
            if reign:
                return [*words, reign.group()], reign.end()
            quoted = QUOTED.match(text, at, end) if words else None
            at = quoted.end() if quoted else at
            match = SHORTENED.match(text, at, end)
            if words and self._degree(text, at, end, match):
                break
            match = match or WORD.match(text, at, end)
            if match is None:
                particle = self._particle.match(text, at, end) if words else None
                if particle is None:
                    break
                at = particle.end()
                continue
            if words and match.group() in self.ranks:
                break
            closes = len(words) > 1 and match.group().lower() in self.last
            if not (closes and not headline and CLOSING.match(text, match.end(), end)) and self._refuses(
                match.group(), text, match.end(), end, headline
            ):
                break
            words.append(match.group())
            last = match.end()
            at = _skip(text, last, end)
            if at == last and not match.group().endswith("."):
                break
        return words, last

    def _degree(self, text: str, at: int, end: int, shortened: re.Match[str] | None) -> bool:
        """Whether a degree stands at a place, and not initials."""
        if shortened and shortened["initials"]:
            return shortened.group().replace(".", "") in self.degrees
        return DEGREE.match(text, at, end) is not None

    def _refuses(self, word: str, text: str, at: int, end: int, headline: bool) -> bool:
        key = word.lower().replace("’", "'")
        if key == "anak" and text.startswith(" Agung", at):
            return False
        if text[at : at + 1].isdigit() or (key == "hari" and self._feast(text, at)):
            return True
        if key in self.refused or (headline and (key in self.verbs or _verb(key))):
            return True
        if len(word) > 1 and word.isalpha() and word.isupper():
            if (
                word in self.short_words
                or (key,) in self.short
                or (len(word) == 2 and GIVEN.match(text, at, end))
            ):
                return False
            return word in self.degrees or not self._shouted(word, text, at, end)
        return word in self.degrees and not (len(word) < 3 and text.startswith(".", at))

    def _feast(self, text: str, at: int) -> bool:
        """Whether "Hari" is a day that is kept ("Hari Pahlawan"), not a name ("Hari Wibowo")."""
        following = WORD.match(text, at + 1)
        return following is not None and following.group().lower() in self.feasts

    @staticmethod
    def _shouted(word: str, text: str, at: int, end: int) -> bool:
        """Whether a word in capitals is part of a name written so ("WAHYU HIDAYAT"), not an abbreviation."""
        if len(word) < 4:
            return False
        begin = max(0, at - len(word) - 12)
        before = text[max(begin, text.rfind("\n", begin, at) + 1) : at - len(word)].split()
        after = text[at : min(end, at + 16)].split()
        neighbours = [*before[-1:], *after[:1]]
        return any(len(other) > 2 and other.isalpha() and other.isupper() for other in neighbours)


VERB = re.compile(r"(?:meng|meny|memb|memp|menc|menj)\w{3,}|\w{4,}kan")


def _verb(key: str) -> bool:
    """Whether a word has the form of a transitive verb ("Menyerahkan", "Serahkan")."""
    return VERB.fullmatch(key) is not None


def _choice(words: Any) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _skip(text: str, at: int, end: int) -> int:
    blank = BLANK.match(text, at, end)
    return blank.end() if blank else at


def _tidy(text: str) -> str:
    words = QUOTED.sub("", re.sub(r"\([^()]*\)", "", text)).split()
    return " ".join(word.title() if len(word) > 3 and word.isupper() else word for word in words)


@lru_cache(maxsize=1)
def name_reader() -> NameReader:
    """The reader, built once a process."""
    return NameReader(yaml.safe_load(DATA.read_text(encoding="utf-8")))


def same_person(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether all words of the shorter name occur in the longer, in order; initials stand for words."""
    at = 0
    for word in short:
        while at < len(long) and not _same_word(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return bool(short)


def _same_word(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[:1] == other[:1]
    return one == other

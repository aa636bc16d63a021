"""Settling which region a name means, by the clues of the language in order of their strength.

The type word beside the name; coordination with a typed name; the header of its list or category; a typed
mention elsewhere in the article; the province named near; else the name stays open with low confidence.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractors.mention import RegionMention
from extractors.region import Region, RegionLevel
from extractors.sentences import Sentence

JOIN = re.compile(
    r"[\s\"'“”]{0,8}(?:\([^()\n]{0,60}\)|[-–]\s?\d[\d.,]*|\d[\d.,]*)?[\s\"'“”]{0,8}"
    r"(?:[,;/&]\s*(?:(?:dan|serta|and|kemudian|lalu)\s+)?|(?:dan|serta|and|maupun|hingga)\s+|"
    r",?\s*(?:(?:kemudian|lalu|selanjutnya)\s+)?(?:disusul|diikuti|kemudian|lalu|bersama|followed\s+by)\s+"
    r"(?:oleh\s+)?)(?:juga\s+)?"
)
"""What stands between two names of one list."""
SURNAME = re.compile(r"\s[A-Z][a-z']+\b(?!\s*(?:,|dan)\s*(?:Kota|Kabupaten))")
FIRST_NAMES = re.compile(r"\s(?:[A-Z][\w.']*\s){1,3}")
"""First names between a head's region and another: "Bupati Bangli Made Gianyar"."""
LISTING = (
    r"(?P<level>kota|kabupaten|provinsi|cities|regencies|provinces|pemkot|pemkab|pemprov)\b"
    r"(?P<rest>[^.;:\n]{0,120}?)"
    r"(?::|\b(?:yaitu|yakni|ialah|adalah|seperti|termasuk|such\s+as|antara\s+lain|di\s?antaranya|meliputi|terdiri\s+(?:dari|atas)|namely|are)\b)"
)
PLURAL = re.compile(r"\b(?:regencies|cities|provinces)$", re.IGNORECASE)
HEADER = re.compile(rf"(?<![\w/])(?<!wali )(?<!ibu )(?:pemerintah\s+)?{LISTING}", re.IGNORECASE)
BEST = re.compile(
    r"(?<![\w/])(?<!wali )(?P<level>kota|kabupaten|provinsi)\s+"
    r"(?:terbaik|tertinggi|terinovatif|teratas|terendah)\b",
    re.IGNORECASE,
)
"""What governs the names after it: "kabupaten terbaik pertama diraih Bantaeng, terbaik kedua Sumedang"."""
HEADER_LINE = re.compile(
    r"(?:kategori|tingkat|kelompok|untuk|category|level)?[^.:\n]{0,80}?"
    r"(?<![\w/])(?<!wali )(?P<level>kota|kabupaten|provinsi)(?!\s*/)\b(?:[^.:\n]{0,40}|[^.:\n]{0,140}:)\s*$",
    re.IGNORECASE,
)
CATEGORY = re.compile(
    r"(?:kategori|tingkat|kelompok|category)\s+(?:pemerintah\s+|pemerintahan\s+)?"
    r"(?P<level>kota|kabupaten|provinsi|pemkot|pemkab|pemprov)\b(?!\s*/)",
    re.IGNORECASE,
)
LEVELS: dict[str, RegionLevel] = {
    "kota": "kota", "pemkot": "kota", "cities": "kota",
    "kabupaten": "kabupaten", "pemkab": "kabupaten", "regencies": "kabupaten",
    "provinsi": "provinsi", "pemprov": "provinsi", "provinces": "provinsi",
}  # fmt: skip


def settle(text: str, mentions: Sequence[RegionMention], sentences: Sequence[Sentence]) -> None:
    """Settle the meaning of every mention of an article, in place."""
    _shared_names(text, mentions)
    _persons(text, mentions)
    free = [mention for mention in mentions if mention.role != "inside"]
    for mention in free:
        if mention.level is not None:
            _by_level(mention, mention.level, "type word", 0.97)
    by_sentence = _group(free, sentences)
    _listed_words(text, by_sentence)
    _plurals(text, by_sentence)
    _coordinate(text, by_sentence)
    _headers(text, by_sentence, sentences)
    _coordinate(text, by_sentence)
    _categories(text, by_sentence, sentences)
    _elsewhere(free)
    _locators(text, mentions)
    named = {mention.region.id for mention in mentions if mention.level and mention.region}
    for mention in mentions:
        _alone(mention, named)


def _by_level(mention: RegionMention, level: RegionLevel, clue: str, confidence: float) -> bool:
    fitting = [region for region in mention.candidates if region.level == level]
    if len(fitting) == 1:
        mention.settle(fitting[0], clue, confidence)
        return True
    if not fitting and len(mention.candidates) == 1 and clue == "type word":
        mention.settle(mention.candidates[0], "type word of another level", 0.55)
    return False


def _group(mentions: Sequence[RegionMention], sentences: Sequence[Sentence]) -> list[list[RegionMention]]:
    """Mentions by sentence; both come in order of place."""
    groups: list[list[RegionMention]] = [[] for _ in sentences]
    at = 0
    for mention in mentions:
        while at + 1 < len(sentences) and sentences[at].end <= mention.name_start:
            at += 1
        groups[at].append(mention)
    return groups


def _coordinate(text: str, groups: list[list[RegionMention]]) -> None:
    """A bare name takes the level of the name it is listed after: "Kabupaten Tuban, Banyuwangi, Madiun"."""
    for group in groups:
        for left, right in pairwise(group):
            if right.level is not None or right.clue in ("coordination", "list header"):
                continue
            level = left.level or (left.region.level if left.region else None)
            if level is None or left.clue not in ("type word", "coordination", "list header"):
                continue
            if JOIN.fullmatch(text, left.end_char, right.start_char) and _by_level(
                right, level, "coordination", 0.9
            ):
                right.level = level


def _listed_words(text: str, groups: list[list[RegionMention]]) -> None:
    """A word of daily life is a region where it stands in a list of them: "Kepahiang 2,28, Kaur 2,24"."""
    for group in groups:
        for left, right in pairwise(group):
            if JOIN.fullmatch(text, left.end_char, right.start_char):
                left.listed = right.listed = True


def _plurals(text: str, groups: list[list[RegionMention]]) -> None:
    """A bare name takes the level of the plural that ends its list: "Sragen and Bantul Regencies"."""
    for group in groups:
        level: RegionLevel | None = None
        for left, right in reversed(list(pairwise(group))):
            if right.level and PLURAL.search(text[right.name_start : right.end_char]):
                level = right.level
            joined = JOIN.fullmatch(text, left.end_char, right.start_char)
            if level is None or left.level is not None or not joined:
                level = None
            elif _by_level(left, level, "coordination", 0.9):
                left.level = level


def _headers(text: str, groups: list[list[RegionMention]], sentences: Sequence[Sentence]) -> None:
    """A list takes the level of what introduces it: "tiga kota, yaitu …", or a line "Kategori Kota:"."""
    current: RegionLevel | None = None
    for sentence, group in zip(sentences, groups, strict=True):
        line = text[sentence.start : sentence.end]
        header = HEADER_LINE.fullmatch(line) if not group or line.rstrip().endswith(":") else None
        if header:
            current = LEVELS[header["level"].lower()]
            continue
        if not sentence.item and not group:
            continue
        found = [*HEADER.finditer(line), *BEST.finditer(line)]
        starts = sorted((m.end() + sentence.start, LEVELS[m["level"].lower()]) for m in found)
        for mention in group:
            if mention.level is not None or mention.clue == "coordination":
                continue
            before = [level for end, level in starts if end <= mention.start_char]
            level = before[-1] if before else (current if _listed(sentence, line, group) else None)
            if level and _by_level(mention, level, "list header", 0.88):
                mention.level = level
        if not sentence.item and not _listed(sentence, line, group):
            current = None


def _listed(sentence: Sentence, line: str, group: list[RegionMention]) -> bool:
    """Whether a sentence is an entry of a list: marked so, or little more than a region's name."""
    if sentence.item:
        return True
    if len(group) > 2 and sum(m.level is None for m in group) > 2:
        return True
    return bool(group) and len(line) - sum(m.end_char - m.start_char for m in group) < 25


def _categories(text: str, groups: list[list[RegionMention]], sentences: Sequence[Sentence]) -> None:
    for sentence, group in zip(sentences, groups, strict=True):
        open_ones = [mention for mention in group if mention.region is None]
        if not open_ones:
            continue
        levels = {LEVELS[m["level"].lower()] for m in CATEGORY.finditer(text, sentence.start, sentence.end)}
        if len(levels) == 1:
            level = levels.pop()
            for mention in open_ones:
                _by_level(mention, level, "category", 0.85)


def _elsewhere(mentions: Sequence[RegionMention]) -> None:
    """A bare homonym means the one the article names in full, where it names just one of them."""
    typed: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        if mention.region and mention.level:
            for region in mention.candidates:
                typed[region.id][mention.region.id] += 1
    for mention in mentions:
        if mention.region is not None:
            continue
        named = {region.id: region for region in mention.candidates if typed[region.id].get(region.id)}
        if len(named) == 1:
            mention.settle(next(iter(named.values())), "named elsewhere", 0.8)


def _shared_names(text: str, mentions: Sequence[RegionMention]) -> None:
    """A short name in brackets is what the name before it is: "BPK Perwakilan Bangka Belitung (Babel)"."""
    for left, right in pairwise(mentions):
        if text[left.end_char : right.start_char].strip() == "(" and set(left.candidates) & set(
            right.candidates
        ):
            right.role = "inside"


def _locators(text: str, mentions: Sequence[RegionMention]) -> None:
    """A province right after a region of its own only locates it; it also settles the name before it."""
    peers = _peers(text, mentions)
    for number, (left, right) in enumerate(pairwise(mentions)):
        gap = text[left.end_char : right.start_char].strip()
        if gap not in (",", "(", "", "|") or right.role != "region":
            continue
        if gap == "," and number in peers:
            continue
        if gap == "(" and left.region and left.region.level == "provinsi":
            left.locates = any(region.province == left.region.id for region in right.candidates)
            continue
        provinces = [region for region in right.candidates if region.level == "provinsi"]
        if not provinces or right.level in ("kota", "kabupaten"):
            continue
        province = provinces[0].id
        inside = [
            region for region in left.candidates if region.province == province and region.level != "provinsi"
        ]
        if not inside or (left.region and left.region not in inside):
            continue
        right.locates = True
        if left.region is None and len(inside) == 1:
            left.settle(inside[0], "province", 0.85)


def _peers(text: str, mentions: Sequence[RegionMention]) -> set[int]:
    """The order numbers of names in mixed lists of provinces and others, where a province after a comma is
    one more of the list.
    """
    runs: list[list[int]] = []
    for number, mention in enumerate(mentions):
        if number and JOIN.fullmatch(text, mentions[number - 1].end_char, mention.start_char):
            runs[-1].append(number)
        else:
            runs.append([number])
    return {number for run in runs if _mixed([mentions[i] for i in run]) for number in run}


def _mixed(run: list[RegionMention]) -> bool:
    """Whether a list has a province which locates nothing ("DKI Jakarta, Kota Banjarmasin, Kalimantan
    Selatan").
    """
    for before, mention in pairwise(run):
        if not any(region.level == "provinsi" for region in mention.candidates):
            continue
        if not any(region.province == mention.candidates[0].province for region in before.candidates):
            return True
    return len(run) > 2 and any(region.level == "provinsi" for region in run[0].candidates)


def _persons(text: str, mentions: Sequence[RegionMention]) -> None:
    """A name after the title and region of a head is a person's: "Wali Kota Bogor, Bima Arya"."""
    names = set()
    for left, right in pairwise(mentions):
        beside = text[left.end_char : right.start_char].strip() in ("", ",")
        if left.role == "head" and right.level is None and beside and SURNAME.match(text, right.end_char):
            names.add(text[right.start_char : right.end_char])
        named = FIRST_NAMES.fullmatch(text, left.end_char, right.start_char)
        if left.role == "head" and right.level is None and named:
            right.role = "inside"
    for mention in mentions:
        if mention.level is None and text[mention.start_char : mention.end_char] in names:
            mention.role = "inside"


def _alone(mention: RegionMention, named: set[str]) -> None:
    """What is left: a name with one meaning, or one that stays open. `named` are regions named in full."""
    if mention.region is not None or mention.role == "inside":
        return
    if len(mention.candidates) == 1:
        named_in_full = mention.candidates[0].id in named
        if mention.clue == "word of daily life" and not (named_in_full or mention.listed):
            return
        mention.settle(mention.candidates[0], "only meaning", 0.6)
        return
    mention.clue = "open"
    mention.confidence = 0.3


def open_meanings(mention: RegionMention) -> tuple[Region, ...]:
    """The regions that an unsettled mention may mean."""
    return () if mention.region else mention.candidates

"""When two names mean the same region, programme, person or position."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from extractors.lexicon import Entry, awards, indices

TYPES = ("kota administrasi", "kabupaten administrasi", "kota", "kabupaten", "kab", "provinsi")
PROVINCES = {
    "daerahistimewayogyakarta": "yogyakarta",
    "diyogyakarta": "yogyakarta",
    "dkijakarta": "jakarta",
    "daerahkhususibukotajakarta": "jakarta",
    "daerahkhususjakarta": "jakarta",
    "bangkabelitung": "kepulauanbangkabelitung",
}
"""Names of provinces without spaces, each with the one that it is compared as."""

POSITIONS = (
    ("wakil wali kota", "wakil walikota", "wawali"),
    ("wali kota", "walikota", "walkot"),
    ("wakil bupati", "wabup"),
    ("bupati",),
    ("wakil gubernur", "wagub"),
    ("gubernur",),
    ("wakil presiden", "wapres"),
    ("presiden",),
    ("sekretaris daerah", "sekda"),
    ("wakil menteri", "wamen"),
    ("menteri", "menko", "mendagri", "menpan"),
    ("kepala",),
    ("ketua",),
    ("deputi",),
    ("direktur", "dirut", "dirjen"),
    ("camat",),
    ("asisten",),
)
"""Beginnings of words that mean the same head of a title; the first family that fits is the position's."""


def plain(text: str | None) -> str:
    """Lower case, without accents, letters and digits only."""
    folded = unicodedata.normalize("NFKD", text or "").casefold()
    return re.sub(r"[^a-z0-9]+", " ", folded).strip()


def place(name: str) -> tuple[str, str]:
    """Level and name of a recipient, as compared: "Kota Palangka Raya" is ("kota", "palangkaraya").

    The level is empty where the name has no type word, as a ministry's.
    """
    words = plain(name)
    for kind in TYPES:
        if words.startswith(kind + " "):
            level = kind.split()[0].replace("kabupaten", "kab")
            rest = words[len(kind) + 1 :].replace(" ", "")
            return level, PROVINCES.get(rest, rest) if level == "provinsi" else rest
    bare = words.replace(" ", "")
    return ("provinsi", PROVINCES[bare]) if bare in PROVINCES else ("", bare)


class Programmes:
    """Which entry of a lexicon a name means; the name itself, made plain, where it means none."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._ids = {plain(name): entry.id for entry in entries for name in (*entry.short, *entry.phrases)}

    def key(self, name: str) -> str:
        """The id of the entry whose name or alias this is, else of the longest alias within it."""
        words = plain(name)
        inside = [phrase for phrase in self._ids if f" {phrase} " in f" {words} "]
        return self._ids[max(inside, key=len)] if inside else words


@lru_cache(maxsize=1)
def award_programmes() -> Programmes:
    """The programmes of the award lexicon."""
    return Programmes(awards())


@lru_cache(maxsize=1)
def index_programmes() -> Programmes:
    """The indices of the index lexicon."""
    return Programmes(indices())


def same_person(one: str, other: str) -> bool:
    """Whether the shorter name's words are in the longer one, initials counting for words; of four words or
    more one may differ.
    """
    short, long = sorted((plain(one).split(), plain(other).split()), key=len)
    if not short:
        return False
    initials = {word for word in long if len(word) == 1}
    found = sum(word in long or word[0] in initials for word in short)
    return found >= max(1, len(short) - (len(short) > 3)) and found / len(short) > 0.6


def position(title: str) -> str:
    """The family that a title belongs to ("Pj Walikota" -> "wali kota"), else the title made plain."""
    words = f" {plain(title)}"
    for family in POSITIONS:
        if any(f" {stem}" in words for stem in family):
            return family[0]
    return words.strip()

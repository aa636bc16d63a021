"""Spelling mistakes in questions, corrected towards the lexicon's own words."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from Sastrawi.Dictionary.ArrayDictionary import ArrayDictionary
from Sastrawi.Stemmer.Stemmer import Stemmer
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from extractors.lexicon import awards, indices
from extractors.region import gazetteer
from knowledge.question_names import things
from knowledge.question_part import Part
from knowledge.question_words import vocabulary

GLUED = re.compile(
    r"\b(ke|top|rank|juara)(?=\d)|(?<![^\W_])(\d{1,4})(?=(?!st\b|nd\b|rd\b|th\b)[^\W\d_]{3,})", re.IGNORECASE
)
SHORTEST = 4
"""Letters; shorter words are too near to too many others."""
LONGEST = 40
LONG = 8
"""Letters from which two mistakes are taken for the same word; below, one."""


def levelled(text: str) -> str:
    """The question in one line of plain characters, numbers freed from words ("10besar", "ke3")."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    return GLUED.sub(lambda match: f"{match.group()} ", plain)


@lru_cache(maxsize=1)
def _stemmer() -> tuple[Stemmer, ArrayDictionary]:
    roots = ArrayDictionary(StemmerFactory().get_words())
    return Stemmer(roots), roots


def root(word: str) -> str | None:
    """The dictionary root of an Indonesian word ("menembus" → "tembus"), or None where it has none."""
    stemmer, roots = _stemmer()
    stem: str = stemmer.stem(word.lower())
    return stem if roots.contains(stem) else None


@lru_cache(maxsize=1)
def _known_words() -> tuple[tuple[str, ...], dict[str, str]]:
    """Words that a mistake may have meant, and whole names by their letters alone ("jawatimur")."""
    known = vocabulary()
    places = list(gazetteer().phrases.known())
    names = [*places, *things().known()]
    asked = [*known.cues.known(), *known.numbers.known(), *known.positions.known()]
    single = {word for phrase in (*names, *asked) for word in phrase if len(word) >= SHORTEST}
    typed = [(level, *name) for name in places for level in ("kota", "kabupaten", "kab", "provinsi")]
    joined = {"".join(phrase): " ".join(phrase) for phrase in (*names, *typed) if len(phrase) > 1}
    return tuple(sorted(single)), joined


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    """What a word in capitals may be a mistake for ("SBPE")."""
    return frozenset(short.lower() for entry in (*awards(), *indices()) for short in entry.short)


def correction(word: str) -> str | None:
    """The one known word or name that an unknown word is a mistake for, or None.

    A mistake is one letter wrong, missing, doubled or swapped with the next, two in words of `LONG` letters
    and more (optimal string alignment); of several equally near words, one with the same first letter. A
    word of the Indonesian dictionary is none.
    """
    key = word.lower()
    if not SHORTEST <= len(key) <= LONGEST or not key.isalpha():
        return None
    single, joined = _known_words()
    if key in joined:
        return joined[key]
    if root(key):
        return None
    allowed = 2 if len(key) >= LONG else 1
    near = process.extract(key, single, scorer=OSA.distance, score_cutoff=allowed, limit=8)
    if not near:
        return None
    least = min(distance for _, distance, _ in near)
    best = [known for known, distance, _ in near if distance == least]
    alike = [known for known in best if known[0] == key[0]]
    chosen = best if len(best) == 1 else alike
    if len(chosen) != 1 or (len(key) == SHORTEST and not alike):
        return None
    return chosen[0]


def corrected(text: str, parts: list[Part]) -> tuple[str, dict[str, str]]:
    """The question with its unknown words corrected where that is possible, and what was put for what."""
    changed: dict[str, str] = {}
    pieces: list[str] = []
    last = 0
    for part in parts:
        better = correction(part.text) if part.unknown else None
        if part.text.isupper() and not text.isupper() and better not in _abbreviations():
            continue
        if better and better != part.key:
            changed[part.text] = better
            pieces += [text[last : part.start], better]
            last = part.end
    return "".join([*pieces, text[last:]]), changed

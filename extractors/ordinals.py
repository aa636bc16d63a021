"""Numbers and places told in words, digits or Roman numerals, in Indonesian and English."""

import re
from collections import defaultdict
from collections.abc import Iterable

CARDINALS = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8,
    "sembilan": 9, "sepuluh": 10, "sebelas": 11, "dua belas": 12, "tiga belas": 13, "empat belas": 14,
    "lima belas": 15, "enam belas": 16, "tujuh belas": 17, "delapan belas": 18, "sembilan belas": 19,
    "dua puluh": 20, "dua puluh lima": 25, "tiga puluh": 30, "lima puluh": 50, "seratus": 100,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
}  # fmt: skip
ORDINALS = {"pertama": 1, "kesatu": 1, "perdana": 1} | {
    f"ke{word}": number for word, number in CARDINALS.items() if number > 1 and word.isascii()
}
ORDINALS |= {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def _any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first, by their first letters: most places fail at once."""
    rests: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words, key=len, reverse=True):
        rests[word[0]].append(word[1:].replace(" ", r"\s+"))
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rests.items())


CARDINAL = rf"\d{{1,3}}|(?i:{_any_of(CARDINALS)})"
ORDINAL = rf"(?i:ke)[-\s]?\d{{1,3}}|\d{{1,3}}(?:st|nd|rd|th)|(?i:{_any_of(ORDINALS)})"
PLACE = rf"(?:{ORDINAL}|{CARDINAL}|(?:VIII|VII|VI|IV|IX|III|II|V|X|I)(?!\w))"
"""A place in a contest, however it is written."""


def number_of(words: str) -> int | None:
    """The number that `words` tell ("ke-3", "ketiga", "III", "10", "sepuluh"), or None."""
    text = re.sub(r"\s+", " ", words.strip())
    if text in ROMAN:
        return ROMAN[text]
    folded = text.lower()
    digits = re.search(r"\d+", folded)
    if digits:
        return int(digits.group())
    return ORDINALS.get(folded) or CARDINALS.get(folded)

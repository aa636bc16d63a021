"""Finding known phrases in text: a dictionary of words, longest match first.

spaCy's PhraseMatcher works on tokens and so misses a name glued to its suffix or type word ("SPBE-nya",
"Kab.Malang"); here words are runs of letters and digits, and evidence offsets are those of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

WORD = re.compile(r"[^\W_]+")
GAP = re.compile(r"[ \u00a0\u2009\"“”-]{1,3}|['’‘.]|\. |/")
"""What may stand between two words of one phrase; never a line break or a comma. The last word may carry the
suffix "-nya" ("indeks sistem meritnya")."""

T = TypeVar("T")


class Word(NamedTuple):
    """A run of letters and digits; `key` is its lower case."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A phrase found at text[start:end]."""

    start: int
    end: int
    value: T


def words(text: str) -> list[Word]:
    """The words of a text, in order."""
    return [Word(m.start(), m.end(), m.group().lower()) for m in WORD.finditer(text)]


@dataclass
class Phrases(Generic[T]):
    """Known phrases by their words. With `cased`, a phrase matches only in the case it was added in."""

    _by_first: dict[str, dict[tuple[str, ...], list[tuple[str | None, T]]]] = field(default_factory=dict)
    _longest: dict[str, int] = field(default_factory=dict)

    def add(self, phrase: str, value: T, *, cased: bool = False) -> None:
        """Know one more phrase; several values may share a phrase."""
        keys = tuple(word.key for word in words(phrase))
        if not keys:
            return
        known = self._by_first.setdefault(keys[0], {}).setdefault(keys, [])
        entry = (phrase if cased else None, value)
        if entry not in known:
            known.append(entry)
        self._longest[keys[0]] = max(self._longest.get(keys[0], 0), len(keys))

    def known(self) -> Iterator[tuple[str, ...]]:
        """All phrases, each as its lower-case words, in the order they were added by first word."""
        for phrases in self._by_first.values():
            yield from phrases

    def find(self, text: str, tokens: list[Word] | None = None) -> Iterator[Match[tuple[T, ...]]]:
        """Matches from left to right, the longest at each place, not overlapping."""
        known = self._by_first
        if not known:
            return
        tokens = words(text) if tokens is None else tokens
        free = 0
        for at, token in enumerate(tokens):
            if token.key not in known or at < free:
                continue
            match = self._longest_at(text, tokens, at)
            if match is not None:
                length, values = match
                free = at + length
                yield Match(token.start, tokens[free - 1].end, values)

    def _longest_at(self, text: str, tokens: list[Word], at: int) -> tuple[int, tuple[T, ...]] | None:
        first = tokens[at].key
        known = self._by_first[first]
        run = 1
        limit = self._longest[first]
        while run < limit and at + run < len(tokens):
            gap = text[tokens[at + run - 1].end : tokens[at + run].start]
            if not GAP.fullmatch(gap):
                break
            run += 1
        said = tuple(token.key for token in tokens[at : at + run])
        for length in range(run, 0, -1):
            keys = said[:length]
            entries = known.get(keys)
            if entries is None and keys[-1].endswith("nya"):
                entries = known.get((*keys[:-1], keys[-1].removesuffix("nya")))
            if entries is None:
                continue
            surface = text[tokens[at].start : tokens[at + length - 1].end]
            values = tuple(value for case, value in entries if case is None or case == surface)
            if values:
                return length, values
        return None

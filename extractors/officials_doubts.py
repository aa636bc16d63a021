"""Doubts about names that titles alone leave, settled by the rest of the article and by a trained model."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from extractors.names import name_reader, name_words
from extractors.officials_holding import Holding
from extractors.officials_pairing import Pairing
from extractors.sentences import Sentence

Finder = Callable[[Sentence], list[tuple[int, int]]]
"""Persons of a sentence as a trained model sees them: (start, end) in the text."""


class Doubts:
    """Settles the doubts that titles alone leave, by the rest of the article and by a trained model."""

    def __init__(self, text: str, pairing: Pairing, persons: Finder | None) -> None:
        self._text = text
        self._pairing = pairing
        self._persons = persons
        self._seen: dict[int, list[tuple[int, int]]] = {}
        self._known: frozenset[str] | None = None

    def settle(self, holdings: Sequence[Holding]) -> list[Holding]:
        """The holdings that stand, with their names where they begin and end."""
        sure = [holding for holding in holdings if holding.doubt is None]
        known = {holding.name.words for holding in sure}
        names = {word for words in known for word in words}
        settled = []
        for holding in holdings:
            if holding.doubt == "headline":
                kept = self._headline(holding, known, names)
            elif holding.doubt == "start":
                kept = self._start(holding)
            elif holding.doubt == "name":
                kept = self._name(holding, names)
            elif holding.doubt == "village":
                kept = self._village(holding, names)
            elif holding.doubt == "elsewhere":
                kept = replace(holding, doubt=None) if names.issuperset(holding.name.words) else None
            elif holding.doubt == "place":
                kept = self._place(holding)
            else:
                kept = holding
            if kept is not None:
                settled.append(kept)
        return settled

    def _headline(self, holding: Holding, sure: set[tuple[str, ...]], words: set[str]) -> Holding | None:
        """In a headline everything has a capital: the name ends with the last word the body confirms."""
        parts = holding.name.words
        for length in range(len(parts), 0, -1):
            if parts[:length] in sure:
                return replace(self._cut(holding, length), sure=0.95, doubt=None)
        known = self._capitals()
        if len(parts) > 1 and self._text[holding.name.after : holding.name.after + 1] in ("", "\n"):
            return replace(holding, sure=0.8, doubt=None)
        length = len(list(takewhile(lambda word: word in words or word in known, parts)))
        if length:
            return replace(self._cut(holding, length), sure=0.85, doubt=None)
        spans = self._near(holding)
        if spans:
            end = max(end for _, end in spans)
            length = len(name_words(self._text[holding.name.start : end]))
            return replace(self._cut(holding, min(length, len(parts))), sure=0.7, doubt=None)
        if self._persons is None and len(parts) > 1:
            return replace(holding, sure=0.5, doubt=None)
        return None

    def _start(self, holding: Holding) -> Holding:
        """Where an office's name runs into a person's, the model tells where the person begins."""
        spans = self._near(holding)
        name = holding.name
        if spans:
            begin = min(start for start, _ in spans)
            if begin > name.start:
                return self._later(holding, begin)
            return replace(holding, sure=0.88, doubt=None)
        return replace(holding, sure=0.6 if len(name.words) > 1 else 0.5, doubt=None)

    def _place(self, holding: Holding) -> Holding:
        """Where the first of two names is a person's after all, it is the holder's."""
        if holding.other and self._near(replace(holding, name=holding.other)):
            title = replace(
                holding.title, position=holding.title.position.removesuffix(holding.other.text).strip()
            )
            return replace(holding, name=holding.other, title=title, sure=0.8, doubt=None)
        return replace(holding, doubt=None)

    def _village(self, holding: Holding, names: set[str]) -> Holding | None:
        """Behind "Lurah" stands a place, unless the rest of the article knows a person's name in it."""
        name = holding.name
        for word in re.finditer(r"\S+", self._text[name.start : name.end]):
            if names.issuperset(name_words(word.group())):
                begin = name.start + word.start()
                return self._later(holding, begin) if word.start() else replace(holding, doubt=None)
        if self._near(holding):
            return self._start(holding)
        return None

    def _later(self, holding: Holding, begin: int) -> Holding:
        """The holding with the words before `begin` given to the office."""
        name = name_reader().read(self._text, begin, holding.name.end)
        if name is None:
            return replace(holding, doubt=None)
        office = self._text[holding.name.start : begin].strip()
        title = replace(holding.title, position=f"{holding.title.position} {office}")
        return replace(
            holding, name=replace(name, after=holding.name.after), title=title, sure=0.75, doubt=None
        )

    def _name(self, holding: Holding, words: set[str]) -> Holding | None:
        """A single word behind a comma, or a name right before a title, needs another witness to be sure."""
        if any(word in words for word in holding.name.words):
            return replace(holding, doubt=None)
        if self._near(holding):
            return replace(holding, sure=max(holding.sure, 0.8), doubt=None)
        if holding.rule != "name title" or holding.name.titled:
            return replace(holding, sure=0.6, doubt=None)
        return None

    def _cut(self, holding: Holding, length: int) -> Holding:
        """The holding with its name's first words only."""
        name = holding.name
        if length >= len(name.words):
            return holding
        words = list(re.finditer(r"\S+", self._text[name.start : name.end]))[:length]
        if len(words) < length or not words:
            return holding
        end = name.start + words[-1].end()
        cut = replace(name, end=end, after=end, text=" ".join(name.text.split()[:length]), alias=None)
        return replace(holding, name=cut)

    def _capitals(self) -> frozenset[str]:
        """Words with a capital inside ordinary sentences of the text, in lower case."""
        if self._known is None:
            found: set[str] = set()
            for sentence in self._pairing.sentences:
                if not self._pairing.headlines.at(sentence.start):
                    words = re.findall(
                        r"(?<=[\w,.)] )[A-Z][\w'’-]+", self._text[sentence.start : sentence.end]
                    )
                    found.update(name_words(" ".join(words)))
            self._known = frozenset(found)
        return self._known

    def _near(self, holding: Holding) -> list[tuple[int, int]]:
        """The model's persons that overlap a name."""
        sentence = self._pairing.headlines.sentence(holding.name.start)
        if self._persons is None or sentence is None:
            return []
        if sentence.start not in self._seen:
            self._seen[sentence.start] = self._persons(sentence)
        name = holding.name
        return [span for span in self._seen[sentence.start] if span[0] < name.end and span[1] > name.start]

"""The words questions are asked in: cues, numbers and positions, from the YAML files beside."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml
from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH
from spacy.lang.id.stop_words import STOP_WORDS as INDONESIAN

from extractors.phrases import Match, Phrases, Word, words
from extractors.region import RegionLevel
from extractors.statement import Model

DATA = Path(__file__).parent / "data"

Language = Literal["id", "en"]


class Position(Model):
    """A position as statements write it, and the level of the regions that have one.

    `regional` is False for positions of the state ("Presiden").
    """

    name: str
    level: RegionLevel | None
    regional: bool = True
    words: tuple[str, ...] = ()


class Number(Model):
    """A number in words: a count ("sepuluh") or a place in an order ("kedua")."""

    value: int
    place: bool


Meaning = str | Number | Position
"""Of a phrase: a concept, a number or a position."""


class Vocabulary:
    """What is known of the language of questions.

    `cues` finds concepts ("which", "best", "level:kota"), `numbers` numbers in words, `positions` offices.
    `common` holds every single word that belongs to one of these or to the function words of Indonesian or
    English (spaCy's lists of stop words).
    """

    def __init__(self) -> None:
        self.cues: Phrases[Meaning] = Phrases()
        self.numbers: Phrases[Meaning] = Phrases()
        self.positions: Phrases[Meaning] = Phrases()
        self.common: set[str] = set(INDONESIAN) | set(ENGLISH)
        self.own: dict[Language, set[str]] = {"id": set(INDONESIAN), "en": set(ENGLISH)}
        for concept, by_language in _read("question-words.yaml").items():
            for language, phrases in by_language.items():
                for phrase in phrases:
                    self.cues.add(phrase, concept)
                    self.own[language].update(word.key for word in words(phrase))
        for kind, by_value in _read("numbers.yaml").items():
            for value, phrases in by_value.items():
                for phrase in phrases:
                    self.numbers.add(phrase, Number(value=value, place=kind == "places"))
                    self.common.update(word.key for word in words(phrase))
        for raw in _read("positions.yaml"):
            position = Position.model_validate(raw)
            for phrase in position.words:
                self.positions.add(phrase, position)
                self.common.update(word.key for word in words(phrase))
        self.common |= self.own["id"] | self.own["en"]

    def found(self, text: str, tokens: list[Word]) -> Iterator[Match[tuple[Meaning, ...]]]:
        """The longest phrases of each kind, which may overlap those of another."""
        for phrases in (self.cues, self.numbers, self.positions):
            yield from phrases.find(text, tokens)


def _read(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary, read once a process."""
    return Vocabulary()


def language_of(text: str) -> Language:
    """The language whose own function and question words are more; Indonesian where neither has more."""
    own = vocabulary().own
    found = {word.key for word in words(text)}
    only_id = len(found & (own["id"] - own["en"]))
    only_en = len(found & (own["en"] - own["id"]))
    return "en" if only_en > only_id else "id"

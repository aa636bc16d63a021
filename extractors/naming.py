"""Where a text names the awards and indices of the lexicons."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from extractors.bodies import bodies, place
from extractors.lexicon import Award, Entry, Index, awards, indices
from extractors.phrases import Phrases, Word
from extractors.statement import Place

T = TypeVar("T", bound=Entry)


@dataclass(frozen=True, slots=True)
class Naming(Generic[T]):
    """An entry of a lexicon named at text[start:end]."""

    start: int
    end: int
    entry: T


class Names(Generic[T]):
    """The names of a lexicon's entries."""

    def __init__(self, entries: tuple[T, ...]) -> None:
        self.phrases: Phrases[tuple[T, bool]] = Phrases()
        for entry in entries:
            unclear = {name.casefold() for name in entry.ambiguous}
            for name in entry.phrases:
                self.phrases.add(name, (entry, name.casefold() in unclear))
            for name in entry.short:
                self.phrases.add(name, (entry, name.casefold() in unclear), cased=True)

    def find(self, text: str, tokens: list[Word] | None = None) -> list[Naming[T]]:
        """Entries named in the text, left to right; an ambiguous name only where its context is there."""
        folded: str | None = None
        in_context: dict[str, bool] = {}
        found: list[Naming[T]] = []
        for match in self.phrases.find(text, tokens):
            for entry, unclear in match.value:
                if unclear and entry.id not in in_context:
                    folded = text.casefold() if folded is None else folded
                    in_context[entry.id] = any(word.casefold() in folded for word in entry.context)
                if unclear and not in_context[entry.id]:
                    continue
                found.append(Naming(match.start, match.end, entry))
                break
        return found


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A ministry or agency named at text[start:end]."""

    start: int
    end: int
    place: Place


@lru_cache(maxsize=1)
def _body_phrases() -> Phrases[Place]:
    phrases: Phrases[Place] = Phrases()
    for body in bodies().all:
        phrases.add(body.name, place(body))
        for short in body.short:
            phrases.add(short, place(body), cased=True)
        if body.level == "kementerian":
            phrases.add(f"Ministry of {body.english}", place(body))
    return phrases


def find_bodies(text: str, tokens: list[Word] | None = None) -> list[BodyMention]:
    """Ministries and agencies named in a text, left to right."""
    return [
        BodyMention(match.start, match.end, match.value[0])
        for match in _body_phrases().find(text, tokens)
        if text[match.start].isupper()
    ]


@lru_cache(maxsize=512)
def body_called(name: str) -> str:
    """The full name of the ministry or agency that a name means; the name itself where none is known."""
    found = find_bodies(name)
    return found[0].place.name if found else name


@lru_cache(maxsize=1)
def award_names() -> Names[Award]:
    """Names of the award lexicon, built once a process."""
    return Names(awards())


@lru_cache(maxsize=1)
def by_index() -> dict[str, Award]:
    """Awards by the id of the index whose best results they honour."""
    return {award.index: award for award in awards() if award.index}


@lru_cache(maxsize=1)
def index_names() -> Names[Index]:
    """Names of the index lexicon, built once a process."""
    return Names(indices())

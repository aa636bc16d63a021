"""Putting together what an article says of one person: short names, nicknames, positions cut short."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.names import name_reader, name_words, same_person
from extractors.officials_holding import Holding
from extractors.title import Title


@dataclass
class Person:
    """One person's holdings in an article, in order; `words` and `text` are of the longest name."""

    words: tuple[str, ...]
    text: str
    holdings: list[Holding] = field(default_factory=list)


class People:
    """The persons of an article, found again by their words, nicknames and initials."""

    def __init__(self) -> None:
        self.found: list[Person] = []
        self._by_word: dict[str, list[Person]] = defaultdict(list)
        self._by_call: dict[tuple[str, ...], list[Person]] = defaultdict(list)

    def add(self, holding: Holding) -> None:
        """Take a holding to the person it is of, or to a new one. Longer names must come before shorter."""
        words = holding.name.words
        person = next((person for person in self._like(words) if _holds(person, words, holding.title)), None)
        if person is None:
            person = Person(words, holding.name.text)
            self.found.append(person)
            for word in set(words):
                self._by_word[word].append(person)
            if len(words) > 1:
                self._by_call["".join(word[0] for word in words),].append(person)
        person.holdings.append(holding)
        if holding.name.alias:
            self._by_call[name_words(holding.name.alias)].append(person)

    def _like(self, words: tuple[str, ...]) -> list[Person]:
        """Who may be meant: those with the name's rarest word, those called so."""
        whole = [self._by_word.get(word, []) for word in words if len(word) > 1]
        alike = [person for person in min(whole, key=len, default=[]) if same_person(words, person.words)]
        whole_name = name_reader().short.get(words)
        famous = self._like(whole_name) if whole_name else []
        return [*alike, *famous, *self._by_call.get(words, [])]


def people(holdings: Sequence[Holding]) -> list[Person]:
    """The persons of an article in order; a short name joins the longer one it is part of.

    A short name, a nickname or initials join only who holds a position that agrees with theirs.
    """
    known = People()
    for holding in sorted(holdings, key=_length):
        known.add(holding)
    for person in known.found:
        person.holdings.sort(key=lambda holding: holding.span)
    return sorted(known.found, key=lambda person: person.holdings[0].span)


def _length(holding: Holding) -> tuple[int, int, int]:
    return -len(holding.name.words), -len(holding.name.text), holding.name.start


def _holds(person: Person, words: tuple[str, ...], title: Title) -> bool:
    return words == person.words or any(agree(title, holding.title) for holding in person.holdings)


def agree(one: Title, other: Title) -> bool:
    """Whether two titles may be the same position, one of them perhaps cut short."""
    if _called(one) & _called(other):
        return True
    if one.family != other.family:
        return False
    if one.position != other.position and one.family not in (one.position, other.position):
        return False
    first, second = one.region(), other.region()
    return first is None or second is None or first == second


def _called(title: Title) -> set[str]:
    """The ways a title may be said: whole, or with the office's short name ("Kepala DP3A")."""
    first = title.family.split(" ")[0]
    return {title.position, *([f"{first} {title.short}"] if title.short else [])} - {title.family}


def positions_of(person: Person) -> list[list[Holding]]:
    """A person's holdings by position, those cut short with the whole ones."""
    groups: list[list[Holding]] = []
    for holding in sorted(person.holdings, key=lambda holding: -len(holding.title.position)):
        group = next((group for group in groups if agree(holding.title, group[0].title)), None)
        if group is None:
            groups.append([holding])
        else:
            group.append(holding)
    for group in groups:
        group.sort(key=lambda holding: holding.span)
    return sorted(groups, key=lambda group: group[0].span)

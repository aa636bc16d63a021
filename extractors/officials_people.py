"""Putting together what an article says of one person: short names, nicknames, positions cut short."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.names import name_words, same_person
from extractors.officials_pairing import Holding
from extractors.positions import Title


@dataclass
class Person:
    """One person's holdings in an article, in order; `words` and `text` are of the longest name."""

    words: tuple[str, ...]
    text: str
    holdings: list[Holding] = field(default_factory=list)
    aliases: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, holding: Holding) -> None:
        """Take one more holding."""
        self.holdings.append(holding)
        if holding.name.alias:
            self.aliases.add(name_words(holding.name.alias))


def people(holdings: Sequence[Holding]) -> list[Person]:
    """The persons of an article, longest names first taken; a short name joins the longer it is part of.

    A short name joins only who holds a position that agrees with its own.
    """
    found: list[Person] = []
    for holding in sorted(holdings, key=lambda holding: (-len(holding.name.words), holding.name.start)):
        words = holding.name.words
        person = next((person for person in found if _is(person, words, holding.title)), None)
        if person is None:
            person = Person(words, holding.name.text)
            found.append(person)
        person.add(holding)
    for person in found:
        person.holdings.sort(key=lambda holding: holding.name.start)
    return sorted(found, key=lambda person: person.holdings[0].name.start)


def _is(person: Person, words: tuple[str, ...], title: Title) -> bool:
    if words == person.words:
        return True
    if words in person.aliases or same_person(words, person.words) or _initials(words, person.words):
        return any(agree(title, holding.title) for holding in person.holdings)
    return False


def _initials(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether a single word is made of the initials of a name ("DS" for Dadang Supriatna)."""
    return len(words) == 1 and len(name) > 1 and words[0] == "".join(word[0] for word in name)


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
    return sorted(
        (sorted(group, key=lambda h: h.name.start) for group in groups), key=lambda g: g[0].name.start
    )

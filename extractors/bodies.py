"""Ministries and national agencies: their names, and the titles of those who lead them."""

import re
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import ConfigDict, ValidationError

from extractors.errors import LexiconError
from extractors.statement import Level, Model, Place

DATA = Path(__file__).parent / "data" / "ministries.yaml"


class Ministry(Model):
    """A ministry. `topics` are what may follow "Menteri" or "Wakil Menteri", the first as statements say
    it; `minister` and `deputy` are the short titles ("Mendagri", "Wamendagri"). `say` is the minister's
    position where it is not "Menteri" with the first topic. `english_too` are other English names in use.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    english: str
    topics: tuple[str, ...]
    english_too: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    minister: tuple[str, ...] = ()
    deputy: tuple[str, ...] = ()
    say: str | None = None

    @property
    def level(self) -> Level:
        """The level of its Place."""
        return "kementerian"

    @property
    def position(self) -> str:
        """The minister's position as statements name it."""
        return self.say or f"Menteri {self.topics[0]}"

    @property
    def deputy_position(self) -> str:
        """The deputy minister's position as statements name it."""
        return f"Wakil {self.position.replace('Menko ', 'Menteri Koordinator ')}"


class Agency(Model):
    """A national agency and the title of its head."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    english: str
    head: str
    short: tuple[str, ...] = ()

    @property
    def level(self) -> Level:
        """The level of its Place."""
        return "lembaga"


Body = Ministry | Agency


class Bodies:
    """All ministries and agencies, with patterns of their names.

    Raises LexiconError where ministries.yaml is wrong.
    """

    def __init__(self, path: Path = DATA) -> None:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        try:
            self.ministries = tuple(Ministry.model_validate(entry) for entry in raw["ministries"])
            self.agencies = tuple(Agency.model_validate(entry) for entry in raw["agencies"])
        except ValidationError as error:
            raise LexiconError(f"{path}: {error.errors()[0]['loc']}: {error.errors()[0]['msg']}") from error
        self._names = {spoken(name): body for body in self.all for name in (body.name, *body.short)}
        self._named = re.compile(rf"(?<!\w)(?:{choice(self._names)})(?!\w)")
        self._english = {
            name.lower(): body for body in self.ministries for name in (body.english, *body.english_too)
        }

    @property
    def all(self) -> tuple[Body, ...]:
        """Ministries first."""
        return (*self.ministries, *self.agencies)

    def named(self, phrase: str) -> Body | None:
        """The first body that a short phrase names."""
        match = self._named.search(phrase)
        return self._names[spoken(match.group())] if match else None

    def at(self, text: str, start: int) -> int | None:
        """Where the name of a body that begins at a place ends, or None."""
        match = self._named.match(text, start)
        return match.end() if match else None

    def ministry_in_english(self, topic: str) -> Ministry | None:
        """The ministry whose English name ends in a topic ("Home Affairs")."""
        return self._english.get(spoken(topic).lower())

    @property
    def english_topics(self) -> str:
        """A pattern of the English names of the ministries' fields."""
        return choice(name for body in self.ministries for name in (body.english, *body.english_too))


def spoken(name: str) -> str:
    """A name with single blanks, as the dictionaries of names hold it."""
    return re.sub(r"\s+", " ", name)


def choice(names: object) -> str:
    """A pattern of any of the names, the longest first, with any blank for a blank."""
    ordered = sorted(set(map(str, names)), key=lambda name: (-len(name), name))  # type: ignore[call-overload]
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)


def place(body: Body) -> Place:
    """The body as statements name it."""
    return Place(id=body.id, name=body.name, level=body.level)


@lru_cache(maxsize=1)
def bodies() -> Bodies:
    """The bodies that ship with the project, read once a process."""
    return Bodies()

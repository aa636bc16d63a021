"""Sentences of award news made up from templates, to teach a model names that general corpora hardly have.

General news hardly ever writes "Pj Wali Kota X Dr Ir NAME MM"; award news does in every article.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import yaml

from extractors.region import Region, regions

HERE = Path(__file__).parent
T = TypeVar("T")
SLOT = re.compile(r"\{(\w+)\}")
BEFORE = [
    "H. ",
    "Hj. ",
    "Dr. ",
    "Drs. ",
    "Ir. ",
    "Prof. ",
    "dr. ",
    "KH. ",
    "H ",
    "Dr. H. ",
    "Drs. H. ",
    "Dr Ir ",
]
DEGREES = [
    "S.Sos",
    "M.Si",
    "SE",
    "MM",
    "S.STP",
    "SH",
    "M.H.",
    "S.T.",
    "M.T.",
    "S.Kom",
    "M.AP",
    "MSi",
    "S.Pd",
    "M.Kes",
]
LEVELS = {"Wali": "kota", "Walikota": "kota", "Bupati": "kabupaten", "Gubernur": "provinsi"}
GOVERNMENTS = {
    "kota": ["Pemkot {}", "Pemerintah Kota {}", "Pemerintah Kota (Pemkot) {}"],
    "kabupaten": ["Pemkab {}", "Pemerintah Kabupaten {}", "Pemerintah Kabupaten (Pemkab) {}"],
    "provinsi": ["Pemprov {}", "Pemerintah Provinsi {}"],
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and its entities: (start, end, "PER" | "ORG" | "LOC")."""

    text: str
    ents: tuple[tuple[int, int, str], ...]


@lru_cache(maxsize=2)
def _read(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return found


class Maker:
    """Makes sentences. `unseen` takes names from the sixth of the lists that the others leave alone, so that
    a model is measured on names it has not learnt.
    """

    def __init__(self, seed: int, *, unseen: bool = False) -> None:
        self._random = random.Random(seed)  # noqa: S311  # sentences, not secrets
        self._words = _read("sentences.yaml")
        self._names = {
            key: [part for number, part in enumerate(parts) if (number % 6 == 5) is unseen]
            for key, parts in _read("names.yaml").items()
        }

    def make(self, count: int) -> list[Labelled]:
        """That many sentences, three in ten of them headlines."""
        return [self._one("head" if self._random.random() < 0.3 else "body") for _ in range(count)]

    def _one(self, kind: str) -> Labelled:
        text, ents = "", []
        template = self._pick(self._words[kind])
        last = 0
        for slot in SLOT.finditer(template):
            text += template[last : slot.start()]
            for part, label in self._fill(slot[1], headline=kind == "head"):
                if label:
                    ents.append((len(text), len(text) + len(part), label))
                text += part
            last = slot.end()
        return Labelled(text + template[last:], tuple(ents))

    def _fill(self, slot: str, *, headline: bool) -> list[tuple[str, str | None]]:
        if slot == "person":
            return self._person(bare=headline)
        if slot == "head":
            return self._head()
        if slot == "office":
            office = self._pick(self._words["offices"])
            region = self._region()
            where: list[tuple[str, str | None]] = [(" ", None), (region.short, "LOC")]
            return [(office, None), *(where if self._random.random() < 0.6 else [])]
        if slot == "gov":
            region = self._region()
            return [(self._pick(GOVERNMENTS[region.level]).format(region.short), "ORG")]
        if slot == "region":
            return [(self._region().short, "LOC")]
        if slot == "body":
            return [(self._pick(self._words["bodies"]), "ORG")]
        if slot in ("nick", "nickname"):
            return [(self._pick(self._names["nick"]), "PER")]
        if slot == "number":
            return [(f"{self._random.uniform(1, 5):.2f}".replace(".", ","), None)]
        filled = self._pick(self._words[{"award": "awards", "minister": "ministers", "day": "days"}[slot]])
        return [(filled.title() if headline and filled.islower() else filled, None)]

    def _head(self) -> list[tuple[str, str | None]]:
        title = self._pick(self._words["heads"])
        level = next(level for word, level in LEVELS.items() if word in title.split())
        parts: list[tuple[str, str | None]] = [(self._pick(self._words["acting"]) + title, None)]
        if self._random.random() < 0.85:
            parts += [(" ", None), (self._region(level).short, "LOC")]
        return parts

    def _person(self, *, bare: bool) -> list[tuple[str, str | None]]:
        parts: list[tuple[str, str | None]] = [(self._name(), "PER")]
        if bare:
            return parts
        if self._random.random() < 0.3:
            parts.insert(0, (self._pick(BEFORE), None))
        if self._random.random() < 0.3:
            degrees = self._random.sample(DEGREES, self._random.choice([1, 2, 2, 3]))
            gap = self._pick([", ", ", ", " "])
            parts.append((gap + self._pick([", ", " ", ","]).join(degrees), None))
        return parts

    def _name(self) -> str:
        kind = self._random.random()
        if kind < 0.08:
            return f"{self._pick(self._names['balinese'])} {self._pick(self._names['balinese_family'])}"
        given, family = self._names["given"], self._names["family"]
        if kind < 0.2:
            return self._pick(given + family)
        words = [self._pick(given)]
        if kind < 0.45:
            words.append(self._pick(given))
        if self._random.random() < 0.12:
            words.append(self._random.choice("ABDFHMNRSW") + self._pick(["", "."]))
        words.append(self._pick(family))
        if self._random.random() < 0.1:
            words.append(self._pick(family))
        name = " ".join(words)
        return name.upper() if self._random.random() < 0.02 else name

    def _region(self, level: str | None = None) -> Region:
        return self._pick([region for region in regions() if level in (None, region.level)])

    def _pick(self, choices: Sequence[T]) -> T:
        return self._random.choice(choices)

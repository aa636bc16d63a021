"""The 552 regions of Indonesia and the names they go by."""

import csv
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml

from extractors.errors import LexiconError
from extractors.phrases import Phrases
from extractors.statement import Model, Place

DATA = Path(__file__).parent / "data"
PREFIX = {"kota": "Kota ", "kabupaten": "Kabupaten ", "provinsi": "Provinsi "}
SHORT = {"31": "DKI Jakarta", "34": "DI Yogyakarta"}
"""Provinces whose everyday name differs from that in the ministry's list."""

ENGLISH = {"Barat": "West", "Timur": "East", "Utara": "North", "Selatan": "South", "Tengah": "Central"}

RegionLevel = Literal["kota", "kabupaten", "provinsi"]


class Region(Model):
    """A kota, kabupaten or province. `id` is its Kemendagri code, `short` its name without a type word,
    `province` the two-digit code of its province (its own for a province).
    """

    id: str
    name: str
    level: RegionLevel
    short: str
    province: str
    latitude: float
    longitude: float

    @property
    def place(self) -> Place:
        """The region as statements name it."""
        return Place(id=self.id, name=self.name, level=self.level)


@lru_cache(maxsize=1)
def regions() -> tuple[Region, ...]:
    """All regions, in order of code."""
    with (DATA / "regions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_region(row) for row in csv.DictReader(file))


def _region(row: dict[str, str]) -> Region:
    level: RegionLevel = row["type"]  # type: ignore[assignment]  # the data set knows three types
    short = SHORT.get(row["code"], row["name"])
    administrative = "Administrasi " if "Administrasi" in row["full_name"] else ""
    return Region(
        id=row["code"],
        name=f"{PREFIX[level]}{administrative}{short}",
        level=level,
        short=short,
        province=row["province_code"],
        latitude=float(row["lat"]),
        longitude=float(row["lng"]),
    )


@lru_cache(maxsize=1)
def by_id() -> dict[str, Region]:
    """Regions by Kemendagri code."""
    return {region.id: region for region in regions()}


class Gazetteer:
    """Which regions a name may mean.

    Raises LexiconError where region-names.yaml gives a name to a code that does not exist.
    """

    def __init__(self) -> None:
        raw = yaml.safe_load((DATA / "region-names.yaml").read_text(encoding="utf-8"))
        self.typed_only = frozenset(name.lower() for name in raw["typed_only"])
        self.phrases: Phrases[Region] = Phrases()
        for region in regions():
            for name in self._names(region, raw["names"].get(region.id, ())):
                self.phrases.add(name, region)
        unknown = set(raw["names"]) - set(by_id())
        if unknown:
            raise LexiconError(f"{DATA / 'region-names.yaml'}: no region has the code {sorted(unknown)}")

    @staticmethod
    def _names(region: Region, others: tuple[str, ...]) -> list[str]:
        names = [region.short, *others]
        if region.short.startswith("Kepulauan "):
            names.append("Kep " + region.short.removeprefix("Kepulauan "))
        names += [name.replace("Sumatera", "Sumatra") for name in names if "Sumatera" in name]
        first, _, last = region.short.rpartition(" ")
        if first and last in ENGLISH:
            names.append(f"{ENGLISH[last]} {first}")
        return names


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer, built once a process."""
    return Gazetteer()

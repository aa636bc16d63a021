"""The regions of a question: those it asks about, and the province it looks within."""

from dataclasses import dataclass, field
from itertools import pairwise

from extractors.region import Region, RegionLevel, by_id
from extractors.statement import Level, Named, Place
from knowledge.question_part import Part
from knowledge.reading import Choice

LISTING = ("who", "winners", "best", "top", "high", "low", "worst", "champion")
"""Cues of a question that looks for regions rather than asks about one."""
GIVING = frozenset({"dari", "oleh", "by", "from"})


@dataclass(slots=True)
class Regions:
    """`subjects` in the order asked, all meanings of homonyms (`choices`) included.

    `province` is what to look within; `unknown` says that a name fits no region ("Kabupaten Surabaya");
    `giver` that a body gives what is asked about ("penghargaan dari Kementerian PANRB").
    """

    subjects: list[Region] = field(default_factory=list)
    province: Region | None = None
    choices: list[Choice] = field(default_factory=list)
    unknown: bool = False
    bodies: list[Place] = field(default_factory=list)
    giver: bool = False

    @property
    def places(self) -> list[Place]:
        """Regions and bodies asked about."""
        return [*(region.place for region in self.subjects), *self.bodies]


def meanings(part: Part, wanted: RegionLevel | None = None) -> tuple[Region, ...]:
    """The regions that a part of a question may mean, by the level stated beside the name.

    `wanted` is the level that the rest of the question asks for ("bupati Malang"); it chooses among
    homonyms. A type word that fits none ("Kabupaten Surabaya") leaves nothing, save that a province beside
    another type word stands ("kota Jawa Timur").
    """
    found: list[Region] = []
    for mention in part.mentions:
        fitting = [region for region in mention.candidates if mention.level in (None, region.level)]
        if not fitting and all(region.level == "provinsi" for region in mention.candidates):
            fitting = list(mention.candidates)
        found.extend(region for region in fitting if region not in found)
    chosen = [region for region in found if region.level == wanted]
    return tuple(chosen or found)


def levels_of(parts: list[Part]) -> tuple[tuple[Level, ...], bool]:
    """Levels asked for, and whether any level words are there ("daerah" asks for all)."""
    levels: list[Level] = []
    worded = False
    for part in parts:
        level = None if part.read else part.level
        if level is None:
            continue
        worded = part.read = True
        if level != "any" and level not in levels:
            levels.append(level)
    return tuple(levels), worded


def regions_of(parts: list[Part], *, listing: bool, wanted: RegionLevel | None) -> Regions:
    """Subjects and province. In a `listing` a province is what to look within, unless the question is for a
    yes ("apakah Jawa Timur masuk 10 besar"); where it is not one, "di Jawa Timur" still names a subject.
    """
    found = Regions()
    asks_yes = bool(parts) and parts[0].has("yes_no")
    for index, part in enumerate(parts):
        if part.body and index and parts[index - 1].key in GIVING:
            found.giver = True
        elif part.body:
            found.bodies.append(part.body)
        if not part.mentions:
            continue
        within = listing and (not asks_yes or _after_place(parts, index))
        meant = meanings(part, "provinsi" if within and _bare(part) else wanted)
        if not meant:
            found.unknown = True
        elif within and all(region.level == "provinsi" for region in meant):
            found.unknown = found.unknown or found.province not in (None, meant[0])
            found.province = meant[0]
        elif not _locates(found, meant):
            found.subjects.extend(region for region in meant if region not in found.subjects)
            if len(meant) > 1 and not _both(part):
                named = tuple(Named(id=region.id, name=region.name) for region in meant)
                found.choices.append(Choice(text=part.text, meanings=named))
    return found


def is_listing(parts: list[Part], levels_worded: bool) -> bool:
    """Whether a question looks for regions: names a level, a place in an order, or asks who."""
    if any(part.has("asked_rank") for part in parts):
        return False
    ranked = any(
        part.has("place") and bool(after.mentions) and any(other.has("rank") for other in parts)
        for part, after in pairwise(parts)
    )
    return levels_worded or ranked or any(part.has(*LISTING) for part in parts)


def _bare(part: Part) -> bool:
    return all(mention.level is None for mention in part.mentions)


def _both(part: Part) -> bool:
    """Whether two regions are meant at once ("Kabupaten dan Kota Madiun")."""
    return len(part.mentions) > 1


def _after_place(parts: list[Part], index: int) -> bool:
    return index > 0 and parts[index - 1].has("place")


def _locates(found: Regions, meant: tuple[Region, ...]) -> bool:
    """Whether a province only tells where the region before it lies ("Banjar, Jawa Barat"); it settles it."""
    if len(meant) != 1 or meant[0].level != "provinsi" or not found.subjects:
        return False
    inside = [
        region for region in found.subjects if region.province == meant[0].id and region.level != "provinsi"
    ]
    if not inside:
        return False
    last = found.choices[-1] if found.choices else None
    if last is not None:
        kept = [choice for choice in last.meanings if by_id()[choice.id].province == meant[0].id]
        dropped = {choice.id for choice in last.meanings} - {choice.id for choice in kept}
        found.subjects = [region for region in found.subjects if region.id not in dropped]
        found.choices[-1:] = [last.model_copy(update={"meanings": tuple(kept)})] if len(kept) > 1 else []
    return True

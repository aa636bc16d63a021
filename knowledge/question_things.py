"""The awards and indices of a question, with the predicates and categories it names."""

from functools import lru_cache

from extractors.lexicon import Award, Index, awards
from extractors.phrases import Phrases
from extractors.statement import Named
from knowledge.question_part import Part, Thing
from knowledge.reading import Choice


def awards_named(parts: list[Part]) -> tuple[Award, ...]:
    """Each award that a part names, once, in order."""
    return tuple({t.id: t for part in parts for t in part.things if isinstance(t, Award)}.values())


def indices_named(parts: list[Part]) -> tuple[Index, ...]:
    """Each index that a part names, once, in order."""
    return tuple({t.id: t for part in parts for t in part.things if isinstance(t, Index)}.values())


def shared_names(parts: list[Part], kind: type[Award] | type[Index]) -> list[Choice]:
    """Names that several awards, or several indices, go by."""
    found = []
    for part in parts:
        same = [thing for thing in part.things if isinstance(thing, kind)]
        if len(same) > 1:
            found.append(Choice(text=part.text, meanings=named(tuple(same))))
    return found


def named(things: tuple[Thing, ...]) -> tuple[Named, ...]:
    """Entries of the lexicon as answers name them."""
    return tuple(Named(id=thing.id, name=thing.name) for thing in things)


def mark_context(text: str, parts: list[Part], thing: Thing) -> None:
    """Mark as read the words that stand with a thing's name in articles ("LKPD" with "opini BPK")."""
    known: Phrases[bool] = Phrases()
    for phrase in thing.context:
        known.add(phrase, True)
    for match in known.find(text):
        for part in _covered(parts, match.start, match.end):
            part.read = part.read or part.unknown


def _predicates(thing: Thing) -> Phrases[str]:
    """The levels of an award or the bands of an index, by all the ways they are written."""
    found: Phrases[str] = Phrases()
    if isinstance(thing, Index):
        for band in thing.bands:
            found.add(band.name, band.name)
        return found
    for predicate in thing.predicates:
        found.add(predicate, predicate)
    for alias, predicate in thing.predicate_aliases.items():
        found.add(alias, predicate)
    return found


def predicate_of(text: str, parts: list[Part], thing: Thing) -> str | None:
    """The level or band that a question names for an award or index; its words are marked as read."""
    for match in _predicates(thing).find(text):
        covered = _covered(parts, match.start, match.end)
        if _says_predicate(text[match.start : match.end], covered, parts, thing):
            for part in covered:
                part.read = True
            return match.value[0]
    return None


def _covered(parts: list[Part], start: int, end: int) -> list[Part]:
    return [part for part in parts if part.start < end and start < part.end]


def _says_predicate(surface: str, covered: list[Part], parts: list[Part], thing: Thing) -> bool:
    """Whether the words are meant as a predicate: "A", "Baik" and "Utama" are words of daily life, too."""
    if not covered or any(part.mentions for part in covered):
        return False
    if any(part.things for part in covered):
        return all(thing in part.things for part in covered if part.things)
    before = _before(parts, covered[0])
    if before is not None and before.has("predicate", "category"):
        return True
    if len(surface) <= 2:
        return surface.isupper() and before is not None
    if " " in surface or not any(part.common for part in covered):
        return True
    return before is not None and surface[0].isupper()


def _before(parts: list[Part], part: Part) -> Part | None:
    at = parts.index(part)
    return parts[at - 1] if at else None


@lru_cache(maxsize=1)
def _telling() -> Phrases[Award]:
    """Predicates that may tell the award by themselves ("Nindya")."""
    found: Phrases[Award] = Phrases()
    for award in awards():
        for predicate in (*award.predicates, *award.predicate_aliases):
            if len(predicate) > 2:
                found.add(predicate, award)
    return found


def awards_of_predicate(text: str, parts: list[Part]) -> tuple[tuple[Award, ...], str]:
    """The awards that have a predicate which the question names without naming the award, and its words."""
    for match in _telling().find(text):
        covered = _covered(parts, match.start, match.end)
        if covered and not any(part.common or part.mentions or part.things for part in covered):
            return match.value, text[match.start : match.end]
    return (), ""


def category_of(text: str, parts: list[Part], award: Award) -> str | None:
    """A category by the lexicon or, after "kategori", in the question's own words; marked as read."""
    known: Phrases[str] = Phrases()
    for category in award.categories:
        known.add(category, category)
    for match in known.find(text):
        covered = _covered(parts, match.start, match.end)
        if not covered or any(part.mentions or part.things or part.body for part in covered):
            continue
        before = _before(parts, covered[0])
        counted = before is not None and before.number is not None
        if not counted and not all(part.level for part in covered):
            for part in covered:
                part.read = True
            return match.value[0]
    for index, part in enumerate(parts):
        if part.has("category"):
            free = free_words(parts, index + 1)
            if free:
                return text[free[0].start : free[-1].end]
    return None


def free_words(parts: list[Part], at: int) -> list[Part]:
    """The unknown words that follow from `at`, marked as read."""
    free: list[Part] = []
    for part in parts[at:]:
        if part.read or not part.unknown:
            break
        part.read = True
        free.append(part)
    return free

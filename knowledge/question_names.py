"""The names in a question: regions, awards, indices, ministries and agencies, and who leads these."""

from functools import lru_cache
from itertools import groupby
from pathlib import Path

import yaml

from extractors.bodies import bodies, place
from extractors.lexicon import awards, indices
from extractors.mention import RegionMention, mentions_of
from extractors.phrases import Phrases, Word, words
from extractors.region import gazetteer
from extractors.statement import Place
from extractors.unlisted import as_award
from extractors.unlisted import unlisted as unlisted_awards
from knowledge.question_part import Part, Thing
from knowledge.question_words import Position, vocabulary

ENGLISH = Path(__file__).parent / "data" / "english-names.yaml"
HEADS = frozenset(
    {"indeks", "nilai", "skor", "tingkat", "angka", "persentase", "prevalensi", "penghargaan", "anugerah"}
)
"""Words that a question leaves out of a name: "reformasi birokrasi" for "indeks reformasi birokrasi"."""
RATES = frozenset({"tingkat", "angka", "persentase", "prevalensi"})
"""Those after which one word is enough: "kemiskinan" for "tingkat kemiskinan"."""
TELLING = 6
"""Letters of a word that alone may stand for a name that begins with one of `HEADS`."""
BLANK = "·"
SURE = frozenset({"region", "government", "head"})


@lru_cache(maxsize=1)
def things() -> Phrases[Thing]:
    """Names of awards and indices as questions type them: abbreviations in any case, names without their
    first word ("kemiskinan"), and in English.
    """
    found: Phrases[Thing] = Phrases()
    entries: tuple[Thing, ...] = (*awards(), *indices())
    for entry in entries:
        for phrase in entry.phrases:
            found.add(phrase, entry)
        for short in entry.short:
            found.add(short, entry, cased=short.lower() in vocabulary().common)
    whole = set(found.known())
    for entry in entries:
        for phrase in entry.phrases:
            keys = tuple(word.key for word in words(phrase))
            enough = len(keys) > 2 or (len(keys) == 2 and keys[0] in RATES)
            if keys[0] in HEADS and enough and keys[1:] not in whole and _tells(keys[1:]):
                found.add(" ".join(keys[1:]), entry)
    by_id = {entry.id: entry for entry in entries}
    for name, phrases in yaml.safe_load(ENGLISH.read_text(encoding="utf-8")).items():
        for phrase in phrases:
            found.add(phrase, by_id[name])
    return found


def _tells(keys: tuple[str, ...]) -> bool:
    """Whether words stand for one thing by themselves."""
    return any(len(key) >= TELLING and key not in vocabulary().common for key in keys)


@lru_cache(maxsize=1)
def _bodies() -> Phrases[Place]:
    found: Phrases[Place] = Phrases()
    for body in bodies().all:
        for phrase in (body.name, *body.short):
            found.add(phrase, place(body), cased=phrase.lower() in vocabulary().common)
    for ministry in bodies().ministries:
        found.add(f"ministry of {ministry.english}", place(ministry))
        found.add(f"{ministry.english} ministry", place(ministry))
    return found


@lru_cache(maxsize=1)
def _state_offices() -> Phrases[Position]:
    """Who leads ministries and agencies: "Menteri Dalam Negeri", "Mendagri", "minister of home affairs"."""
    found: Phrases[Position] = Phrases()
    for ministry in bodies().ministries:
        office = Position(name=ministry.position, level=None, regional=False)
        deputy = Position(name=ministry.deputy_position, level=None, regional=False)
        named = [*ministry.minister, *(f"menteri {topic}" for topic in ministry.topics)]
        named += [f"minister of {topic}" for topic in (ministry.english, *ministry.topics)]
        named.append(f"{ministry.english} minister")
        for phrase in named:
            found.add(phrase, office)
        for phrase in (*ministry.deputy, *(f"wakil menteri {topic}" for topic in ministry.topics)):
            found.add(phrase, deputy)
    for agency in bodies().agencies:
        found.add(agency.head, Position(name=agency.head, level=None, regional=False))
    return found


def names_in(text: str, tokens: list[Word], *, unlisted: bool = False) -> list[Part]:
    """The names, in order; where two overlap, the one that begins first, then the longer one.

    With `unlisted`, awards that the lexicon lacks are found by their names, as in articles.
    """
    found = [Part(m.start, m.end, text[m.start : m.end], things=m.value) for m in things().find(text, tokens)]
    found += [
        Part(m.start, m.end, text[m.start : m.end], body=m.value[0]) for m in _bodies().find(text, tokens)
    ]
    found += [
        Part(m.start, m.end, text[m.start : m.end], position=m.value[0], common=True)
        for m in _state_offices().find(text, tokens)
    ]
    # "BPK Kota Malang" is no branch office where the BPK's opinion is asked for: names found are blanked out.
    rest = text
    for part in found:
        rest = rest[: part.start] + BLANK * (part.end - part.start) + rest[part.end :]
    # "Kabupaten dan Kota Madiun" is two mentions of one name.
    for _, same in groupby(mentions_of(rest), key=lambda mention: mention.name_start):
        mentions = tuple(m for m in same if m.role in SURE and not _daily_word(text, m))
        if mentions:
            start, end = min(m.start_char for m in mentions), max(m.end_char for m in mentions)
            found.append(Part(start, end, text[start:end], mentions=mentions))
    if unlisted:
        taken = [(part.start, part.end) for part in found]
        found += [Part(a, b, name, things=(as_award(name),)) for a, b, name in unlisted_awards(text, taken)]
    return _apart(found)


def _apart(found: list[Part]) -> list[Part]:
    kept: list[Part] = []
    for part in sorted(found, key=lambda part: (part.start, -part.end)):
        if not kept or part.start >= kept[-1].end:
            kept.append(part)
    return kept


def _daily_word(text: str, mention: RegionMention) -> bool:
    """Whether a bare name is a question word rather than a region ("di puncak", "apa saja")."""
    bare = text[mention.start_char : mention.end_char].lower()
    return mention.level is None and bare in gazetteer().typed_only and bare in vocabulary().common

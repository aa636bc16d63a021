"""Reading index values: which index, whose value, measured when."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from extractors.binding import Holder, holders
from extractors.figures import Figure, YearMention, figures, hoped, year_beside, year_following, years
from extractors.lexicon import Index
from extractors.naming import Naming, index_names
from extractors.predicates import band
from extractors.ranks import Rank, rank_near
from extractors.sentences import Sentence
from extractors.statement import Place
from extractors.winning import in_spans

CUES = frozenset(
    """nilai nilainya indeks indeksnya skor skornya angka angkanya poin capaian capaiannya predikat score
    index value banding dibanding dibandingkan membandingkan sebelumnya meningkat naik turun""".split()
)
OF_INDEX = re.compile(
    r"[\s)]*(?:(?:\([^()\n]{1,20}\)|(?!Summit|Award|Forum|Rakor)[\w.-]+)\s+){0,5}?"
    r"(?:tahun\s+|TA\s+|[Tt]ahun\s+[Aa]nggaran\s+)?"
    r"(?P<year>(?:19[89]|20[0-4])\d)(?![\w/-])",
)
EACH_IN_TURN = re.compile(r"\b(?:berturut-turut|masing-masing|respectively)\b", re.IGNORECASE)
LED = re.compile(r"(?<!\d)(?P<year>20[0-4]\d)\s+$")
"""A year right before the name: "the 2024 SPBE Evaluation"."""
TOPIC_REACH = 3
"""How many sentences an index stays the topic when it is not named again."""
ONLY_REACH = 10
"""The same where the article names no other index."""


@dataclass(slots=True)
class IndexReading:
    """One value read at text[start:end]."""

    start: int
    end: int
    sentence: Sentence
    region: Place
    index: Index
    value: float
    year: int | None
    predicate: str | None
    rank: Rank | None
    confidence: float
    rules: tuple[str, ...]
    note: str | None = None


@dataclass(slots=True)
class Topic:
    """What the article has been talking about so far."""

    naming: Naming[Index] | None = None
    age: int = 0
    years: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))
    header_year: int | None = None
    only: bool = False

    @property
    def grows(self) -> bool:
        """Whether the index is a rate of growth."""
        return self.naming is not None and self.naming.entry.name.startswith("Pertumbuhan")

    told: set[tuple[str, str, int | None]] = field(default_factory=set)
    holder: Holder | None = None


@Language.component("piagam_indices")
def indices(doc: Doc) -> Doc:
    """Sets `doc._.indices`: the index values that the text states."""
    namings = index_names().find(doc._.text, doc._.words)
    doc._.index_namings = namings
    doc._.indices = read_indices(doc, namings, doc._.published) if namings else []
    return doc


def read_indices(doc: Doc, namings: list[Naming[Index]], published: date | None) -> list[IndexReading]:
    """All values of a document, in order of place."""
    topic = Topic(only=len({naming.entry.id for naming in namings}) == 1)
    found: list[IndexReading] = []
    at = 0
    for sentence in doc._.sentences:
        own = []
        while at < len(namings) and namings[at].start < sentence.end:
            own.append(namings[at])
            at += 1
        if own:
            topic.naming, topic.age = own[-1], 0
        else:
            topic.age += 1
        _remember_years(doc._.text, own, sentence, topic)
        if topic.naming is None or not _speaks(doc._.text, sentence, own, topic):
            continue
        found.extend(_read_sentence(doc, sentence, own, topic, published))
    return found


def _speaks(text: str, sentence: Sentence, own: list[Naming[Index]], topic: Topic) -> bool:
    """Whether a sentence may still tell values of the topic."""
    if own:
        return True
    if sentence.item:
        topic.age = min(topic.age, 1)
        return True
    if topic.age <= TOPIC_REACH:
        return True
    line = text[sentence.start : sentence.end].lower()
    return topic.only and topic.age <= ONLY_REACH and not CUES.isdisjoint(line.split())


def _remember_years(text: str, own: list[Naming[Index]], sentence: Sentence, topic: Topic) -> None:
    """Keep the years that are part of an index's name: "IPM 2024", "evaluasi SPBE Tahun 2023"."""
    told = set()
    for naming in own:
        beside = OF_INDEX.match(text, naming.end, sentence.end)
        beside = beside or LED.search(text[max(sentence.start, naming.start - 12) : naming.start])
        if beside:
            topic.years[naming.entry.id][int(beside["year"])] += 1
            told.add(int(beside["year"]))
    if own and not sentence.item:
        topic.header_year = told.pop() if len(told) == 1 else None


def _read_sentence(
    doc: Doc, sentence: Sentence, own: list[Naming[Index]], topic: Topic, published: date | None
) -> list[IndexReading]:
    text = doc._.text
    wished = hoped(text, sentence.start, sentence.end)
    known_years = [
        year
        for year in years(text, sentence.start, sentence.end, published)
        if not in_spans(year.start, wished)
    ]
    values = [
        figure
        for figure in figures(
            text, sentence.start, sentence.end, [(n.start, n.end) for n in own], growth=topic.grows
        )
        if not any(naming.start <= figure.start < naming.end for naming in own)
    ]
    readings: list[IndexReading] = []
    for order, figure in enumerate(values):
        chosen = _index_of(figure, own, topic)
        if chosen is None:
            continue
        index, naming_rules = chosen
        low, high = index.scale
        if figure.percent and index.unit != "persen" and not _loose_percent(index, figure):
            continue
        inside = low <= figure.value <= high
        if not inside and not (figure.cued and own):
            continue
        if figure.whole and not _whole_allowed(doc, index, figure):
            continue
        if not own and not (figure.cued or sentence.item or _told(doc, figure, known_years)):
            continue
        floor = values[order - 1].end if order else sentence.start
        ceiling = values[order + 1].start if order + 1 < len(values) else sentence.end
        owners = holders(doc, sentence, index, figure.start, figure.end, floor, ceiling, topic.holder)
        for owner in owners:
            year, year_rule = _year_of(doc, figure, floor, sentence, known_years, index, owner, topic)
            confidence = 0.93 * owner.confidence * naming_rules[1] * (0.97 if figure.cued else 0.85)
            readings.append(
                IndexReading(
                    figure.start,
                    figure.end,
                    sentence,
                    owner.place,
                    index,
                    figure.value,
                    year,
                    band(text, index, floor, figure, ceiling),
                    rank_near(text, floor, figure.start, figure.end, ceiling),
                    round(confidence if inside else 0.15, 3),
                    (naming_rules[0], owner.rule, year_rule),
                    None if inside else f"outside the scale {low:g} to {high:g}",
                )
            )
            topic.told.add((index.id, owner.place.id, year))
            topic.holder = owner
            topic.age = min(topic.age, 1)
    return readings


def _loose_percent(index: Index, figure: Figure) -> bool:
    """Whether "persen" is loosely said for points of a scale up to 100; small ones are rates of growth."""
    return index.scale == (0, 100) and figure.value >= 20


def _whole_allowed(doc: Doc, index: Index, figure: Figure) -> bool:
    """Whole numbers are values only where the scale is wide: "skor 99", not "nilai 4 dari 5"."""
    if figure.percent:
        return index.unit == "persen" or figure.cued
    wide = index.scale[1] - index.scale[0] >= 50 and figure.value >= 10
    beside = any(0 <= figure.start - mention.end_char <= 2 for mention in doc._.regions)
    return wide and (figure.cued or beside)


def _told(doc: Doc, figure: Figure, known: list[YearMention]) -> bool:
    """Whether a number stands as a value does: in brackets, after a comma, beside a year or a name."""
    text = doc._.text
    if any(0 <= figure.start - mention.end_char <= 10 for mention in doc._.regions):
        return True
    left = text[max(0, figure.start - 12) : figure.start].rstrip()
    return left.endswith(("(", ",", ":", "|", "hanya", "cuma", "baru", "di", "ke", "dengan")) or any(
        0 <= figure.start - year.end <= 12 for year in known
    )


def _index_of(
    figure: Figure, own: list[Naming[Index]], topic: Topic
) -> tuple[Index, tuple[str, float]] | None:
    """The index a figure belongs to: named before it, else after it, else the topic."""
    before = [naming for naming in own if naming.end <= figure.start]
    after = [naming for naming in own if naming.start >= figure.end]
    for naming in (*reversed(before), *after):
        if naming.entry.scale[0] <= figure.value <= naming.entry.scale[1]:
            rule = "index before value" if naming in before else "index after value"
            return naming.entry, (rule, 1.0 if naming in before[-1:] else 0.85)
    if own:
        return (before[-1] if before else after[0]).entry, ("index beside value", 0.7)
    if topic.naming is None:
        return None
    return topic.naming.entry, ("index is the topic", 0.9 if topic.age <= 1 else 0.8)


def _year_of(
    doc: Doc,
    figure: Figure,
    floor: int,
    sentence: Sentence,
    known: list[YearMention],
    index: Index,
    owner: Holder,
    topic: Topic,
) -> tuple[int | None, str]:
    text = doc._.text
    column = _column_year(doc, sentence, figure)
    if column is not None:
        return column, "year of the column"
    beside = year_beside(text, figure.end, sentence, known)
    if beside is not None:
        return beside.year, "year beside value"
    in_turn = _in_turn(text, figure, sentence, known)
    if in_turn is not None:
        return in_turn, "years in turn"
    taken = {year.start for year in known if _is_beside_other(text, year, sentence)}
    before = [year for year in known if year.end <= figure.start and year.start not in taken]
    near = [year for year in before if year.start >= floor]
    if near:
        return near[-1].year, "year before value"
    following = year_following(text, figure.end, sentence, known)
    if following is not None:
        return following.year, "year beside value"
    if before and (index.id, owner.place.id, before[-1].year) not in topic.told:
        return before[-1].year, "year of the sentence"
    after = [
        year
        for year in known
        if year.start >= figure.end
        and year.start not in taken
        and not figures(text, figure.end, sentence.end)
    ]
    if after and (index.id, owner.place.id, after[0].year) not in topic.told and not before:
        return after[0].year, "year after value"
    for year in _topic_years(sentence, index, topic):
        if (index.id, owner.place.id, year) not in topic.told:
            return year, "year of the topic"
    return None, "no year"


def _column_year(doc: Doc, sentence: Sentence, figure: Figure) -> int | None:
    """The year that heads the column of a table in which a value stands."""
    for cell in doc._.rows.get(sentence.start, ()):
        if cell.start <= figure.start < cell.end:
            year: int | None = cell.year
            return year
    return None


def _topic_years(sentence: Sentence, index: Index, topic: Topic) -> list[int]:
    """The year of a list's header, and the one that the index is named with most."""
    most = topic.years[index.id].most_common(2)
    main = [most[0][0]] if len(most) == 1 or (most and most[0][1] > most[1][1]) else []
    header = [topic.header_year] if sentence.item and topic.header_year else []
    return header or main


def _in_turn(text: str, figure: Figure, sentence: Sentence, known: list[YearMention]) -> int | None:
    """ "Pada 2021 dan 2022 nilainya berturut-turut 80,66 dan 81,40": the n-th year for the n-th number."""
    each = EACH_IN_TURN.search(text, sentence.start, figure.start)
    if each is None:
        return None
    before = [year for year in known if year.end <= each.start()]
    numbers = [other.start for other in figures(text, each.end(), sentence.end)]
    if len(before) < 2 or len(before) != len(numbers) or figure.start not in numbers:
        return None
    return before[numbers.index(figure.start)].year


def _is_beside_other(text: str, year: YearMention, sentence: Sentence) -> bool:
    """Whether a year is written right after a number and so belongs to that one."""
    left = text[max(sentence.start, year.start - 30) : year.start]
    digits = max((i for i, c in enumerate(left) if c.isdigit()), default=-1)
    if digits < 0:
        return False
    end = max(sentence.start, year.start - 30) + digits + 1
    return year_beside(text, end, sentence, [year]) is not None and _decimal(text, end)


def _decimal(text: str, end: int) -> bool:
    begin = end
    while begin > 0 and (text[begin - 1].isdigit() or text[begin - 1] in ".,"):
        begin -= 1
    return any(mark in text[begin:end] for mark in ".,")


def ordered(readings: Sequence[IndexReading]) -> list[IndexReading]:
    """Readings without repeats of the same value, the more confident one kept."""
    best: dict[tuple[str, str, float, int | None], IndexReading] = {}
    for reading in readings:
        key = (reading.index.id, reading.region.id, reading.value, reading.year)
        if key not in best or reading.confidence > best[key].confidence:
            best[key] = reading
    kept = [r for r in best.values() if not _rounded(r, list(best.values()))]
    undated = {(r.index.id, r.region.id, r.value) for r in kept if r.year is not None}
    return sorted(
        (
            reading
            for reading in kept
            if reading.year is not None or (reading.index.id, reading.region.id, reading.value) not in undated
        ),
        key=lambda reading: (reading.start, reading.region.id),
    )


def _rounded(reading: IndexReading, others: list[IndexReading]) -> bool:
    """Whether a headline only rounds a value that the body tells in full."""
    return reading.sentence.field == "title" and any(
        other.sentence.field == "body"
        and (other.index.id, other.region.id) == (reading.index.id, reading.region.id)
        and other.value != reading.value
        and abs(other.value - reading.value) < 1
        for other in others
    )

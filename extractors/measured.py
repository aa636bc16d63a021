"""Which year a value was measured in: beside it, before it, at the head of its column, or the topic's."""

import re

from spacy.tokens import Doc

from extractors.binding import Holder
from extractors.figures import Figure, YearMention, figures, year_beside, year_following
from extractors.lexicon import Index
from extractors.naming import Naming
from extractors.sentences import Sentence
from extractors.value import Topic

OF_INDEX = re.compile(
    r"[\s)]*(?:(?:\([^()\n]{1,60}\)|(?!Summit|Award|Forum|Rakor)[\w.-]+)\s+){0,5}?"
    r"(?:tahun\s+|TA\s+|[Tt]ahun\s+[Aa]nggaran\s+)?"
    r"(?P<year>(?:19[89]|20[0-4])\d)(?![\w/-])",
)
BESIDE = 200
"""Characters behind the name of an index in which its year may stand."""
EACH_IN_TURN = re.compile(r"\b(?:berturut-turut|masing[-\s]masing|respectively)\b", re.IGNORECASE)
BEFORE_RISE = re.compile(r"\b(?:dari|from)\s+$", re.IGNORECASE)
AFTER_RISE = re.compile(r"\b(?:menjadi|ke|to)\s+$", re.IGNORECASE)
DECIMAL = re.compile(r"\d[.,]\d")
RISES = re.compile(r"\s*(?:poin|persen|%)?\s*(?:menjadi|ke|to)\s+\d", re.IGNORECASE)
LED = re.compile(r"(?<!\d)(?P<year>20[0-4]\d)\s+$")
"""A year right before the name: "the 2024 SPBE Evaluation"."""


def year_of_name(text: str, naming: Naming[Index]) -> int | None:
    """The year that is part of an index's name: "IPM 2024", "evaluasi SPBE Tahun 2023"."""
    limit = min(len(text), naming.end + BESIDE)
    end = text.find("\n", naming.end, limit)
    beside = OF_INDEX.match(text, naming.end, end if end >= 0 else limit)
    beside = beside or LED.search(text[max(0, naming.start - 12) : naming.start])
    return int(beside["year"]) if beside else None


def remember_header(text: str, own: list[Naming[Index]], sentence: Sentence, topic: Topic) -> None:
    """Keep the one year that the header of a list names its index with."""
    told = {year for naming in own if (year := year_of_name(text, naming)) is not None}
    if own and not sentence.item:
        topic.header_year = told.pop() if len(told) == 1 else None


def year_of(
    doc: Doc,
    figure: Figure,
    floor: int,
    sentence: Sentence,
    known: list[YearMention],
    index: Index,
    owner: Holder,
    topic: Topic,
) -> tuple[int | None, str]:
    """The year a value was measured in, or None, and the rule that said so."""
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
    if BEFORE_RISE.search(text[max(sentence.start, figure.start - 12) : figure.start]) and len(known) < 2:
        pair = topic.pattern
        if len(pair) == 2 and not known:
            return pair[0], "years of the sentence before"
        if RISES.match(text, figure.end, sentence.end) and known and known[0].end <= figure.start:
            return None, "no year"  # the one year told belongs to what the value rose to
    if (
        not known
        and len(topic.pattern) == 2
        and AFTER_RISE.search(text[max(sentence.start, figure.start - 12) : figure.start])
    ):
        return topic.pattern[1], "years of the sentence before"
    taken = {year.start for year in known if _is_beside_other(text, year, sentence)}
    before = [year for year in known if year.end <= figure.start and year.start not in taken]
    near = [year for year in before if year.start >= floor]
    following = year_following(text, figure.end, sentence, known)
    if near and not (following is not None and _years_follow(text, sentence, known)):
        return near[-1].year, "year before value"
    if following is not None:
        return following.year, "year beside value"
    if before and (index.id, owner.place.id, before[-1].year) not in topic.told:
        return before[-1].year, "year of the sentence"
    after = [year for year in known if year.start >= figure.end and year.start not in taken]
    if after and figures(text, figure.end, sentence.end):
        after = []
    if (
        after
        and (index.id, owner.place.id, after[0].year) not in topic.told
        and (not before or (index.id, owner.place.id, before[-1].year) in topic.told)
    ):
        return after[0].year, "year after value"
    for year in _topic_years(sentence, index, topic):
        if (index.id, owner.place.id, year) not in topic.told:
            return year, "year of the topic"
    return None, "no year"


def _years_follow(text: str, sentence: Sentence, known: list[YearMention]) -> bool:
    """Whether a sentence tells each value before its year: "76,15 tahun 2022 dan 76,77 tahun 2023"."""
    first = DECIMAL.search(text, sentence.start, sentence.end)
    return first is not None and all(year.start > first.start() for year in known)


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

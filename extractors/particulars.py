"""An honour with all its particulars: edition, category, giver, event, day and place."""

import re
from dataclasses import replace

from spacy.tokens import Doc

from extractors import editions
from extractors.award_details import category, event, giver, levels_alone, streak, venue
from extractors.clues import Clues
from extractors.honour import AwardReading, Topic
from extractors.lexicon import Award
from extractors.naming import Naming
from extractors.pairing import Placed
from extractors.passage import beginning_in
from extractors.winning import Clause

FORMER = re.compile(
    r"\btahun\s+(?:lalu|kemarin|sebelumnya)\b.*\b(?:kini|sekarang|tahun\s+ini)\b", re.IGNORECASE
)
"""What tells the year before only to compare."""


def full_reading(
    doc: Doc, clues: Clues, topic: Topic, item: Placed, *, parted: bool, rules: list[str]
) -> AwardReading:
    """One honour as a clause tells it, completed by what the topic has told."""
    text, naming, winner = doc._.text, item.naming, item.recipient
    clause = clues.clause
    sentence = clause.sentence
    days = beginning_in(doc._.dates, clause.start, clause.end)
    start = min(winner.start, item.anchor) if winner.end > winner.start else item.anchor
    end = max(winner.end, item.anchor_end)
    confidence = 0.92 * (0.5 + 0.5 * winner.sure) * (1.0 if clues.named else 0.85)
    listed = not naming.entry.id.startswith("unlisted-")
    same = topic.naming is not None and topic.naming.entry.id == naming.entry.id
    return AwardReading(
        start,
        end,
        sentence,
        winner.place,
        naming.entry,
        listed,
        year=item.year or _year(doc, clues, naming, topic, parted),
        category=_category(doc, clues, item, topic if same else None),
        rank=item.rank,
        top_n=item.top_n or (topic.top_n if same and parted else None),
        predicate=item.predicate or (topic.predicate if same and not clues.named else None),
        streak=streak(text, clause.start, clause.end),
        giver=giver(doc, clause, naming),
        event=event(text, sentence.start, sentence.end) or (topic.event if same else None),
        place=venue(doc, clause, naming),
        date=days[0].date if days else (topic.date if same and topic.age <= 1 else None),
        confidence=round(confidence * (1.0 if listed else 0.7), 3),
        rules=(*rules, winner.rule, *item.rules),
        note=winner.note,
    )


def _category(doc: Doc, clues: Clues, item: Placed, topic: Topic | None) -> str | None:
    """The category told; a level of the programme ("kategori Utama") is no category."""
    told = item.category or category(doc, clues.clause.start, clues.clause.end)
    told = told or (topic.category if topic else None)
    award = item.naming.entry
    levels = tuple(level.lower() for level in (*award.predicates, *award.predicate_aliases))
    return None if told and told.lower().startswith(levels) else told


def _year(doc: Doc, clues: Clues, naming: Naming[Award], topic: Topic, parted: bool) -> int | None:
    text, clause = doc._.text, clues.clause
    if clues.named:
        found = editions.beside(text, naming.end, clause.end) or editions.accounts(
            text, clause.sentence.start, clause.sentence.end
        )
        if found:
            return found
    mentions = editions.told(text, clause.sentence, clause.start, clause.end, doc._.published)
    compares = FORMER.search(text, clause.start, clause.end) is not None
    former = tuple(f"{level} (" for level in naming.entry.predicates)
    mentions = [
        year
        for year in mentions
        if not (compares and year.relative)
        and not (former and text[year.start - 40 : year.start].endswith(former))
    ]
    if mentions:
        return mentions[0].year
    match = editions.EVENT_YEAR.search(text, clause.sentence.start, clause.sentence.end)
    if match:
        return int(match["year"])
    return topic.year if not clues.named and (parted or topic.listing or clause.sentence.item) else None


def by_row(doc: Doc, clause: Clause, naming: Naming[Award], reading: AwardReading) -> list[AwardReading]:
    """The honours of a table's row: a level in each column that a year heads, else the row's own."""
    cells = doc._.rows.get(clause.sentence.start, ())
    told = [
        replace(reading, predicate=level, year=cell.year, rules=(*reading.rules, "level of a column"))
        for cell in cells
        if cell.year
        for _, _, level in levels_alone(doc._.text, naming, cell.start, cell.end)[:1]
    ]
    return told or [reading]


def by_edition(doc: Doc, clause: Clause, reading: AwardReading) -> list[AwardReading]:
    """One reading for each edition of a list of years: "pada 2022 dan 2023 meraih Nindya"."""
    mentions = editions.told(doc._.text, clause.sentence, clause.start, clause.end, None)
    several = editions.together(doc._.text, mentions)
    if len(several) < 2 or reading.year not in several:
        return [reading]
    beside = clause.start <= reading.start and reading.year == several[0]
    if not reading.award.graded and not (beside and mentions[0].start - reading.end < 20):
        return [reading]
    return [replace(reading, year=year) for year in several]

"""Reading awards: who won which programme, edition, place and level."""

import re
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors import editions
from extractors.award_details import (
    category,
    event,
    giver,
    histories,
    level_won,
    levels,
    levels_alone,
    streak,
    venue,
)
from extractors.honour import AwardReading, Topic
from extractors.lexicon import Award
from extractors.naming import Naming
from extractors.pairing import Placed, place
from extractors.programmes import HONOURED, TOPIC_REACH, find_programmes, goes_elsewhere, implied, main_ones
from extractors.ranks import Rank, find_ranks
from extractors.recipients import (
    KEPADA,
    Recipient,
    given_to,
    other_subject,
    plural_subject,
    recipients,
    speaks_of_itself,
)
from extractors.sentences import Sentence
from extractors.statement import Place
from extractors.subject import subject
from extractors.winning import WON, Clause, clauses, in_spans, unreal_spans, won_verbs

RANKING = re.compile(
    r"\b(?:terbaik|peringkat|ranking|juara|besar|tertinggi|teratas|urutan|top|best|rank)\b", re.IGNORECASE
)
"""What the header of a list says where its numbers are places."""
FORMER = re.compile(
    r"\btahun\s+(?:lalu|kemarin|sebelumnya)\b.*\b(?:kini|sekarang|tahun\s+ini)\b", re.IGNORECASE
)
"""What tells the year before only to compare."""
HEADER = re.compile(r"(?:kategori|kelompok|tingkat)\b[^.]*$", re.IGNORECASE)


@Language.component("piagam_awards")
def awards(doc: Doc) -> Doc:
    """Sets `doc._.awards`: the honours that the text tells."""
    doc._.award_namings = find_programmes(doc)
    doc._.awards = _read(doc) if doc._.award_namings else []
    return doc


def _read(doc: Doc) -> list[AwardReading]:
    topic = Topic(several=len({naming.entry.id for naming in doc._.award_namings}) > 1)
    if not topic.several:
        topic.naming, topic.age = doc._.award_namings[0], 1
    found: list[AwardReading] = []
    main = subject(doc._.text, doc._.regions, doc._.body_start)
    for sentence in doc._.sentences:
        if not sentence.item:
            topic.age += 1
            topic.listing = topic.listing and doc._.text[sentence.start : sentence.end].endswith(":")
        for clause in clauses(doc._.text, sentence):
            found.extend(_read_clause(doc, clause, topic, main.place if main else None))
        _remember(doc, sentence, topic)
    return found


def _remember(doc: Doc, sentence: Sentence, topic: Topic) -> None:
    """After a sentence: what it leaves for the next ones."""
    text = doc._.text
    days = [day for day in doc._.dates if sentence.start <= day.start < sentence.end]
    if days and topic.age <= 1:
        topic.date = days[0].date
    named = event(text, sentence.start, sentence.end)
    if named:
        topic.event = named
    if topic.age <= TOPIC_REACH and HONOURED.search(text, sentence.start, sentence.end):
        topic.age = min(topic.age, 1)
    line = text[sentence.start : sentence.end].rstrip()
    headed = line.endswith(":") or (HEADER.match(line) is not None and len(line.split()) <= 10)
    if headed and topic.age <= TOPIC_REACH:
        topic.listing = True
        topic.category = category(doc, sentence.start, sentence.end) or topic.category
    if headed or (sentence.item and sentence.number is None):
        topic.ranked = RANKING.search(line) is not None or (
            topic.intro_ranks and HEADER.match(line) is not None
        )
    elif not sentence.item:
        topic.intro_ranks = RANKING.search(line) is not None


@dataclass(frozen=True, slots=True)
class Clues:
    """What a clause holds that may tell of an honour; `real` are its `own` programmes not hoped for."""

    clause: Clause
    own: list[Naming[Award]]
    real: list[Naming[Award]]
    winners: list[Recipient]
    ranks: list[Rank]
    verbs: list[re.Match[str]]
    unreal: list[tuple[int, int]]

    @property
    def named(self) -> bool:
        """Whether the clause names its programme itself."""
        return bool(self.real)


def _clues(doc: Doc, clause: Clause, topic: Topic) -> Clues | None:
    """What a clause holds; None where someone else than a government is honoured in it."""
    text = doc._.text
    unreal = unreal_spans(text, clause)
    own = [n for n in doc._.award_namings if clause.start <= n.start < clause.end]
    real = main_ones(text, [naming for naming in own if not in_spans(naming.start, unreal)])
    verbs = won_verbs(text, clause, unreal)
    winners = recipients(doc, clause)
    private = goes_elsewhere(real, topic)
    other = other_subject(text, clause, verbs[0].start()) if verbs else None
    others = other is not None
    if private:
        winners = [w for w in winners if w.role == "government" or (w.role == "region" and w.typed)]
    elif other is not None:
        winners = [winner for winner in winners if winner.start >= other]
    given = [winner for winner in winners if given_to(text, [winner], KEPADA)]
    if given:
        winners = [winner for winner in winners if winner.start >= given[0].start]
    told = real or ([topic.naming] if topic.naming else [])
    winners = [winner for winner in winners if winner.place.name not in {n.entry.giver for n in told}]
    if not winners and (private or others):
        return None
    ranks = [r for r in find_ranks(text, clause.start, clause.end) if not in_spans(r.start, unreal)]
    return Clues(clause, own, real, winners, ranks, verbs, unreal)


def _read_clause(doc: Doc, clause: Clause, topic: Topic, main: Place | None) -> list[AwardReading]:
    text = doc._.text
    clues = _clues(doc, clause, topic)
    if clues is None:
        return []
    tops = [rank.top_n for rank in clues.ranks if rank.top_n]
    if tops:
        topic.top_n = tops[0]
    if clues.own:
        topic.begin(clues.own[-1], editions.beside(text, clues.own[-1].end, clause.end))
        topic.predicate = level_won(text, clues.own[-1], clause)
        if not clues.real:
            return []
    if clues.named:
        namings, parted = clues.real, given_to(text, clues.winners)
    else:
        namings, parted = implied(text, clause, topic, clues.winners, bool(clues.ranks), bool(clues.verbs))
    namings = [n for n in namings if parted or clues.ranks or not _graded_alone(text, clause, n)]
    if not namings or (not (parted and not clues.unreal) and not _tells(text, clues, topic, namings)):
        return []
    past = histories(text, namings[0], clause)
    if not clues.winners and not past and _explains(text, clause, namings[0]):
        return []
    winners = clues.winners or _unnamed(doc, clues, topic, main, told_past=bool(past) or clause.earlier)
    if not winners:
        return []
    rules = ["named" if clues.named else "programme of the topic"]
    rules += [] if clues.winners else ["recipient of the topic"]
    rules += [f"verb {clues.verbs[0].group().lower()}"] if clues.verbs else []
    numbered = topic.ranked
    placed = place(text, clause, namings, winners, clues.ranks, numbered=numbered, last=topic.last_rank)
    readings = [_reading(doc, clues, topic, item, parted=parted, rules=rules) for item in placed]
    topic.running, topic.age, topic.last_rank = winners, 0, placed[-1].rank
    former = [
        replace(_of(readings, winners, place), predicate=level, year=year) for place, level, year in past
    ]
    if past and not levels(text, namings[0], clause.start, clause.end):
        return former
    if clause.sentence.item:
        readings = [single for reading in readings for single in _row(doc, clause, namings[0], reading)]
    dated = [single for reading in readings for single in _by_edition(doc, clause, reading)]
    return [*dated, *former]


def _of(readings: list[AwardReading], winners: list[Recipient], position: int) -> AwardReading:
    """The reading of the recipient named last before a place in the text."""
    before = [winner.place for winner in winners if winner.start <= position]
    recipient = before[-1] if before else winners[0].place
    return next(reading for reading in readings if reading.recipient == recipient)


def _tells(text: str, clues: Clues, topic: Topic, namings: list[Naming[Award]]) -> bool:
    """Whether a clause tells of a win: by its verb or its place in a list, or by a rank or level that no
    hope takes back.
    """
    if clues.verbs or clues.clause.sentence.item or (topic.listing and clues.winners):
        return True
    return not clues.unreal and (bool(clues.ranks) or _level(text, namings, clues.clause))


def _explains(text: str, clause: Clause, naming: Naming[Award]) -> bool:
    """Whether a clause lists the levels that can be won: three or more of them."""
    return len({level for _, _, level in levels(text, naming, clause.start, clause.end)}) >= 3


def _graded_alone(text: str, clause: Clause, naming: Naming[Award]) -> bool:
    """Whether a graded assessment is told without a level or a word of honour ("menerima hasil evaluasi"),
    or with a level below those that honour.
    """
    award = naming.entry
    level = level_won(text, naming, clause)
    if level is not None:
        return bool(award.honours) and level in award.predicates and level not in award.honours
    return award.graded and HONOURED.search(text, clause.start, clause.end) is None


def _level(text: str, namings: list[Naming[Award]], clause: Clause) -> bool:
    return any(naming.entry.graded and level_won(text, naming, clause) for naming in namings)


def _unnamed(doc: Doc, clues: Clues, topic: Topic, main: Place | None, *, told_past: bool) -> list[Recipient]:
    """The recipient of a clause that names none: the last one, or the region the article is about."""
    text, clause = doc._.text, clues.clause
    if plural_subject(doc, clause) or clause.sentence.item:
        return []
    if not (clues.verbs or clues.named or clues.ranks or told_past):
        return []
    if text[clause.start : clause.end].rstrip().endswith(":"):
        return []  # the header of a list
    goes_on = clause.start > clause.sentence.start and topic.age == 0 and len(topic.running) == 1
    headless = goes_on or told_past or WON.match(text, clause.start, clause.end) is not None
    if not (headless or speaks_of_itself(text, clause)):
        return []
    at = clause.start
    if len(topic.running) == 1 and topic.age <= 2:
        last = topic.running[0]
        return [Recipient(at, at, last.place, min(last.sure, 0.75), "recipient before", last.note)]
    return [Recipient(at, at, main, 0.65, "region the article is about")] if main else []


def _reading(
    doc: Doc, clues: Clues, topic: Topic, item: Placed, *, parted: bool, rules: list[str]
) -> AwardReading:
    text, naming, winner = doc._.text, item.naming, item.recipient
    clause = clues.clause
    sentence = clause.sentence
    days = [day for day in doc._.dates if clause.start <= day.start < clause.end]
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
        year=_year(doc, clues, naming, topic, parted),
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
    mentions = [
        year for year in mentions if not FORMER.search(text, clause.start, clause.end) or not year.relative
    ]
    if mentions:
        return mentions[0].year
    match = editions.EVENT_YEAR.search(text, clause.sentence.start, clause.sentence.end)
    if match:
        return int(match["year"])
    return topic.year if not clues.named and (parted or topic.listing or clause.sentence.item) else None


def _row(doc: Doc, clause: Clause, naming: Naming[Award], reading: AwardReading) -> list[AwardReading]:
    """The honours of a table's row: a level in each column that a year heads, else the row's own."""
    cells = doc._.rows.get(clause.sentence.start, ())
    told = [
        replace(reading, predicate=level, year=cell.year, rules=(*reading.rules, "level of a column"))
        for cell in cells
        if cell.year
        for _, _, level in levels_alone(doc._.text, naming, cell.start, cell.end)[:1]
    ]
    return told or [reading]


def _by_edition(doc: Doc, clause: Clause, reading: AwardReading) -> list[AwardReading]:
    """One reading for each edition of a list of years: "pada 2022 dan 2023 meraih Nindya"."""
    mentions = editions.told(doc._.text, clause.sentence, clause.start, clause.end, None)
    several = editions.together(doc._.text, mentions)
    if len(several) < 2 or reading.year not in several:
        return [reading]
    beside = clause.start <= reading.start and reading.year == several[0]
    if not reading.award.graded and not (beside and mentions[0].start - reading.end < 20):
        return [reading]
    return [replace(reading, year=year) for year in several]

"""Reading awards: who won which programme, edition, place and level."""

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors import editions
from extractors.award_details import (
    category,
    event,
    histories,
    level_won,
    levels,
)
from extractors.clues import Clues, explains, gather, graded_alone, tells
from extractors.honour import AwardReading, Topic
from extractors.pairing import place
from extractors.particulars import by_edition, by_row, full_reading
from extractors.passage import beginning_in
from extractors.programmes import HONOURED, TOPIC_REACH, find_programmes, implied, left
from extractors.ranks import TOP
from extractors.recipients import (
    Recipient,
    given_to,
    plural_subject,
    speaks_of_itself,
)
from extractors.sentences import Sentence
from extractors.statement import Place
from extractors.winning import WON, Clause, clauses

BOTH = re.compile(
    r"\W*(?:keduanya|ketiganya|keempatnya|kelimanya|kedua\s+(?:daerah|kota|kabupaten))\b", re.IGNORECASE
)
GIVES = re.compile(r"\b(?:menyerahkan|memberi(?:kan)?|menganugerahkan)\b", re.IGNORECASE)
FIRSTLY = re.compile(
    r"\W*(?:(?:yang\s+)?(?:pertama|kedua|ketiga),?\s+)?(?:yakni\s+|yaitu\s+)?sebagai\s", re.IGNORECASE
)
"""What begins a clause that tells a place of whoever was told before: "kedua sebagai peringkat ketiga"."""
WINNERS = re.compile(r"peraih|penerima|pemenang", re.IGNORECASE)
RANKING = re.compile(
    r"\b(?:terbaik|peringkat|ranking|juara|besar|tertinggi|teratas|urutan|top|best|rank)\b", re.IGNORECASE
)
"""What the header of a list says where its numbers are places."""
HEADER = re.compile(r"(?:kategori|kelompok|tingkat)\b[^.]*$", re.IGNORECASE)


@Language.component("piagam_awards")
def awards(doc: Doc) -> Doc:
    """Sets `doc._.awards`: the honours that the text tells."""
    doc._.award_namings = find_programmes(doc)
    doc._.awards = _read(doc) if doc._.award_namings else []
    return doc


def _read(doc: Doc) -> list[AwardReading]:
    listed = {n.entry.id for n in doc._.award_namings if not n.entry.id.startswith("unlisted-")}
    topic = Topic(several=len(listed or {naming.entry.id for naming in doc._.award_namings}) > 1)
    if not topic.several:
        topic.naming, topic.age = (
            next(n for n in doc._.award_namings if not listed or n.entry.id in listed),
            1,
        )
    found: list[AwardReading] = []
    main = doc._.subject
    text = doc._.text
    for sentence in doc._.sentences:
        if not sentence.item:
            topic.age += 1
            topic.listing = topic.listing and text.endswith(":", sentence.start, sentence.end)
        for clause in clauses(text, sentence):
            found.extend(_read_clause(doc, clause, topic, main.place if main else None))
        _remember(doc, sentence, topic)
    return found


def _remember(doc: Doc, sentence: Sentence, topic: Topic) -> None:
    """After a sentence: what it leaves for the next ones."""
    text = doc._.text
    days = beginning_in(doc._.dates, sentence.start, sentence.end)
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


def _read_clause(doc: Doc, clause: Clause, topic: Topic, main: Place | None) -> list[AwardReading]:
    text = doc._.text
    own = beginning_in(doc._.award_namings, clause.start, clause.end)
    if left(topic) and not own and TOP.search(text, clause.start, clause.end) is None:
        return []
    clues = gather(doc, clause, topic)
    if clues is None:
        return []
    tops = [rank.top_n for rank in clues.ranks if rank.top_n]
    if tops:
        topic.top_n = tops[0]
    if clues.own:
        main_one = (clues.real or clues.own)[-1]
        if not clues.real and topic.naming is not None and topic.naming.entry.id == main_one.entry.id:
            topic.age = 0  # hoped for again: what was told of it still holds
            return []
        topic.begin(main_one, editions.beside(text, main_one.end, clause.end))
        topic.predicate = level_won(text, main_one, clause)
        if not clues.real:
            return []
    if clues.named:
        namings, parted = clues.real, given_to(text, clues.winners)
    else:
        namings, parted = implied(text, clause, topic, clues.winners, bool(clues.ranks), bool(clues.verbs))
    namings = [n for n in namings if parted or clues.ranks or not graded_alone(text, clause, n)]
    if not namings or (not (parted and not clues.unreal) and not tells(text, clues, topic, namings)):
        return []
    past = histories(text, namings[0], clause)
    if not clues.winners and not past and explains(text, clause, namings[0]):
        return []
    if not clues.winners:
        mentions = editions.told(text, clause.sentence, clause.start, clause.end, None)
        topic.year = mentions[0].year if len({year.year for year in mentions}) == 1 else topic.year
    winners = clues.winners or _unnamed(doc, clues, topic, main, told_past=bool(past) or clause.earlier)
    if not winners:
        return []
    rules = ["named" if clues.named else "programme of the topic"]
    rules += [] if clues.winners else ["recipient of the topic"]
    rules += [f"verb {clues.verbs[0].group().lower()}"] if clues.verbs else []
    numbered = topic.ranked
    placed = place(text, clause, namings, winners, clues.ranks, numbered=numbered, last=topic.last_rank)
    readings = [full_reading(doc, clues, topic, item, parted=parted, rules=rules) for item in placed]
    topic.running, topic.age, topic.last_rank = winners, 0, placed[-1].rank
    former = [
        replace(_of(readings, winners, place), predicate=level, year=year) for place, level, year in past
    ]
    if past and not levels(text, namings[0], clause.start, clause.end):
        return former
    if clause.sentence.item:
        readings = [single for reading in readings for single in by_row(doc, clause, namings[0], reading)]
    dated = [single for reading in readings for single in by_edition(doc, clause, reading)]
    return [*dated, *former]


def _of(readings: list[AwardReading], winners: list[Recipient], position: int) -> AwardReading:
    """The reading of the recipient named last before a place in the text."""
    before = [winner.place for winner in winners if winner.start <= position]
    recipient = before[-1] if before else winners[0].place
    return next(reading for reading in readings if reading.recipient == recipient)


def _unnamed(doc: Doc, clues: Clues, topic: Topic, main: Place | None, *, told_past: bool) -> list[Recipient]:
    """The recipient of a clause that names none: the last one, or the region the article is about."""
    text, clause = doc._.text, clues.clause
    if plural_subject(doc, clause) or clause.sentence.item:
        return []
    if not (clues.verbs or clues.named or clues.ranks or told_past):
        return []
    if text[clause.start : clause.end].rstrip().endswith(":"):
        return []  # the header of a list
    if clause.sentence.field == "title" and clues.verbs and WINNERS.fullmatch(clues.verbs[0].group()):
        return []  # "Inilah peraih Adipura": the text tells who
    goes_on = clause.start > clause.sentence.start and topic.age == 0 and len(topic.running) == 1
    headless = goes_on or told_past or WON.match(text, clause.start, clause.end) is not None
    placed = bool(clues.ranks) and (
        FIRSTLY.match(text, clause.start, clause.end) is not None
        or (clues.named and GIVES.search(text, clause.start, clause.end) is not None)
    )
    if not (headless or placed or speaks_of_itself(text, clause)):
        return []
    at = clause.start
    if BOTH.match(text, clause.start) and len(topic.running) > 1:
        return topic.running
    if len(topic.running) == 1 and topic.age <= 2:
        last = topic.running[0]
        return [Recipient(at, at, last.place, min(last.sure, 0.75), "recipient before", last.note)]
    return [Recipient(at, at, main, 0.65, "region the article is about")] if main else []

"""Reading awards: who won which programme, edition, place and level."""

import re
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from extractors import editions
from extractors.award_details import category, event, giver, level_won, streak
from extractors.dates import find_dates
from extractors.honour import AwardReading, Topic
from extractors.lexicon import Award
from extractors.naming import Naming
from extractors.pairing import Placed, place
from extractors.programmes import HONOURED, TOPIC_REACH, find_programmes, goes_elsewhere, implied, main_ones
from extractors.ranks import Rank, find_ranks
from extractors.recipients import (
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


@Language.component("piagam_awards")
def awards(doc: Doc) -> Doc:
    """Sets `doc._.awards`: the honours that the text tells."""
    doc._.award_namings = find_programmes(doc)
    doc._.awards = _read(doc) if doc._.award_namings else []
    return doc


def _read(doc: Doc) -> list[AwardReading]:
    topic = Topic()
    found: list[AwardReading] = []
    main = subject(doc._.regions, doc._.body_start)
    for sentence in doc._.sentences:
        topic.age += 1
        if not sentence.item:
            topic.listing = topic.listing and doc.text[sentence.start : sentence.end].endswith(":")
        for clause in clauses(doc.text, sentence):
            found.extend(_read_clause(doc, clause, topic, main.place if main else None))
        _remember(doc, sentence, topic)
    return found


def _remember(doc: Doc, sentence: Sentence, topic: Topic) -> None:
    """After a sentence: what it leaves for the next ones."""
    text = doc.text
    days = find_dates(text[sentence.start : sentence.end], doc._.published)
    if days and topic.age <= 1:
        topic.date = days[0].date
    named = event(text, sentence.start, sentence.end)
    if named:
        topic.event = named
    if topic.age <= TOPIC_REACH and HONOURED.search(text, sentence.start, sentence.end):
        topic.age = min(topic.age, 1)
    if text[sentence.start : sentence.end].rstrip().endswith(":") and topic.age <= TOPIC_REACH:
        topic.listing = True
        topic.category = category(text, sentence.start, sentence.end) or topic.category


def _read_clause(doc: Doc, clause: Clause, topic: Topic, main: Place | None) -> list[AwardReading]:
    text = doc.text
    unreal = unreal_spans(text, clause)
    own = [n for n in doc._.award_namings if clause.start <= n.start < clause.end]
    real = main_ones(text, [naming for naming in own if not in_spans(naming.start, unreal)])
    verbs = won_verbs(text, clause, unreal)
    winners = recipients(doc, clause)
    private = goes_elsewhere(real, topic)
    others = bool(verbs) and other_subject(text, clause, verbs[0].start())
    if private:
        winners = [winner for winner in winners if winner.role == "government"]
    elif others and winners and winners[0].start < verbs[0].start():
        winners = [winner for winner in winners if winner.start > verbs[0].start()]
    if not winners and (private or others):
        return []
    if own:
        topic.naming, topic.age, topic.year = own[-1], 0, editions.beside(text, own[-1].end, clause.end)
        topic.predicate, topic.category = level_won(text, own[-1], clause), None
    if own and not real:
        return []
    ranks = [r for r in find_ranks(text, clause.start, clause.end) if not in_spans(r.start, unreal)]
    if real:
        namings, parted = real, given_to(text, winners)
    else:
        namings, parted = implied(text, clause, topic, winners, bool(ranks), bool(verbs))
    if not namings or not _tells(text, clause, topic, namings, winners, ranks, verbs, unreal, parted):
        return []
    rules = ["named" if real else "programme of the topic"]
    if not winners:
        winners = _unnamed(doc, clause, topic, main, bool(verbs), bool(real))
        rules.append("recipient of the topic")
    if not winners:
        return []
    if verbs:
        rules.append(f"verb {verbs[0].group().lower()}")
    placed = place(text, clause, namings, winners, ranks)
    readings = [
        _reading(doc, clause, topic, item, own_named=bool(real), parted=parted, rules=rules)
        for item in placed
    ]
    topic.running, topic.age = winners, 0
    return [single for reading in readings for single in _by_edition(doc, clause, reading)]


def _tells(
    text: str,
    clause: Clause,
    topic: Topic,
    namings: list[Naming[Award]],
    winners: list[Recipient],
    ranks: list[Rank],
    verbs: list[re.Match[str]],
    unreal: list[tuple[int, int]],
    parted: bool,
) -> bool:
    """Whether a clause tells of a win: by its verb or its place in a list, or by a rank or level that no
    hope takes back.
    """
    if verbs or clause.sentence.item or (topic.listing and winners):
        return True
    if unreal:
        return False
    return parted or bool(ranks) or _level(text, namings, clause)


def _level(text: str, namings: list[Naming[Award]], clause: Clause) -> bool:
    return any(naming.entry.graded and level_won(text, naming, clause) for naming in namings)


def _unnamed(
    doc: Doc, clause: Clause, topic: Topic, main: Place | None, has_verb: bool, named: bool
) -> list[Recipient]:
    """The recipient of a clause that names none: the last one, or the region the article is about."""
    text = doc.text
    if plural_subject(doc, clause) or not (has_verb or named) or clause.sentence.item:
        return []
    goes_on = clause.start > clause.sentence.start and topic.age == 0 and len(topic.running) == 1
    headless = goes_on or WON.match(text, clause.start, clause.end) is not None
    if not (headless or speaks_of_itself(text, clause)):
        return []
    at = clause.start
    if len(topic.running) == 1 and topic.age <= 2:
        last = topic.running[0]
        return [Recipient(at, at, last.place, min(last.sure, 0.75), "recipient before", last.note)]
    return [Recipient(at, at, main, 0.65, "region the article is about")] if main else []


def _reading(
    doc: Doc, clause: Clause, topic: Topic, item: Placed, *, own_named: bool, parted: bool, rules: list[str]
) -> AwardReading:
    text, naming, winner = doc.text, item.naming, item.recipient
    sentence = clause.sentence
    days = find_dates(text[clause.start : clause.end], doc._.published)
    start = min(winner.start, item.anchor) if winner.end > winner.start else item.anchor
    end = max(winner.end, item.anchor_end)
    confidence = 0.92 * (0.5 + 0.5 * winner.sure) * (1.0 if own_named else 0.85)
    listed = not naming.entry.id.startswith("unlisted-")
    same = topic.naming is not None and topic.naming.entry.id == naming.entry.id
    return AwardReading(
        start,
        end,
        sentence,
        winner.place,
        naming.entry,
        listed,
        year=_year(doc, clause, naming, topic, own_named, parted),
        category=item.category
        or category(text, clause.start, clause.end)
        or (topic.category if same else None),
        rank=item.rank,
        top_n=item.top_n,
        predicate=item.predicate or (topic.predicate if same and not own_named else None),
        streak=streak(text, clause.start, clause.end),
        giver=giver(doc, clause, naming.entry),
        event=event(text, sentence.start, sentence.end) or (topic.event if same else None),
        date=days[0].date if days else (topic.date if same and topic.age <= 1 else None),
        confidence=round(confidence * (1.0 if listed else 0.7), 3),
        rules=(*rules, winner.rule, *item.rules),
        note=winner.note,
    )


def _year(
    doc: Doc, clause: Clause, naming: Naming[Award], topic: Topic, own_named: bool, parted: bool
) -> int | None:
    text = doc.text
    if own_named:
        found = editions.beside(text, naming.end, clause.end) or editions.accounts(
            text, clause.sentence.start, clause.sentence.end
        )
        if found:
            return found
    mentions = editions.told(text, clause.sentence, clause.start, clause.end, doc._.published)
    if mentions:
        return mentions[0].year
    match = editions.EVENT_YEAR.search(text, clause.sentence.start, clause.sentence.end)
    if match:
        return int(match["year"])
    return topic.year if not own_named and (parted or topic.listing or clause.sentence.item) else None


def _by_edition(doc: Doc, clause: Clause, reading: AwardReading) -> list[AwardReading]:
    """One reading for each edition of a list of years: "pada 2022 dan 2023 meraih Nindya"."""
    mentions = editions.told(doc.text, clause.sentence, clause.start, clause.end, None)
    several = editions.together(doc.text, mentions)
    if reading.year is None or len(several) < 2 or reading.year not in several:
        return [reading]
    return [replace(reading, year=year) for year in several]

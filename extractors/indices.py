"""Reading index values: which index, whose value, measured when."""

from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from extractors.binding import Holder, holders, is_scope, owners_in
from extractors.figures import Figure, YearMention, figures, hoped, years
from extractors.lexicon import Index
from extractors.measured import EACH_IN_TURN, remember_header, year_of, year_of_name
from extractors.naming import Naming, index_names
from extractors.passage import END, beginning_in
from extractors.predicates import band
from extractors.ranks import rank_near
from extractors.sentences import Sentence
from extractors.value import IndexReading, Topic
from extractors.winning import in_spans

CUES = frozenset(
    """nilai nilainya indeks indeksnya skor skornya angka angkanya poin capaian capaiannya predikat score
    index value banding dibanding dibandingkan membandingkan sebelumnya meningkat naik turun""".split()
)
TOPIC_REACH = 3
"""How many sentences an index stays the topic when it is not named again."""
ONLY_REACH = 10
"""The same where the article names no other index."""


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
    for naming in namings:
        year = year_of_name(doc._.text, naming)
        if year is not None:
            topic.years[naming.entry.id][year] += 1
    found: list[IndexReading] = []
    at = 0
    text = doc._.text
    for sentence in doc._.sentences:
        own = []
        while at < len(namings) and namings[at].start < sentence.end:
            own.append(namings[at])
            at += 1
        if own:
            if topic.naming is not None and own[0].entry.id != topic.naming.entry.id:
                _back_to_subject(doc, topic)
            topic.naming, topic.age = own[-1], 0
        else:
            topic.age += 1
        remember_header(text, own, sentence, topic)
        if topic.naming is None or not _speaks(text, sentence, own, topic):
            continue
        read = _read_sentence(doc, sentence, own, topic, published)
        found.extend(read)
        if not read and topic.holder is not None:
            _pass_on(doc, sentence, topic)
    return found


def _pass_on(doc: Doc, sentence: Sentence, topic: Topic) -> None:
    """A sentence without values that names one region makes it the one of whom the next tells."""
    named = {m.region.place for m in owners_in(doc, sentence) if m.region and not is_scope(doc._.text, m)}
    if len(named) == 1:
        topic.holder = Holder(named.pop(), 0.85, "region of the sentence before")


def _back_to_subject(doc: Doc, topic: Topic) -> None:
    """Another index is told of the region that the article is about, not of one only compared with it."""
    main = doc._.subject
    if main is not None and topic.holder is not None and topic.holder.place != main.place:
        topic.holder = None


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
        if figure.whole and not _whole_allowed(doc, index, figure, own):
            continue
        if not own and not (figure.cued or sentence.item or _told(doc, figure, known_years)):
            continue
        floor = values[order - 1].end if order else sentence.start
        ceiling = values[order + 1].start if order + 1 < len(values) else sentence.end
        owners = holders(doc, sentence, index, figure.start, figure.end, floor, ceiling, topic.holder)
        for owner in owners:
            year, year_rule = year_of(doc, figure, floor, sentence, known_years, index, owner, topic)
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
    _keep_pattern(readings, topic)
    return readings


def _keep_pattern(readings: list[IndexReading], topic: Topic) -> None:
    """Keep the two years that a sentence tells of each region, for sentences that go on without them."""
    last = readings[-1].region.id if readings else None
    years_told = tuple(r.year for r in readings if r.region.id == last and r.year is not None)
    if len(years_told) == 2 and years_told[0] < years_told[1]:
        topic.pattern = years_told


def _loose_percent(index: Index, figure: Figure) -> bool:
    """Whether "persen" is loosely said for points of a scale up to 100; small ones are rates of growth."""
    return index.scale == (0, 100) and figure.value >= 20


def _whole_allowed(doc: Doc, index: Index, figure: Figure, own: list[Naming[Index]]) -> bool:
    """Whole numbers are values only where the scale is wide: "skor 99", not "nilai 4 dari 5"."""
    wide = index.scale[1] - index.scale[0] >= 50 and figure.value >= 10
    beside = bool(beginning_in(doc._.regions, figure.start - 2, figure.start + 1, END))
    beside = beside or any(0 <= figure.start - naming.end <= 2 for naming in own)
    if figure.percent:
        return index.unit == "persen" or figure.cued or (wide and beside)
    return wide and (figure.cued or beside)


def _told(doc: Doc, figure: Figure, known: list[YearMention]) -> bool:
    """Whether a number stands as a value does: in brackets, after a comma, beside a year or a name."""
    text = doc._.text
    if beginning_in(doc._.regions, figure.start - 10, figure.start + 1, END):
        return True
    left = text[max(0, figure.start - 12) : figure.start].rstrip()
    if left.endswith(" dan") and EACH_IN_TURN.search(text, max(0, figure.start - 60), figure.start):
        return True
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

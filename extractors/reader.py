"""From an article to its statements: run the pipeline, then give each reading its evidence and id."""

from bisect import bisect_right
from typing import Any

from spacy.tokens import Doc

from extractors.article import Article
from extractors.confidence import calibrated
from extractors.editions import of_article
from extractors.honour import AwardReading
from extractors.mention import RegionMention
from extractors.merging import merged
from extractors.officials import Official
from extractors.passage import START
from extractors.pipeline import pipeline, read
from extractors.sentences import Sentence
from extractors.statement import (
    AwardStatement,
    Citation,
    Evidence,
    IndexStatement,
    Named,
    OfficeStatement,
    Programme,
    RegionStatement,
    Statement,
    statement_id,
)
from extractors.unlisted import slug
from extractors.value import IndexReading, ordered

VERSION = "piagam-reader/1"
"""Name and version of what makes statements; a new number means that articles are read again."""


class Reader:
    """Reads articles. Building one loads the pipeline (seconds); reading one takes milliseconds."""

    def __init__(self) -> None:
        self._nlp = pipeline()

    def document(self, article: Article) -> Doc:
        """The article's Doc with all layers of reading, for `piagam explain`."""
        published = article.published.date() if article.published else None
        return read(self._nlp, article.title, article.body, published)

    def read(self, article: Article) -> list[Statement]:
        """The statements of an article, in order of their place in it."""
        doc = self.document(article)
        writer = _Writer(article, doc)
        statements: list[Statement] = [
            *(writer.region(mention) for mention in _regions(doc)),
            *(writer.office(official) for official in doc._.officials),
            *(writer.award(reading) for reading in merged(doc._.awards, doc._.body_start, of_article(doc))),
            *(writer.index(reading) for reading in ordered(doc._.indices)),
        ]
        unique = {statement.id: statement for statement in statements}
        return sorted(
            unique.values(),
            key=lambda s: (s.evidence.field != "title", s.evidence.start, s.kind, s.id),
        )


def _regions(doc: Doc) -> list[RegionMention]:
    """The most telling mention of each region that the text names."""
    best: dict[str, RegionMention] = {}
    for mention in doc._.regions:
        if mention.region is None or mention.role == "inside":
            continue
        known = best.get(mention.region.id)
        if known is None or mention.confidence > known.confidence:
            best[mention.region.id] = mention
    return list(best.values())


class _Writer:
    """Turns the readings of one document into statements."""

    def __init__(self, article: Article, doc: Doc) -> None:
        self.article, self.doc = article, doc
        self.version = (article.id, article.version)
        self.text: str = doc._.text
        self.sentences: list[Sentence] = doc._.sentences
        self.citation = Citation(
            url=article.url,
            title=article.title,
            published=article.published_text,
            source=article.source,
        )

    def region(self, mention: RegionMention) -> RegionStatement:
        assert mention.region is not None  # _regions keeps settled mentions only
        surface = self.text[mention.start_char : mention.end_char]
        return RegionStatement(
            **self._claim("region", mention.start_char, mention.end_char, {"region": mention.region.id}),
            confidence=calibrated("region", mention.confidence),
            rules=(mention.clue,),
            region=mention.region.place,
            surface=surface,
        )

    def office(self, official: Official) -> OfficeStatement:
        key = {"person": official.person, "position": official.position, "acting": official.acting}
        published = self.article.published
        return OfficeStatement(
            **self._claim("office", official.claim_start, official.claim_end, key),
            confidence=calibrated("office", official.confidence),
            rules=official.rules,
            person=Named(id=slug(official.person), name=official.person),
            position=official.position,
            region=official.region,
            body=official.body,
            acting=official.acting,
            as_of=published.date().isoformat() if published else None,
        )

    def award(self, reading: AwardReading) -> AwardStatement:
        key = {
            "recipient": reading.recipient.id,
            "award": reading.award.id,
            "year": reading.year,
            "category": reading.category,
            "rank": reading.rank,
            "predicate": reading.predicate,
        }
        return AwardStatement(
            **self._claim("award", reading.start, reading.end, key, reading.sentence),
            confidence=calibrated("award", reading.confidence),
            rules=reading.rules,
            note=reading.note,
            recipient=reading.recipient,
            award=Programme(id=reading.award.id, name=reading.award.name, listed=reading.listed),
            year=reading.year,
            category=reading.category,
            rank=reading.rank,
            top_n=reading.top_n,
            predicate=reading.predicate,
            streak=reading.streak,
            giver=reading.giver,
            event=reading.event,
            place=reading.place,
            date=reading.date,
        )

    def index(self, reading: IndexReading) -> IndexStatement:
        low, high = reading.index.scale
        key = {
            "region": reading.region.id,
            "index": reading.index.id,
            "value": reading.value,
            "year": reading.year,
        }
        return IndexStatement(
            **self._claim("index", reading.start, reading.end, key, reading.sentence),
            confidence=calibrated("index", reading.confidence),
            rules=reading.rules,
            note=reading.note,
            region=reading.region,
            index=Named(id=reading.index.id, name=reading.index.name),
            value=reading.value,
            unit=reading.index.unit,
            scale=f"{low:g}-{high:g}",
            year=reading.year,
            predicate=reading.predicate,
            rank=reading.rank.rank if reading.rank else None,
            rank_of=reading.rank.of if reading.rank else None,
        )

    def _claim(
        self, kind: str, start: int, end: int, key: dict[str, Any], sentence: Sentence | None = None
    ) -> dict[str, Any]:
        """The keys that all kinds share; offsets are made relative to title or body."""
        sentence = sentence or self._sentence(start)
        base = 0 if sentence.field == "title" else self.doc._.body_start
        key = {**key, "field": sentence.field, "start": start - base, "end": end - base}
        return {
            "id": statement_id(*self.version, kind, key),
            "article": self.citation,
            "evidence": Evidence(
                text=self.text[sentence.start : sentence.end],
                start=start - base,
                end=end - base,
                field=sentence.field,
            ),
            "extractor": VERSION,
        }

    def _sentence(self, position: int) -> Sentence:
        found = self.sentences[bisect_right(self.sentences, position, key=START) - 1]
        if not found.start <= position < found.end:
            raise AssertionError(f"no sentence holds offset {position} of {self.article.url}")
        return found

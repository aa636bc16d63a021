"""Officials of an article: who holds which position, read from titles and the names beside them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from extractors.bodies import place
from extractors.mention import RegionMention
from extractors.officials_doubts import Doubts, Finder
from extractors.officials_holding import Holding
from extractors.officials_homes import Homes
from extractors.officials_pairing import Pairing
from extractors.officials_people import people, positions_of
from extractors.persons import Persons
from extractors.positions import positions
from extractors.positions_english import english_positions, merged
from extractors.sentences import Sentence
from extractors.statement import Acting, Place
from extractors.title import Title

RELATED = re.compile(r"(?:baca|lihat|simak)\s*(?:juga|pula)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Official:
    """A person who holds a position at the time of the article.

    `person` is the longest form of the name in the article, without titles and degrees; text[start:end] is
    the name where it is read first, text[claim_start:claim_end] name and title together. `region` is the
    region whose position it is, `body` the ministry or agency; both are None where the text does not settle
    them. `rules` names what joined name and title.
    """

    person: str
    start: int
    end: int
    position: str
    region: Place | None
    body: Place | None
    acting: Acting | None
    confidence: float
    rules: tuple[str, ...]
    claim_start: int
    claim_end: int


def read_officials(
    text: str,
    sentences: Sequence[Sentence],
    regions: Sequence[RegionMention] = (),
    persons: Finder | None = None,
) -> list[Official]:
    """The officials of an article's text, one for each person and position, in order of the text.

    `persons` is asked only about sentences in which the rules leave a name in doubt; without it, doubtful
    names are kept with low confidence or left out.
    """
    titles = merged(positions().find(text, regions), english_positions().find(text, regions))
    titles = [title for title in titles if not _elsewhere(text, title, sentences)]
    pairing = Pairing(text, titles, sentences, regions)
    holdings = Doubts(text, pairing, persons).settle(pairing.pair())
    homes = Homes(text, regions, holdings, pairing.headlines.sentence, titles)
    found: list[Official] = []
    for person in people(holdings):
        for group in positions_of(person):
            found.append(_official(person.text, group, homes))
    return found


def _elsewhere(text: str, title: Title, sentences: Sequence[Sentence]) -> bool:
    """Whether a title stands in a link to another article ("Baca juga: …")."""
    number = bisect_right(sentences, title.start, key=lambda sentence: sentence.start) - 1
    return number >= 0 and RELATED.match(text, sentences[number].start) is not None


def _official(name: str, group: list[Holding], homes: Homes) -> Official:
    best = max(group, key=lambda holding: (holding.sure, len(holding.title.position)))
    whole = max(group, key=lambda holding: len(holding.title.position)).title
    acting = next((holding.title.acting for holding in group if holding.title.acting), None)
    region = next((region for holding in group if (region := holding.title.region())), None)
    rules = [best.rule]
    if region is None and whole.local and whole.body is None:
        region = homes.of(best.title)
        if region is not None:
            rules.append("region of the article")
    start, end = best.span
    return Official(
        person=name,
        start=best.name.start,
        end=best.name.end,
        position=whole.position,
        region=region.place if region else None,
        body=place(whole.body) if whole.body else None,
        acting=acting,
        confidence=best.sure,
        rules=tuple(rules),
        claim_start=start,
        claim_end=end,
    )


@Language.factory("piagam_officials", default_config={"model": True})
def officials_component(nlp: Language, name: str, model: bool) -> Callable[[Doc], Doc]:
    """A component that sets `doc._.officials`; it needs `doc._.sentences` and `doc._.regions`.

    With `model` False the trained model is not asked (and not loaded).
    """
    persons = Persons(nlp) if model else None

    def read(doc: Doc) -> Doc:
        finder = partial(persons.find, doc) if persons else None
        doc._.officials = tuple(read_officials(doc._.text, doc._.sentences, doc._.regions, finder))
        return doc

    return read

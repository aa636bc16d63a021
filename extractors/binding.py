"""Whose value a number is: the region or body that a sentence ties it to."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extractors.homonyms import JOIN
from extractors.lexicon import Index
from extractors.mention import RegionMention
from extractors.naming import BodyMention
from extractors.ordinals import PLACE
from extractors.passage import END, NAME, beginning_in
from extractors.sentences import Sentence
from extractors.statement import Place
from extractors.subject import CAPITAL

EACH = re.compile(r"\b(?:masing[-\s]masing|sama-sama|sama|kompak|both|each|governments)\b", re.IGNORECASE)
OWNER_AFTER = re.compile(
    r"\s*(?:poin|persen|%)?\s*[,(]?\s*(?:untuk|diraih|dipegang|ditempati|dicapai|oleh|milik|dimiliki|for)?\s*(?:oleh\s+)?",
    re.IGNORECASE,
)
SCOPE = re.compile(
    r"(?:\b(?i:se)-\s?|\b(?i:tingkat|antar|seluruh|wilayah|lingkup|level|kawasan|regional)\s+)"
    r"(?:[A-Z]\w+(?:\s[A-Z]\w+)?(?:,\s+|\s+(?:dan|&)\s+|-)){0,4}$"
)
PLACED = re.compile(
    rf"\b(?i:peringkat|terbaik|urutan|posisi|ranking|juara|tertinggi)\s+(?i:terbaik\s+|ke\s+)?(?:{PLACE}\s+)?$"
)
OWN_VALUE = re.compile(r"\s*\(\d{1,3}[.,]\d")
"""A value in brackets right after a name is its own."""
AMOUNTS_TO = re.compile(r"\s+(?:sebesar|mencapai)\s+\d")
AT = re.compile(r"\s+(?:poin\s+|persen\s+)?di\s+", re.IGNORECASE)
"""Between a value and its region: "70,01 di Kabupaten Bangka Selatan hingga 80,90 di …"."""
OF_PROVINCE = re.compile(r"\b(?i:daerah|kabupaten/kota|kab/kota|pemda)\s+(?:asal\s+)?$")
PARTS = re.compile(r"[,;)]")
"""What ends the stretch in which a name holds the number after it."""
NO_OWNER = re.compile(
    r"\b(?:menurut|dari|oleh|versi|data|rilis|berdasarkan|bersama|kepala|ketua|menteri|wakil|deputi|direktur|sekjen|dirjen|"
    r"staf|kantor|gedung|by|from|of)\s+(?:[A-Z]\w+\s+){0,3}$",
    re.IGNORECASE,
)
"""What makes a body the source of a value, or part of somebody's title, and not its holder."""
NATIONAL = re.compile(r"\b(?:secara\s+nasional|tingkat\s+nasional|Indonesia)\b", re.IGNORECASE)
THIS_ONE = re.compile(r"\b(?P<level>provinsi|kota|kabupaten)\s+(?:ini|itu|tersebut)\b", re.IGNORECASE)
OTHER_OWNER = re.compile(r"[A-Z][\w.]+\s*\(\s*$")
"""Another name right before a value in brackets: "PT KAI (90,72)"."""
WITHIN = re.compile(
    r"(?:\b(?:di|dari|in)(?:\s+(?:seluruh|wilayah|tingkat|lingkup))?)\s*(?:provinsi\s+)?$", re.IGNORECASE
)
COMPARED = re.compile(
    r"\b(?:(?:ter|paling\s)[a-z]+|pertama|kedua|ketiga|besar|\d+|kota|kabupaten|daerah|kabupaten/kota|pemda|best|highest)\s+$",
    re.IGNORECASE,
)

NEAREST = 200
"""How many names before "provinsi ini" may be the one that is meant."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A region or body that holds a value, how sure that is, and the rule that said so."""

    place: Place
    confidence: float
    rule: str


def is_scope(text: str, mention: RegionMention) -> bool:
    """Whether a region only bounds a comparison: "se-Jawa Timur", "tertinggi di Jawa Timur"."""
    left = text[max(0, mention.start_char - 60) : mention.start_char]
    if OWN_VALUE.match(text, mention.end_char):
        return False
    if mention.level in ("kota", "kabupaten") and left.endswith("wilayah "):
        return False
    if mention.level and left.endswith("wilayah ") and AMOUNTS_TO.match(text, mention.end_char):
        return False
    if SCOPE.search(left) and not (mention.level is not None and left.endswith(", ")):
        return True
    within = WITHIN.search(left)
    province = mention.region is not None and mention.region.level == "provinsi"
    if (
        province
        and mention.level is None
        and mention.role == "region"
        and (OF_PROVINCE.search(left) or PLACED.search(left))
    ):
        return True
    return within is not None and province and COMPARED.search(left[: within.start()]) is not None


def owners_in(doc: Doc, sentence: Sentence) -> list[RegionMention]:
    """Regions of a sentence that may hold something: settled, not part of another name, not a mere place."""
    return [
        mention
        for mention in beginning_in(doc._.regions, sentence.start, sentence.end, NAME)
        if mention.region is not None
        and mention.role != "inside"
        and not mention.locates
        and not _is_capital(doc._.text, mention)
    ]


def _is_capital(text: str, mention: RegionMention) -> bool:
    """Whether the bare name of the capital is only a place; a number right after it is its own."""
    bare = mention.level is None and text[mention.start_char : mention.end_char] == CAPITAL
    return bare and not text[mention.end_char : mention.end_char + 3].strip(" (")[:1].isdigit()


def holders(
    doc: Doc,
    sentence: Sentence,
    index: Index,
    start: int,
    end: int,
    floor: int,
    ceiling: int,
    running: Holder | None,
) -> list[Holder]:
    """Who holds the value at text[start:end], between the neighbouring values at `floor` and `ceiling`."""
    text = doc._.text
    mentions = owners_in(doc, sentence)
    free = [mention for mention in mentions if not is_scope(text, mention)]
    respective = _respective(text, free, start, sentence)
    if respective is not None:
        return [_holder(respective, "respectively")]
    near = [mention for mention in free if floor <= mention.start_char and mention.end_char <= start]
    after = [mention for mention in free if end <= mention.start_char < ceiling]
    leads = near and (floor == sentence.start or not PARTS.search(text, near[-1].end_char, start))
    if after and not leads and OWNER_AFTER.fullmatch(text, end, after[0].start_char):
        return [_holder(after[0], "region after value")]
    if (
        after
        and AT.fullmatch(text, end, after[0].start_char)
        and (not near or AT.fullmatch(text, floor, near[0].start_char))
    ):
        return [_holder(after[0], "region after value")]
    body = _body_before(doc, sentence, index, max(floor, sentence.start), start)
    if body is not None and (not near or body.start >= near[-1].end_char):
        return [Holder(body.place, 0.85, "body before value")]
    if near:
        chain = _chain(text, near)
        if len(chain) > 1 and EACH.search(text, chain[-1].end_char, start):
            return [_holder(mention, "region of a group") for mention in chain]
        return [_holder(near[-1], "region before value")]
    return _from_afar(doc, sentence, index, start, after, running)


def _from_afar(
    doc: Doc,
    sentence: Sentence,
    index: Index,
    start: int,
    after: list[RegionMention],
    running: Holder | None,
) -> list[Holder]:
    """Who holds a value beside which nobody is named."""
    text = doc._.text
    mentions = owners_in(doc, sentence)
    earlier = [m for m in mentions if m.end_char <= start and not is_scope(text, m)]
    if not earlier and NATIONAL.search(text, sentence.start, start):
        return []
    body = _body_before(doc, sentence, index, sentence.start, start)
    if body is not None and (not earlier or body.start >= earlier[-1].end_char):
        return [Holder(body.place, 0.8, "body before value")]
    if OTHER_OWNER.search(text[max(sentence.start, start - 40) : start]):
        return []
    if earlier:
        return [_holder(earlier[-1], "region earlier in the sentence", 0.9)]
    if after:
        return [_holder(after[0], "region later in the sentence", 0.8)]
    meant = _this_one(doc, sentence, start)
    if meant is not None:
        return [Holder(meant, 0.85, "the region called this one")]
    if running is not None:
        return [Holder(running.place, min(running.confidence, 0.9), "region of the sentence before")]
    main = doc._.subject
    if main is not None:
        return [Holder(main.place, 0.85, "region the article is about")]
    if mentions:
        return [_holder(mentions[-1], "region of comparison", 0.5)]
    other = next((place for name, place in doc._.named_bodies.items() if name != index.publisher), None)
    return [Holder(other, 0.6, "body the article is about")] if other else []


def _this_one(doc: Doc, sentence: Sentence, start: int) -> Place | None:
    """The region meant by "provinsi ini" or "kota itu": the last one of that level named shortly before."""
    match = THIS_ONE.search(doc._.text, sentence.start, start)
    if match is None:
        return None
    end = bisect_right(doc._.regions, match.start(), key=END)
    for mention in reversed(doc._.regions[max(0, end - NEAREST) : end]):
        if mention.role != "inside" and mention.region and mention.region.level == match["level"].lower():
            place: Place = mention.region.place
            return place
    return None


def _body_before(doc: Doc, sentence: Sentence, index: Index, floor: int, start: int) -> BodyMention | None:
    """The last ministry or agency before a value that is neither its source nor part of a title."""
    for body in reversed(beginning_in(doc._.bodies, max(floor, sentence.start), start)):
        if body.end <= start:
            left = doc._.text[max(0, body.start - 40) : body.start]
            if body.place.name != index.publisher and not NO_OWNER.search(left):
                found: BodyMention = body
                return found
    return None


def _holder(mention: RegionMention, rule: str, factor: float = 1.0) -> Holder:
    assert mention.region is not None  # owners_in keeps settled mentions only
    return Holder(mention.region.place, max(mention.confidence, 0.8) * factor, rule)


def _chain(text: str, mentions: Sequence[RegionMention]) -> list[RegionMention]:
    """The last run of mentions joined as one list."""
    chain = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        if not JOIN.fullmatch(text, mention.end_char, chain[0].start_char):
            break
        chain.insert(0, mention)
    return chain


def _respective(
    text: str, mentions: Sequence[RegionMention], start: int, sentence: Sentence
) -> RegionMention | None:
    """ "A, B dan C masing-masing 84,69, 84,68 dan 84,51": the n-th name for the n-th number."""
    each = re.search(r"\b(?:masing[-\s]masing|berturut-turut|respectively)\b", text[sentence.start : start])
    if each is None:
        return None
    after = sentence.start + each.end()
    numbers = [
        match.start() + after
        for match in re.finditer(r"(?!(?:19|20)\d\d\b(?![.,]\d))\d+(?:[.,]\d+)?", text[after : sentence.end])
    ]
    before = [mention for mention in mentions if mention.end_char <= sentence.start + each.start()]
    if not before or start not in numbers or any(m.start_char > after for m in mentions):
        return None
    chain = _chain(text, before)
    if len(chain) < 2 or len(chain) != len(numbers):
        return None
    return chain[numbers.index(start)]

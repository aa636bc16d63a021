"""Which edition of an award a text speaks of: a year beside its name, of its accounts, or of its event."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from datetime import date

from spacy.tokens import Doc

from extractors.figures import YearMention, years
from extractors.passage import START
from extractors.sentences import Sentence

BESIDE = re.compile(
    r"[\s)\"”]*(?:\([^()\n]{1,30}\)\s*)?(?:,\s*)?(?:(?!(?:pada|di|dari|untuk|oleh|dengan|yang|akan|sejak)\b)[\w./&-]+,?\s+){0,6}?"
    r"(?:(?:pada|di|untuk)\s+)?(?:(?:tahun(?:\s+anggaran(?:\s+\(TA\))?|\s+buku)?|TA|T\.A\.|edisi|periode)\s+)?"
    r"(?P<year>(?:19[89]|20[0-4])\d)(?![\w/]|-\d)",
    re.IGNORECASE,
)
ACCOUNTS = re.compile(
    r"\b(?:tahun\s+anggaran(?:\s+\(TA\))?|TA|T\.A\.?|LKPD(?:\s+\w+){0,4}?(?:\s+tahun(?:\s+anggaran)?)?|tahun\s+buku|"
    r"laporan\s+keuangan(?:\s+\w+){0,6}?\s+tahun(?:\s+anggaran)?)\s+(?P<year>(?:19[89]|20[0-4])\d)\b",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"\b(?:sejak|mulai|dari|hingga|sampai(?:\s+dengan)?|s/d|since|from|until|to)\s+"
    r"(?:(?!atas\b|untuk\b)\w+\s+){0,3}?(?:(?:tahun|TA)(?:\s+anggaran)?\s+)?$",
    re.IGNORECASE,
)
EVENT_YEAR = re.compile(
    r"\b(?:Summit|Award|Awards|Forum|Festival|Expo|Rakor\w*|Rakernas|Anugerah)(?:\s+[A-Z]\w+){0,3}\s+(?P<year>20[0-4]\d)\b"
)
BEFORE = re.compile(
    r"\b(?:setelah|sesudah|sebelumnya|dulu|dahulu|pernah|terakhir\s+kali|sejak|previously)\b[^.;]*$",
    re.IGNORECASE,
)
"""What tells an earlier edition, not the article's own."""
STILL = re.compile(r"\s+(?:lalu\s+)?(?:masih|hanya|baru|sempat|silam)\b", re.IGNORECASE)
"""What marks a year as one of comparison: "tahun 2021 masih B"."""
AND_YEAR = re.compile(
    r"\s*(?:,|dan|serta|&|and)\s*(?:(?:kemudian|lalu)\s+)?(?:berulang\s+|lagi\s+|kembali\s+(?:diraih\s+)?)?"
    r"(?:(?:pada|di)\s+)?(?:(?:tahun|TA)\s+)?$",
    re.IGNORECASE,
)


def beside(text: str, end: int, limit: int) -> int | None:
    """The year written after a name that ends at `end`: "Adipura Kencana 2023", "PPD tahun 2024"."""
    match = BESIDE.match(text, end, limit)
    if match is None or SINCE.search(text[end : match.start("year")]) or STILL.match(text, match.end()):
        return None
    return int(match["year"])


def accounts(text: str, start: int, end: int) -> int | None:
    """The year whose accounts were judged: "LKPD 2024", "tahun anggaran 2022"; not one counted from."""
    for match in ACCOUNTS.finditer(text, start, end):
        if not SINCE.search(text[max(start, match.start() - 40) : match.start()] + match.group()[:0]):
            return int(match["year"])
    return None


def of_article(doc: Doc) -> dict[str, int]:
    """The main edition of each programme that an article names: the year told beside it most often, else the
    accounts judged, the year of the event, or the one year of its sentences. Keys are award ids; under ""
    stands the edition that all of the article's programmes share.
    """
    text = doc._.text
    beside_name: dict[str, Counter[int]] = defaultdict(Counter)
    of_honoured: dict[str, Counter[int]] = defaultdict(Counter)
    in_sentence: dict[str, Counter[int]] = defaultdict(Counter)
    only: dict[int, int | None] = {}
    of_index = {naming.start for naming in doc._.index_namings}
    for naming in doc._.award_namings:
        if BEFORE.search(text[max(0, naming.start - 60) : naming.start]):
            continue
        limit = min(len(text), naming.end + 90)
        line_end = text.find("\n", naming.end, limit)
        limit = limit if line_end < 0 else line_end
        year = beside(text, naming.end, limit)
        if year is not None:
            (of_honoured if naming.start in of_index else beside_name)[naming.entry.id][year] += 1
        number = bisect_right(doc._.sentences, naming.start, key=START) - 1
        if number not in only:
            sentence = doc._.sentences[number]
            mentioned = {year.year for year in told(text, sentence, sentence.start, sentence.end, None)}
            only[number] = mentioned.pop() if len(mentioned) == 1 else None
        if (the_one := only[number]) is not None:
            in_sentence[naming.entry.id][the_one] += 1
    awards = {naming.entry.id: naming.entry for naming in doc._.award_namings}
    accounted = accounts(text, 0, len(text)) if awards else None
    event = EVENT_YEAR.search(text) if awards else None
    main = {}
    for award in awards.values():
        year = _most(beside_name[award.id])
        if year is None and award.year == "assessed":
            year = accounted
        if year is None:
            year = int(event["year"]) if event else _most(of_honoured[award.id])
        if year is None:
            year = _most(in_sentence[award.id])
        if year is not None:
            main[award.id] = year
    if len(set(main.values())) == 1:
        main[""] = next(iter(main.values()))
    return main


def _most(counted: Counter[int]) -> int | None:
    """The year told more often than any other."""
    most = counted.most_common(2)
    return most[0][0] if most and (len(most) == 1 or most[0][1] > most[1][1]) else None


def told(text: str, sentence: Sentence, start: int, end: int, published: date | None) -> list[YearMention]:
    """Years of a clause that can be an edition: not of a span, a decree, a day, or counted from."""
    return [
        year
        for year in years(text, start, end, published)
        if not SINCE.search(text[max(sentence.start, year.start - 40) : year.start])
        and not STILL.match(text, year.end)
    ]


def together(text: str, mentions: list[YearMention]) -> list[int]:
    """The years of the first list of years ("2022 dan 2023"), or the first year alone."""
    if not mentions:
        return []
    found = [mentions[0]]
    for year in mentions[1:]:
        if not AND_YEAR.fullmatch(text[found[-1].end : year.start]):
            break
        found.append(year)
    return [year.year for year in found]

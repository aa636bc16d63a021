"""Which edition of an award a text speaks of: a year beside its name, of its accounts, or of its event."""

import re
from datetime import date

from extractors.figures import YearMention, years
from extractors.sentences import Sentence

BESIDE = re.compile(
    r"[\s)\"”]*(?:\([^()\n]{1,30}\)\s*)?(?:,\s*)?(?:(?!(?:pada|di|dari|untuk|oleh|dengan|yang|akan|sejak)\b)[\w./&-]+,?\s+){0,6}?"
    r"(?:(?:pada|di|untuk)\s+)?(?:(?:tahun(?:\s+anggaran|\s+buku)?|TA|T\.A\.|edisi|periode)\s+)?"
    r"(?P<year>(?:19[89]|20[0-4])\d)(?![\w/]|-\d)",
    re.IGNORECASE,
)
ACCOUNTS = re.compile(
    r"\b(?:tahun\s+anggaran|TA|T\.A\.?|LKPD(?:\s+\w+){0,4}?(?:\s+tahun(?:\s+anggaran)?)?|tahun\s+buku|"
    r"laporan\s+keuangan(?:\s+\w+){0,6}?\s+tahun(?:\s+anggaran)?)\s+(?P<year>(?:19[89]|20[0-4])\d)\b",
    re.IGNORECASE,
)
SINCE = re.compile(
    r"\b(?:sejak|mulai|dari|hingga|sampai(?:\s+dengan)?|s/d|since|from|until|to)\s+(?:\w+\s+){0,3}?(?:(?:tahun|TA)(?:\s+anggaran)?\s+)?$",
    re.IGNORECASE,
)
EVENT_YEAR = re.compile(
    r"\b(?:Summit|Award|Awards|Forum|Festival|Expo|Rakor\w*|Rakernas|Anugerah)\s+(?P<year>20[0-4]\d)\b"
)
AND_YEAR = re.compile(r"\s*(?:,|dan|serta|&|and)\s*(?:(?:tahun|TA)\s+)?$", re.IGNORECASE)


def beside(text: str, end: int, limit: int) -> int | None:
    """The year written after a name that ends at `end`: "Adipura Kencana 2023", "PPD tahun 2024"."""
    match = BESIDE.match(text, end, limit)
    if match is None or SINCE.search(text[end : match.start("year")]):
        return None
    return int(match["year"])


def accounts(text: str, start: int, end: int) -> int | None:
    """The year whose accounts were judged: "LKPD 2024", "tahun anggaran 2022"; not one counted from."""
    for match in ACCOUNTS.finditer(text, start, end):
        if not SINCE.search(text[max(start, match.start() - 40) : match.start()] + match.group()[:0]):
            return int(match["year"])
    return None


def told(text: str, sentence: Sentence, start: int, end: int, published: date | None) -> list[YearMention]:
    """Years of a clause that can be an edition: not of a span, a decree, a day, or counted from."""
    return [
        year
        for year in years(text, start, end, published)
        if not SINCE.search(text[max(sentence.start, year.start - 40) : year.start])
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

"""Places in a contest: "peringkat ke-3", "juara II", "terbaik pertama", "10 besar", "18 dari 38"."""

import re
from dataclasses import dataclass

from extractors.ordinals import CARDINAL, ORDINAL, PLACE, number_of

OF = r"(?:\s+(?:dari|from|out\s+of)\s+(?:total\s+)?(?P<of>\d{1,4}))?"
RANK = re.compile(
    rf"(?<!\w)(?=\w)(?:(?:(?i:peringkat|posisi|urutan|ranking|rangking|ranked|rank|nomor(?=\s+(?:satu|urut|wahid))|tempat|juara|place)"
    rf"(?:\s+(?i:terbaik|tertinggi|nasional|pada|di|nomor|ranking|umum|yang|urutan))?\s+)(?P<place>{PLACE})"
    rf"|(?i:terbaik|tertinggi|terinovatif|teratas|juara|pemenang)\s+(?P<best>(?:{ORDINAL}|VIII|VII|VI|IV|IX|III|II|V|X|I)(?!\w)"
    rf"(?!\s+(?i:tahun|kali))|\d{{1,2}}(?!\w|[.,]\d)(?!\s*(?i:besar|terbaik|kabupaten|kota|provinsi|tahun|kali|daerah)))"
    rf"|(?P<ordinal>{ORDINAL})\s+(?i:terbaik|tertinggi|place|position|teratas|best)"
    r"|(?i:peringkat|posisi|urutan|ranking)\s+(?P<top>(?i:teratas|puncak|tertinggi))(?!\s+(?i:ke|kedua|ketiga))"
    r"|(?P<runner>(?i:runner[\s-]up))"
    rf"|(?i:came|took|finished|ranked|tied\s+in|tied\s+for|in|was)\s+(?i:the\s+|in\s+)?(?P<english>{ORDINAL})(?!\s+(?i:time|year|edition))"
    rf")(?!\w){OF}"
)
TOP = re.compile(
    rf"(?<![\w.,])(?=\w)(?:(?P<many>{CARDINAL})\s+(?:(?i:kota|kabupaten|provinsi|daerah|pemda|kabupaten/kota|pemerintah\s+daerah|kementerian)\s+)?"
    r"(?:(?i:dengan)\s+(?:\S+\s+){1,5}?)?(?i:(?<!provinsi )(?<!kota )(?<!kabupaten )(?<!daerah )besar|"
    r"terbaik|teratas|tertinggi|terinovatif)"
    r"(?!\s+(?i:ke|ii|iii|kedua|ketiga))"
    rf"|(?i:top|the\s+best)\s+(?P<top>{CARDINAL})"
    rf"|(?i:satu|salah\s+satu)\s+dari\s+(?P<among>{CARDINAL})\s+(?:\S+\s+){{0,3}}?(?i:terbaik|teratas))(?!\w)"
)
NOT_A_RANK = re.compile(r"(?i:tempat)\s+(?:satu|dua|tiga|\d)|(?i:posisi)\s+\d{2,}\s*persen")


@dataclass(frozen=True, slots=True)
class Rank:
    """A place told at text[start:end]: `rank` (1 is best), `of` how many; or only `top_n`."""

    start: int
    end: int
    rank: int | None = None
    of: int | None = None
    top_n: int | None = None


def find_ranks(text: str, start: int, end: int) -> list[Rank]:
    """All places told in text[start:end], left to right."""
    found = []
    for match in TOP.finditer(text, start, end):
        top = number_of(match["many"] or match["top"] or match["among"])
        if top is not None and 2 <= top <= 200:
            found.append(Rank(match.start(), match.end(), top_n=top))
    for match in RANK.finditer(text, start, end):
        if NOT_A_RANK.match(match.group()):
            continue
        rank = _rank(match)
        if rank is None or not 1 <= rank <= 600:
            continue
        if any(known.start < match.end() and match.start() < known.end for known in found):
            continue
        of = match["of"]
        found.append(Rank(match.start(), match.end(), rank=rank, of=int(of) if of else None))
    return sorted(found, key=lambda rank: rank.start)


def _rank(match: re.Match[str]) -> int | None:
    if match["top"]:
        return 1
    if match["runner"]:
        return 2
    words = match["place"] or match["best"] or match["ordinal"] or match["english"]
    return number_of(words)


def rank_near(text: str, floor: int, start: int, end: int, ceiling: int) -> Rank | None:
    """The one place told around text[start:end], between its neighbours; None where none or several."""
    around = [rank for rank in find_ranks(text, floor, ceiling) if rank.rank is not None]
    after = [rank for rank in around if rank.start >= end]
    before = [rank for rank in around if rank.end <= start]
    near = before[-1:] or after[:1]
    return near[0] if near and len(around) == 1 else None

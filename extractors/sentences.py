"""Sentences of news prose: paragraphs always break, abbreviations of titles never do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

ABBREVIATIONS = frozenset(
    """pj plt pjs plh dr drs dra ir prof h hj hi kh tgh kab prov kec kel no nomor jl jln rp dll dsb dst tbk
    st se sh mm si sos sip stp ag pd kom hum kes ked kep farm psi ak akt kn lc ap eng sc phd mt mp spd mpd msi
    ssi sst mtr bpk sdr an ma mba a b c d e f g i j k l m n o p q r s t u v w x y z pt cv tn ny mr mrs ms sp
    og um vol hal jend mayjen brigjen kol letkol kombes akbp kompol""".split()
)
"""Lower-case words that a point may follow inside a sentence: titles, degrees, units, initials."""

END = re.compile(r"(?<![.!?…])[.!?…]{1,60}[\"”’»)\]]{0,8}(?=\s)")
OPENING = re.compile(r"\s+[\"“‘«(\[]*(?:[A-Z0-9À-Þ]|•)")
LAST_WORD = re.compile(r"([^\W_]+)$")
ITEM = re.compile(r"\s*(?:(?P<number>\d{1,3})\s?[.)]|[•▪●‣◦*–—-])\s+")

HEADER = re.compile(r"(?i:kategori|kelompok|tingkat)\s+[^\s.;:,]+(?:\s+[^\s.;:,]+){0,7}")
"""A line that heads a list without a colon: "Kategori Daerah Perbatasan Terinovatif"."""
LONGEST = 3000
"""Characters; a longer sentence is cut between words. News has none, and what is read in a sentence takes
time that grows with the square of its length.
"""
ITEM_WORDS = 12
"""A line of at most so many words after a header ("Berikut daftarnya:") is an entry of its list."""
ROW = re.compile(r"\s*(?P<number>\d{1,3})\s*\|\s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """text[start:end] of the document; `item` where its paragraph is an entry of a list or table, with
    `number` where it is numbered. `paragraph` counts from 0 (the title).
    """

    start: int
    end: int
    field: Literal["title", "body"]
    paragraph: int
    item: bool = False
    number: int | None = None


def split(text: str, body_start: int) -> list[Sentence]:
    """Sentences of a title and body joined in one text; the body begins at `body_start`."""
    found: list[Sentence] = []
    paragraph = 0
    start = 0
    listing = False
    for line in text.split("\n"):
        if line.strip():
            field: Literal["title", "body"] = "title" if start < body_start else "body"
            header = line.rstrip().endswith(":") or HEADER.fullmatch(line.strip()) is not None
            listing = header or (listing and len(line.split()) <= ITEM_WORDS)
            found.extend(_paragraph(line, start, field, paragraph, listed=listing and not header))
            paragraph += 1
        start += len(line) + 1
    return found


def _paragraph(
    line: str, offset: int, field: Literal["title", "body"], paragraph: int, *, listed: bool
) -> list[Sentence]:
    bullet = ITEM.match(line)
    item = listed or bullet is not None or " | " in line
    cell = ROW.match(line)
    number = int(bullet["number"]) if bullet and bullet["number"] else int(cell["number"]) if cell else None
    sentences: list[Sentence] = []
    start = bullet.end() if bullet else len(line) - len(line.lstrip())
    for end in _bounded(line, start, [*_ends(line, start), len(line)]):
        trimmed = line[start:end].strip()
        if trimmed:
            begin = line.index(trimmed, start)
            sentences.append(
                Sentence(offset + begin, offset + begin + len(trimmed), field, paragraph, item, number)
            )
        start = end
    return sentences


def _bounded(line: str, start: int, ends: list[int]) -> Iterator[int]:
    """The ends, and more of them in a sentence that is too long."""
    for end in ends:
        while end - start > LONGEST:
            blank = line.rfind(" ", start + 1, start + LONGEST)
            start = blank if blank > 0 else start + LONGEST
            yield start
        yield end
        start = end


def _ends(line: str, start: int) -> list[int]:
    ends = []
    for match in END.finditer(line, start):
        if match.group().startswith("."):
            word = LAST_WORD.search(line, max(start, match.start() - 30), match.start())
            if word and word.group().lower() in ABBREVIATIONS:
                continue
            if word and len(word.group()) <= 2 and word.group().isdigit() and word.start() == start:
                continue
        if OPENING.match(line, match.end()):
            ends.append(match.end())
    return ends

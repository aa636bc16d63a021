"""Tables kept as text: rows of cells parted by " | ", the first row heading the columns."""

import re
from dataclasses import dataclass

from extractors.sentences import Sentence

CELL = re.compile(r"[^|]+")
YEAR = re.compile(r"(?<!\d)(?:19[89]|20[0-4])\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell at text[start:end] with the heading of its column."""

    start: int
    end: int
    heading: str

    @property
    def year(self) -> int | None:
        """The year that heads the column ("IPM 2023"), if one does."""
        match = YEAR.search(self.heading)
        return int(match.group()) if match else None


def rows(text: str, sentences: list[Sentence]) -> dict[int, list[Cell]]:
    """The cells of each row that stands below a heading row, by the start of its sentence.

    The first of at least two rows in a run, with as many cells as the next, heads the table.
    """
    found: dict[int, list[Cell]] = {}
    headings: list[str] = []
    last = -2
    for sentence in sentences:
        line = text[sentence.start : sentence.end]
        if " | " not in line:
            continue
        spans = [(m.start() + sentence.start, m.end() + sentence.start) for m in CELL.finditer(line)]
        if sentence.paragraph != last + 1 or len(headings) != len(spans):
            headings = [text[start:end].strip() for start, end in spans]
        else:
            found[sentence.start] = [
                Cell(start, end, heading) for (start, end), heading in zip(spans, headings, strict=True)
            ]
        last = sentence.paragraph
    return found

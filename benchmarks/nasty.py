"""Texts of any size that no journalist writes: whatever might make reading slow."""

from collections.abc import Callable, Iterable
from itertools import cycle

from benchmarks.articles import running_text
from extractors.lexicon import awards, indices
from extractors.region import regions

Text = Callable[[int], str]
"""A text of that many characters."""


def fill(pieces: Iterable[str], size: int) -> str:
    """The pieces again and again, until there are `size` characters."""
    parts: list[str] = []
    length = 0
    for piece in cycle(pieces):
        if length >= size:
            break
        parts.append(piece)
        length += len(piece)
    return "".join(parts)[:size]


def repeated(*pieces: str) -> Text:
    """A text of these pieces again and again."""
    return lambda size: fill(pieces, size)


def nested(opening: str, closing: str) -> Text:
    """As many openings as closings, all of them open at once in the middle."""
    return lambda size: fill([opening], size // 2) + fill([closing], size - size // 2)


def endless(size: int) -> str:
    """Ordinary words in one line that no full stop ends."""
    return running_text(size).translate(str.maketrans(".!?…;:\n", " " * 7))


def rows(size: int) -> str:
    """A numbered list of winners."""
    items = [f"{number % 999 + 1}. {region.name}\n" for number, region in enumerate(regions())]
    return fill(["Penerima Adipura 2023:\n", *items], size)


def table(size: int) -> str:
    """A table with a value of every region in each of two years."""
    items = [
        f"{number % 999 + 1} | {region.name} | {number % 40 + 50},12 | {number % 40 + 50},45\n"
        for number, region in enumerate(regions())
    ]
    return fill(["No | Daerah | IPM 2023 | IPM 2024\n", *items], size)


KINDS: dict[str, Text] = {
    "ordinary text": running_text,
    "one endless line": endless,
    "quotes within quotes": nested("\"“‘«'", "'»’”\""),
    "brackets within brackets": nested("kata (dia [", ") ]"),
    "commas": repeated(","),
    "full stops": repeated(". "),
    "hyphens": repeated("A-"),
    "digits": repeated("1234567890"),
    "numbers": repeated("3,82 "),
    "years": repeated("2023 "),
    "names of regions": lambda size: fill([f"{region.name}, " for region in regions()], size),
    "bare names of regions": lambda size: fill([f"{region.short} " for region in regions()], size),
    "regions with provinces": repeated("Malang, Jawa Timur, "),
    "names of awards": lambda size: fill([f"{award.name} " for award in awards()], size),
    "one award": repeated("Adipura "),
    "awards of no lexicon": repeated("Zamrud Award ", "Penghargaan Aa Bb "),
    "names of indices": lambda size: fill([f"{index.name} " for index in indices()], size),
    "Kota": repeated("Kota "),
    "titles": repeated("Wali Kota "),
    "officials": repeated("Wali Kota Malang Wahyu Hidayat, "),
    "wins in one line": repeated("Kota Malang meraih Adipura 2023, "),
    "wins in sentences": repeated("Kota Malang meraih Adipura 2023. "),
    "hopes": repeated("akan meraih Adipura "),
    "values in one line": repeated("IPM Kota Malang 84,12 pada 2023, "),
    "values in sentences": repeated("IPM Kota Malang 84,12 pada 2023. "),
    "rows of a list": rows,
    "rows of a table": table,
    "initials": repeated("A. "),
    "capitals": repeated("Aaa "),
    "one word": repeated("a"),
    "combined marks": repeated("a\u0301"),
}
"""Every text by the name that tables and plots call it."""

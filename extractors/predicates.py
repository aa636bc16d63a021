"""Levels of a graded result: the bands of an index, the predicates of an award."""

import re
from functools import lru_cache

from extractors.figures import Figure
from extractors.lexicon import Index

CUE = (
    r"(?:predikat(?:nya)?|berpredikat|berkualifikasi|berkategori|berzona|kategori(?:nya)?|kualifikasi|tergolong|status|berstatus|kriteria|rating|zona|tingkat|strata|kelas|klasifikasi|jenjang|levelnya|kategorinya|"
    r"artinya|masuk|level|peringkat|rated|rating|with\s+a|termasuk|interpretasi|bermakna|opini|grade|nilai|a)"
)
GOT = (
    r"(?:meraih|mempertahankan|memperoleh|mendapat|mendapatkan|menyandang|naik\s+ke|beralih\s+ke|menjadi|ke|puas\s+dengan|masih|juga|"
    r"tetap)"
)
"""What a level may follow directly where it has its capital: "naik ke Wiwerda"."""
BETWEEN = "tertinggi|terbaik|kategori|predikat|yang|yaitu|dengan|atau|kota|kabupaten|provinsi|daerah"
QUOTES = "\"'“”‘’«»"


@lru_cache(maxsize=512)
def _bands(names: tuple[str, ...]) -> re.Pattern[str]:
    choice = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?i:{CUE})[\s:,{QUOTES}]+(?:(?i:{BETWEEN})\s+)?[{QUOTES}]?(?P<cued>{_cased(names, choice)})"
        rf"|\b(?i:{GOT})\s+(?P<won>{choice})"
        rf"|[({QUOTES}]\s*(?P<quoted>{_cased(names, choice)})\s*[){QUOTES}])(?!\w)"
    )


def _cased(names: tuple[str, ...], choice: str) -> str:
    """Bands of one or two letters ("A", "BB") count in capitals only."""
    return choice if min(map(len, names)) <= 2 else f"(?i:{choice})"


def band(text: str, index: Index, floor: int, figure: Figure, ceiling: int) -> str | None:
    """The band told nearest to a value, between its neighbours; None where there is none."""
    if not index.bands:
        return None
    names = tuple(band.name for band in index.bands)
    best: tuple[int, str] | None = None
    for match in _bands(names).finditer(text, floor, ceiling):
        group = match.lastgroup or "cued"
        distance = match.start(group) - figure.end
        distance = distance if distance >= 0 else figure.start - match.end(group) + 15
        if best is None or distance < best[0]:
            best = (distance, match[group])
    if best is None or best[0] > 120:
        return None
    folded = best[1].lower()
    return next((name for name in names if name.lower() == folded), best[1])


@lru_cache(maxsize=512)
def level_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of levels that a word such as "predikat" leads, or that stand in quotes or brackets."""
    return _bands(names)

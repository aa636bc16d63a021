"""Datelines: "MALANG, MEMORANDUM -", "Malang, Jawa Timur (ANTARA) -", "Suara.com -", "MALANG –"."""

import re
from collections.abc import Sequence
from functools import lru_cache

from extractors.phrases import words
from extractors.region import gazetteer

REACH = 90
"""Characters; a dateline is no longer."""
_DASH = re.compile(r"\s*[—–―]+\s*|\s+--?(?:\s+|$)|(?<=[\w).])--?\s+|\s+-(?=[A-Z“\"])|\s*\|\s*|:\s+")
DOMAIN = re.compile(
    r"\b(?:[\w-]+\.)*[\w-]+(?:\.|, ?)"
    r"(?:com|net|org|info|news|media|online|tv|(?:go|co|my|web|or)\.id|co|id)\b",
    re.I,
)
"""The name of a site, as in "Suara.com", "Dejurnal, com"."""
_NAME = re.compile(r"[A-Z0-9][\w.’'&+-]*|[\w-]+\.[\w.]+|dan|di|com|co|id|net")
_BEGINS = re.compile(r"[\"“”‘'(«\[]?[A-Z0-9]")
_BARE_DOMAIN = re.compile(rf"(?:{DOMAIN.pattern}),\s", re.I)
_TYPES = {"kota", "kabupaten", "kab", "provinsi", "prov"}
_PRESS = {
    "berita",
    "kabar",
    "info",
    "media",
    "news",
    "newsroom",
    "pos",
    "post",
    "radar",
    "suara",
    "times",
    "tribun",
}
"""Words that make an outlet's name of a region's: "Malang Post", "Berita Banyuwangi"."""
MIN_AFTER_COLON = 60
"""Characters after "Jakarta:"; a shorter rest is the line of a list ("Jawa Timur: Surabaya, Madiun")."""


def strip_dateline(text: str, outlets: Sequence[str] = ()) -> str:
    """The paragraph without its dateline; the paragraph itself where it has none that is certain.

    A dateline is a short run of names before a dash, followed by a new beginning. One of the names must prove
    it: a domain, an outlet (of `outlets`, or in brackets), a region, or a place in capitals. "IGA -
    Innovative Government Award" is none, nor "Surabaya - kota pahlawan - menang". A paragraph that is
    nothing else becomes empty.
    """
    head = text[:REACH]
    for dash in _DASH.finditer(head):
        prefix, rest = head[: dash.start()].strip(), text[dash.end() :]
        sign = dash[0].strip()
        if not prefix or (
            sign == ":" and not (_is_region(prefix.split(",")[0]) and len(rest) >= MIN_AFTER_COLON)
        ):
            continue
        if sign != ":" and not _is_dateline(prefix, outlets):
            continue
        if not rest or _is_outlet(rest, outlets):
            return ""
        if _BEGINS.match(rest):
            return strip_dateline(rest, outlets) if sign == "|" else rest
    return _without_bare_domain(text)


def _is_dateline(prefix: str, outlets: Sequence[str]) -> bool:
    names = re.sub(r"[,()/]", " ", prefix).split()
    if not 0 < len(names) <= 8 or not all(_NAME.fullmatch(name) for name in names):
        return False
    if DOMAIN.search(prefix) or re.search(r"\([^()]{2,40}\)$", prefix):
        return True
    if any(re.search(rf"\b{re.escape(outlet)}\b", prefix, re.I) for outlet in outlets):
        return True
    if any(_is_region(part) for part in prefix.split(",")):
        return True
    letters = re.sub(r"[^A-Za-z]", "", prefix)
    if letters.isupper() and len(letters) >= 6 and len(names) <= 5:
        return True
    lower = {name.lower() for name in names}
    return len(names) <= 3 and bool(lower & _PRESS) and any(_is_region(name) for name in names)


def _is_outlet(text: str, outlets: Sequence[str]) -> bool:
    """Whether an outlet is all that is left: "KOTA MALANG – malangpagi.com"."""
    if len(text) > REACH:
        return False
    name = text.strip().casefold()
    return DOMAIN.fullmatch(name) is not None or name in {outlet.casefold() for outlet in outlets}


def _is_region(text: str) -> bool:
    keys = [word.key for word in words(text)]
    while keys and keys[0] in _TYPES:
        keys = keys[1:]
    return bool(keys) and " ".join(keys) in _region_names()


@lru_cache(maxsize=1)
def _region_names() -> frozenset[str]:
    return frozenset(" ".join(keys) for keys in gazetteer().phrases.known())


def _without_bare_domain(text: str) -> str:
    """Some write "Liputan6.com, Jakarta" with nothing after it."""
    found = _BARE_DOMAIN.match(text)
    if found is None:
        return text
    following = text[found.end() :].split(" ", 3)
    for count in (3, 2, 1):
        rest = " ".join(following[count:])
        if len(following) > count and _is_region(" ".join(following[:count])) and _BEGINS.match(rest):
            return rest
    return text

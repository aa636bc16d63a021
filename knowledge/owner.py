"""Whose site an article is on, where its address tells: the sites of governments are under go.id."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from extractors.bodies import bodies
from extractors.lexicon import awards, indices
from extractors.region import RegionLevel, gazetteer, regions

LEVELS: dict[str, RegionLevel] = {"kota": "kota", "kab": "kabupaten", "prov": "provinsi"}
"""What the domains of regional governments end in (Permenkominfo 5/2015: kota, kab and prov before go.id)."""
DOMAIN = re.compile(r"(?:^|\.)([a-z0-9-]+)\.go\.id$")


def owner(url: str) -> str | None:
    """The id of the region or body that runs the site, or None where the address does not tell.

    "https://diskominfo.malangkota.go.id/…" is Kota Malang's; "bandung.go.id" may be that of two regions and
    is nobody's.
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    match = DOMAIN.search(host)
    return _named(match[1].replace("-", "")) if match else None


@lru_cache(maxsize=4_096)
def _named(label: str) -> str | None:
    if label in _bodies():
        return _bodies()[label]
    for ending, level in LEVELS.items():
        if label.endswith(ending):
            name = label.removesuffix(ending)
            found = {
                region.id for region in regions() if region.level == level and _joined(region.short) == name
            }
            for match in gazetteer().phrases.find(name):
                found |= {region.id for region in match.value if region.level == level}
            return found.pop() if len(found) == 1 else None
    bare = {region.id for region in regions() if _joined(region.short) == label}
    return bare.pop() if len(bare) == 1 else None


@lru_cache(maxsize=1)
def _bodies() -> dict[str, str]:
    """Ids of ministries and agencies by what their domains may be called ("kemendagri", "menpan")."""
    found: dict[str, str] = {}
    for agency in bodies().agencies:
        found.update({_joined(name): agency.id for name in (agency.id, *agency.short)})
    for ministry in bodies().ministries:
        names = (ministry.id, *ministry.short, *ministry.minister)
        found.update({_joined(name): ministry.id for name in names})
    return found


def _joined(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).lower()


@lru_cache(maxsize=1)
def _givers() -> dict[str, str]:
    told = {award.id: award.giver for award in awards()} | {index.id: index.publisher for index in indices()}
    named = {thing: bodies().named(giver) for thing, giver in told.items() if giver}
    return {thing: body.id for thing, body in named.items() if body}


def giver_of(thing: str, told: str | None = None) -> str | None:
    """The id of the body that gives an award or publishes an index: the one told, else the lexicon's."""
    body = bodies().named(told) if told else None
    return body.id if body else _givers().get(thing)

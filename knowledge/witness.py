"""Independent witnesses: articles that copy each other, or that one party publishes of itself, are one."""

import datetime
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz

from extractors.statement import AwardStatement, IndexStatement, OfficeStatement
from knowledge.owner import giver_of, owner
from knowledge.seen import day
from knowledge.spelling import plain

Told = AwardStatement | IndexStatement | OfficeStatement
"""A statement that makes facts; that an article names a region makes none."""

Party = Literal["giver", "recipient"]

TELLING = 8
"""Words; a shorter sentence may be written twice by itself."""
ALIKE = 90.0
"""Of 100, as rapidfuzz's `ratio` counts: a press release loses and gains a word from paper to paper."""
COPIED = datetime.timedelta(days=7)
"""A copy that is not word for word appears within a week."""
LOOK_BACK = 30
"""Different sentences that each one is compared with, the latest before it, so that time stays linear."""
FIGURES = re.compile(r"\d+")


def party(statement: Told) -> Party | None:
    """Whether the article is on the site of who gives what the statement tells of, or of who receives it."""
    whose = owner(statement.article.url)
    if whose is None:
        return None
    match statement:
        case AwardStatement():
            recipient, giver = statement.recipient.id, giver_of(statement.award.id, statement.giver)
        case IndexStatement():
            recipient, giver = statement.region.id, giver_of(statement.index.id)
        case OfficeStatement():
            seat = statement.region or statement.body
            recipient, giver = seat.id if seat else "", None
    if whose == recipient:
        return "recipient"
    return "giver" if whose == giver else None


def independent(statements: Iterable[Told]) -> dict[str, str]:
    """The address of each article, with the address that stands for all of its witness.

    Articles are one witness where a sentence of at least `TELLING` words is the same in both, or alike and
    with the same figures within `COPIED`; all of a giver's own site are one, and so are all of a recipient's.
    The order of the statements does not matter.
    """
    ordered = sorted(statements, key=lambda told: (day(told) or datetime.date.min, told.article.url, told.id))
    groups = _Groups()
    parties: dict[Party, str] = {}
    first: dict[str, str] = {}
    recent: list[tuple[datetime.date | None, str, str]] = []
    for told in ordered:
        url = told.article.url
        groups.add(url)
        side = party(told)
        if side is not None:
            groups.join(parties.setdefault(side, url), url)
        sentence = plain(told.evidence.text)
        if len(sentence.split()) < TELLING:
            continue
        if sentence in first:
            groups.join(first[sentence], url)
            continue
        first[sentence] = url
        seen = day(told)
        for when, other, wrote in recent[-LOOK_BACK:]:
            near = when is None or seen is None or seen - when <= COPIED
            if near and wrote != url and _alike(other, sentence):
                groups.join(wrote, url)
        recent.append((seen, sentence, url))
    return groups.heads()


@lru_cache(maxsize=65_536)
def _alike(one: str, other: str) -> bool:
    if fuzz.ratio(one, other, score_cutoff=ALIKE) == 0:
        return False
    return FIGURES.findall(one) == FIGURES.findall(other)


class _Groups:
    """Addresses in groups, each named after the one that came first."""

    def __init__(self) -> None:
        self._head: dict[str, str] = {}
        self._order: dict[str, int] = {}

    def add(self, url: str) -> None:
        self._head.setdefault(url, url)
        self._order.setdefault(url, len(self._order))

    def join(self, one: str, other: str) -> None:
        first, later = sorted((self._find(one), self._find(other)), key=self._order.__getitem__)
        self._head[later] = first

    def heads(self) -> dict[str, str]:
        return {url: self._find(url) for url in self._head}

    def _find(self, url: str) -> str:
        while self._head[url] != url:
            url = self._head[url] = self._head[self._head[url]]
        return url

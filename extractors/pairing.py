"""Which recipient gets which programme, place and level where a clause tells of several."""

import re
from dataclasses import dataclass

from extractors.award_details import CATEGORY, levels
from extractors.lexicon import Award
from extractors.naming import Naming
from extractors.placing import LISTS, NEXT, ranked
from extractors.ranks import Rank
from extractors.recipients import Recipient
from extractors.winning import Clause

IN_YEAR = re.compile(
    r"\s+(?:nasional\s+)?\(?(?:pada\s+|di\s+)?(?:tahun\s+)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
BRACKET = re.compile(r"\s*[(:\u2013-]\s*(?:predikat\s+)?")
"""A level right after its recipient: "Pemkab Kudus (BB)"."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One recipient with what falls to it. The claim is told from `anchor` to `anchor_end`."""

    naming: Naming[Award]
    recipient: Recipient
    rank: int | None
    top_n: int | None
    predicate: str | None
    category: str | None
    anchor: int
    anchor_end: int
    rules: tuple[str, ...]
    year: int | None = None


def place(
    text: str,
    clause: Clause,
    namings: list[Naming[Award]],
    winners: list[Recipient],
    ranks: list[Rank],
    *,
    numbered: bool,
    last: int | None = None,
) -> list[Placed]:
    """All recipients of a clause with their programmes, places and levels; the number of a list's entry is
    a place where the list is `numbered` by rank; `last` is the place that the sentence before told last.
    """
    tops = [rank for rank in ranks if rank.top_n is not None]
    places = [rank for rank in ranks if rank.rank is not None]
    by_rank = ranked(text, clause, winners, places, numbered=numbered, last=last)
    groups = _groups(text, winners)
    if len(winners) == 1 and len(places) > 1:
        several = _several(text, clause, namings[0], winners[0], places)
        if several:
            return several
    placed = []
    for winner, rank, rank_rule in by_rank:
        for naming in _namings_of(winner, namings, groups):
            told = levels(text, naming, clause.start, clause.end)
            level = _beside(text, winner, groups, told)
            inside = clause.start <= naming.start < clause.end
            for name in _categories(text, clause, naming, winner, groups):
                placed.append(
                    Placed(
                        naming,
                        winner,
                        rank,
                        tops[0].top_n if tops else None,
                        level,
                        name,
                        naming.start if inside else winner.start,
                        naming.end if inside else winner.end,
                        (rank_rule,) if rank_rule else (),
                    )
                )
    return placed


def _several(
    text: str, clause: Clause, naming: Naming[Award], winner: Recipient, places: list[Rank]
) -> list[Placed]:
    """Several places of one recipient, each with its category or year: "juara II kategori X dan …"."""
    placed = []
    for order, rank in enumerate(places):
        limit = places[order + 1].start if order + 1 < len(places) else clause.end
        year = IN_YEAR.match(text, rank.end, limit)
        match = CATEGORY.search(text, rank.end, limit)
        if year is None and (match is None or match.start() - rank.end > 4):
            return []
        name = re.sub(r"\s+", " ", match["name"]).strip(" ,.") if match and year is None else None
        end = (year or match).end() if (year or match) else rank.end  # type: ignore[union-attr]
        placed.append(
            Placed(
                naming,
                winner,
                rank.rank,
                None,
                None,
                name,
                rank.start,
                end,
                ("one of several places",),
                int(year["year"]) if year else None,
            )
        )
    return placed


def _groups(text: str, winners: list[Recipient]) -> list[list[Recipient]]:
    """Recipients in runs joined as lists."""
    groups: list[list[Recipient]] = []
    for winner in winners:
        if groups:
            gap = re.sub(r"\([^()]*\)", "", text[groups[-1][-1].end : winner.start])
            if LISTS.fullmatch(gap) or NEXT.search(gap):
                groups[-1].append(winner)
                continue
        groups.append([winner])
    return groups


def _namings_of(
    winner: Recipient, namings: list[Naming[Award]], groups: list[list[Recipient]]
) -> list[Naming[Award]]:
    """All programmes where one group of recipients shares them; else the nearest one, led or followed."""
    unique = list({naming.entry.id: naming for naming in namings}.values())
    if len(groups) == 1 or len(unique) == 1:
        return unique
    leads = namings[0].start < groups[0][0].start
    before = [naming for naming in namings if naming.end <= winner.start]
    after = [naming for naming in namings if naming.start >= winner.end]
    if leads:
        return before[-1:] or after[:1]
    return after[:1] or before[-1:]


def _beside(
    text: str, winner: Recipient, groups: list[list[Recipient]], told: list[tuple[int, int, str]]
) -> str | None:
    """The level that falls to a recipient: the only one, else the one on its side of the clause."""
    beside = [level for start, _, level in told if BRACKET.fullmatch(text, winner.end, start)]
    if beside:
        return beside[0]
    distinct = {level for _, _, level in told}
    if len(distinct) <= 1:
        return next(iter(distinct), None)
    leads = told[0][0] < groups[0][0].start
    before = [level for start, _, level in told if start < winner.start]
    group = next(g for g in groups if winner in g)
    after = [level for start, _, level in told if start >= group[-1].end]
    if leads:
        return before[-1] if before else (after[0] if after else None)
    return after[0] if after else (before[-1] if before else None)


def _categories(
    text: str,
    clause: Clause,
    naming: Naming[Award],
    winner: Recipient,
    groups: list[list[Recipient]],
) -> list[str | None]:
    """Categories of the lexicon named in the clause, one honour each, where one group gets them; else the
    category told between this recipient and the next.
    """
    told = text[clause.start : clause.end]
    named = [
        name
        for name in naming.entry.categories
        if " " in name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told)
    ]
    behind = text[winner.end : clause.end]
    bracketed = [name for name in named if re.match(rf"\s*\(\s*{re.escape(name)}", behind)]
    if bracketed:
        return list(bracketed)
    if len(groups) == 1 and named:
        return list(named)
    winners = [w for group in groups for w in group]
    if len(winners) > 1 and len(CATEGORY.findall(told)) > 1:
        limit = min([w.start for w in winners if w.start >= winner.end], default=clause.end)
        match = CATEGORY.search(text, winner.end, limit)
        if match:
            return [re.sub(r"\s+", " ", match["name"]).strip(" ,.")]
    return [None]

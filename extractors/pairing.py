"""Which recipient gets which programme, place and level where a clause tells of several."""

import re
from dataclasses import dataclass
from itertools import pairwise

from extractors.award_details import levels
from extractors.lexicon import Award
from extractors.naming import Naming
from extractors.ordinals import ORDINAL, number_of
from extractors.ranks import Rank
from extractors.recipients import Recipient
from extractors.winning import Clause

NEXT = re.compile(
    r"\b(?:disusul|diikuti|menyusul|kemudian|lalu|selanjutnya|berikutnya|followed)\b", re.IGNORECASE
)
EACH = re.compile(r"\b(?:masing-masing|sama-sama|both|each)\b", re.IGNORECASE)
BEST = re.compile(r"\b(?:terbaik|tertinggi|teratas|juara|pemenang\s+pertama|highest|best)\b", re.IGNORECASE)
BARE = re.compile(rf"(?<!\w)(?P<ordinal>{ORDINAL})(?!\w)(?!\s+(?i:kali|tahun|periode|time|year|kalinya))")
BEFORE_NAME = re.compile(
    r"\s*(?:was|is|adalah|yaitu|yakni|ditempati|diraih|diduduki|:)?\s*(?:oleh\s+)?", re.IGNORECASE
)
LISTS = re.compile(r"[\s,;/&]*(?:(?:dan|serta|and|maupun)\s+)?(?:juga\s+)?", re.IGNORECASE)


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


def place(
    text: str,
    clause: Clause,
    namings: list[Naming[Award]],
    winners: list[Recipient],
    ranks: list[Rank],
    *,
    numbered: bool,
) -> list[Placed]:
    """All recipients of a clause with their programmes, places and levels; the number of a list's entry is
    a place where the list is `numbered` by rank.
    """
    tops = [rank for rank in ranks if rank.top_n is not None]
    places = _with_bare(text, clause, [rank for rank in ranks if rank.rank is not None], winners)
    by_rank = _ranks(text, clause, winners, places, numbered)
    groups = _groups(text, winners)
    placed = []
    for winner, rank, rank_rule in by_rank:
        for naming in _namings_of(winner, namings, groups):
            told = levels(text, naming, clause.start, clause.end)
            level = _beside(winner, groups, told)
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


def _with_bare(text: str, clause: Clause, places: list[Rank], winners: list[Recipient]) -> list[Rank]:
    """Further places told by bare ordinals, where the clause tells one in full: "third Surabaya City"."""
    counts = bool(places) or NEXT.search(text, clause.start, clause.end) is not None
    if not counts or len(winners) < 2:
        return places
    found = list(places)
    for match in BARE.finditer(text, clause.start, clause.end):
        number = number_of(match["ordinal"])
        taken = any(rank.start <= match.start() < rank.end for rank in found)
        near = any(
            BEFORE_NAME.fullmatch(text, match.end(), w.start) or 0 <= match.start() - w.end <= 20
            for w in winners
        )
        if number is not None and near and not taken:
            found.append(Rank(match.start(), match.end(), rank=number))
    return sorted(found, key=lambda rank: rank.start)


def _ranks(
    text: str, clause: Clause, winners: list[Recipient], places: list[Rank], numbered: bool
) -> list[tuple[Recipient, int | None, str]]:
    sentence = clause.sentence
    if numbered and sentence.item and sentence.number is not None and not places:
        return [(winner, sentence.number, "number of the list") for winner in winners[:1]] + [
            (winner, None, "") for winner in winners[1:]
        ]
    if len(winners) == 1:
        return [(winners[0], places[0].rank if places else None, "place told" if places else "")]
    paired = _pair(text, winners, places)
    return _follow(text, clause, winners, paired)


def _pair(text: str, winners: list[Recipient], places: list[Rank]) -> dict[int, int]:
    """Places by the order number of their recipient; the clause's first place tells whether they lead."""
    if not places:
        return {}
    leads = places[0].start < winners[0].start
    paired: dict[int, int] = {}
    for order, rank in enumerate(places):
        assert rank.rank is not None
        following = places[order + 1].start if order + 1 < len(places) else None
        after = [
            i
            for i, w in enumerate(winners)
            if w.start >= rank.end and (following is None or w.start < following)
        ]
        before = [i for i, w in enumerate(winners) if w.end <= rank.start]
        if leads and after:
            paired.setdefault(after[0], rank.rank)
            if following is None or not _suffix(places, order + 1, winners):
                for i, j in pairwise(after):
                    gap = text[winners[i].end : winners[j].start]
                    if not LISTS.fullmatch(gap):
                        break
                    if NEXT.search(text[rank.end : winners[j].start]) is None:
                        paired.setdefault(j, rank.rank)
        elif before:
            for i in _chain(text, winners, before[-1], shared=leads):
                paired.setdefault(i, rank.rank)
    return paired


def _suffix(places: list[Rank], order: int, winners: list[Recipient]) -> bool:
    """Whether a place follows its recipients: no recipient stands between it and the next place."""
    rank = places[order]
    limit = places[order + 1].start if order + 1 < len(places) else 10**9
    return not any(rank.end <= w.start < limit for w in winners)


def _chain(text: str, winners: list[Recipient], last: int, *, shared: bool) -> list[int]:
    """The recipients joined with the last one before a place, where they share it."""
    chain = [last]
    while shared and chain[0] > 0:
        left = chain[0] - 1
        if not LISTS.fullmatch(text[winners[left].end : winners[chain[0]].start]):
            break
        chain.insert(0, left)
    return chain


def _follow(
    text: str, clause: Clause, winners: list[Recipient], paired: dict[int, int]
) -> list[tuple[Recipient, int | None, str]]:
    """Places that go on counting: "A terbaik, disusul B dan C" makes B second and C third."""
    result: list[tuple[Recipient, int | None, str]] = []
    counting: int | None = None
    for i, winner in enumerate(winners):
        rank = paired.get(i)
        rule = "place told" if rank is not None else ""
        if i:
            gap = text[winners[i - 1].end : winner.start]
            if counting is None and NEXT.search(gap):
                counting = result[-1][1]
                if counting is None and i == 1 and BEST.search(text, clause.start, winner.start):
                    counting = 1
                    result[-1] = (result[-1][0], 1, "best of a ranked list")
            if rank is None and counting is not None:
                limit = winners[i + 1].start if i + 1 < len(winners) else clause.end
                if EACH.search(text, winner.end, clause.end) and i + 1 == len(winners):
                    rank = None
                else:
                    rank, rule = counting + 1, "counted on"
                del limit
        if rank is not None and counting is not None:
            counting = rank
        result.append((winner, rank, rule))
    if EACH.search(text, winners[-1].end, clause.end) and result[-1][2] == "":
        result = [
            (w, None if rule == "counted on" else r, "" if rule == "counted on" else rule)
            for w, r, rule in result
        ]
    return result


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


def _beside(winner: Recipient, groups: list[list[Recipient]], told: list[tuple[int, int, str]]) -> str | None:
    """The level that falls to a recipient: the only one, else the one on its side of the clause."""
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
    """Categories of the lexicon named in the clause, one honour each, where one group gets them."""
    folded = text[clause.start : clause.end]
    named = [
        name
        for name in naming.entry.categories
        if " " in name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded)
    ]
    if len(groups) == 1 and named:
        return list(named)
    return [None]

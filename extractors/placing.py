"""Which place falls to which recipient of a clause."""

import re
from itertools import pairwise

from extractors.ordinals import ORDINAL, PLACE, number_of
from extractors.ranks import Rank
from extractors.recipients import Recipient
from extractors.winning import Clause

NEXT = re.compile(
    r"\W*\b(?:disusul|diikuti|menyusul|kemudian|lalu|selanjutnya|berikutnya|followed)\b", re.IGNORECASE
)
EACH = re.compile(r"\b(?:masing[-\s]masing|sama-sama|both|each)\b", re.IGNORECASE)
BEST = re.compile(r"\b(?:terbaik|tertinggi|teratas|juara|pemenang\s+pertama|highest|best)\b", re.IGNORECASE)
BARE = re.compile(rf"(?<!\w)(?P<ordinal>{ORDINAL})(?!\w)(?!\s+(?i:kali|tahun|periode|time|year|kalinya))")
BEFORE_NAME = re.compile(
    r"\s*(?:was|is|adalah|yaitu|yakni|ditempati|diraih|diduduki|:)?\s*(?:oleh\s+)?", re.IGNORECASE
)
ABOVE = re.compile(r"\W*di\s+(?:atas|(?P<below>bawah))nya\b", re.IGNORECASE)
RANGE = re.compile(r"\b(?:pertama|satu|1|I)\s+(?:hingga|sampai|s\.?d\.?)\s+", re.IGNORECASE)
FROM_TO = re.compile(
    rf"\b(?:peringkat|posisi|urutan)\s+(?P<first>{PLACE})\s+(?:hingga|sampai|s\.?d\.?)\s+(?P<last>{PLACE})(?!\w)",
    re.IGNORECASE,
)
IN_ORDER = re.compile(
    r"\b(?:secara\s+|dari\s+yang\s+)?(?:berurutan|berturut-turut\s+(?:adalah|yakni|yaitu))\b", re.IGNORECASE
)
HIGHEST = re.compile(
    r"\b(?:tertinggi|teratas)\s+(?:\w+\s+)?(?:ialah|adalah|yakni|yaitu|dipegang|diraih|ditempati|diduduki)\s+(?:oleh\s+)?$|"
    r"\byang\s+tertinggi\s+$",
    re.IGNORECASE,
)
LISTS = re.compile(r"[\s,;/&]*(?:(?:dan|serta|and|maupun)\s+)?(?:juga\s+)?", re.IGNORECASE)
NAMELY = re.compile(
    r"\b(?:yakni|yaitu|ialah|adalah|antara\s+lain|di\s?antaranya|masing-masing|namely)\b|:", re.IGNORECASE
)

Placing = tuple[Recipient, int | None, str]
"""A recipient, its place or None, and the rule that said so."""


def ranked(
    text: str,
    clause: Clause,
    winners: list[Recipient],
    ranks: list[Rank],
    *,
    numbered: bool,
    last: int | None,
) -> list[Placing]:
    """The place of each recipient. With `numbered` the number of a list's entry is one; `last` is the place
    told last before, from which "disusul …" at the clause's beginning goes on.
    """
    sentence = clause.sentence
    places = _with_bare(text, clause, ranks, winners)
    if numbered and sentence.item and sentence.number is not None and not places:
        first, *rest = winners
        return [(first, sentence.number, "number of the list"), *((winner, None, "") for winner in rest)]
    if len(winners) == 1 and places:
        return [(winners[0], places[0].rank, "place told")]
    if len(winners) == 1 and last and (above := ABOVE.match(text, clause.start)):
        return [(winners[0], max(1, last + (1 if above["below"] else -1)), "place beside the last")]
    stretch = FROM_TO.search(text, clause.start, winners[0].start) if len(winners) > 1 else None
    if stretch is not None:
        begin, end = number_of(stretch["first"]), number_of(stretch["last"])
        if begin and end and end - begin + 1 == len(winners):
            return [(winner, i, "told in order") for i, winner in enumerate(winners, start=begin)]
    ordered = not places or RANGE.search(text, places[0].start, winners[0].start) is not None
    if ordered and len(winners) > 1 and IN_ORDER.search(text[clause.start : winners[0].start]):
        return [(winner, i, "told in order") for i, winner in enumerate(winners, start=1)]
    if len(winners) == 1 and HIGHEST.search(text[clause.start : winners[0].start]):
        return [(winners[0], 1, "highest of all")]
    if len(places) == 1 and _for_all(text, places[0], winners):
        return [(winner, places[0].rank, "place told of all") for winner in winners]
    return _counted(text, clause, winners, _pair(text, winners, places), last)


def _with_bare(text: str, clause: Clause, places: list[Rank], winners: list[Recipient]) -> list[Rank]:
    """Further places told by bare ordinals, where the clause tells one in full: "third Surabaya City"."""
    counts = bool(places) or NEXT.search(text, clause.start, clause.end) is not None
    if not counts or len(winners) < 2:
        return places
    found = list(places)
    for match in BARE.finditer(text, clause.start, clause.end):
        number = number_of(match["ordinal"])
        taken = any(rank.start <= match.start() < rank.end for rank in found)
        near = any(LISTS.fullmatch(text, rank.end, match.start()) for rank in places) or any(
            BEFORE_NAME.fullmatch(text, match.end(), w.start) or 0 <= match.start() - w.end <= 20
            for w in winners
        )
        if number is not None and near and not taken:
            found.append(Rank(match.start(), match.end(), rank=number))
    return sorted(found, key=lambda rank: rank.start)


def _for_all(text: str, rank: Rank, winners: list[Recipient]) -> bool:
    """Whether one place is told of a whole list: "peringkat pertama, yakni A kategori X dan B kategori Y"."""
    between = text[rank.end : winners[0].start] if rank.end <= winners[0].start else ""
    runs_on = any(NEXT.search(text, w.end, v.start) for w, v in pairwise(winners))
    return NAMELY.search(between) is not None and not runs_on


def _pair(text: str, winners: list[Recipient], places: list[Rank]) -> dict[int, int]:
    """Places by the order number of their recipient. The first place of the clause tells whether places lead
    their recipients or follow them.
    """
    paired: dict[int, int] = {}
    leads = bool(places) and _lead(text, winners, places)
    for order, rank in enumerate(places):
        assert rank.rank is not None
        floor = places[order - 1].end if order else 0
        limit = places[order + 1].start if order + 1 < len(places) else 10**9
        after = [i for i, w in enumerate(winners) if rank.end <= w.start < limit]
        before = [i for i, w in enumerate(winners) if floor <= w.start and w.end <= rank.start]
        if leads and after and order and places[order - 1].end <= rank.start and not before:
            run = _run(text, winners, after)
            led = [*_before(text, places, order), rank]
            if len(led) == len(run):
                paired.update({i: place.rank for i, place in zip(run, led, strict=True) if place.rank})
                continue
        if leads and after:
            shared = not _closes(places, order + 1, winners)
            for i in _run(text, winners, after) if shared else after[:1]:
                paired.setdefault(i, rank.rank)
        elif before:
            for i in reversed(_run(text, winners, before[::-1])):
                paired.setdefault(i, rank.rank)
        elif order and not after:
            _in_turn(text, winners, places[order - 1], rank, paired)
    return paired


def _lead(text: str, winners: list[Recipient], places: list[Rank]) -> bool:
    """Whether places stand before their recipients: by which side most of them are nearer to."""
    votes = 0
    for rank in places:
        before = [_distance(text, w.end, rank.start) for w in winners if w.end <= rank.start]
        after = [_distance(text, rank.end, w.start) for w in winners if w.start >= rank.end]
        votes += 1 if min(after, default=10**6) < min(before, default=10**6) else -1
    return votes > 0 or (votes == 0 and places[0].start < winners[0].start)


def _distance(text: str, start: int, end: int) -> int:
    """Characters between two places of the text; what parts the members of a list counts as twenty."""
    gap = re.sub(r"\([^()]*\)", "", text[start:end])
    return len(gap) + 20 * len(re.findall(r"[,;]|\b(?:dan|serta|and)\b", gap))


def _closes(places: list[Rank], order: int, winners: list[Recipient]) -> bool:
    """Whether a place stands after its recipients: none stands between it and the next place."""
    if order >= len(places):
        return False
    limit = places[order + 1].start if order + 1 < len(places) else 10**9
    return not any(places[order].end <= winner.start < limit for winner in winners)


def _before(text: str, places: list[Rank], order: int) -> list[Rank]:
    """The places told right before one as a list with it: "urutan kedua dan ketiga"."""
    led: list[Rank] = []
    while order > 0 and LISTS.fullmatch(text, places[order - 1].end, places[order].start):
        order -= 1
        led.insert(0, places[order])
    return led


def _run(text: str, winners: list[Recipient], order: list[int]) -> list[int]:
    """The first of `order` and those joined with it as a list."""
    run = order[:1]
    for i, j in pairwise(order):
        left, right = sorted((i, j))
        gap = re.sub(r"\([^()]*\)", "", text[winners[left].end : winners[right].start])
        if not LISTS.fullmatch(gap):
            break
        run.append(j)
    return run


def _in_turn(text: str, winners: list[Recipient], former: Rank, rank: Rank, paired: dict[int, int]) -> None:
    """ "A dan B di peringkat kedua dan ketiga": the last of those sharing a place takes the next one."""
    sharing = [i for i, place in paired.items() if place == former.rank and winners[i].end <= former.start]
    if len(sharing) > 1 and LISTS.fullmatch(text, former.end, rank.start) and rank.rank is not None:
        paired[max(sharing)] = rank.rank


def _counted(
    text: str, clause: Clause, winners: list[Recipient], paired: dict[int, int], last: int | None
) -> list[Placing]:
    """Places that go on counting: "A terbaik, disusul B dan C" makes B second and C third."""
    result: list[Placing] = []
    counting = last if last is not None and NEXT.match(text, clause.start) else None
    each = EACH.search(text, winners[-1].end, clause.end) is not None
    for i, winner in enumerate(winners):
        rank = paired.get(i)
        rule = "place told" if rank is not None else ""
        if i and counting is None and NEXT.search(text, winners[i - 1].end, winner.start):
            counting = result[-1][1]
            if counting is None and i == 1 and BEST.search(text, clause.start, winner.start):
                counting = 1
                result[-1] = (result[-1][0], 1, "best of a ranked list")
        if rank is None and counting is not None and not each:
            rank, rule = counting + 1, "counted on"
        if rank is not None and counting is not None:
            counting = rank
        result.append((winner, rank, rule))
    return result

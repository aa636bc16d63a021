"""One article's statements against its annotation: what is right, what is missed, what is a false alarm."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from extractors.evaluation.annotated import Annotated, AwardRow, IndexRow, OptionalAward
from extractors.evaluation.naming import (
    award_programmes,
    index_programmes,
    place,
    plain,
    position,
    same_person,
)
from extractors.statement import (
    AwardStatement,
    Claim,
    IndexStatement,
    OfficeStatement,
    RegionStatement,
    Statement,
)

Kind = Literal["region", "award", "award+", "index", "office"]
KINDS: tuple[Kind, ...] = ("region", "award", "award+", "index", "office")
"""What is scored. "award" is recipient and programme; "award+" also year, rank, top_n and predicate."""

Verdict = Literal["hit", "miss", "false alarm"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A verdict on a row of the annotation, on a statement, or on both where they fit each other."""

    kind: Kind
    verdict: Verdict
    label: str
    statement: Claim | None = None


def compare(gold: Annotated, statements: Sequence[Statement]) -> Iterator[Outcome]:
    """The outcomes of an article. What the annotation calls optional has none."""
    yield from _regions(gold, [s for s in statements if isinstance(s, RegionStatement)])
    yield from _awards(gold, [s for s in statements if isinstance(s, AwardStatement)])
    yield from _indices(gold, [s for s in statements if isinstance(s, IndexStatement)])
    yield from _officials(gold, [s for s in statements if isinstance(s, OfficeStatement)])


def _regions(gold: Annotated, read: list[RegionStatement]) -> Iterator[Outcome]:
    free = {place(name) for name in gold.regions_optional}
    wanted = {place(name): name for name in gold.regions if place(name) not in free}
    found = {place(statement.region.name): statement for statement in read}
    for key, name in wanted.items():
        yield Outcome("region", "hit" if key in found else "miss", name, found.get(key))
    for key, statement in found.items():
        if key not in wanted and key not in free:
            yield Outcome("region", "false alarm", statement.region.name, statement)


def _awards(gold: Annotated, read: list[AwardStatement]) -> Iterator[Outcome]:
    left = list(read)
    for row in _firm_first(gold.awards):
        fitting = [s for s in left if _same_award(row, s)]
        best = min(fitting, key=lambda s: (not _exact(row, s), not _year_fits(row, s)), default=None)
        if best is not None:
            left.remove(best)
        if row.optional:
            continue
        yield Outcome("award", "miss" if best is None else "hit", _row_label(row), best)
        if best is not None and _exact(row, best):
            yield Outcome("award+", "hit", _row_label(row), best)
            continue
        yield Outcome("award+", "miss", _row_label(row))
        if best is not None:
            yield Outcome("award+", "false alarm", _award_label(best), best)
    for statement in left:
        if not any(_allowed(free, statement) for free in gold.awards_optional):
            yield Outcome("award", "false alarm", _award_label(statement), statement)
            yield Outcome("award+", "false alarm", _award_label(statement), statement)


def _same_award(row: AwardRow, read: AwardStatement) -> bool:
    key = award_programmes().key
    wanted, got = place(row.recipient), place(read.recipient.name)
    return (
        wanted[1] == got[1]
        and (row.level_unsettled or wanted[0] == got[0])
        and key(read.award.name) in {key(name) for name in (row.award, *row.award_accept)}
    )


def _year_fits(row: AwardRow | IndexRow, read: AwardStatement | IndexStatement) -> bool:
    return _fits(row.year, row.year_accept, read.year)


def _exact(row: AwardRow, read: AwardStatement) -> bool:
    made_up = row.rank is None and read.rank is not None and read.rank not in row.rank_accept
    return (
        not made_up
        and _year_fits(row, read)
        and _fits(row.rank, row.rank_accept, read.rank)
        and _fits(row.top_n, row.top_n_accept, read.top_n)
        and _predicate_fits(row.predicate, read.predicate)
    )


def _fits(wanted: int | None, accepted: tuple[int | None, ...], got: int | None) -> bool:
    options = accepted if wanted is None else (wanted, *accepted)
    return not options or got in options


def _predicate_fits(wanted: str | None, got: str | None) -> bool:
    """Whether one names the other ("Kencana", "Adipura Kencana"). One that was not read is not wrong."""
    if wanted is None or got is None:
        return True
    one, other = f" {plain(wanted)} ", f" {plain(got)} "
    return one in other or other in one


def _allowed(free: OptionalAward, read: AwardStatement) -> bool:
    if free.recipient and place(free.recipient)[1] != place(read.recipient.name)[1]:
        return False
    key = award_programmes().key
    return not free.award or key(free.award) == key(read.award.name)


def _indices(gold: Annotated, read: list[IndexStatement]) -> Iterator[Outcome]:
    left = list(read)
    key = index_programmes().key
    for row in _firm_first(gold.indices):
        found = next(
            (
                s
                for s in left
                if place(s.region.name) == place(row.region)
                and key(s.index.name) == key(row.index)
                and _same_value(s.value, row.value)
                and _year_fits(row, s)
            ),
            None,
        )
        if found is not None:
            left.remove(found)
        if not row.optional:
            label = f"{row.region} | {row.index} | {row.value} | {row.year}"
            yield Outcome("index", "miss" if found is None else "hit", label, found)
    for statement in left:
        if not any(
            _same_value(free.value, statement.value)
            and (free.region is None or place(free.region) == place(statement.region.name))
            for free in gold.indices_optional
        ):
            yield Outcome("index", "false alarm", _index_label(statement), statement)


def _same_value(one: float | None, other: float | None) -> bool:
    """Values are printed with three decimals at most."""
    return one == other if one is None or other is None else round(one, 3) == round(other, 3)


def _officials(gold: Annotated, read: list[OfficeStatement]) -> Iterator[Outcome]:
    left = list(read)
    for row in gold.officials:
        found = next(
            (
                s
                for s in left
                if same_person(s.person.name, row.name)
                and (row.position is None or position(s.position) == position(row.position))
                and plain(s.acting) == plain(row.acting)
            ),
            None,
        )
        label = f"{row.name} | {row.position} | {row.acting}"
        yield Outcome("office", "miss" if found is None else "hit", label, found)
        if found is not None:  # who was found and is named again is no false alarm
            left = [s for s in left if not same_person(s.person.name, row.name)]
    for statement in left:
        if not any(same_person(statement.person.name, name) for name in gold.officials_optional):
            label = f"{statement.person.name} | {statement.position} | {statement.acting}"
            yield Outcome("office", "false alarm", label, statement)


R = TypeVar("R", AwardRow, IndexRow)


def _firm_first(rows: Iterable[R]) -> list[R]:
    """Rows that count before optional ones, which take what is left over."""
    return sorted(rows, key=lambda row: row.optional)


def _row_label(row: AwardRow) -> str:
    return f"{row.recipient} | {row.award} | {row.year} | rank {row.rank} | top {row.top_n} | {row.predicate}"


def _award_label(read: AwardStatement) -> str:
    return (
        f"{read.recipient.name} | {read.award.name} | {read.year} | rank {read.rank} | top {read.top_n} | "
        f"{read.predicate}"
    )


def _index_label(read: IndexStatement) -> str:
    return f"{read.region.name} | {read.index.name} | {read.value} | {read.year}"

"""Winners of awards: lists of recipients by edition, level and category, each in its order."""

import math
from collections.abc import Iterable, Iterator

from extractors.statement import Level
from knowledge.answer_shape import Dispute, Row
from knowledge.fact import AwardFact, Side
from knowledge.reading import Reading
from knowledge.spelling import plain_category
from knowledge.store import FactQuery, Store

LEVEL_WORDS = frozenset(
    "pemerintah pemerintahan kota kabupaten provinsi daerah kementerian lembaga tingkat nasional".split()
)
"""A category of only these words is the level of its recipients."""
LEVEL_ORDER: tuple[Level, ...] = ("provinsi", "kota", "kabupaten", "kementerian", "lembaga", "nasional")

Group = tuple[str, int, int, str]
"""One list of winners: award, year (newest first), level and, where it says more than the level, category."""


def in_place(fact: AwardFact, reading: Reading) -> bool:
    """Whether a fact is in the place asked for: of the first n is who has rank n or better, or is told to be
    among the first n or fewer.
    """
    if reading.rank is not None:
        return fact.rank == reading.rank
    if reading.top_n is not None:
        return (fact.rank or math.inf) <= reading.top_n or (
            fact.rank is None and (fact.top_n or math.inf) <= reading.top_n
        )
    return True


def fits_category(fact: AwardFact, reading: Reading) -> bool:
    """Whether a fact's category holds the words of the one asked for."""
    if reading.category is None:
        return True
    told = set(plain_category(fact.category).split()) if fact.category else set()
    return set(plain_category(reading.category).split()) <= told


def _extra_category(fact: AwardFact) -> str:
    """The category where it says more than the recipient's level, else nothing."""
    told = plain_category(fact.category) if fact.category else ""
    of_level = set(told.split()) <= LEVEL_WORDS or told.endswith(f"tingkat {fact.recipient.level}")
    return "" if of_level else told


def main_lists(store: Store, facts: list[AwardFact]) -> list[AwardFact]:
    """Without the lists of special categories, where an edition has others: a first place for one special
    thing is no first place among the cities.
    """
    editions = {(fact.award.id, fact.year) for fact in facts if _extra_category(fact)}
    main = {edition for edition in editions if _has_main_list(store, *edition)}
    return [fact for fact in facts if not _extra_category(fact) or (fact.award.id, fact.year) not in main]


def _has_main_list(store: Store, award: str, year: int | None) -> bool:
    """Whether an edition ranks recipients, of whatever level, in no special category."""
    query = FactQuery(kind="award", thing=award, year=year)
    return any(
        isinstance(fact, AwardFact) and fact.year == year and _placed(fact) and not _extra_category(fact)
        for fact in store.facts(query)
    )


def _placed(fact: AwardFact) -> bool:
    return fact.rank is not None or fact.top_n is not None


def grouped(facts: Iterable[AwardFact]) -> dict[Group, dict[str, list[AwardFact]]]:
    """The facts by list of winners and recipient."""
    lists: dict[Group, dict[str, list[AwardFact]]] = {}
    for fact in facts:
        level = LEVEL_ORDER.index(fact.recipient.level)
        group = (fact.award.id, -(fact.year or 0), level, _extra_category(fact))
        lists.setdefault(group, {}).setdefault(fact.recipient.id, []).append(fact)
    return lists


def rows_of(by_recipient: dict[str, list[AwardFact]]) -> list[Row]:
    """A row for each recipient of one list, by rank; what one fact does not tell, another may."""
    rows = [award_row(facts) for facts in by_recipient.values()]
    return sorted(rows, key=lambda row: (row.rank or math.inf, row.region.name if row.region else ""))


def award_row(facts: list[AwardFact]) -> Row:
    """One recipient's outcome from facts that do not contradict each other, the surest first."""
    ordered = sorted(facts, key=lambda fact: (-fact.confidence, fact.id))

    def first(key: str) -> object:
        return next((told for fact in ordered if (told := getattr(fact, key)) is not None), None)

    return Row.model_validate(
        {
            "region": ordered[0].recipient,
            "award": ordered[0].award,
            "year": ordered[0].year,
            **{key: first(key) for key in ("rank", "predicate", "category", "streak")},
            "facts": tuple(fact.id for fact in ordered),
        }
    )


def shared_ranks(store: Store, by_recipient: dict[str, list[AwardFact]]) -> Iterator[Dispute]:
    """Places that articles give to different recipients of one list; what one article tells is a tie."""
    by_rank: dict[int, list[AwardFact]] = {}
    for facts in by_recipient.values():
        told = next((fact for fact in facts if fact.rank is not None), None)
        if told is not None and told.rank is not None:
            by_rank.setdefault(told.rank, []).append(told)
    for rank in sorted(by_rank):
        facts = by_rank[rank]
        if len(facts) > 1 and not _tied(store, facts):
            total = sum(fact.witnesses for fact in facts)
            sides = tuple(
                Side(value=f.recipient.name, statements=f.statements, weight=round(f.witnesses / total, 4))
                for f in sorted(facts, key=lambda fact: (-fact.witnesses, fact.recipient.name))
            )
            yield Dispute(field="recipient", sides=sides, facts=tuple(fact.id for fact in facts))


def _tied(store: Store, facts: list[AwardFact]) -> bool:
    """Whether one article tells all of them."""
    told = [{s.article.url for s in store.statements_by_id(fact.statements)} for fact in facts]
    return bool(set.intersection(*told))

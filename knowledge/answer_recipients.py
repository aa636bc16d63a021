"""Who received an award: lists by edition, level, province, category, predicate and place."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator

from extractors.statement import Level
from knowledge.answer_shape import Dispute, Row
from knowledge.fact import AwardFact, Side
from knowledge.finding import Finding, asked_levels, within
from knowledge.phrasing import Phrasing
from knowledge.reading import Reading
from knowledge.spelling import plain, plain_category
from knowledge.store import FactQuery, Store

LEVEL_WORDS = frozenset(
    "pemerintah pemerintahan kota kabupaten provinsi daerah kementerian lembaga tingkat nasional".split()
)
"""A category of only these words is the level of its recipients."""
LEVEL_ORDER: tuple[Level, ...] = ("provinsi", "kota", "kabupaten", "kementerian", "lembaga", "nasional")

Group = tuple[str, int, int, str]
"""One list of winners: award, year (newest first), level and, where it says more than the level, category."""


def recipients(store: Store, reading: Reading, say: Phrasing) -> list[Finding]:
    """The recipients that a reading asks for; without a year, those of the newest edition known."""
    return [_recipients(store, reading, say)]


def _recipients(store: Store, reading: Reading, say: Phrasing) -> Finding:
    if not reading.dated:
        newest = max(
            (f.year for f in _facts(store, reading, None) if f.year and _fits(f, reading)), default=None
        )
        if newest is not None:
            reading = reading.model_copy(update={"years": (newest,)})
    edition = [fact for fact in _of_years(store, reading) if _fits(fact, reading)]
    asked = _main_lists(store, edition) if reading.top_n or reading.rank else edition
    lists = _grouped(fact for fact in asked if in_place(fact, reading))
    if not lists:
        return _unknown(store, reading, say, edition)
    whole = (
        reading.top_n and len(lists) == 1 and not (reading.province or reading.predicate or reading.latest)
    )
    rows = [row for group in sorted(lists) for row in _rows(lists[group])]
    return Finding(
        answered=True,
        text=_text(reading, say, lists, len(rows)),
        rows=rows,
        facts=[fact for group in sorted(lists) for facts in lists[group].values() for fact in facts],
        known=len(rows) if whole else None,
        expected=reading.top_n if whole else None,
        disputes=[dispute for group in sorted(lists) for dispute in _shared_ranks(lists[group])],
    )


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


def _fits(fact: AwardFact, reading: Reading) -> bool:
    predicate = reading.predicate is None or (
        fact.predicate is not None and plain(fact.predicate) == plain(reading.predicate)
    )
    return predicate and fits_category(fact, reading)


def _facts(store: Store, reading: Reading, year: int | None) -> Iterator[AwardFact]:
    """All facts of the awards, levels and province asked for, of one year or of all."""
    province = reading.province.id if reading.province else None
    things: list[str | None] = [award.id for award in reading.awards]
    for thing in things or [None]:
        query = FactQuery(kind="award", thing=thing, year=year, province=province)
        for fact in within(store, query, asked_levels(reading)):
            if isinstance(fact, AwardFact):
                yield fact


def _of_years(store: Store, reading: Reading) -> Iterator[AwardFact]:
    if reading.years:
        for year in reading.years:
            yield from _facts(store, reading, year)
    else:
        yield from (fact for fact in _facts(store, reading, None) if reading.covers(fact.year))


def _extra_category(fact: AwardFact) -> str:
    """The category where it says more than the recipient's level, else nothing."""
    told = plain_category(fact.category) if fact.category else ""
    of_level = set(told.split()) <= LEVEL_WORDS or told.endswith(f"tingkat {fact.recipient.level}")
    return "" if of_level else told


def _main_lists(store: Store, facts: list[AwardFact]) -> list[AwardFact]:
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


def _grouped(facts: Iterable[AwardFact]) -> dict[Group, dict[str, list[AwardFact]]]:
    """The facts by list of winners and recipient."""
    lists: dict[Group, dict[str, list[AwardFact]]] = {}
    for fact in facts:
        level = LEVEL_ORDER.index(fact.recipient.level)
        group = (fact.award.id, -(fact.year or 0), level, _extra_category(fact))
        lists.setdefault(group, {}).setdefault(fact.recipient.id, []).append(fact)
    return lists


def _rows(by_recipient: dict[str, list[AwardFact]]) -> list[Row]:
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


def _shared_ranks(by_recipient: dict[str, list[AwardFact]]) -> Iterator[Dispute]:
    """Places that several recipients of one list are said to have."""
    by_rank: dict[int, list[AwardFact]] = {}
    for facts in by_recipient.values():
        told = next((fact for fact in facts if fact.rank is not None), None)
        if told is not None and told.rank is not None:
            by_rank.setdefault(told.rank, []).append(told)
    for rank in sorted(by_rank):
        facts = by_rank[rank]
        if len(facts) > 1:
            total = sum(fact.witnesses for fact in facts)
            sides = tuple(
                Side(value=f.recipient.name, statements=f.statements, weight=round(f.witnesses / total, 4))
                for f in sorted(facts, key=lambda fact: (-fact.witnesses, fact.recipient.name))
            )
            yield Dispute(field="recipient", sides=sides, facts=tuple(fact.id for fact in facts))


def what(reading: Reading, say: Phrasing) -> str:
    """What was asked for, as part of a sentence: "DGA 2024 kategori kota di Provinsi Jawa Timur"."""
    names = "/".join(say.thing(award) for award in reading.awards) or say.say("any_award")
    words = " ".join(word for word in (names, say.years(reading)) if word)
    if reading.predicate:
        words = say.say("with_predicate", what=words, predicate=reading.predicate)
    if reading.category:
        words = say.say("with_category", what=words, category=reading.category)
    if reading.levels:
        placed = reading.top_n or reading.rank or reading.category
        phrase = "with_level" if placed else "among_level"
        words = say.say(phrase, what=words, level=say.levels(reading.levels))
    if reading.province:
        words = say.say("in_province", what=words, province=reading.province.name)
    return words


def _text(reading: Reading, say: Phrasing, lists: dict[Group, dict[str, list[AwardFact]]], known: int) -> str:
    groups = sorted(lists)
    shown = []
    for group in groups:
        names = say.listed([_winner(row, reading, say) for row in _rows(lists[group])])
        label = _label(group, groups, say, lists)
        shown.append(say.say("group", level=label, list=names) if label else names)
    listing, words = "; ".join(shown), what(reading, say)
    if reading.rank is not None:
        return say.say("rank", rank=reading.rank, what=words, list=listing)
    if reading.top_n is None:
        return say.say("received", what=words, list=listing, count=known)
    n = reading.top_n
    if len(groups) > 1 or reading.province or reading.predicate:
        return say.say("top_open", n=n, what=words, list=listing)
    if known == n:
        return say.say("top_complete", n=n, what=words, list=listing)
    kind = "top_known" if known < n else "top_more"
    return say.say(kind, n=n, what=words, list=listing, known=known, expected=n)


def _winner(row: Row, reading: Reading, say: Phrasing) -> str:
    name = row.region.name if row.region else ""
    if row.predicate and not reading.predicate:
        name = f"{name} ({row.predicate})"
    return f"{row.rank}. {name}" if row.rank and reading.rank is None else name


def _label(
    group: Group, groups: list[Group], say: Phrasing, lists: dict[Group, dict[str, list[AwardFact]]]
) -> str:
    """What tells a list from the other lists of the answer."""
    fact = next(iter(lists[group].values()))[0]
    words = []
    if len({award for award, *_ in groups}) > 1:
        words.append(say.thing(fact.award))
    if len({year for _, year, *_ in groups}) > 1:
        words.append(say.year(fact.year))
    if len({level for _, _, level, _ in groups}) > 1:
        words.append(say.levels((fact.recipient.level,)))
    if group[3] and fact.category and len(groups) > 1:
        words.append(fact.category)
    return " ".join(words)


def _unknown(store: Store, reading: Reading, say: Phrasing, edition: list[AwardFact]) -> Finding:
    """Nobody is known; near it are other places of the same edition, and other editions."""
    words = what(reading, say)
    if reading.rank is not None:
        asked = say.say("rank_of", rank=reading.rank, what=words)
    elif reading.top_n is not None:
        asked = say.say("top_of", n=reading.top_n, what=words)
    else:
        asked = say.say("recipients_of", what=words)
    text = say.say("not_known_what", what=asked)
    near = _main_lists(store, edition)
    if near:
        rows = [row for by_recipient in _grouped(near).values() for row in _rows(by_recipient)]
        names = [f"{_winner(row, reading.model_copy(update={'rank': None}), say)}" for row in rows]
        return Finding(False, text + say.say("nearby", list=say.listed(names)), facts=list(near))
    years = Counter(fact.year for fact in _facts(store, reading, None) if _fits(fact, reading))
    if not years:
        return Finding(False, text)
    counted = sorted(years.items(), key=lambda item: -(item[0] or 0))
    told = [say.say("years_counted", year=say.year(year), count=count) for year, count in counted]
    return Finding(False, text + say.say("nearby", list=say.listed(told)))

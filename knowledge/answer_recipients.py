"""Who received an award: lists by edition, level, province, category, predicate and place."""

from collections import Counter
from collections.abc import Iterator

from knowledge.answer_shape import Row
from knowledge.completeness import missing_ranks
from knowledge.fact import AwardFact
from knowledge.finding import Finding, asked_levels, within
from knowledge.phrasing import Phrasing
from knowledge.reading import Reading
from knowledge.spelling import plain
from knowledge.store import FactQuery, Store
from knowledge.winners import Group, fits_category, grouped, in_place, main_lists, rows_of, shared_ranks


def recipients(store: Store, reading: Reading, say: Phrasing) -> list[Finding]:
    """The recipients that a reading asks for; without a year, those of the newest edition known."""
    return [_recipients(store, reading, say)]


def _recipients(store: Store, reading: Reading, say: Phrasing) -> Finding:
    if not reading.dated:
        newest = max(
            (
                fact.year
                for fact in _facts(store, reading, None)
                if fact.year and _fits(fact, reading) and in_place(fact, reading)
            ),
            default=None,
        )
        if newest is not None:
            reading = reading.model_copy(update={"years": (newest,)})
    edition = [fact for fact in _of_years(store, reading) if _fits(fact, reading)]
    placed = (reading.top_n or reading.rank) and reading.category is None
    asked = main_lists(store, edition) if placed else edition
    lists = grouped(fact for fact in asked if in_place(fact, reading))
    if not lists:
        return _unknown(store, reading, say, edition)
    whole = reading.top_n and len(lists) == 1 and not (reading.province or reading.predicate)
    rows = [row for group in sorted(lists) for row in rows_of(lists[group])]
    missing: tuple[int, ...] = ()
    if whole and len(rows) < (reading.top_n or 0):
        missing = missing_ranks((row.rank for row in rows if row.rank), reading.top_n)
    return Finding(
        answered=True,
        text=_text(reading, say, lists, len(rows), missing),
        rows=rows,
        facts=[fact for group in sorted(lists) for facts in lists[group].values() for fact in facts],
        known=len(rows) if whole else None,
        expected=reading.top_n if whole else None,
        missing=missing,
        disputes=[dispute for group in sorted(lists) for dispute in shared_ranks(store, lists[group])],
    )


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


def _text(
    reading: Reading,
    say: Phrasing,
    lists: dict[Group, dict[str, list[AwardFact]]],
    known: int,
    missing: tuple[int, ...],
) -> str:
    groups = sorted(lists)
    shown = []
    for group in groups:
        names = say.listed([_winner(row, reading, say) for row in rows_of(lists[group])])
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
    text = say.say(kind, n=n, what=words, list=listing, known=known, expected=n)
    if missing:
        text += say.say("missing", places=say.listed([str(place) for place in missing]))
    return text


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
    near = main_lists(store, edition)
    if near:
        rows = [row for by_recipient in grouped(near).values() for row in rows_of(by_recipient)]
        names = [f"{_winner(row, reading.model_copy(update={'rank': None}), say)}" for row in rows]
        return Finding(False, text + say.say("nearby", list=say.listed(names)), facts=list(near))
    others = [fact for fact in _facts(store, reading, None) if _fits(fact, reading)]
    if not others:
        return Finding(False, text)
    counted = sorted(Counter(fact.year for fact in others).items(), key=lambda item: -(item[0] or 0))
    told = [say.say("years_counted", year=say.year(year), count=count) for year, count in counted]
    return Finding(False, text + say.say("nearby", list=say.listed(told)), facts=list(others))

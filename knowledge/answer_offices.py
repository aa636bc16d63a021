"""Who holds an office, as far as articles say."""

from extractors.region import by_id
from extractors.statement import Place
from knowledge.answer_shape import Dispute, Row
from knowledge.fact import OfficeFact, Side
from knowledge.finding import Finding
from knowledge.impossible import Impossible, of_office
from knowledge.phrasing import Phrasing
from knowledge.reading import Reading
from knowledge.spelling import plain
from knowledge.store import FactQuery, Store

HEADS = frozenset({"Wali Kota", "Wakil Wali Kota", "Bupati", "Wakil Bupati", "Gubernur", "Wakil Gubernur"})
"""Positions whose name tells the region's level: "Bupati Malang"."""


def holder(store: Store, reading: Reading, say: Phrasing) -> list[Finding]:
    """The holders of each position of each region, or in a province; the last known first."""
    if reading.province:
        return [_in_province(store, reading, position, say) for position in reading.positions]
    if not reading.regions:
        return [_holders(store, reading, position, None, say) for position in reading.positions]
    return [
        _holders(store, reading, position, region, say)
        for region in reading.regions
        for position in reading.positions
        if level_of(position) in (None, region.level)
    ]


def level_of(position: str) -> str | None:
    """The level of the regions that have this head, or None for positions of all levels."""
    name = position.removeprefix("Wakil ")
    return {"Wali Kota": "kota", "Bupati": "kabupaten", "Gubernur": "provinsi"}.get(name)


def _holders(store: Store, reading: Reading, position: str, region: Place | None, say: Phrasing) -> Finding:
    wanted = plain(f"{position} {reading.words or ''}")
    query = FactQuery(kind="office", subject=region.id) if region else FactQuery(kind="office", thing=wanted)
    facts = [
        fact
        for fact in store.facts(query)
        if isinstance(fact, OfficeFact) and _is(fact, wanted) and reading.acting in (None, fact.acting)
    ]
    asked = sorted((fact for fact in facts if _seen_within(fact, reading)), key=newest_first)
    title = title_of(f"{position} {reading.words or ''}".strip(), region, reading.acting)
    if asked and reading.words:
        title = title_of(asked[0].position, region, reading.acting)
    if not asked:
        text = say.say("not_known_what", what=f"{title}{say.period(reading)}")
        if not facts:
            return Finding(False, text)
        near = say.listed([person_phrase(fact, say, reading) for fact in sorted(facts, key=newest_first)])
        return Finding(False, text + say.say("nearby", list=near), facts=list(facts))
    rows = [_row(fact) for fact in asked]
    disputes = [_dispute(told, asked) for told in of_office(asked)]
    if reading.dated:
        named = say.listed([person_phrase(fact, say, reading) for fact in asked])
        text = say.say("holder_then", position=title, period=say.years(reading), list=named)
    else:
        text = say.say("holder", position=title, person=person_phrase(asked[0], say, reading))
        if len(asked) > 1:
            text += say.say(
                "before", list=say.listed([person_phrase(fact, say, reading) for fact in asked[1:]])
            )
    return Finding(True, text, rows=rows, facts=list(asked), disputes=disputes)


def _dispute(told: Impossible, facts: list[OfficeFact]) -> Dispute:
    """Two who are said to hold one office at the same time."""
    both = sorted((f for f in facts if f.id in told.facts), key=lambda f: (-f.witnesses, f.person.name))
    total = sum(fact.witnesses for fact in both)
    sides = tuple(
        Side(value=f.person.name, statements=f.statements, weight=round(f.witnesses / total, 4)) for f in both
    )
    return Dispute(field="person", sides=sides, facts=tuple(fact.id for fact in both))


def _is(fact: OfficeFact, wanted: str) -> bool:
    """Whether the position is the one asked for, or one named after its field ("Kepala Dinas Kesehatan")."""
    told = plain(fact.position)
    return told == wanted or told.startswith(f"{wanted} ")


def _seen_within(fact: OfficeFact, reading: Reading) -> bool:
    """Whether articles say so in one of the years asked for, or before and after it."""
    if not reading.dated:
        return True
    if fact.first_seen is None or fact.last_seen is None:
        return False
    if reading.month is not None:
        asked = f"{reading.years[0]}-{reading.month:02}"
        return fact.first_seen[:7] <= asked <= fact.last_seen[:7]
    first, last = int(fact.first_seen[:4]), int(fact.last_seen[:4])
    return any(reading.covers(year) for year in range(first, last + 1))


def newest_first(fact: OfficeFact) -> tuple[int, str]:
    """Sorts by the day of the last article that says so, unknown days last."""
    day = int(fact.last_seen.replace("-", "")) if fact.last_seen else 0
    return -day, fact.id


def person_phrase(fact: OfficeFact, say: Phrasing, reading: Reading | None = None) -> str:
    """A person, with "Pj" where the question does not say it already, and the day last seen in office."""
    acts = fact.acting and (reading is None or reading.acting is None)
    name = f"{fact.acting} {fact.person.name}" if acts else fact.person.name
    return name + (say.say("seen", date=say.day(fact.last_seen)) if fact.last_seen else "")


def title_of(position: str, region: Place | None, acting: str | None) -> str:
    """A position with its region: "Wali Kota Malang", "Sekretaris Daerah Kota Malang"."""
    title = f"{acting} {position}" if acting else position
    if region is None:
        return title
    known = by_id().get(region.id)
    return f"{title} {known.short if known and position in HEADS else region.name}"


def _row(fact: OfficeFact) -> Row:
    return Row(
        region=fact.region or fact.body,
        person=fact.person,
        position=f"{fact.acting} {fact.position}" if fact.acting else fact.position,
        year=int(fact.last_seen[:4]) if fact.last_seen else None,
        facts=(fact.id,),
    )


def _in_province(store: Store, reading: Reading, position: str, say: Phrasing) -> Finding:
    """The last known holder in each region of a province."""
    province = reading.province
    query = FactQuery(kind="office", thing=position, province=province.id if province else None)
    last: dict[str, OfficeFact] = {}
    for fact in store.facts(query):
        if isinstance(fact, OfficeFact) and fact.region and _seen_within(fact, reading):
            held = last.get(fact.region.id)
            if held is None or newest_first(fact) < newest_first(held):
                last[fact.region.id] = fact
    name = province.name if province else ""
    if not last:
        what = say.say("in_province", what=position, province=name)
        return Finding(False, say.say("not_known_what", what=what))
    facts = [last[code] for code in sorted(last)]
    listing = say.listed(
        [f"{title_of('', fact.region, None).strip()}: {person_phrase(fact, say)}" for fact in facts]
    )
    text = say.say("holders", position=position, province=name, list=listing)
    return Finding(True, text, rows=[_row(fact) for fact in facts], facts=list(facts))


def office_row(fact: OfficeFact) -> Row:
    """The row of one person in office."""
    return _row(fact)


def office_phrase(fact: OfficeFact, say: Phrasing) -> str:
    """A person in office in a list: "Wali Kota: Wahyu Hidayat (per 27 Mei 2024)"."""
    return f"{fact.position}: {person_phrase(fact, say)}"

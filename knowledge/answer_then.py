"""Who held an office when something was received."""

from knowledge.answer_offices import level_of, newest_first, office_row, person_phrase, title_of
from knowledge.fact import AwardFact, Fact, OfficeFact
from knowledge.finding import Finding
from knowledge.phrasing import Phrasing
from knowledge.reading import Reading
from knowledge.spelling import plain
from knowledge.store import FactQuery, Store
from knowledge.winners import fits_category, in_place


def holder_then(store: Store, reading: Reading, say: Phrasing) -> list[Finding]:
    """The holders of each position on the day each region received each award.

    The day is the one that articles tell, else that of the first article; who was seen in office before and
    after it, or on it, held it. Others are only told as known nearby.
    """
    found = []
    for region in reading.regions:
        for position in reading.positions:
            if level_of(position) not in (None, region.level):
                continue
            for award in reading.awards:
                asked = reading.model_copy(update={"regions": (region,), "awards": (award,)})
                found.append(_then(store, asked, position, say))
    return found


def _then(store: Store, reading: Reading, position: str, say: Phrasing) -> Finding:
    region, award = reading.regions[0], reading.awards[0]
    title = title_of(position, region, reading.acting)
    query = FactQuery(kind="award", subject=region.id, thing=award.id)
    received = [
        fact
        for fact in store.facts(query)
        if isinstance(fact, AwardFact)
        and reading.covers(fact.year)
        and fits_category(fact, reading)
        and in_place(fact, reading)
        and (fact.date or fact.first_seen)
    ]
    received.sort(key=lambda fact: (-(fact.year or 0), fact.id))
    when = say.say("when_received", region=region.name, award=f"{say.thing(award)}{say.period(reading)}")
    if not received:
        return Finding(False, say.say("not_known_what", what=f"{title} {when}"))
    first = received[0]
    day = first.date.isoformat() if first.date else (first.first_seen or "")[:10]
    offices = [
        fact
        for fact in store.facts(FactQuery(kind="office", subject=region.id))
        if isinstance(fact, OfficeFact)
        and plain(fact.position) == plain(position)
        and reading.acting in (None, fact.acting)
    ]
    offices.sort(key=newest_first)
    held = [
        fact
        for fact in offices
        if fact.first_seen and fact.last_seen and fact.first_seen[:10] <= day <= fact.last_seen[:10]
    ]
    if not held:
        text = say.say("not_known_what", what=f"{title} {when} ({say.day(day)})")
        if offices:
            text += say.say(
                "nearby", list=say.listed([person_phrase(fact, say, reading) for fact in offices])
            )
        return Finding(False, text, facts=list(offices))
    names = say.listed([fact.person.name for fact in held])
    text = say.say("held_then", position=title, when=when, date=say.day(day), list=names)
    facts: list[Fact] = [*held, first]
    return Finding(True, text, rows=[office_row(fact) for fact in held], facts=facts)

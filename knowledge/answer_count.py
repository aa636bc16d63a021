"""How many times a region received an award, and how many times in a row."""

from extractors.statement import Place
from knowledge.answer_recipients import what
from knowledge.fact import AwardFact
from knowledge.finding import Finding
from knowledge.phrasing import Phrasing
from knowledge.reading import Reading
from knowledge.spelling import plain
from knowledge.store import FactQuery, Store
from knowledge.winners import award_row, fits_category, in_place


def count(store: Store, reading: Reading, say: Phrasing) -> list[Finding]:
    """The editions that each region is known to have received, one finding for each region and award."""
    return [
        _counted(store, reading.model_copy(update={"awards": (award,)}), region, say)
        for region in reading.regions
        for award in reading.awards
    ]


def _counted(store: Store, reading: Reading, region: Place, say: Phrasing) -> Finding:
    query = FactQuery(kind="award", subject=region.id, thing=reading.awards[0].id)
    facts = [fact for fact in store.facts(query) if isinstance(fact, AwardFact) and reading.covers(fact.year)]
    asked = [fact for fact in facts if _fits(fact, reading)]
    words = what(reading, say)
    if not asked:
        text = say.say("not_known_what", what=say.say("times_of", region=region.name, what=words))
        return Finding(False, text)
    asked.sort(key=lambda fact: (-(fact.year or 0), fact.id))
    years = sorted({fact.year for fact in asked if fact.year is not None})
    told = [fact for fact in asked if fact.streak is not None]
    text = say.say(
        "times",
        region=region.name,
        what=words,
        count=len(years) + any(fact.year is None for fact in asked),
        years=say.listed([str(year) for year in years]) or say.year(None),
    )
    if told:
        text += say.say("streak_told", streak=told[0].streak, year=say.year(told[0].year))
    elif reading.asks == "streak":
        run = in_a_row(years)
        if run < 2:
            # One known edition tells nothing of a row.
            asked_row = say.say("row_of", region=region.name, what=words)
            return Finding(False, f"{say.say('not_known_what', what=asked_row)} {text}", facts=list(asked))
        text += say.say("row_known", count=run, first=years[-run], last=years[-1])
    return Finding(True, text, rows=[award_row([fact]) for fact in asked], facts=list(asked))


def _fits(fact: AwardFact, reading: Reading) -> bool:
    told = fact.predicate is not None and plain(fact.predicate) == plain(reading.predicate or "")
    return (reading.predicate is None or told) and fits_category(fact, reading) and in_place(fact, reading)


def in_a_row(years: list[int]) -> int:
    """How many of rising years follow each other up to the last."""
    run = 0
    for before, year in zip([None, *years], years, strict=False):
        run = run + 1 if before is not None and year == before + 1 else 1
    return run

"""What cannot be, as far as one fact alone shows it; knowledge/impossible.py looks at several together."""

from functools import lru_cache

from extractors.lexicon import indices
from knowledge.fact import AwardFact, Flaw, IndexFact


@lru_cache(maxsize=1)
def _scales() -> dict[str, tuple[float, float]]:
    return {index.id: index.scale for index in indices()}


def flaws_of_index(fact: IndexFact) -> tuple[Flaw, ...]:
    """A value off the scale that the lexicon gives, or a place behind the last."""
    found: list[Flaw] = []
    scale = _scales().get(fact.index.id)
    if scale is not None and fact.value is not None and not scale[0] <= fact.value <= scale[1]:
        found.append("off scale")
    if fact.rank is not None and fact.rank_of is not None and fact.rank > fact.rank_of:
        found.append("rank beyond the list")
    return tuple(found)


def flaws_of_award(fact: AwardFact) -> tuple[Flaw, ...]:
    """A place beyond the list that the recipient is said to be in ("peringkat 11" of the "10 besar")."""
    beyond = fact.rank is not None and fact.top_n is not None and fact.rank > fact.top_n
    return ("rank beyond the list",) if beyond else ()

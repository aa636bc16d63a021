"""How a question was understood."""

from typing import Any, Literal

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from extractors.statement import Acting, Level, Model, Named, Place

Intent = Literal[
    "recipients",  # who received an award: by edition, level, province, category, rank, top n or predicate
    "result",  # how regions came out of an award
    "awards",  # which awards regions received
    "value",  # the value of an index for regions
    "trend",  # the values of an index over years
    "comparison",  # which of several regions has the higher or lower value of an index
    "rise",  # whose value of an index rose or fell most between two years
    "ranking",  # which regions have the highest or lowest value of an index
    "count",  # how many times, or how many times in a row, regions received an award
    "holder",  # who holds an office
    "holder_then",  # who held an office when a region received an award
    "disputes",  # what sources disagree on
    "region",  # what is known of a region
]


class Choice(Model):
    """A name that may mean several things: what was asked, and what it may mean."""

    text: str
    meanings: tuple[Named, ...]


class Reading(Model):
    """An intent and its resolved parts; what the question does not say is empty, and left out of JSON.

    `regions`, `awards` and `indices` hold everything meant, all meanings of each of `choices` included.
    `years` are single years; `month` is one of the single year; `since` and `until`
    bound a span, both inclusive. `asks` tells what a
    question wants to know of a value or result, `yes_no` marks one that wants a yes. `words` are further
    words of a position ("Kepala Dinas Kesehatan" → "Kesehatan"), `corrected` spelling mistakes and what they
    were read as.
    """

    intent: Intent
    regions: tuple[Place, ...] = ()
    awards: tuple[Named, ...] = ()
    indices: tuple[Named, ...] = ()
    positions: tuple[str, ...] = ()
    acting: Acting | None = None
    words: str | None = None
    years: tuple[int, ...] = ()
    month: int | None = None
    since: int | None = None
    until: int | None = None
    latest: bool = False
    levels: tuple[Level, ...] = ()
    province: Place | None = None
    category: str | None = None
    predicate: str | None = None
    rank: int | None = None
    top_n: int | None = None
    order: Literal["highest", "lowest"] | None = None
    asks: Literal["rank", "value", "predicate", "streak"] | None = None
    yes_no: bool = False
    choices: tuple[Choice, ...] = ()
    corrected: dict[str, str] = Field(default_factory=dict)

    @model_serializer(mode="wrap")
    def _without_empty(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {key: value for key, value in handler(self).items() if value not in (None, (), [], {}, False)}

    def covers(self, year: int | None) -> bool:
        """Whether a year is among those asked for; without any asked for, every year is."""
        if not self.dated:
            return True
        if year is None:
            return False
        if self.years:
            return year in self.years
        return (self.since is None or year >= self.since) and (self.until is None or year <= self.until)

    @property
    def dated(self) -> bool:
        """Whether the question names a year or a span of years."""
        return bool(self.years) or self.since is not None or self.until is not None

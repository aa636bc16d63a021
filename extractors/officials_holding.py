"""A name and the title it stands with."""

from dataclasses import dataclass

from extractors.names import Name
from extractors.title import Title


@dataclass(frozen=True, slots=True)
class Holding:
    """A name and the title it stands with; `rule` says how they were joined, `sure` how sure that is.

    `doubt` is what other evidence must settle: where the name begins ("start"), where it ends in a headline
    ("headline"), whether it is a name at all ("name"), or whether `other` is the name and not the name of a
    place ("place").
    """

    name: Name
    title: Title
    rule: str
    sure: float
    doubt: str | None = None
    other: Name | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Where title and name stand in the text."""
        return min(self.title.start, self.name.before), max(self.title.end, self.name.after)

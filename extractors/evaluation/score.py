"""Precision, recall and F1: of each kind of statement, and of each phenomenon."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from extractors.article import Article
from extractors.evaluation.annotated import Annotated
from extractors.evaluation.comparison import KINDS, Kind, Outcome, compare
from extractors.statement import Statement

POOLED: tuple[Kind, ...] = ("region", "award+", "index", "office")
"""Kinds that are added up for a phenomenon; "award" is part of "award+"."""


@dataclass(slots=True)
class Counts:
    """Hits, misses and false alarms, and what follows from them. With nothing to find and nothing read a
    share is 0, so it says nothing: look at the counts.
    """

    hits: int = 0
    misses: int = 0
    false_alarms: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        self.hits += outcome.verdict == "hit"
        self.misses += outcome.verdict == "miss"
        self.false_alarms += outcome.verdict == "false alarm"

    @property
    def precision(self) -> float:
        """Share of what was read that is right."""
        return self.hits / max(1, self.hits + self.false_alarms)

    @property
    def recall(self) -> float:
        """Share of what is there that was read."""
        return self.hits / max(1, self.hits + self.misses)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.hits / max(1, 2 * self.hits + self.misses + self.false_alarms)


@dataclass(frozen=True, slots=True)
class Report:
    """The outcomes of every article, in the order of the articles."""

    articles: Sequence[tuple[Annotated, tuple[Outcome, ...]]] = field(default_factory=list)

    @property
    def kinds(self) -> dict[Kind, Counts]:
        """Counts of each kind."""
        counts = {kind: Counts() for kind in KINDS}
        for _, outcomes in self.articles:
            for outcome in outcomes:
                counts[outcome.kind].add(outcome)
        return counts

    @property
    def phenomena(self) -> dict[str, tuple[int, Counts]]:
        """For each phenomenon how many articles show it, and the pooled counts of these articles."""
        names = sorted({name for article, _ in self.articles for name in article.phenomena})
        return {name: self._of(name) for name in names}

    def _of(self, phenomenon: str) -> tuple[int, Counts]:
        shown = [outcomes for article, outcomes in self.articles if phenomenon in article.phenomena]
        counts = Counts()
        for outcome in (o for outcomes in shown for o in outcomes if o.kind in POOLED):
            counts.add(outcome)
        return len(shown), counts


def evaluate(articles: Iterable[Annotated], read: Callable[[Article], Sequence[Statement]]) -> Report:
    """Read every article with `read` and compare. Raises InputError where a text is no article."""
    return Report([(gold, tuple(compare(gold, read(gold.article)))) for gold in articles])

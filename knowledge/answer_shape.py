"""The shape of answers: docs/statements.md, "Answers"."""

from typing import Any

from pydantic import SerializerFunctionWrapHandler, model_serializer

from extractors.statement import Citation, Model, Named, Place, Programme
from knowledge.fact import Conflict
from knowledge.question_words import Language
from knowledge.reading import Reading


class Row(Model):
    """One line of an answer; keys that do not apply are None, and left out of JSON.

    `change` is the difference from the value of the row before; `year` of a person is that of the last
    article that says so; `facts` are ids.
    """

    region: Place | None = None
    award: Programme | None = None
    index: Named | None = None
    year: int | None = None
    rank: int | None = None
    value: float | None = None
    change: float | None = None
    predicate: str | None = None
    category: str | None = None
    streak: int | None = None
    person: Named | None = None
    position: str | None = None
    facts: tuple[str, ...]

    @model_serializer(mode="wrap")
    def _those_that_apply(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {key: value for key, value in handler(self).items() if value is not None}


class Dispute(Conflict):
    """What sources disagree on: a key of one fact, or of several that cannot all hold (`facts`, ids)."""

    facts: tuple[str, ...]


class Quote(Model):
    """A sentence of an article; `statement` is the id of what was read in it, None for a search's hit."""

    article: Citation
    text: str
    statement: str | None


class Answer(Model):
    """The answer to a question, in the shape of docs/statements.md.

    `missing` are the places of a list of known size that nobody is known to hold.
    """

    question: str
    language: Language
    reading: Reading | None
    answered: bool
    text: str
    rows: tuple[Row, ...] = ()
    known: int | None = None
    expected: int | None = None
    missing: tuple[int, ...] = ()
    conflicts: tuple[Dispute, ...] = ()
    evidence: tuple[Quote, ...] = ()

    @property
    def status(self) -> int:
        """Exit status of `piagam ask`: 0 answered, 3 not known, 4 not understood."""
        if self.reading is None:
            return 4
        return 0 if self.answered else 3

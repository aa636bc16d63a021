"""Statements: one claim read in one article, with the sentence that says so.

The shapes are those of docs/statements.md. Unknown is None, never a guess.
"""

import datetime
import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter

Level = Literal["kota", "kabupaten", "provinsi", "kementerian", "lembaga", "nasional"]
Acting = Literal["Pj", "Plt", "Pjs", "Plh"]


class Model(BaseModel):
    """Frozen base of all shapes."""

    model_config = ConfigDict(frozen=True)


class Place(Model):
    """A region or body. `id` is the Kemendagri code of a region ("35.73"), else a slug of the name."""

    id: str
    name: str
    level: Level


class Named(Model):
    """Something of a lexicon, or a person: id and name."""

    id: str
    name: str


class Programme(Named):
    """An award programme; `listed` is False where the lexicon does not have it."""

    listed: bool = True


class Citation(Model):
    """The article a statement was read in."""

    url: str
    title: str
    published: str | None
    source: str


class Evidence(Model):
    """The sentence, and the claim's offsets in the article's clean title or body.

    `field[start:end]` is what was read; `text` is the sentence around it.
    """

    text: str
    start: int
    end: int
    field: Literal["title", "body"]


class Judged(Model):
    """What people decided of a statement: the id of the last judgement, what became of the statement, and in
    `was` the values that were read where judgements changed them, by key.
    """

    judgement: str
    verdict: Literal["accept", "reject", "correct", "rename"]
    was: dict[str, JsonValue] = Field(default_factory=dict)


class Claim(Model):
    """What all kinds share."""

    id: str
    article: Citation
    evidence: Evidence
    confidence: float = Field(ge=0, le=1)
    extractor: str
    rules: tuple[str, ...] = ()
    """Names of the rules that fired, for `piagam explain`."""
    note: str | None = None
    """Why the confidence is low, where there is a reason to tell."""
    judged: Judged | None = None
    """What a person decided of it; None for a statement as it was read."""

    @property
    def rejected(self) -> bool:
        """Whether a person said that it is wrong: it makes no fact."""
        return self.judged is not None and self.judged.verdict == "reject"


class RegionStatement(Claim):
    """The article names this region."""

    kind: Literal["region"] = "region"
    region: Place
    surface: str


class AwardStatement(Claim):
    """The recipient won, kept or was given this award."""

    kind: Literal["award"] = "award"
    recipient: Place
    award: Programme
    year: int | None = None
    category: str | None = None
    rank: int | None = None
    top_n: int | None = None
    predicate: str | None = None
    streak: int | None = None
    giver: str | None = None
    event: str | None = None
    place: str | None = None
    date: datetime.date | None = None


class IndexStatement(Claim):
    """A measured value of a named index."""

    kind: Literal["index"] = "index"
    region: Place
    index: Named
    value: float | None = Field(None, allow_inf_nan=False)
    unit: str | None = None
    scale: str | None = None
    year: int | None = None
    predicate: str | None = None
    rank: int | None = None
    rank_of: int | None = None


class OfficeStatement(Claim):
    """A person holds a position at the time of the article (`as_of`, ISO date)."""

    kind: Literal["office"] = "office"
    person: Named
    position: str
    region: Place | None = None
    body: Place | None = None
    acting: Acting | None = None
    as_of: str | None = None


Statement = Annotated[
    RegionStatement | AwardStatement | IndexStatement | OfficeStatement, Field(discriminator="kind")
]
StatementAdapter: TypeAdapter[Statement] = TypeAdapter(Statement)


def statement_id(article_id: str, version: str, kind: str, claim: dict[str, Any]) -> str:
    """20 hex digits, the same for the same claim in the same version of an article."""
    text = json.dumps([article_id, version, kind, claim], sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]

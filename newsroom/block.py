"""The blocks that an article's text is made of, as its file writes them.

A plain string is a paragraph; every other block is a mapping with one telling key: `baca_juga`, `ad`,
`noise`, `subheading`, `list` or `table`. `lines` is what a reader who wants only the text is left with.
"""

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Block(BaseModel):
    """One block; `kind` names the macro that renders it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: ClassVar[str]

    @property
    def lines(self) -> tuple[str, ...]:
        """Lines of the clean body; none for what is not the article's own text."""
        return self._lines()

    def _lines(self) -> tuple[str, ...]:
        return ()


class Paragraph(Block):
    """A paragraph of text, written as a plain string."""

    kind = "paragraph"
    text: str = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, raw: Any) -> Any:
        return {"text": raw} if isinstance(raw, str) else raw

    def _lines(self) -> tuple[str, ...]:
        return (self.text,)


class BacaJuga(Block):
    """A "BACA JUGA:" paragraph between two paragraphs, by the id of the article it points to."""

    kind = "baca_juga"
    baca_juga: int


class Ad(Block):
    """An advertisement with its label: a box of old, now a picture whose caption looks like the article's."""

    kind = "ad"
    ad: str


class Noise(Block):
    """A paragraph that belongs to the site and not to the article ("(*)", "Cek Berita dan …")."""

    kind = "noise"
    noise: str


class Subheading(Block):
    """A heading inside the text (h3)."""

    kind = "subheading"
    subheading: str

    def _lines(self) -> tuple[str, ...]:
        return (self.subheading,)


class Listing(Block):
    """A bulleted list, or a numbered one when `ordered`; each item is a line, with its number."""

    kind = "list"
    items: tuple[str, ...] = Field(alias="list", min_length=1)
    ordered: bool = False

    def _lines(self) -> tuple[str, ...]:
        if self.ordered:
            return tuple(f"{number}. {item}" for number, item in enumerate(self.items, start=1))
        return self.items


class Table(Block):
    """A table whose first row is its head; each row is a line, its cells joined by " | "."""

    kind = "table"
    rows: tuple[tuple[str, ...], ...] = Field(alias="table", min_length=2)

    @model_validator(mode="after")
    def _rectangular(self) -> Self:
        if len({len(row) for row in self.rows}) != 1:
            raise ValueError("rows of a table must have the same number of cells")
        return self

    def _lines(self) -> tuple[str, ...]:
        return tuple(" | ".join(row) for row in self.rows)


AnyBlock = Paragraph | BacaJuga | Ad | Noise | Subheading | Listing | Table

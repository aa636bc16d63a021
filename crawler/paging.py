"""Paging: how the further pages of a list or of an article are numbered and addressed."""

import string
from collections.abc import Iterator, Set
from typing import Literal, Self
from urllib.parse import urljoin

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator


class Pages(BaseModel):
    """How pages are numbered. The first page has no number in its address and counts as 0."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: Literal["offset", "page"] = Field(
        description="What the number in an address counts: `offset`, the entries or paragraphs before the "
        "page (30, 60, 90), or `page`, the pages themselves (2, 3, 4)."
    )
    step: int = Field(1, ge=1, description="With `offset`: how many entries or paragraphs a page holds.")
    max_pages: int = Field(
        20, ge=1, le=10_000, description="How many pages are read at most, the first one included."
    )

    @model_validator(mode="after")
    def _step_counts_entries(self) -> Self:
        if self.by == "page" and self.step != 1:
            raise ValueError("`step` belongs to `by: offset`; pages are counted one by one")
        if self.by == "offset" and self.step == 1:
            raise ValueError("`by: offset` needs `step`, how many entries a page holds")
        return self

    def numbers(self) -> Iterator[int]:
        """The numbers of the second page and of those after it, up to `max_pages`."""
        for page in range(2, self.max_pages + 1):
            yield page if self.by == "page" else self.step * (page - 1)

    def number(self, written: int) -> int | None:
        """The number that an address means: 0 for the first page, None where no such page is to be read."""
        first = 1 if self.by == "page" else 0
        if written in (0, first):
            return 0
        return written if written in range(0, self.step * self.max_pages + first, self.step) else None


class ListPages(Pages):
    """How the further pages of a list are addressed."""

    linked: bool = Field(
        True,
        description="Whether a page links to the next one. Where lists grow while a reader scrolls, "
        "`false` asks for further pages until one brings nothing new.",
    )
    address: str = Field(
        "{url}/{n}",
        description="Address of a further page: `{n}` is its number, `{url}` the address of the first page "
        "without a slash at its end, `{word}` the word searched for. May be relative to `home`.",
    )

    @field_validator("address")
    @classmethod
    def _names_the_number(cls, value: str) -> str:
        return placeholders(value, needed={"n"}, allowed={"n", "url", "word"})

    def addresses(self, first: str, word: str = "") -> Iterator[str]:
        """Addresses of the second page of the list that begins at `first`, and of those after it."""
        for number in self.numbers():
            filled = self.address.format(url=first.rstrip("/"), n=number, word=word)
            yield urljoin(first, filled)


def placeholders(template: str, *, allowed: Set[str], needed: Set[str] = frozenset()) -> str:
    """The template, if it has the needed `{names}` and no others than those allowed, else ValueError."""
    names = {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
    if not needed <= names <= allowed:
        wanted = ", ".join(f"{{{name}}}" for name in sorted(allowed))
        raise ValueError(
            f"'{template}' may hold {wanted} and must hold {', '.join(sorted(needed)) or 'none'}"
        )
    return template

"""Starts: the pages a crawl of a source begins at, and how lists of links are read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Literal, Self
from urllib.parse import quote_plus, urljoin

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from crawler.paging import ListPages, placeholders
from extractors.markup import Names, Selectors

Form = Literal["list", "tag", "search", "sitemap", "feed"]


@dataclass(frozen=True, slots=True)
class Entrance:
    """One start page with everything filled in: `addresses` are its own and those of its further pages.

    With `linked`, a further page is there only if the page before it links to it.
    """

    form: Form
    addresses: tuple[str, ...]
    linked: bool = True


class Start(BaseModel):
    """A page to begin at."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Form = Field(
        description="What the page is: a `list`, `tag` or `search` page of links, a `sitemap` (or an index "
        "of sitemaps), or an RSS or Atom `feed`."
    )
    url: Annotated[str, AfterValidator(lambda value: placeholders(value, allowed={"word"}))] = Field(
        description="Its address, relative to `home`; `{word}` stands for each of `words` in turn."
    )
    words: Names = Field((), description="Words to search for, each once.")
    pages: ListPages | None = Field(
        None, description="Further pages of this list, where they differ from those of `lists`."
    )

    @model_validator(mode="after")
    def _words_have_a_place(self) -> Self:
        if bool(self.words) != ("{word}" in self.url):
            raise ValueError("`words` and `{word}` in `url` belong together")
        return self

    @property
    def is_list(self) -> bool:
        """Whether the page is HTML with links."""
        return self.kind in ("list", "tag", "search")

    def entrances(self, home: str, pages: ListPages | None) -> Iterator[Entrance]:
        """The page under `home`, once for each word where there are words.

        `pages` are those of lists that do not say otherwise.
        """
        pages = (self.pages or pages) if self.is_list else None
        for word in self.words or ("",):
            quoted = quote_plus(word)
            url = urljoin(home, self.url.format(word=quoted))
            following = pages.addresses(url, quoted) if pages else ()
            yield Entrance(self.kind, (url, *following), pages is None or pages.linked)


class Lists(BaseModel):
    """How lists of links are read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    links: Selectors = Field(
        description="CSS selectors of the links to articles, without those of side columns and related news."
    )
    pages: ListPages | None = Field(
        None, description="How further pages are addressed; absent if there are none."
    )

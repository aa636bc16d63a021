"""An article: what a person would call the text, freed from its page."""

import hashlib
from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, JsonValue


class Article(BaseModel):
    """A news article with a clean title and body.

    `body` holds paragraphs separated by one newline; list items and table rows are paragraphs of their own
    (cells separated by " | "). `published` is an instant with its zone; with `precision` "day" only its date
    means anything. `published_from` names the place on the page the date was read from
    ("meta[name=pubdate]", "selector:.date", "json-ld:datePublished", "url", "input").
    """

    model_config = ConfigDict(frozen=True)

    url: str
    source: str
    title: str
    body: str
    published: AwareDatetime | None = None
    precision: Literal["day", "minute", "second"] | None = None
    published_from: str | None = None
    reporter: str | None = None
    editor: str | None = None
    caption: str | None = None
    tags: tuple[str, ...] = ()
    fetched: AwareDatetime | None = None
    metadata: dict[str, JsonValue] = Field(default_factory=dict)

    @property
    def id(self) -> str:
        """Stable name of the article: 16 hex digits of its canonical address."""
        return hashlib.sha256(self.url.encode()).hexdigest()[:16]

    @property
    def version(self) -> str:
        """16 hex digits of what statements are read from: title, body and date of publication."""
        text = "\0".join((self.title, self.body, self.published_text or ""))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def published_text(self) -> str | None:
        """ISO date, or ISO date-time with its offset, as exports show it."""
        if self.published is None:
            return None
        if self.precision == "day":
            return self.published.date().isoformat()
        return self.published.isoformat(timespec="seconds")

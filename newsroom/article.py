"""The sample articles: one YAML file each, which is at the same time the gold record of its page."""

import re
import unicodedata
import zlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

import yaml
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, field_validator

from newsroom.block import Ad, AnyBlock, BacaJuga

FOLDER = Path(__file__).parent / "articles"
JAKARTA = ZoneInfo("Asia/Jakarta")
PAGE_SIZE = 15
"""Paragraphs on one page of an article; the offset in the address counts in the same unit."""


class ArticleFileError(ValueError):
    """An article file is wrong; the message names the file and the field."""


class Category(BaseModel):
    """A section of the site: its number, its part of the address and its name."""

    model_config = ConfigDict(frozen=True)

    id: int
    slug: str
    name: str


CATEGORIES = {
    category.slug: category
    for category in (
        Category(id=12, slug="pemerintahan", name="Pemerintahan"),
        Category(id=31, slug="jatim", name="Jawa Timur"),
        Category(id=45, slug="malang-raya", name="Malang Raya"),
        Category(id=58, slug="nasional", name="Nasional"),
        Category(id=73, slug="headline", name="HEADLINE"),
    )
}


class Tag(BaseModel):
    """A tag; its number is made from its name, so that it stays the same when articles are added."""

    model_config = ConfigDict(frozen=True)

    name: str

    @property
    def slug(self) -> str:
        """The name as addresses write it."""
        return slugify(self.name)

    @property
    def id(self) -> int:
        """Six digits."""
        return 100_000 + zlib.crc32(self.slug.encode()) % 900_000


class Article(BaseModel):
    """An article as its file gives it.

    `template` tells which generation of the site the page is built with: it decides the form of the visible
    date, of "Baca juga" and of the canonical address. `dateline` is written whole ("MALANG, MEMORANDUM -").
    `caption` comes without its `credit`, which is null where the page prints a bare "--". `basis` says in
    short words where the facts are from; pages never show it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int = Field(gt=0)
    category: str
    slug: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str = Field(min_length=1)
    reporter: str
    editor: str
    published: AwareDatetime
    template: Literal[2022, 2026] = 2026
    tags: tuple[str, ...] = Field(min_length=1)
    caption: str
    credit: str | None = None
    dateline: str
    source: str | None = None
    basis: str = Field(min_length=1)
    paragraphs: tuple[AnyBlock, ...] = Field(min_length=3)

    @field_validator("category")
    @classmethod
    def _known(cls, slug: str) -> str:
        if slug not in CATEGORIES:
            raise ValueError(f"no category '{slug}'; there are {', '.join(CATEGORIES)}")
        return slug

    @field_validator("published")
    @classmethod
    def _western(cls, published: AwareDatetime) -> AwareDatetime:
        return published.astimezone(JAKARTA)

    @property
    def short_path(self) -> str:
        """The address without a category: /read/{id}/{slug}."""
        return f"/read/{self.id}/{self.slug}"

    @property
    def long_path(self) -> str:
        """The address with the category: /{kategori}/read/{id}/{slug}."""
        return f"/{self.category}/read/{self.id}/{self.slug}"

    @property
    def path(self) -> str:
        """The canonical address of its generation."""
        return self.short_path if self.template == 2022 else self.long_path

    @cached_property
    def labels(self) -> tuple[Tag, ...]:
        """Its tags with their numbers."""
        return tuple(Tag(name=name) for name in self.tags)

    @cached_property
    def body(self) -> str:
        """The clean body a reader of the page should be left with.

        Paragraphs, subheadings, list items and table rows, joined by one newline; no dateline, caption,
        advertisement, related title or source line.
        """
        return "\n".join(line for block in self.paragraphs for line in block.lines)

    @cached_property
    def pages(self) -> tuple[tuple[AnyBlock, ...], ...]:
        """The blocks of each page: 15 a page, where an advertisement does not count."""
        pages: list[list[AnyBlock]] = [[]]
        count = 0
        for block in self.paragraphs:
            if count == PAGE_SIZE and not isinstance(block, Ad):
                pages.append([])
                count = 0
            pages[-1].append(block)
            count += not isinstance(block, Ad)
        return tuple(tuple(page) for page in pages)

    @property
    def linked(self) -> Iterator[int]:
        """Ids of the articles that its "BACA JUGA" paragraphs point to."""
        return (block.baca_juga for block in self.paragraphs if isinstance(block, BacaJuga))


def slugify(name: str) -> str:
    """The name in lower case, its words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def load(folder: Path = FOLDER) -> tuple[Article, ...]:
    """All articles of a folder, newest first.

    Raises ArticleFileError when a file cannot be read, repeats an id, or points to an article that is not
    there or came later.
    """
    articles: dict[int, Article] = {}
    for path in sorted(folder.glob("*.yaml")):
        article = _article(path)
        if article.id in articles:
            raise ArticleFileError(f"{path}: repeats the id {article.id}; ids are unique")
        articles[article.id] = article
    for article in articles.values():
        for id in article.linked:
            if id not in articles or articles[id].published >= article.published:
                raise ArticleFileError(f"article {article.id}: its baca_juga {id} is not an earlier article")
    return tuple(sorted(articles.values(), key=lambda article: article.published, reverse=True))


def _article(path: Path) -> Article:
    try:
        raw: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        return Article.model_validate(raw)
    except yaml.YAMLError as error:
        raise ArticleFileError(f"{path}: not readable as YAML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise ArticleFileError(f"{path}: field '{field}': {first['msg']}") from error

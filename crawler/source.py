"""Sources: the news sites that are crawled, each a YAML file that says where its articles are.

docs/adding-a-source.md explains every field.
"""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

import yaml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator
from rapidfuzz import process

from crawler.address import clean, netloc
from crawler.paging import Pages
from crawler.politeness import Politeness
from crawler.start import Entrance, Lists, Start
from extractors.errors import SourceError
from extractors.markup import Markup

FOLDER = Path(__file__).parent / "sources"
GUIDE = "see docs/adding-a-source.md"
MAX_FILE = 1_000_000
"""Bytes; a source file larger than this is a mistake."""
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _base(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(f"'{value}' is no address of a site; write it as https://example.id/")
    return value if value.endswith("/") else f"{value}/"


def _host(value: str) -> str:
    if netloc(f"//{value}") != value or not value:
        raise ValueError(f"'{value}' is no host; write it as www.example.id")
    return value


def _pattern(value: str) -> str:
    try:
        groups = re.compile(value).groupindex
    except re.error as error:
        raise ValueError(f"'{value}' is no regular expression: {error}") from error
    if "id" not in groups:
        raise ValueError(f"'{value}' must name the part that tells articles apart: (?P<id>…)")
    return value


@dataclass(frozen=True, slots=True)
class Link:
    """An article's address: `url` is its page `number`, `first` its first page, `id` the same for all."""

    id: str
    number: int
    url: str
    first: str


class Source(BaseModel):
    """A news site: where its articles are and how they are marked up."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(description="Name of the file without its ending; it is not written in the file.")
    title: str = Field(description="What the site calls itself.")
    like: str | None = Field(
        None, description="Name of a source whose keys hold wherever this file does not give its own."
    )
    home: Annotated[str, AfterValidator(_base)] = Field(description="Address of the site's home page.")
    hosts: tuple[Annotated[str, AfterValidator(_host)], ...] = Field(
        (), description="Other hosts the site's pages lie on (www.example.id); no others are ever asked."
    )
    language: str = Field("id", pattern=r"^[a-z]{2,3}$", description="ISO 639 code of what it is written in.")
    starts: tuple[Start, ...] = Field(min_length=1, description="The pages to begin at.")
    lists: Lists | None = Field(None, description="How lists are read; needed by `list`, `tag` and `search`.")
    address: Annotated[str, AfterValidator(_pattern)] = Field(
        description="Regular expression for the whole path (and query) of an article's address. `(?P<id>…)` "
        "tells articles apart: two addresses with the same id are one article. `(?P<offset>…)`, if there, "
        "is the number of a further page."
    )
    pages: Pages | None = Field(None, description="How the further pages of an article are numbered.")
    article: Markup = Field(Markup(), description="How articles are marked up.")
    politeness: Politeness = Field(Politeness(), description="How the site is treated.")
    verified: bool = Field(False, description="Whether this file was tried on the site itself.")
    allow_private: bool = Field(
        False, description="Whether the site may lie in a private network or on this machine."
    )

    @model_validator(mode="after")
    def _parts_fit(self) -> Self:
        if self.lists is None and any(start.is_list for start in self.starts):
            raise ValueError("`lists` is missing, which says how the pages under `starts` are read")
        if ("offset" in re.compile(self.address).groupindex) != (self.pages is not None):
            raise ValueError("`pages` and (?P<offset>…) in `address` belong together")
        return self

    def at(self, home: str) -> "Source":
        """The same site at another address, such as a replica of it. Raises SourceError for a bad address."""
        try:
            return Source.model_validate({**dict(self), "home": home})
        except ValidationError as error:
            raise SourceError(
                f"'{home}' is no address for {self.name}; write it as https://example.id/"
            ) from error

    def entrances(self) -> Iterator[Entrance]:
        """The start pages, one for each word where there are words."""
        for start in self.starts:
            yield from start.entrances(self.home, self.lists.pages if self.lists else None)

    def allows(self, url: str) -> bool:
        """Whether a page may be asked for: it is HTTP, and on the home's host or one of `hosts`."""
        try:
            return urlsplit(url).scheme in ("http", "https") and netloc(url) in {
                netloc(self.home),
                *self.hosts,
            }
        except ValueError:
            return False

    def link(self, url: str) -> Link | None:
        """The article an address leads to; None where it is no article of this site."""
        if not self.allows(url):
            return None
        parts = urlsplit(clean(url))
        root = f"{parts.scheme}://{parts.netloc}"
        for target in (f"{parts.path}?{parts.query}", parts.path):
            if found := re.fullmatch(self.address, target):
                return self._link(root + target, len(root), found)
        return None

    def _link(self, url: str, root: int, found: re.Match[str]) -> Link | None:
        offset = found["offset"] if self.pages is not None else None
        if self.pages is None or offset is None:
            return Link(found["id"], 0, url, url)
        number = self.pages.number(int(offset)) if len(offset) < 10 else None
        if number is None:
            return None
        # What stands before the number, without the "/" or "?page=" that announces it.
        first = re.sub(r"(?:/|[?&][^=/?&]+=)$", "", url[: root + found.start("offset")])
        return Link(found["id"], number, first if number == 0 else url, first)

    def key(self, link: Link) -> str:
        """The article's key in the archive."""
        return f"{self.name}:{link.id}"


def folders() -> tuple[Path, ...]:
    """Where source files are looked for: the folder named by PIAGAM_SOURCES first, then those shipped."""
    own = os.environ.get("PIAGAM_SOURCES")
    return (Path(own), FOLDER) if own else (FOLDER,)


def names() -> tuple[str, ...]:
    """The sources there are, sorted."""
    return tuple(sorted({path.stem for folder in folders() for path in folder.glob("*.yaml")}))


def load(name: str) -> Source:
    """The source of that name. Raises SourceError for an unknown one, or for a file with a mistake."""
    path, raw = _raw(name)
    try:
        return Source.model_validate({**raw, "name": name})
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "the whole"
        raise SourceError(f"{path}: field '{field}': {first['msg']}; {GUIDE}") from error


def _raw(name: str, heirs: tuple[str, ...] = ()) -> tuple[Path, dict[str, Any]]:
    """The file of a source, and its keys with those it takes from the source it is like."""
    path = _path(name)
    raw = _read(path)
    if "name" in raw:
        raise SourceError(f"{path}: field 'name': the name is that of the file; take the line out")
    like = raw.get("like")
    if not isinstance(like, str):
        return path, raw
    if like == name or like in heirs:
        raise SourceError(f"{path}: field 'like': '{like}' is in the end like itself; {GUIDE}")
    _, inherited = _raw(like, (*heirs, name))
    return path, {**inherited, "verified": False, **raw}


def _path(name: str) -> Path:
    if NAME.fullmatch(name):
        for folder in folders():
            if (path := folder / f"{name}.yaml").is_file():
                return path
    near = [found for found, _, _ in process.extract(name, names(), limit=3, score_cutoff=60)]
    hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(names())}"
    raise SourceError(f"no source is called '{name}'; {hint}")


def _read(path: Path) -> dict[str, Any]:
    if path.stat().st_size > MAX_FILE:
        raise SourceError(f"{path}: larger than {MAX_FILE} bytes; {GUIDE}")
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: not readable as YAML in UTF-8: {error}; {GUIDE}") from error
    if not isinstance(raw, dict) or not all(isinstance(key, str) for key in raw):
        raise SourceError(f"{path}: must be keys with values, beginning with 'title:'; {GUIDE}")
    return raw

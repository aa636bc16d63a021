"""Names of indices and aliases: `piagam-facts` is the alias of `piagam-facts-v1-20240527143005-a1b2`."""

import datetime
import re
import secrets
from dataclasses import dataclass
from typing import Literal

from extractors.errors import InputError

Kind = Literal["articles", "facts"]
LOCKS = "piagam-locks"
"""The index of the locks of all bases of a cluster, by prefix."""

AUDIT = "piagam-audit"
"""The index of who built which base when."""

KINDS: tuple[Kind, ...] = ("articles", "facts")

_PREFIX = r"[a-z0-9][a-z0-9_-]{0,99}"
_NAME = re.compile(
    rf"(?P<prefix>{_PREFIX})-(?P<kind>articles|facts)-v(?P<version>0|[1-9][0-9]{{0,8}})"
    r"-(?P<build>[0-9]{14}-[0-9a-f]{4})"
)


@dataclass(frozen=True)
class IndexName:
    """One index of one build; `version` is that of its mapping."""

    prefix: str
    kind: Kind
    version: int
    build: str

    def __str__(self) -> str:
        return f"{self.prefix}-{self.kind}-v{self.version}-{self.build}"

    @classmethod
    def parse(cls, name: str) -> "IndexName | None":
        """The inverse of `str`; None for an index that is not ours."""
        match = _NAME.fullmatch(name)
        if match is None:
            return None
        kind: Kind = "articles" if match["kind"] == "articles" else "facts"
        return cls(match["prefix"], kind, int(match["version"]), match["build"])


@dataclass(frozen=True)
class Names:
    """What the indices of one base are called.

    Raises InputError for a prefix that Elasticsearch would not take in a name.
    """

    prefix: str

    def __post_init__(self) -> None:
        if not re.fullmatch(_PREFIX, self.prefix):
            raise InputError(
                f"the prefix of indices {self.prefix!a}: use up to 100 lower-case letters, digits, '-', '_'"
            )

    def alias(self, kind: Kind) -> str:
        """What is read and written: the index of the build that is served."""
        return f"{self.prefix}-{kind}"


def new_build() -> str:
    """A name for a build: those begun later sort later, and two of one second differ."""
    return f"{datetime.datetime.now(datetime.UTC):%Y%m%d%H%M%S}-{secrets.token_hex(2)}"

"""What stands on pages without being the article's text; the words are data/noise.yaml's."""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict

from extractors.markup import Selectors
from extractors.paragraphs import CLOSE, OPEN

FILE = Path(__file__).parent / "data" / "noise.yaml"
MAX_CREDIT = 60
"""Characters after the colon of a credit ("Sumber: BPS"); what is longer is a sentence."""
MIN_SENTENCE = 40
"""Characters; what follows a related link in its paragraph is kept if it is a sentence of this length."""
MAX_BUTTONS = 200
"""Characters of a row of buttons."""
_LETTER = re.compile(r"[^\W\d_]")
_COUNTER = re.compile(r"\d[km]\b", re.I)
_ENDS = re.compile(r"[.!?…][\"”'’)\]]*$")
_EDGE = rf"[\s{OPEN}{CLOSE}\"“>»•*▪◾–—-]"


class Credits(BaseModel):
    """Words before the colon of a credit line, by what they credit."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reporter: tuple[str, ...]
    editor: tuple[str, ...]
    other: tuple[str, ...]


class Noise(BaseModel):
    """The lists of noise.yaml, which says what each is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    related: tuple[str, ...]
    related_with_colon: tuple[str, ...]
    headings: tuple[str, ...]
    notices: tuple[str, ...]
    credits: Credits
    buttons: tuple[str, ...]
    missing: tuple[str, ...]
    elements: Selectors

    @cached_property
    def _related_begin(self) -> re.Pattern[str]:
        return re.compile(
            rf"{_EDGE}*(?:{_any(self.related)}\b|{_any(self.related_with_colon)}\s?:)(?:{_EDGE}|:)*", re.I
        )

    @cached_property
    def _related_inside(self) -> re.Pattern[str]:
        return re.compile(rf"\b{_any(self.related)}\s?{CLOSE}?\s?:", re.I)

    @cached_property
    def _notice(self) -> re.Pattern[str]:
        return re.compile(rf"{_EDGE}*{_any(self.notices)}", re.I)

    @cached_property
    def _heading(self) -> re.Pattern[str]:
        return re.compile(rf"{_EDGE}*{_any(self.headings)}{_EDGE}*:?", re.I)

    @cached_property
    def _button(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){_any(self.buttons)}(?!\w)", re.I)

    @cached_property
    def _missing(self) -> re.Pattern[str]:
        return re.compile(rf"{_any(self.missing)}(?![\w-])", re.I)

    @cached_property
    def _credit(self) -> re.Pattern[str]:
        roles = (*self.credits.reporter, *self.credits.editor, *self.credits.other)
        return re.compile(rf"(?:^|(?<=[\s|(/–-]))(?P<role>{_any(roles)})\s?\|?\s?:\s?\|?\s?", re.I)

    def heads_links(self, marked: str) -> bool:
        """Whether a paragraph heads a list of links, if links follow."""
        return self._heading.fullmatch(marked) is not None

    def is_related(self, marked: str) -> bool:
        """Whether a paragraph begins as a pointer to another article."""
        return self._related_begin.match(marked) is not None

    def heads_related(self, marked: str) -> bool:
        """Whether a paragraph points to another article whose title only follows."""
        return self._related_begin.fullmatch(marked) is not None

    def is_notice(self, text: str) -> bool:
        """Whether a paragraph is the site's and not the article's."""
        if self._notice.match(text) is not None:
            return True
        rest, buttons = self._button.subn("", text[:MAX_BUTTONS])
        return buttons > 0 and len(text) <= MAX_BUTTONS and not _LETTER.search(_COUNTER.sub("", rest))

    def is_missing(self, title: str) -> bool:
        """Whether a page with this title says that there is no article."""
        return self._missing.match(title) is not None

    def without_related(self, marked: str) -> str:
        """The paragraph without pointers to other articles; empty where it is nothing else.

        Where the pointer's title is a link, the text after the link stays if it is a sentence.
        """
        begin = self._related_begin.match(marked)
        if begin is not None:
            return self._after_link(marked, begin.start())
        inside = self._related_inside.search(marked)
        if inside is None:
            return marked
        start = inside.start()
        while start and marked[start - 1] in OPEN + ' (“"[':
            start -= 1
        rest = self._after_link(marked, inside.start())
        return f"{marked[:start]} {rest}".strip()

    @staticmethod
    def _after_link(marked: str, start: int) -> str:
        close = marked.find(CLOSE, start)
        rest = marked[close + 1 :].strip(' "”.)]') if close >= 0 else ""
        plain = rest.replace(OPEN, "").replace(CLOSE, "")
        linked = OPEN in rest and len(re.sub(f"{OPEN}.*?{CLOSE}", "", rest)) < len(plain) / 2
        if linked or len(plain) < MIN_SENTENCE:
            return ""
        return marked[close + 1 :].strip()

    def credited(self, text: str) -> dict[str, str] | None:
        """What a credit paragraph credits ("reporter", "editor" or nothing of use); None for other text."""
        found = list(self._credit.finditer(text))
        if not found or text[: found[0].start()].strip(" (|-–"):
            return None
        read: dict[str, str] = {}
        for place, match in enumerate(found):
            end = found[place + 1].start() if place + 1 < len(found) else len(text)
            name = re.split(r"[|©]|COPYRIGHT", text[match.end() : end])[0].strip(" ,;|/()–-")
            role = self._role(match["role"])
            if len(name) > MAX_CREDIT or (
                len(found) == 1 and _ENDS.search(name) and " " in name and role is None
            ):
                return None
            if role and name and role not in read:
                read[role] = name
        return read

    def _role(self, word: str) -> str | None:
        word = " ".join(word.lower().split())
        if word in self.credits.reporter:
            return "reporter"
        return "editor" if word in self.credits.editor else None


def _any(phrases: Sequence[str]) -> str:
    """An expression for any of the phrases, the longest first; blanks stand for any white space."""
    ordered = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered) + ")"


@lru_cache(maxsize=500)
def noise(notices: tuple[str, ...] = ()) -> Noise:
    """The noise that ships with the project, with more notices: those of one site."""
    shipped = _shipped()
    return Noise.model_validate(shipped | {"notices": [*shipped["notices"], *notices]})


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Any]:
    shipped: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return shipped

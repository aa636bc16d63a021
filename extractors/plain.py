"""From a plain text to its paragraphs."""

import re

from extractors.body import BYLINE
from extractors.dateline import strip_dateline
from extractors.noise import noise
from extractors.paragraphs import tidy

LONG = 60
"""Characters; a longer line that breaks off in its second sentence was wrapped."""
_ENDS = re.compile(r"[.!?…:;][\"”'’)\]]*$")
_ITEM = re.compile(r"(?:\d{1,3}[.)]|[a-zA-Z][.)]|[•▪◾●○■*»➢✓–-])\s")
_GOES_ON = re.compile(r"[a-z(,)]")
_INNER_END = re.compile(r"[.!?][\"”]?\s+[\"“]?[A-Z]")
_OPEN_END = re.compile(
    r"\b(?:dan|atau|serta|di|ke|dari|yang|untuk|pada|dengan|oleh|dalam|bagi|sebagai|kota|kabupaten|provinsi|wali"
    r"|pj|plt|pjs|plh|and|or|of|the|in|to|for|with|by)\.?$|,$",
    re.I,
)


def text_paragraphs(text: str) -> list[str]:
    """The paragraphs of a plain text: its lines, where wrapped ones are joined.

    A line goes on in the next one, if no blank line parts them, when it does not end a sentence and the next
    begins in lower case, or when it ends in a word that wants another ("… Kota"), or when it is long and
    breaks off after a sentence. Items of lists, pointers to other articles and datelines begin anew.
    """
    paragraphs: list[list[str]] = []
    previous = ""
    for raw in text.splitlines():
        line = tidy(raw)
        if line and previous and _is_wrapped(previous, line):
            paragraphs[-1].append(line)
        elif line:
            paragraphs.append([line])
        previous = line
    return [" ".join(paragraph) for paragraph in paragraphs]


def _is_wrapped(line: str, following: str) -> bool:
    if _ENDS.search(line) or _ITEM.match(following) or noise().is_related(following):
        return False
    if noise().credited(line) is not None or noise().credited(following) is not None:
        return False
    if (
        noise().without_related(line) != line
        or BYLINE.fullmatch(following)
        or strip_dateline(following) != following
    ):
        return False
    if _GOES_ON.match(following) or _OPEN_END.search(line):
        return True
    return not _ITEM.match(line) and len(line) >= LONG and _INNER_END.search(line) is not None

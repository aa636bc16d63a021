"""What of a question was not understood."""

import re
from itertools import pairwise

from knowledge.question_part import Part
from knowledge.question_regions import meanings
from knowledge.question_spelling import root

VERB = re.compile(r"(?:me|di)[a-z]{4,}")
ENGLISH_VERB = re.compile(r"[a-z]{3,}(?:ed|ing)")


def unread_in(parts: list[Part]) -> tuple[str, ...]:
    """Words and numbers that may change the answer but were not understood, and regions that do not exist."""
    unread = []
    for part, after in pairwise([*parts, None]):
        if part is None or part.read:
            continue
        counts = after is not None and after.key in ("kali", "times") and part.place is not True
        if part.number is not None and counts:
            unread.append(part.text)
        if part.common or part.position:
            continue
        nowhere = bool(part.mentions) and not meanings(part)
        if nowhere or part.number is not None or (part.unknown and not _is_verb(part.text)):
            unread.append(part.text)
    return tuple(unread)


def _is_verb(word: str) -> bool:
    """Whether an unknown word only says how something was won: it may be passed over."""
    if ENGLISH_VERB.fullmatch(word):
        return True
    return VERB.fullmatch(word) is not None and root(word) not in (None, word)

"""The words of a search, the same for every store."""

import re
from itertools import islice

MAX_WORDS = 60
"""Words of a search that count; more is a pasted article, not a search."""

TITLE_WEIGHT = 4.0
"""A word in the title counts as much as four in the body."""

_WORD = re.compile(r'[^\s"\0\ud800-\udfff]{1,100}')


def words(text: str) -> list[str]:
    """What a text asks for: its words as they stand, without quotes, each once."""
    return list(dict.fromkeys(word.group() for word in islice(_WORD.finditer(text), MAX_WORDS)))

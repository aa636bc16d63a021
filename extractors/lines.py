"""The lines of a text, found by place."""

import re
from bisect import bisect_left


class Lines:
    """Where the lines of a text begin and end."""

    def __init__(self, text: str) -> None:
        self._breaks = [match.start() for match in re.finditer("\n", text)]
        self._length = len(text)

    def around(self, at: int) -> tuple[int, int]:
        """Start and end of the line that holds a place; the line break belongs to the line it ends."""
        number = bisect_left(self._breaks, at)
        start = self._breaks[number - 1] + 1 if number else 0
        return start, self._breaks[number] if number < len(self._breaks) else self._length

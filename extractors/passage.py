"""What of a document begins in a passage of it, found without a look through the whole document."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TypeVar

START: Callable[[object], int] = attrgetter("start")
NAME: Callable[[object], int] = attrgetter("name_start")
"""Where the bare name of a region begins."""
END: Callable[[object], int] = attrgetter("end_char")
"""Where the name of a region ends."""

T = TypeVar("T")


def beginning_in(items: Sequence[T], start: int, end: int, place: Callable[[T], int] = START) -> Sequence[T]:
    """The items whose place is in text[start:end]; `items` must be in order of their places."""
    return items[bisect_left(items, start, key=place) : bisect_left(items, end, key=place)]


def overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether text[start:end] overlaps one of the spans, which are in order and do not overlap each other."""
    last = bisect_left(spans, (end, end)) - 1
    return last >= 0 and spans[last][1] > start

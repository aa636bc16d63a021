"""Lines of a text by place."""

from hypothesis import given
from hypothesis import strategies as st

from extractors.lines import Lines


@given(st.text(alphabet="ab\n", max_size=30), st.integers(0, 30))
def test_the_line_around_a_place(text: str, at: int) -> None:
    at = min(at, len(text))
    start, end = Lines(text).around(at)
    assert start <= at <= end
    assert "\n" not in text[start:end]
    assert start == 0 or text[start - 1] == "\n"
    assert end == len(text) or text[end] == "\n"

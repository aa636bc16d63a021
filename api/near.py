"""Names near one that does not exist."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process


def near(name: str, names: Iterable[str]) -> str | None:
    """A "did you mean …?" with at most three of the names, or None where none is near."""
    found = process.extract(name.lower(), list(names), scorer=fuzz.WRatio, limit=3, score_cutoff=60)
    return f"did you mean {', '.join(match for match, _, _ in found)}?" if found else None

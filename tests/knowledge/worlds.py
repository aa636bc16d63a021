"""Small worlds of news for hypothesis: few places, awards and years, so that articles meet in facts."""

from typing import Any

from hypothesis import strategies as st

from extractors.article import Article
from extractors.statement import Named, Statement
from tests.builders import (
    ADIPURA,
    DGA,
    JAWA_TENGAH,
    KABUPATEN_MALANG,
    KOTA_MALANG,
    PANRB,
    WAHYU,
    article,
    award,
    index,
    office,
    region,
)

Pair = tuple[Article, list[Statement]]

places = st.sampled_from([KOTA_MALANG, KABUPATEN_MALANG, JAWA_TENGAH, PANRB])
days = st.sampled_from([None, "2022-11-30", "2023-03-01", "2023-12-31", "2024-05-27", "2025-01-10"])
years = st.sampled_from([None, 2022, 2023, 2024])
confidences = st.sampled_from([0.0, 0.3, 0.55, 0.8, 0.9, 1.0])
persons = st.sampled_from(
    [WAHYU, Named(id="wahyu-hidayat", name="WAHYU HIDAYAT"), Named(id="iwan", name="Iwan Kurniawan")]
)


def _maybe(*values: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from([None, *values])


_awards: dict[str, st.SearchStrategy[Any]] = {
    "recipient": places,
    "programme": st.sampled_from([DGA, ADIPURA]),
    "year": years,
    "category": _maybe("Pemerintah Kota", "Kategori pemerintah kota", "Kota Besar"),
    "rank": _maybe(1, 9, 10),
    "predicate": _maybe("Nindya", "nindya", "Utama"),
    "giver": _maybe("Kementerian PANRB", "Presiden"),
    "date": _maybe("2024-05-27", "2024-05-28"),
}
_indices: dict[str, st.SearchStrategy[Any]] = {
    "place": places,
    "year": years,
    "value": _maybe(2.6, 3.82, 4.24, -1.5),
    "rank": _maybe(1, 2),
    "predicate": _maybe("Baik", "Memuaskan"),
}
_offices: dict[str, st.SearchStrategy[Any]] = {
    "person": persons,
    "position": st.sampled_from(["Wali Kota", "wali kota", "Bupati"]),
    "region": _maybe(KOTA_MALANG, KABUPATEN_MALANG),
    "acting": _maybe("Pj"),
}


@st.composite
def pairs(draw: st.DrawFn) -> list[Pair]:
    """Articles of different addresses, each with what was read in it."""
    count = draw(st.integers(0, 6))
    return [draw(_pair(number)) for number in range(count)]


@st.composite
def _pair(draw: st.DrawFn, number: int) -> Pair:
    told_in = article(f"https://koran.example/{number}", published=draw(days))
    statements: list[Statement] = []
    for start in range(draw(st.integers(0, 4))):
        make, keys = draw(
            st.sampled_from([(award, _awards), (award, _awards), (index, _indices), (office, _offices)])
        )
        claim = {key: draw(values) for key, values in keys.items()}
        statements.append(make(told_in, confidence=draw(confidences), start=start, **claim))
    if draw(st.booleans()):
        statements.append(region(told_in, draw(places)))
    return told_in, statements

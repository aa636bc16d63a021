"""What cannot all be true, and what is missing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.article import Article
from extractors.region import regions
from extractors.statement import Named, Statement
from knowledge.completeness import LONGEST, completeness, missing_ranks
from knowledge.fact import AwardFact
from knowledge.impossible import impossible, impossible_with
from knowledge.store import FactQuery, Store
from tests.builders import (
    JAWA_TENGAH,
    KABUPATEN_MALANG,
    KOTA_BANDUNG,
    KOTA_MALANG,
    KOTA_SURABAYA,
    WAHYU,
    article,
    award,
    index,
    office,
)

CITIES = [region.place for region in regions() if region.level == "kota"]
IWAN = Named(id="iwan-kurniawan", name="Iwan Kurniawan")


def paper(number: int, published: str = "2024-05-27") -> Article:
    return article(f"https://koran.example/{number}", published=published)


def put(store: Store, *pairs: tuple[Article, list[Statement]]) -> None:
    store.put_many(pairs)


def found(store: Store) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.kind, one.told) for one in impossible(store)]


def awards_of(store: Store) -> list[AwardFact]:
    return [fact for fact in store.facts(FactQuery(kind="award")) if isinstance(fact, AwardFact)]


def test_two_firsts_of_one_list(store: Store) -> None:
    one, other = paper(1), paper(2)
    put(
        store,
        (one, [award(one, KOTA_MALANG, year=2024, rank=1)]),
        (other, [award(other, KOTA_SURABAYA, year=2024, rank=1)]),
    )
    assert found(store) == [("two at one rank", ("Kota Malang", "Kota Surabaya"))]
    for fact in store.facts(FactQuery()):
        assert [one.kind for one in impossible_with(store, fact)] == ["two at one rank"]


@pytest.mark.parametrize(
    "second",
    [
        {"recipient": JAWA_TENGAH, "year": 2024, "rank": 1},  # of another level
        {"recipient": KOTA_SURABAYA, "year": 2023, "rank": 1},
        {"recipient": KOTA_SURABAYA, "year": 2024, "rank": 1, "category": "Inovasi Layanan"},
        {"recipient": KOTA_SURABAYA, "year": 2024, "rank": 2},
    ],
)
def test_firsts_of_different_lists(store: Store, second: dict[str, Any]) -> None:
    one, other = paper(1), paper(2)
    put(store, (one, [award(one, KOTA_MALANG, year=2024, rank=1)]), (other, [award(other, **second)]))
    assert found(store) == []


def test_a_tie_that_one_article_tells_is_possible(store: Store) -> None:
    one = paper(1)
    told = [award(one, place, year=2024, rank=1) for place in (KOTA_MALANG, KOTA_SURABAYA)]
    put(store, (one, [*told]))
    assert found(store) == []


@pytest.mark.parametrize(("count", "kinds"), [(10, []), (11, ["too many in a list"])])
def test_eleven_in_a_top_ten(store: Store, count: int, kinds: list[str]) -> None:
    one = paper(1)
    put(store, (one, [award(one, place, year=2024, top_n=10) for place in CITIES[:count]]))
    assert [kind for kind, _ in found(store)] == kinds
    for fact in store.facts(FactQuery()):
        assert [told.kind for told in impossible_with(store, fact)] == kinds


def test_editions_of_unknown_year_are_not_one(store: Store) -> None:
    pairs = [(paper(n), CITIES[n]) for n in range(2)]
    put(store, *((told_in, [award(told_in, place, rank=1)]) for told_in, place in pairs))
    assert found(store) == []


def test_a_value_off_its_scale(store: Store) -> None:
    one = paper(1)
    put(store, (one, [index(one, value=38.2, year=2023), index(one, value=3.82, year=2024)]))
    assert found(store) == [("off scale", ("38.2",))]


def offices(store: Store, *spans: tuple[Named, str, str, dict[str, Any]]) -> None:
    for number, (person, first, last, keys) in enumerate(spans):
        for day in (first, last):
            told_in = paper(number * 100 + int(day[-2:]) + int(day[5:7]) * 1000, day)
            store.put(told_in, [office(told_in, person, **keys)])


def test_two_mayors_at_once(store: Store) -> None:
    offices(
        store, (WAHYU, "2024-01-05", "2024-06-08", {}), (IWAN, "2024-03-01", "2025-01-02", {"acting": "Pj"})
    )
    assert found(store) == [("two in one office", ("Wahyu Hidayat", "Iwan Kurniawan"))]


def test_another_mayor_within_a_term(store: Store) -> None:
    offices(store, (WAHYU, "2024-01-05", "2024-06-08", {}), (IWAN, "2024-03-01", "2024-03-02", {}))
    assert [kind for kind, _ in found(store)] == ["two in one office"]


@pytest.mark.parametrize(
    "other",
    [
        (IWAN, "2024-06-08", "2025-01-02", {}),  # one after the other
        (IWAN, "2024-02-01", "2024-04-02", {"acting": "Plt"}),  # during a leave
        (WAHYU, "2024-03-01", "2025-01-02", {"acting": "Pj"}),  # the same person
        (IWAN, "2024-03-01", "2025-01-02", {"region": KABUPATEN_MALANG}),
        (IWAN, "2024-03-01", "2025-01-02", {"position": "Wakil Wali Kota"}),
    ],
)
def test_two_who_do_not_hold_one_office_at_once(
    store: Store, other: tuple[Named, str, str, dict[str, Any]]
) -> None:
    offices(store, (WAHYU, "2024-01-05", "2024-06-08", {}), other)
    assert found(store) == []


def test_many_may_hold_an_office_of_many(store: Store) -> None:
    keys = {"position": "Kepala Dinas"}
    offices(store, (WAHYU, "2024-01-05", "2024-06-08", keys), (IWAN, "2024-03-01", "2025-01-02", keys))
    assert found(store) == []


def test_seven_of_ten_and_which_places_are_missing(store: Store) -> None:
    one = paper(1)
    told: list[Statement] = [
        award(one, CITIES[at], year=2024, rank=rank, top_n=10) for at, rank in enumerate([1, 2, 3, 5, 8, 9])
    ]
    told += [award(one, CITIES[9], year=2024, top_n=10), award(one, JAWA_TENGAH, year=2024, rank=1)]
    put(store, (one, told))
    provinces, cities = completeness(awards_of(store))
    assert (provinces.level, provinces.known, provinces.expected, provinces.missing) == (
        "provinsi",
        1,
        None,
        (),
    )
    assert (cities.level, cities.known, cities.expected) == ("kota", 7, 10)
    assert cities.missing == (4, 6, 7, 10)


def test_who_is_beyond_a_list_is_not_counted_in_it(store: Store) -> None:
    one = paper(1)
    told: list[Statement] = [award(one, KOTA_MALANG, year=2024, rank=9, top_n=10)]
    told += [award(one, KOTA_SURABAYA, year=2024, rank=11), award(one, KOTA_BANDUNG, year=2024)]
    put(store, (one, told))
    (cities,) = completeness(awards_of(store))
    assert (cities.known, cities.expected) == (1, 10)
    assert cities.missing == (1, 2, 3, 4, 5, 6, 7, 8, 10)


@pytest.mark.parametrize(
    ("ranks", "expected", "missing"),
    [
        ([], None, ()),
        ([1, 2, 4], None, (3,)),
        ([1, 1, 3], 3, ()),  # two firsts take the second place
        ([1, 3, 3], 5, (2, 5)),
        ([LONGEST + 1], None, ()),
    ],
)
def test_missing_places(ranks: list[int], expected: int | None, missing: tuple[int, ...]) -> None:
    assert missing_ranks(ranks, expected) == missing


@given(ranks=st.sets(st.integers(1, 60)), expected=st.one_of(st.none(), st.integers(1, 60)))
def test_without_ties_each_place_is_known_or_missing(ranks: set[int], expected: int | None) -> None:
    size = expected or max(ranks, default=0)
    assert sorted([*missing_ranks(ranks, expected), *(r for r in ranks if r <= size)]) == list(
        range(1, size + 1)
    )

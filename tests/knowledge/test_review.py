"""What is to be looked at first."""

from typing import Any

import pytest

from extractors.statement import Named, Programme
from knowledge.review import likeness, review
from knowledge.store import Store
from tests.builders import KOTA_MALANG, KOTA_SURABAYA, article, award, index, office

IPUK = Named(id="ipuk-fiestiandani", name="Ipuk Fiestiandani")
AZWAR = Named(id="ipuk-fiestiandani-azwar-anas", name="Ipuk Fiestiandani Azwar Anas")


def put(store: Store, number: int, *told: tuple[Any, dict[str, Any]]) -> None:
    paper = article(f"https://koran.example/{number}")
    store.put(paper, [make(paper, start=at, **keys) for at, (make, keys) in enumerate(told)])


def reasons(store: Store) -> list[tuple[str, str]]:
    return [(one.reason, one.told) for one in review(store)]


def test_a_sure_base_has_nothing_to_review(store: Store) -> None:
    put(store, 1, (award, {"year": 2024}), (index, {"value": 3.82, "year": 2023}), (office, {}))
    assert review(store) == []


def test_each_matter_is_told_with_what_to_judge(store: Store) -> None:
    local = Programme(id="unlisted-x", name="Lomba X", listed=False)
    put(store, 1, (award, {"year": 2024, "confidence": 0.4}), (index, {"value": 38.2, "year": 2023}))
    put(store, 2, (award, {"programme": local, "recipient": KOTA_SURABAYA}), (office, {"region": None}))
    put(store, 3, (office, {"person": IPUK, "position": "Bupati"}), (index, {"value": 2.6, "year": 2022}))
    put(store, 4, (office, {"person": AZWAR, "position": "Bupati"}), (index, {"value": 3.8, "year": 2022}))
    found = {one.reason: one for one in review(store)}
    assert {reason: one.told for reason, one in found.items()} == {
        "doubtful": "Digital Government Award, 2024, Kota Malang: 0.4",
        "impossible": "off scale: Indeks SPBE, 2023, Kota Malang: 38.2",
        "unlisted award": "Lomba X",
        "unknown region": "Wali Kota, Wahyu Hidayat",
        "same person": "Bupati, Kota Malang, Ipuk Fiestiandani = Ipuk Fiestiandani Azwar Anas",
        "conflict": "Indeks SPBE, 2022, Kota Malang, value: 2.6 (50%) / 3.8 (50%)",
    }
    for one in found.values():
        assert all(store.fact(name) for name in one.facts)
        assert len(store.statements_by_id(one.statements)) == len(one.statements)
    assert found["same person"].score == 1.0


def test_what_more_articles_rest_on_comes_first(store: Store) -> None:
    for number in range(4):
        put(store, number, (index, {"value": 2.6 + number % 2, "year": 2023}))
    put(store, 9, (index, {"value": 2.6, "year": 2022}), (index, {"value": 3.8, "year": 2022}))
    assert [one.weight for one in review(store)] == [2.0, 0.5]
    assert [one.weight for one in review(store, limit=1)] == [2.0]
    assert review(store, reason="doubtful") == []


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ipuk Fiestiandani", "Ipuk Fiestiandani Azwar Anas", True),
        ("Tri Rismaharini", "Tri Rismaharani", True),
        ("Wahyu", "Wahyu Hidayat", False),
        ("Wahyu Hidayat", "Iwan Kurniawan", False),
        ("Nur Hidayat", "Wahyu Hidayat", False),
    ],
)
def test_names_that_may_be_one_persons(one: str, other: str, alike: bool) -> None:
    assert (likeness(one, other) is not None) is alike
    assert likeness(one, other) == likeness(other, one)


def test_persons_of_different_regions_are_not_compared(store: Store) -> None:
    put(store, 1, (office, {"person": IPUK, "region": KOTA_MALANG}))
    put(store, 2, (office, {"person": AZWAR, "region": KOTA_SURABAYA}))
    assert reasons(store) == []

"""Which facts a query finds, and in which order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.statement import Named, Place
from knowledge.fact import AwardFact, Fact, IndexFact, OfficeFact
from knowledge.merge import merge
from knowledge.store import FactQuery, Store
from tests.builders import (
    ADIPURA,
    DGA,
    JAWA_TENGAH,
    KABUPATEN_MALANG,
    KOTA_BANDUNG,
    KOTA_MALANG,
    KOTA_SURABAYA,
    PANRB,
    WAHYU,
    article,
    award,
    index,
    office,
)
from tests.knowledge.conftest import Engine
from tests.knowledge.worlds import Pair, pairs


def place_of(fact: Fact) -> Place | None:
    match fact:
        case AwardFact():
            return fact.recipient
        case IndexFact():
            return fact.region
        case OfficeFact():
            return fact.region or fact.body


def matches(query: FactQuery, fact: Fact) -> bool:
    """What a query means, in the plainest way."""
    place = place_of(fact)
    year = None if isinstance(fact, OfficeFact) else fact.year
    match fact:
        case AwardFact():
            thing = fact.award.id
        case IndexFact():
            thing = fact.index.id
        case OfficeFact():
            thing = fact.position
    ids = {place.id if place else None, fact.person.id if isinstance(fact, OfficeFact) else None}
    code = place.id if place and place.id[0].isdigit() else None
    return (
        query.kind in (None, fact.kind)
        and (query.subject is None or query.subject in ids)
        and (query.thing is None or query.thing.casefold() == thing.casefold())
        and query.year in (None, year)
        and query.level in (None, place.level if place else "")
        and (query.province is None or (code is not None and code.split(".")[0] == query.province))
    )


def rank_in_list(fact: Fact) -> tuple[object, ...]:
    """The order of a list in the plainest way, all but the last resort to the id."""
    place = place_of(fact)
    name = place.name if place else ""
    if isinstance(fact, OfficeFact):
        return (fact.kind, fact.position.casefold(), name, fact.person.name, fact.id)
    value = fact.value if isinstance(fact, IndexFact) else None
    return (
        fact.kind,
        fact.award.id if isinstance(fact, AwardFact) else fact.index.id,
        (fact.year is None, fact.year),
        (fact.rank is None, fact.rank),
        (value is None, -value if value is not None else None),
        (fact.predicate is None, fact.predicate),
        name,
        fact.id,
    )


queries = st.builds(
    FactQuery,
    kind=st.sampled_from([None, None, "award", "index", "office"]),
    subject=st.sampled_from([None, None, KOTA_MALANG.id, KABUPATEN_MALANG.id, WAHYU.id, PANRB.id]),
    thing=st.sampled_from([None, None, "adipura", "spbe", "Wali Kota", "Bupati"]),
    year=st.sampled_from([None, None, 2023, 2024]),
    level=st.sampled_from([None, None, "kota", "provinsi", "kementerian"]),
    province=st.sampled_from([None, None, "35", "33", "32"]),
)


def test_a_store_finds_exactly_what_a_query_means(engine: Engine) -> None:
    @settings(max_examples=engine.examples)
    @given(world=pairs(), asked=st.lists(queries, min_size=1, max_size=5))
    def check(world: list[Pair], asked: list[FactQuery]) -> None:
        store = engine.open(engine.place())
        store.put_many(world)
        facts = merge(told for _, statements in world for told in statements)
        for query in asked:
            expected = sorted((fact for fact in facts if matches(query, fact)), key=lambda fact: str(fact.id))
            found = list(store.facts(query))
            assert sorted(found, key=lambda fact: fact.id) == expected
        listed = list(store.facts(FactQuery()))
        awards_and_indices = [fact for fact in listed if fact.kind != "office"]
        assert awards_and_indices == sorted(awards_and_indices, key=rank_in_list)
        store.close()

    check()


def test_a_list_is_in_order_of_rank_then_name_with_unknown_ranks_last(store: Store) -> None:
    paper = article()
    told = [
        award(paper, KOTA_MALANG, DGA, year=2024, rank=9),
        award(paper, KOTA_SURABAYA, DGA, year=2024, rank=1),
        award(paper, JAWA_TENGAH, DGA, year=2024, rank=10),
        award(paper, KABUPATEN_MALANG, DGA, year=2024),
        award(paper, KOTA_BANDUNG, DGA, year=2024),
        award(paper, KOTA_BANDUNG, DGA, year=2023, rank=30),
        award(paper, KOTA_BANDUNG, DGA, rank=2),
        award(paper, KOTA_MALANG, ADIPURA, year=2025),
    ]
    store.put(paper, told)
    listed = [fact for fact in store.facts(FactQuery(kind="award")) if isinstance(fact, AwardFact)]
    assert [(fact.award.id, fact.year, fact.rank, fact.recipient.name) for fact in listed] == [
        ("adipura", 2025, None, "Kota Malang"),
        ("digital-government-award", 2023, 30, "Kota Bandung"),
        ("digital-government-award", 2024, 1, "Kota Surabaya"),
        ("digital-government-award", 2024, 9, "Kota Malang"),
        ("digital-government-award", 2024, 10, "Provinsi Jawa Tengah"),
        ("digital-government-award", 2024, None, "Kabupaten Malang"),
        ("digital-government-award", 2024, None, "Kota Bandung"),
        ("digital-government-award", None, 2, "Kota Bandung"),
    ]


def test_values_come_highest_first(store: Store) -> None:
    values = [4.24, 10.0, -3.5, 0.0, 100.67, 2.6, -0.5, 1e-9, 6080.0]
    paper = article()
    places = [Place(id=f"35.{number:02}", name=f"Kota {number}", level="kota") for number in range(9)]
    store.put(
        paper,
        [index(paper, place, value=value, year=2024) for place, value in zip(places, values, strict=True)],
    )
    listed = [fact.value for fact in store.facts(FactQuery()) if isinstance(fact, IndexFact)]
    assert listed == sorted(values, reverse=True)


def test_more_facts_than_a_page_are_all_told_once(store: Store) -> None:
    paper = article()
    told = [
        award(paper, Place(id=f"slug-{number}", name=f"Lembaga {number % 7}", level="lembaga"), year=2024)
        for number in range(707)
    ]
    store.put(paper, told)
    listed = [fact.id for fact in store.facts(FactQuery(level="lembaga"))]
    assert len(set(listed)) == len(listed) == 707


def test_an_office_is_found_by_person_and_by_region(store: Store) -> None:
    paper = article()
    iwan = Named(id="iwan-kurniawan", name="Iwan Kurniawan")
    store.put(
        paper,
        [
            office(paper, WAHYU, "Wali Kota", region=KOTA_MALANG, acting="Pj"),
            office(paper, iwan, "Wali Kota", region=KOTA_MALANG, acting="Pj"),
            office(paper, WAHYU, "Sekretaris Daerah", region=KABUPATEN_MALANG),
            office(paper, iwan, "Menteri", body=PANRB),
        ],
    )

    def names(**query: str) -> list[tuple[str, str]]:
        facts = store.facts(FactQuery.model_validate(query))
        return [(fact.position, fact.person.name) for fact in facts if isinstance(fact, OfficeFact)]

    assert names(subject="35.73") == [("Wali Kota", "Iwan Kurniawan"), ("Wali Kota", "Wahyu Hidayat")]
    assert names(subject="wahyu-hidayat", kind="office") == [
        ("Sekretaris Daerah", "Wahyu Hidayat"),
        ("Wali Kota", "Wahyu Hidayat"),
    ]
    assert names(thing="WALI  KOTA", subject="wahyu-hidayat") == [("Wali Kota", "Wahyu Hidayat")]
    assert names(subject="kementerian-panrb") == [("Menteri", "Iwan Kurniawan")]
    assert names(province="35", thing="Sekretaris Daerah") == [("Sekretaris Daerah", "Wahyu Hidayat")]


def test_a_province_is_in_itself_and_a_body_in_none(store: Store) -> None:
    paper = article()
    body = Place(id="33-biro", name="Biro 33", level="lembaga")
    store.put(paper, [award(paper, place, year=2024) for place in (JAWA_TENGAH, KOTA_MALANG, body)])
    found = [fact for fact in store.facts(FactQuery(province="33")) if isinstance(fact, AwardFact)]
    assert [fact.recipient for fact in found] == [JAWA_TENGAH]


@pytest.mark.parametrize("year", [10**30, -(10**30), 0])
def test_a_year_of_any_size_is_only_not_known(store: Store, year: int) -> None:
    paper = article()
    store.put(paper, [award(paper, year=2024)])
    assert list(store.facts(FactQuery(year=year))) == []
    store.put(paper, [award(paper, year=year, rank=10**40)])
    (fact,) = store.facts(FactQuery(year=year))
    assert isinstance(fact, AwardFact)
    assert (fact.year, fact.rank) == (year, 10**40)

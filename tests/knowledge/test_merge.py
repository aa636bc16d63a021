"""From statements to facts."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.article import Article
from extractors.errors import InputError
from extractors.statement import Named, Statement
from knowledge.fact import AwardFact, Fact, IndexFact, OfficeFact
from knowledge.merge import merge, topic
from knowledge.spelling import plain, plain_category
from tests.builders import (
    ADIPURA,
    DGA,
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
from tests.knowledge.worlds import Pair, pairs


def paper(number: int, published: str | None = "2024-05-27") -> Article:
    return article(f"https://koran.example/{number}", published=published)


def only(statements: list[Statement]) -> Any:
    (fact,) = merge(statements)
    return fact


def test_nothing_makes_nothing() -> None:
    assert merge([]) == []


def test_that_a_region_is_named_is_no_fact() -> None:
    told = region(paper(1))
    assert topic(told) is None
    assert merge([told]) == []


def test_homonyms_are_never_one() -> None:
    told = [award(paper(1), place, year=2024) for place in (KOTA_MALANG, KABUPATEN_MALANG)]
    assert {fact.recipient for fact in merge(told) if isinstance(fact, AwardFact)} == {
        KOTA_MALANG,
        KABUPATEN_MALANG,
    }


def test_witnesses_are_articles() -> None:
    told = [
        award(paper(1, "2024-05-27"), year=2024, rank=9, confidence=0.8),
        award(paper(1, "2024-05-27"), year=2024, rank=9, confidence=0.7, start=9),
        award(paper(2, "2024-06-01"), year=2024, top_n=10, confidence=0.5),
        award(paper(3, None), year=2024, giver="Presiden", confidence=0.5),
    ]
    fact = only([*told])
    assert isinstance(fact, AwardFact)
    assert (fact.witnesses, fact.confidence) == (3, 0.95)
    assert (fact.rank, fact.top_n, fact.giver, fact.conflicts) == (9, 10, "Presiden", ())
    assert (fact.first_seen, fact.last_seen) == ("2024-05-27", "2024-06-01")
    assert fact.statements[:2] == (told[0].id, told[1].id)
    assert set(fact.statements) == {one.id for one in told}


def test_every_key_of_an_award_is_kept() -> None:
    keys: dict[str, Any] = {
        "rank": 9,
        "top_n": 10,
        "predicate": "Utama",
        "streak": 13,
        "giver": "Presiden",
        "event": "SPBE Summit",
        "date": "2024-05-27",
    }
    fact = only([award(paper(1), year=2024, **keys)])
    assert fact.model_dump(mode="json", include=set(keys)) == keys


def test_every_key_of_an_index_is_kept() -> None:
    keys: dict[str, Any] = {
        "value": 4.24,
        "unit": "poin",
        "scale": "1-5",
        "predicate": "Memuaskan",
        "rank": 1,
        "rank_of": 38,
    }
    fact = only([index(paper(1), year=2024, **keys)])
    assert fact.model_dump(mode="json", include=set(keys)) == keys


def test_different_ranks_are_a_conflict() -> None:
    told = [award(paper(number), year=2024, rank=rank) for number, rank in enumerate([9, 9, 10])]
    fact = only([*told])
    assert fact.rank == 9
    (conflict,) = fact.conflicts
    assert [(side.value, side.weight) for side in conflict.sides] == [(9, 0.6667), (10, 0.3333)]
    assert conflict.sides[1].statements == (told[2].id,)


def test_two_conflicts_are_both_told() -> None:
    fact = only(
        [
            award(paper(1), year=2024, rank=9, predicate="Utama"),
            award(paper(2), year=2024, rank=10, predicate="Madya"),
        ]
    )
    assert [conflict.field for conflict in fact.conflicts] == ["rank", "predicate"]


def test_the_same_value_given_to_two_years_is_two_facts() -> None:
    facts = merge([index(paper(1), value=2.6, year=2022), index(paper(2), value=2.6, year=2023)])
    assert {(fact.year, fact.value) for fact in facts if isinstance(fact, IndexFact)} == {
        (2022, 2.6),
        (2023, 2.6),
    }


def test_two_values_for_one_year_are_a_conflict() -> None:
    fact = only(
        [
            index(paper(1), value=4.24, year=2024, confidence=0.9),
            index(paper(2), value=4.42, year=2024, confidence=0.6),
        ]
    )
    assert isinstance(fact, IndexFact)
    assert fact.value == 4.24
    assert [(side.value, side.weight) for side in fact.conflicts[0].sides] == [(4.24, 0.6), (4.42, 0.4)]
    assert fact.confidence == pytest.approx(0.96 * 0.6)


def test_values_of_unknown_years_do_not_contradict_each_other() -> None:
    facts = merge([index(paper(number), value=value) for number, value in enumerate([2.6, 3.82, 2.6])])
    assert sorted(
        (fact.value, fact.witnesses, fact.conflicts) for fact in facts if isinstance(fact, IndexFact)
    ) == [
        (2.6, 2, ()),
        (3.82, 1, ()),
    ]


def test_a_person_is_known_by_the_name_whatever_its_case() -> None:
    shouted = Named(id="wahyu-h", name="WAHYU  HIDAYAT")
    fact = only(
        [
            office(paper(1), WAHYU, "Wali Kota", acting="Pj"),
            office(paper(2), shouted, "wali kota", acting="Pj"),
            office(paper(3), WAHYU, "Wali Kota", acting="Pj"),
        ]
    )
    assert isinstance(fact, OfficeFact)
    assert (fact.person, fact.position, fact.acting, fact.witnesses) == (WAHYU, "Wali Kota", "Pj", 3)
    assert (fact.region, fact.body) == (KOTA_MALANG, None)


def test_offices_differ_by_person_position_seat_and_acting() -> None:
    told = [
        office(paper(1)),
        office(paper(1), Named(id="iwan", name="Iwan Kurniawan")),
        office(paper(1), position="Wakil Wali Kota"),
        office(paper(1), region=KABUPATEN_MALANG),
        office(paper(1), region=None),
        office(paper(1), body=PANRB),
        office(paper(1), acting="Pj"),
        office(paper(1), acting="Plt"),
    ]
    assert len(merge(told)) == len({topic(one) for one in told}) == len(told)


def test_an_office_is_seen_on_the_day_it_is_told_of() -> None:
    fact = only(
        [
            office(paper(1, "2025-01-10"), as_of="2024-05-27"),
            office(paper(2, "2024-08-01")),
        ]
    )
    assert (fact.first_seen, fact.last_seen) == ("2024-05-27", "2024-08-01")


def test_an_office_of_no_day_is_refused() -> None:
    with pytest.raises(InputError, match="'Mei 2024' is not written as YYYY-MM-DD"):
        merge([office(paper(1), as_of="Mei 2024")])


def test_only_awards_of_one_programme_and_recipient_are_one_topic() -> None:
    first = award(paper(1), year=2024, category="A")
    assert topic(first) == topic(award(paper(2), year=2023))
    assert topic(first) != topic(award(paper(1), programme=ADIPURA, year=2024, category="A"))
    assert topic(first) != topic(award(paper(1), KABUPATEN_MALANG, DGA, year=2024, category="A"))


def by_topic(statements: list[Statement]) -> list[Fact]:
    topics = {topic(one) for one in statements}
    facts = [fact for name in topics for fact in merge(one for one in statements if topic(one) == name)]
    return sorted(facts, key=lambda fact: fact.id)


@given(world=pairs(), data=st.data())
def test_facts_depend_on_what_is_said_not_on_the_order(world: list[Pair], data: st.DataObject) -> None:
    statements = [one for _, told in world for one in told]
    facts = merge(statements)
    assert merge(data.draw(st.permutations(statements))) == facts
    assert by_topic(statements) == facts
    assert len({fact.id for fact in facts}) == len(facts)


@given(world=pairs())
def test_each_statement_is_in_one_fact(world: list[Pair]) -> None:
    statements = [one for _, told in world for one in told]
    named = sorted(name for fact in merge(statements) for name in fact.statements)
    assert named == sorted(one.id for one in statements if one.kind != "region")


@given(st.text())
def test_plain_text_stays_plain(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert bool(plain(text)) == bool(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Pemerintah  Kota", "PEMERINTAH KOTA", True),
        ("Kota/Kabupaten", "kota - kabupaten", True),
        ("Kategori Kota Besar", "Kota Besar", True),
        ("Kota Besar", "Kota Kecil", False),
        ("Kategori", "kategori", True),
        ("***", "**", False),
    ],
)
def test_spellings_of_a_category(one: str, other: str, same: bool) -> None:
    assert (plain_category(one) == plain_category(other)) is same

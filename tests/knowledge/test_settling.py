"""Rules that settle a disagreement, with the losing side visible."""

from typing import Any

import pytest

from extractors.statement import Statement
from knowledge.fact import AwardFact, IndexFact
from knowledge.merge import merge
from tests.builders import KOTA_MALANG, SPBE, article, award, index


def only(statements: list[Statement]) -> Any:
    (fact,) = merge(statements)
    return fact


def spbe(site: str, published: str | None, value: float, **keys: Any) -> Statement:
    return index(article(f"https://{site}/1", published=published), value=value, **{"year": 2023, **keys})


def rank(number: int, place: int, *rules: str) -> Statement:
    return award(article(f"https://koran.example/{number}"), year=2024, rank=place, rules=rules)


def test_a_later_official_correction_beats_earlier_reports() -> None:
    fact = only(
        [
            spbe("satu.example", "2024-01-10", 2.6),
            spbe("dua.example", "2024-01-11", 2.6),
            spbe("www.menpan.go.id", "2024-01-20", 3.82),
        ]
    )
    assert fact.value == 3.82
    (conflict,) = fact.conflicts
    assert conflict.settled == "official correction"
    assert [(side.value, side.weight) for side in conflict.sides] == [(3.82, 0.3333), (2.6, 0.6667)]
    assert fact.confidence == 0.99


@pytest.mark.parametrize(
    ("official", "reports"),
    [("2024-01-10", "2024-01-10"), ("2024-01-09", "2024-01-10"), (None, "2024-01-10")],
)
def test_what_the_giver_told_before_corrects_nothing(official: str | None, reports: str) -> None:
    fact = only(
        [
            spbe("satu.example", reports, 2.6),
            spbe("dua.example", reports, 2.6),
            spbe("www.menpan.go.id", official, 3.82),
        ]
    )
    assert fact.value == 2.6
    assert fact.conflicts[0].settled is None


def test_of_two_official_values_the_later_one_holds() -> None:
    first = article("https://menpan.go.id/1", published="2024-01-10")
    later = article("https://menpan.go.id/2", published="2024-01-12")
    fact = only([index(first, value=2.6, year=2023), index(later, value=3.82, year=2023)])
    assert (fact.value, fact.conflicts[0].settled) == (3.82, "official correction")


def test_the_recipients_own_site_corrects_nothing() -> None:
    fact = only(
        [
            spbe("satu.example", "2024-01-10", 2.6),
            spbe("dua.example", "2024-01-10", 2.6),
            spbe("malangkota.go.id", "2024-02-10", 3.82),
        ]
    )
    assert (fact.value, fact.conflicts[0].settled) == (2.6, None)


def test_a_full_list_beats_a_mention() -> None:
    fact = only([rank(1, 10), rank(2, 10), rank(3, 9, "named", "number of the list")])
    assert isinstance(fact, AwardFact)
    assert fact.rank == 9
    (conflict,) = fact.conflicts
    assert conflict.settled == "full list"
    assert [side.value for side in conflict.sides] == [9, 10]


def test_two_lists_that_differ_are_weighed() -> None:
    fact = only([rank(1, 10, "told in order"), rank(2, 10), rank(3, 9, "number of the list")])
    assert (fact.rank, fact.conflicts[0].settled) == (10, None)


WRITTEN = "Indeks SPBE Kota Malang tahun 2024 mencapai 4,24."
THIS_YEAR = "Tahun ini indeks SPBE Kota Malang mencapai 4,24."


def value(number: int, body: str, published: str, year: int, told: float | None = 4.24) -> Statement:
    paper = article(f"https://koran.example/{number}", body=body, published=published)
    return index(paper, KOTA_MALANG, SPBE, year=year, value=told)


def test_an_explicit_year_beats_this_year() -> None:
    sure, reckoned = value(1, WRITTEN, "2025-01-14", 2024), value(2, THIS_YEAR, "2025-01-15", 2025)
    fact = only([sure, reckoned])
    assert isinstance(fact, IndexFact)
    assert (fact.year, fact.value, fact.witnesses) == (2024, 4.24, 2)
    (conflict,) = fact.conflicts
    assert (conflict.field, conflict.settled) == ("year", "explicit year")
    assert [(side.value, side.statements) for side in conflict.sides] == [
        (2024, (sure.id,)),
        (2025, (reckoned.id,)),
    ]


@pytest.mark.parametrize(
    "other",
    [
        value(2, THIS_YEAR, "2025-01-15", 2025, told=4.3),  # another value
        value(2, THIS_YEAR, "2025-04-15", 2025),  # other news
        value(2, "Kota Malang mencatat SPBE 4,24.", "2025-01-15", 2025),  # not reckoned
        value(2, "Tahun ini, 2025, SPBE Kota Malang 4,24.", "2025-01-15", 2025),  # written out
        value(2, THIS_YEAR, "2025-01-15", 2026),  # two years off
    ],
)
def test_other_years_stand_alone(other: Statement) -> None:
    assert len(merge([value(1, WRITTEN, "2025-01-14", 2024), other])) == 2


def test_a_reckoned_year_that_somebody_writes_out_stands_too() -> None:
    written = value(3, "SPBE Kota Malang 2025 juga 4,24.", "2025-01-20", 2025)
    facts = merge([value(1, WRITTEN, "2025-01-14", 2024), value(2, THIS_YEAR, "2025-01-15", 2025), written])
    assert sorted(fact.witnesses for fact in facts) == [1, 2]


def test_awards_too_go_to_the_edition_that_is_written_out() -> None:
    sure = award(
        article("https://koran.example/1", body="Kota Malang meraih Adipura 2023.", published="2024-03-05"),
        year=2023,
    )
    reckoned = award(
        article("https://koran.example/2", body="Tahun ini Malang meraih Adipura.", published="2024-03-06"),
        year=2024,
    )
    fact = only([sure, reckoned])
    assert (fact.year, fact.witnesses, fact.conflicts[0].settled) == (2023, 2, "explicit year")


def test_a_value_off_its_scale_is_flagged() -> None:
    assert only([spbe("satu.example", None, 38.2)]).flaws == ("off scale",)
    assert only([spbe("satu.example", None, 3.82)]).flaws == ()
    assert only([spbe("satu.example", None, 3.82, rank=39, rank_of=38)]).flaws == ("rank beyond the list",)


def test_a_place_beyond_its_list_is_flagged() -> None:
    paper = article("https://koran.example/1")
    assert only([award(paper, year=2024, rank=11, top_n=10)]).flaws == ("rank beyond the list",)
    assert only([award(paper, year=2024, rank=10, top_n=10)]).flaws == ()

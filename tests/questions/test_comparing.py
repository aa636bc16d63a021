"""What answers say that set values, years or sources beside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answer import answer
from knowledge.answer_count import in_a_row
from knowledge.store import Store
from tests.questions.test_tables import TODAY


def say(store: Store, question: str) -> str:
    return answer(store, question, TODAY).text


def test_a_comparison_tells_by_how_much(base: Store) -> None:
    assert say(base, "Mana yang lebih tinggi IPM-nya 2024, Kota Malang atau Kota Surabaya?") == (
        "IPM 2024: Kota Surabaya 84,1; Kota Malang 83,5. Yang lebih tinggi: Kota Surabaya, selisih 0,6."
    )


def test_a_rise_tells_both_values_and_among_how_many(base: Store) -> None:
    assert say(base, "which city had the greatest rise in IKLH from 2022 to 2023") == (
        "Known: the greatest rise of Indeks Kualitas Lingkungan Hidup 2022–2023, among the 2 regions whose "
        "values are known for both years: Kota Cimahi 55.1 → 58.4 (up 3.3)."
    )


def test_a_rise_rests_on_both_values(base: Store) -> None:
    (row,) = answer(base, "daerah dengan kenaikan IKLH terbesar 2023", TODAY).rows
    assert {fact.year for name in row.facts if (fact := base.fact(name))} == {2022, 2023}  # type: ignore[union-attr]


def test_times_are_counted_and_what_sources_tell_of_a_row_is_told(base: Store) -> None:
    assert say(base, "berapa kali Kota Malang meraih WTP") == (
        "Kota Malang diketahui meraih Opini BPK predikat WTP 1 kali: 2023. "
        "Menurut sumber, 13 kali berturut-turut (2023)."
    )
    assert say(base, "berapa kali berturut-turut Kota Cimahi meraih WTP") == (
        "Kota Cimahi diketahui meraih Opini BPK predikat WTP 3 kali: 2020, 2022, dan 2023. "
        "Diketahui 2 kali berturut-turut: 2022–2023."
    )


def test_who_held_an_office_then_is_told_with_the_day(base: Store) -> None:
    given = answer(base, "siapa wali kota Cimahi saat menerima WTP 2023", TODAY)
    assert given.text == (
        "Wali Kota Cimahi saat Kota Cimahi menerima Opini BPK pada 2023 (11 Juni 2024): Gita Rahayu."
    )
    told = {base.fact(name).kind for name in given.rows[0].facts}  # type: ignore[union-attr]
    assert told == {"office"}
    assert any("menerima" in quote.text for quote in given.evidence)
    assert any("opini WTP" in quote.text for quote in given.evidence)


def test_of_an_earlier_edition_somebody_else_may_have_held_it(base: Store) -> None:
    assert not answer(base, "siapa wali kota Cimahi saat menerima WTP 2022", TODAY).answered


@pytest.mark.parametrize(
    ("years", "run"),
    [([], 0), ([2020], 1), ([2020, 2022], 1), ([2020, 2022, 2023], 2), ([2021, 2022, 2023], 3)],
)
def test_a_row_of_years_ends_with_the_last(years: list[int], run: int) -> None:
    assert in_a_row(years) == run


@given(st.sets(st.integers(1990, 2030), min_size=1))
def test_a_row_is_as_long_as_years_that_follow_each_other(years: set[int]) -> None:
    run = in_a_row(sorted(years))
    last = max(years)
    assert set(range(last - run + 1, last + 1)) <= years
    assert last - run not in years

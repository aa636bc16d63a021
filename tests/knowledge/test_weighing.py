"""Weighing what articles say, one against the other."""

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.statement import AwardStatement
from knowledge.fact import Conflict
from knowledge.weighing import Value, by_witness, confidence, confident_first, tally, weigh, weight
from knowledge.witness import independent
from tests.builders import article, award


def told(number: int, confidence: float = 0.8, start: int = 0, **keys: Any) -> AwardStatement:
    paper = article(f"https://koran.example/{number}")
    return award(paper, confidence=confidence, start=start, year=2024, **keys)


def weighed(statements: list[AwardStatement], field: str) -> tuple[Value | None, Conflict | None]:
    return weigh(statements, field, independent(statements))


def sure(statements: list[AwardStatement], conflicts: list[Conflict]) -> float:
    return confidence(statements, conflicts, independent(statements))


def conflict_of(field: str, *statements: AwardStatement) -> Conflict:
    _, conflict = weighed([*statements], field)
    assert conflict is not None
    return conflict


def test_an_article_that_repeats_itself_is_one_witness() -> None:
    statements = [told(1, 0.6, rank=9), told(1, 0.9, start=5, rank=9), told(2, 0.5, rank=9)]
    assert by_witness(statements, independent(statements)) == {
        "https://koran.example/1": 0.9,
        "https://koran.example/2": 0.5,
    }
    assert weight(statements, independent(statements)) == pytest.approx(1.4)


def test_two_doubtful_witnesses_outweigh_a_sure_one() -> None:
    one, two, three = told(1, 0.9, rank=9), told(2, 0.5, rank=10), told(3, 0.6, rank=10)
    value, conflict = weighed([one, two, three], "rank")
    assert value == 10
    assert conflict is not None
    assert conflict.field == "rank"
    assert [(side.value, side.statements, side.weight) for side in conflict.sides] == [
        (10, (three.id, two.id), 0.55),
        (9, (one.id,), 0.45),
    ]


def test_an_article_that_contradicts_itself_is_on_both_sides() -> None:
    title, body = told(1, 0.9, rank=1), told(1, 0.6, start=9, rank=2)
    conflict = conflict_of("rank", title, body)
    assert [(side.value, side.weight) for side in conflict.sides] == [(1, 0.6), (2, 0.4)]


def test_three_sides_are_all_told() -> None:
    conflict = conflict_of("rank", told(1, rank=1), told(2, rank=2), told(3, rank=3), told(4, rank=3))
    assert [side.value for side in conflict.sides] == [3, 1, 2]
    assert sum(side.weight for side in conflict.sides) == pytest.approx(1)


def test_unknown_contradicts_nothing() -> None:
    assert weighed([told(1, rank=9), told(2), told(3)], "rank") == (9, None)
    assert weighed([told(1), told(2)], "rank") == (None, None)


def test_spellings_are_one_value() -> None:
    statements = [told(1, predicate="NINDYA"), told(2, predicate="Nindya"), told(3, predicate="Nindya")]
    assert weighed(statements, "predicate") == ("Nindya", None)


def test_days_are_told_as_iso_dates() -> None:
    conflict = conflict_of("date", told(1, 0.9, date="2024-05-27"), told(2, 0.8, date="2024-05-28"))
    assert [side.value for side in conflict.sides] == ["2024-05-27", "2024-05-28"]


def test_without_any_confidence_sides_weigh_the_same() -> None:
    conflict = conflict_of("rank", told(1, 0.0, rank=1), told(2, 0.0, rank=2))
    assert [(side.value, side.weight) for side in conflict.sides] == [(1, 0.5), (2, 0.5)]


def test_labels_are_tallied_as_they_are_spelt() -> None:
    statements = [told(1, 0.9, category="KOTA"), told(2, 0.8, category="Kota"), told(3, 0.8, category="Kota")]
    assert [spelt for spelt, _ in tally(statements, lambda one: one.category, independent(statements))] == [
        "Kota",
        "KOTA",
    ]


def test_independent_witnesses_add_up() -> None:
    assert sure([told(1, 0.8)], []) == 0.8
    assert sure([told(1, 0.8), told(2, 0.5)], []) == 0.9
    assert sure([told(1, 0.8), told(1, 0.5, start=4)], []) == 0.8


def test_no_number_of_witnesses_is_certain() -> None:
    assert sure([told(number, 0.9) for number in range(20)], []) == 0.99
    assert sure([told(1, 1.0)], []) == 0.99


def test_a_conflict_shakes_the_fact() -> None:
    statements = [told(1, 0.9, rank=9), told(2, 0.9, rank=9), told(3, 0.9, rank=10)]
    _, conflict = weighed(statements, "rank")
    assert conflict is not None
    assert sure(statements, [conflict]) == pytest.approx(0.99 * 2 / 3, abs=1e-3)


def test_two_names_of_a_giver_do_not() -> None:
    statements = [told(1, giver="Presiden"), told(2, giver="Kementerian PANRB")]
    _, conflict = weighed(statements, "giver")
    assert conflict is not None
    assert sure(statements, [conflict]) == sure(statements, [])


def test_the_most_confident_come_first() -> None:
    statements = [told(1, 0.5), told(2, 0.9), told(3, 0.5)]
    ordered = confident_first(statements)
    assert [one.confidence for one in ordered] == [0.9, 0.5, 0.5]
    assert ordered[1].id < ordered[2].id


def test_a_tie_is_a_tie_in_any_order() -> None:
    # Added one after the other, 0.1 + 0.2 + 0.3 is more than 0.6 or not, as the order has it.
    statements = [told(1, 0.1, rank=2), told(2, 0.2, rank=2), told(3, 0.3, rank=2), told(4, 0.6, rank=1)]
    assert {weighed(order, "rank")[0] for order in itertools.permutations(statements)} == {1}


ranked = st.lists(
    st.builds(
        told,
        number=st.integers(1, 5),
        confidence=st.floats(0, 1),
        start=st.integers(0, 3),
        rank=st.sampled_from([None, 1, 2, 3]),
    ),
    unique_by=lambda statement: statement.id,
    max_size=12,
)


@given(statements=ranked, data=st.data())
def test_the_order_of_statements_does_not_matter(
    statements: list[AwardStatement], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(statements))
    value, conflict = weighed(statements, "rank")
    assert (value, conflict) == weighed(shuffled, "rank")
    conflicts = [conflict] if conflict else []
    assert sure(statements, conflicts) == sure(shuffled, conflicts)
    assert 0 <= sure(statements, conflicts) <= 0.99


@given(statements=ranked)
def test_no_side_is_lost(statements: list[AwardStatement]) -> None:
    value, conflict = weighed(statements, "rank")
    told_values = {one.rank for one in statements if one.rank is not None}
    if conflict is None:
        assert told_values <= {value}
        return
    assert {side.value for side in conflict.sides} == told_values
    assert sorted(name for side in conflict.sides for name in side.statements) == sorted(
        one.id for one in statements if one.rank is not None
    )
    assert [side.weight for side in conflict.sides] == sorted(
        (side.weight for side in conflict.sides), reverse=True
    )

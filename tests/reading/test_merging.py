"""One honour told several times is one reading; what differs stays apart."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.honour import AwardReading
from extractors.lexicon import Award, awards
from extractors.merging import merged
from extractors.reader import Reader
from extractors.sentences import Sentence
from extractors.unlisted import as_award
from tests.builders import KABUPATEN_MALANG, KOTA_MALANG
from tests.reading.case import Case, assert_awards, cases

LEXICON = {award.id: award for award in awards()}
BODY = 100
"""Where the body begins."""


@pytest.mark.parametrize("case", list(cases(Path(__file__).parent / "merging.yaml")))
def test_a_stored_text(reader: Reader, case: Case) -> None:
    assert_awards(reader, case)


def told(start: int, award: str | Award = "kla", confidence: float = 0.9, **keys: Any) -> AwardReading:
    """A reading at `start`, of Kota Malang unless told otherwise."""
    entry = LEXICON[award] if isinstance(award, str) else award
    place = keys.pop("recipient", KOTA_MALANG)
    field = "title" if start < BODY else "body"
    sentence = Sentence(start, start + 20, field, 0)  # type: ignore[arg-type]
    listed = entry.id in LEXICON
    return AwardReading(start, start + 10, sentence, place, entry, listed, confidence=confidence, **keys)


def keys(readings: list[AwardReading], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(getattr(one, name) for name in names) for one in readings]


def test_what_one_sentence_leaves_out_another_tells() -> None:
    (one,) = merged(
        [told(5), told(110, year=2023, giver="X"), told(150, predicate="Nindya", rank=2)], BODY, {}
    )
    assert (one.year, one.predicate, one.rank, one.giver) == (2023, "Nindya", 2, "X")


def test_the_surest_of_the_readings_tells_how_sure_it_is() -> None:
    (one,) = merged([told(110, confidence=0.6, year=2023), told(150, confidence=0.9)], BODY, {})
    assert one.confidence == 0.9


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"year": 2022}, {"year": 2023}),
        ({"rank": 1}, {"rank": 2}),
        ({"predicate": "Madya"}, {"predicate": "Nindya"}),
        ({"recipient": KOTA_MALANG}, {"recipient": KABUPATEN_MALANG}),
        ({"award": "kla"}, {"award": "uhc"}),
        (
            {"award": "smart-city", "category": "Smart Economy"},
            {"award": "smart-city", "category": "Smart Living"},
        ),
    ],
)
def test_what_differs_stays_apart(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert len(merged([told(110, **first), told(150, **second)], BODY, {})) == 2


def test_categories_in_free_words_do_not_part() -> None:
    assert len(merged([told(110, category="kota"), told(150, category="kota besar")], BODY, {})) == 1


def test_the_body_leads_over_a_headline_that_contradicts_it() -> None:
    (one,) = merged([told(5, rank=2), told(110, rank=3)], BODY, {})
    assert one.rank == 3
    assert one.note == "the headline tells it otherwise"


def test_what_only_the_headline_tells_is_kept() -> None:
    (one,) = merged([told(5, rank=2)], BODY, {})
    assert (one.rank, one.note) == (2, None)


def test_a_name_in_a_headlines_own_words_is_the_award_that_the_body_names() -> None:
    headline = told(5, as_award("Penghargaan Ramah Anak Hebat"), streak=3)
    (one,) = merged([headline, told(110)], BODY, {})
    assert (one.award.id, one.streak) == ("kla", 3)


def test_another_unlisted_award_in_the_body_is_another_award() -> None:
    both = merged([told(110), told(150, as_award("Zamrud Hijau Award"))], BODY, {})
    assert len(both) == 2


@pytest.mark.parametrize(
    ("main", "year", "factor"),
    [({"kla": 2023}, 2023, 0.97), ({"": 2022}, 2022, 0.85), ({"uhc": 2021}, None, 1.0), ({}, None, 1.0)],
)
def test_a_reading_without_a_year_is_of_the_articles_edition(
    main: dict[str, int], year: int | None, factor: float
) -> None:
    (one,) = merged([told(110, confidence=0.8)], BODY, main)
    assert one.year == year
    assert one.confidence == pytest.approx(0.8 * factor, abs=0.001)
    assert ("edition of the article" in one.rules) is (year is not None)


def test_a_year_that_is_told_stays() -> None:
    assert keys(merged([told(110, year=2021)], BODY, {"kla": 2023}), "year") == [(2021,)]


def test_readings_come_in_order_of_place() -> None:
    readings = [told(150, "uhc"), told(110), told(130, "adipura")]
    assert [one.start for one in merged(readings, BODY, {})] == [110, 130, 150]


READINGS = st.builds(
    told,
    start=st.integers(0, 300),
    award=st.sampled_from(["kla", "uhc"]),
    year=st.sampled_from([None, 2022, 2023]),
    rank=st.sampled_from([None, 1, 2]),
    predicate=st.sampled_from([None, "Madya", "Utama"]),
)


@given(st.lists(READINGS, max_size=8), st.sampled_from([{}, {"kla": 2022}, {"": 2023}]))
def test_merging_once_is_enough(readings: list[AwardReading], main: dict[str, int]) -> None:
    once = merged(readings, BODY, main)
    assert {(one.recipient.id, one.award.id) for one in once} == {
        (one.recipient.id, one.award.id) for one in readings
    }
    assert len(once) <= len(readings)
    deciding = keys(once, "recipient", "award", "year", "rank", "predicate", "category")
    assert len({str(key) for key in deciding}) == len(deciding)

"""What is right, what is missed and what is a false alarm in one article."""

from collections import Counter
from typing import Any, ClassVar

import pytest

from extractors.evaluation.annotated import Annotated
from extractors.evaluation.comparison import Outcome, compare
from extractors.statement import Named, Place, Programme, Statement
from tests.builders import (
    ADIPURA,
    DGA,
    KABUPATEN_MALANG,
    KOTA_MALANG,
    KOTA_SURABAYA,
    article,
    award,
    index,
    office,
    region,
)

PAPER = article()
IPM = Named(id="ipm", name="Indeks Pembangunan Manusia")
KEMENTERIAN = Place(id="kementerian-agama", name="Kementerian Agama", level="kementerian")


def gold(**keys: Any) -> Annotated:
    told = {
        "id": "x",
        "url": "https://x.example.id/",
        "title": "x",
        "published": None,
        "text": "x",
        "regions": [],
    }
    return Annotated.model_validate(told | keys)


def verdicts(annotation: Annotated, *statements: Statement) -> Counter[tuple[str, str]]:
    return Counter((o.kind, o.verdict) for o in compare(annotation, statements))


def one(outcome: str, *kinds: str) -> Counter[tuple[str, str]]:
    return Counter((kind, outcome) for kind in kinds)


class TestRegions:
    GOLD = gold(regions=["Kota Malang", "Kota Surabaya"], regions_optional=["Kabupaten Malang"])

    def test_hit_miss_and_false_alarm(self) -> None:
        bandung = Place(id="32.73", name="Kota Bandung", level="kota")
        assert verdicts(self.GOLD, region(PAPER, KOTA_MALANG), region(PAPER, bandung)) == Counter(
            {("region", "hit"): 1, ("region", "miss"): 1, ("region", "false alarm"): 1}
        )

    def test_optional_regions_count_for_nothing(self) -> None:
        outcomes = verdicts(self.GOLD, region(PAPER, KABUPATEN_MALANG))
        assert outcomes == Counter({("region", "miss"): 2})

    def test_a_region_that_is_both_wanted_and_optional_is_optional(self) -> None:
        both = gold(regions=["Kota Malang"], regions_optional=["Kota Malang"])
        assert not verdicts(both)
        assert not verdicts(both, region(PAPER, KOTA_MALANG))


class TestAwards:
    def test_recipient_and_programme_make_an_award(self) -> None:
        row = gold(awards=[{"recipient": "Kota Malang", "award": "DGA"}])
        assert verdicts(row, award(PAPER)) == one("hit", "award", "award+")
        missed = one("miss", "award", "award+")
        alarm = one("false alarm", "award", "award+")
        assert verdicts(row) == missed
        assert verdicts(row, award(PAPER, KABUPATEN_MALANG)) == missed + alarm
        assert verdicts(row, award(PAPER, programme=ADIPURA)) == missed + alarm

    @pytest.mark.parametrize(
        ("row", "read", "right"),
        [
            ({"year": 2023}, {"year": 2023}, True),
            ({"year": 2023}, {"year": 2022}, False),
            ({"year": 2023}, {}, False),
            ({"year": 2023, "year_accept": [None]}, {}, True),
            ({"year": 2023, "year_accept": [2024]}, {"year": 2024}, True),
            ({}, {"year": 2023}, True),
            ({"year_accept": [2023]}, {"year": 2022}, False),
            ({"rank": 2}, {"rank": 2}, True),
            ({"rank": 2}, {}, False),
            ({"rank": 1, "rank_accept": [None]}, {}, True),
            ({}, {"rank": 1}, False),
            ({"rank_accept": [1, None]}, {"rank": 1}, True),
            ({"top_n": 10}, {"top_n": 10}, True),
            ({"top_n": 10}, {}, False),
            ({}, {"top_n": 10}, True),
            ({"predicate": "Kencana"}, {"predicate": "Adipura Kencana"}, True),
            ({"predicate": "Adipura Kencana"}, {"predicate": "kencana"}, True),
            ({"predicate": "Kencana"}, {"predicate": "Sertifikat"}, False),
            ({"predicate": "A"}, {"predicate": "AA"}, False),
            ({"predicate": "Kencana"}, {}, True),
            ({}, {"predicate": "Kencana"}, True),
        ],
    )
    def test_what_else_the_text_states_makes_it_whole(self, row: dict, read: dict, right: bool) -> None:
        annotation = gold(awards=[{"recipient": "Kota Malang", "award": "Adipura", **row}])
        outcomes = verdicts(annotation, award(PAPER, programme=ADIPURA, **read))
        whole = one("hit", "award+") if right else one("miss", "award+") + one("false alarm", "award+")
        assert outcomes == one("hit", "award") + whole

    def test_each_statement_is_spent_on_the_row_it_fits_best(self) -> None:
        rows = [
            {"recipient": "Kota Malang", "award": "Adipura", "year": 2022},
            {"recipient": "Kota Malang", "award": "Adipura", "year": 2023},
        ]
        read = [award(PAPER, programme=ADIPURA, year=2023), award(PAPER, programme=ADIPURA, year=2022)]
        assert verdicts(gold(awards=rows), *read) == Counter({("award", "hit"): 2, ("award+", "hit"): 2})
        assert verdicts(gold(awards=rows), read[0], read[0]) == Counter(
            {("award", "hit"): 2, ("award+", "hit"): 1, ("award+", "miss"): 1, ("award+", "false alarm"): 1}
        )

    def test_a_row_that_counts_goes_before_an_optional_one(self) -> None:
        rows = [
            {"recipient": "Kota Malang", "award": "Adipura", "optional": True},
            {"recipient": "Kota Malang", "award": "Adipura"},
        ]
        assert verdicts(gold(awards=rows), award(PAPER, programme=ADIPURA)) == one("hit", "award", "award+")
        two = [award(PAPER, programme=ADIPURA), award(PAPER, programme=ADIPURA, year=2020)]
        assert verdicts(gold(awards=rows), *two) == one("hit", "award", "award+")

    def test_other_names_and_open_levels_are_right(self) -> None:
        row = {"recipient": "Malang", "award": "Adipura", "award_accept": ["DGA"], "level_unsettled": True}
        assert verdicts(gold(awards=[row]), award(PAPER, KABUPATEN_MALANG)) == one("hit", "award", "award+")
        assert ("award", "hit") not in verdicts(gold(awards=[row]), award(PAPER, KOTA_SURABAYA))

    def test_a_ministry_and_an_award_outside_the_lexicon(self) -> None:
        border = Programme(id="indonesia-border-award", name="Indonesia Border Award", listed=False)
        row = gold(awards=[{"recipient": "Kementerian Agama", "award": "Indonesia Border Award"}])
        assert verdicts(row, award(PAPER, KEMENTERIAN, border)) == one("hit", "award", "award+")

    @pytest.mark.parametrize(
        ("free", "allowed"),
        [
            ({"award": "Adipura"}, True),
            ({"recipient": "Kota Malang"}, True),
            ({"recipient": "Kota Malang", "award": "Adipura"}, True),
            ({"recipient": "Kota Surabaya"}, False),
            ({"recipient": "Kota Malang", "award": "DGA"}, False),
        ],
    )
    def test_optional_readings(self, free: dict, allowed: bool) -> None:
        outcomes = verdicts(gold(awards_optional=[free]), award(PAPER, programme=ADIPURA))
        assert outcomes == (Counter() if allowed else one("false alarm", "award", "award+"))


class TestIndices:
    ROW: ClassVar = {"region": "Kota Malang", "index": "SPBE", "value": 3.82, "year": 2023}

    @pytest.mark.parametrize(
        ("read", "right"),
        [
            ({"value": 3.82, "year": 2023}, True),
            ({"value": 3.8204, "year": 2023}, True),
            ({"value": 3.81, "year": 2023}, False),
            ({"value": 3.82, "year": 2022}, False),
            ({"value": 3.82}, False),
            ({"value": None, "year": 2023}, False),
        ],
    )
    def test_value_and_year(self, read: dict, right: bool) -> None:
        outcomes = verdicts(gold(indices=[self.ROW]), index(PAPER, **read))
        assert outcomes == (
            one("hit", "index") if right else one("miss", "index") + one("false alarm", "index")
        )

    def test_region_and_index(self) -> None:
        wrong = one("miss", "index") + one("false alarm", "index")
        read = {"value": 3.82, "year": 2023}
        assert verdicts(gold(indices=[self.ROW]), index(PAPER, KABUPATEN_MALANG, **read)) == wrong
        assert verdicts(gold(indices=[self.ROW]), index(PAPER, measured=IPM, **read)) == wrong

    @pytest.mark.parametrize(
        ("free", "allowed"),
        [
            ({"value": 2.6}, True),
            ({"value": 2.6, "region": "Kota Malang"}, True),
            ({"value": 2.6, "region": "Kota Surabaya"}, False),
            ({"value": 2.5}, False),
        ],
    )
    def test_optional_readings(self, free: dict, allowed: bool) -> None:
        outcomes = verdicts(gold(indices_optional=[free]), index(PAPER, value=2.6))
        assert outcomes == (Counter() if allowed else one("false alarm", "index"))

    def test_an_optional_row_is_neither_missed_nor_found(self) -> None:
        optional = gold(indices=[{**self.ROW, "optional": True}])
        assert not verdicts(optional)
        assert not verdicts(optional, index(PAPER, value=3.82, year=2023))


class TestOfficials:
    GOLD = gold(
        officials=[{"name": "Wahyu Hidayat", "position": "Wali Kota", "acting": "Pj"}],
        officials_optional=[{"name": "Endang Sri Lestari"}],
    )

    @pytest.mark.parametrize(
        ("name", "position", "acting", "right"),
        [
            ("Wahyu Hidayat", "Wali Kota", "Pj", True),
            ("Wahyu", "Walikota", "Pj", True),
            ("Wahyu Hidayat", "Wali Kota", None, False),
            ("Wahyu Hidayat", "Wakil Wali Kota", "Pj", False),
            ("Eri Cahyadi", "Wali Kota", "Pj", False),
        ],
    )
    def test_person_position_and_acting(
        self, name: str, position: str, acting: str | None, right: bool
    ) -> None:
        read = office(PAPER, Named(id="x", name=name), position, acting=acting)
        wrong = one("miss", "office") + one("false alarm", "office")
        assert verdicts(self.GOLD, read) == (one("hit", "office") if right else wrong)

    def test_who_was_found_and_is_named_again_is_no_false_alarm(self) -> None:
        again = office(PAPER, Named(id="x", name="Wahyu"), "Kepala Dinas")
        assert verdicts(self.GOLD, office(PAPER, acting="Pj"), again) == one("hit", "office")

    def test_optional_people(self) -> None:
        endang = office(PAPER, Named(id="x", name="Endang"), "Kepala Sekolah")
        assert verdicts(self.GOLD, endang) == one("miss", "office")


def test_an_outcome_says_what_was_wanted_or_read() -> None:
    annotation = gold(awards=[{"recipient": "Kota Malang", "award": "DGA", "rank": 2}])
    outcomes = list(compare(annotation, [award(PAPER, rank=3)]))
    assert [o.label for o in outcomes] == [
        "Kota Malang | DGA | None | rank 2 | top None | None",
        "Kota Malang | DGA | None | rank 2 | top None | None",
        f"Kota Malang | {DGA.name} | None | rank 3 | top None | None",
    ]
    assert all(isinstance(o, Outcome) for o in outcomes)
    assert [o.statement is None for o in outcomes] == [False, True, False]

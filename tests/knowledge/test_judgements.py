"""What people decide: recorded, applied to whatever is read, taken back, carried in a file."""

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.errors import InputError, StoreError
from extractors.statement import AwardStatement, Named, OfficeStatement, Programme, Statement
from knowledge.fact import AwardFact, OfficeFact
from knowledge.judgement import Judgement, as_read, changed, claim_of, judgement
from knowledge.judgements import Judgements, parsed
from knowledge.judging import decide, rejudge, unite
from knowledge.store import FactQuery, Store
from tests.builders import (
    DGA,
    KABUPATEN_MALANG,
    KOTA_MALANG,
    KOTA_SURABAYA,
    WAHYU,
    article,
    award,
    index,
    office,
)
from tests.knowledge.worlds import Pair, pairs

NOW = datetime.datetime(2025, 6, 1, 12, tzinfo=datetime.UTC)
WHO: dict[str, Any] = {"by": "ani", "at": NOW, "why": "the decree says so"}
SHORT = Named(id="wahyu", name="Wahyu Hidayat Saputra")


@pytest.fixture
def judgements(tmp_path: Path) -> Judgements:
    return Judgements(tmp_path / "judgements.jsonl")


def facts(store: Store) -> list[Any]:
    return list(store.facts(FactQuery()))


def keep(store: Store, judgements: Judgements, *new: Judgement) -> int:
    judgements.add(new)
    return rejudge(store, judgements, new)


def put(store: Store, *ranks: int) -> list[AwardStatement]:
    told = []
    for number, rank in enumerate(ranks):
        paper = article(f"https://koran.example/{number}")
        told.append(award(paper, year=2024, rank=rank))
        store.put(paper, told[-1:])
    return told


def test_what_is_rejected_makes_no_fact_and_stays_in_the_base(store: Store, judgements: Judgements) -> None:
    wrong, right = put(store, 10, 9)
    assert keep(store, judgements, decide(store, "reject", [wrong.id], **WHO)) == 1
    (fact,) = facts(store)
    assert (fact.rank, fact.conflicts, fact.statements) == (9, (), (right.id,))
    assert [one.rejected for one in store.statements_by_id([wrong.id, right.id])] == [True, False]


def test_what_is_accepted_beats_the_many(store: Store, judgements: Judgements) -> None:
    told = put(store, 10, 10, 9)
    keep(store, judgements, decide(store, "accept", [told[2].id], **WHO))
    (fact,) = facts(store)
    assert (fact.rank, fact.conflicts[0].settled, fact.confidence) == (9, "judgement", 0.99)
    assert [side.value for side in fact.conflicts[0].sides] == [9, 10]


def test_a_correction_may_make_it_another_fact(store: Store, judgements: Judgements) -> None:
    (told,) = put(store, 9)
    changes = {"recipient": KABUPATEN_MALANG.model_dump(), "rank": 3}
    keep(store, judgements, decide(store, "correct", [told.id], changes=changes, **WHO))
    (fact,) = facts(store)
    assert (fact.recipient, fact.rank) == (KABUPATEN_MALANG, 3)
    (kept,) = store.statements_by_id([told.id])
    assert kept.judged is not None
    assert kept.judged.was == {"recipient": KOTA_MALANG.model_dump(), "rank": 9, "confidence": 0.8}
    assert as_read(kept) == told


def test_a_whole_fact_can_be_judged(store: Store, judgements: Judgements) -> None:
    put(store, 9, 9)
    keep(store, judgements, decide(store, "reject", [facts(store)[0].id], **WHO))
    assert facts(store) == []


@pytest.mark.parametrize("verdict", ["accept", "reject", "correct"])
def test_undone_all_is_as_before(store: Store, judgements: Judgements, verdict: Any) -> None:
    told = put(store, 9, 10)
    before = facts(store)
    more = {"changes": {"rank": 1}} if verdict == "correct" else {}
    made = decide(store, verdict, [told[0].id], **more, **WHO)
    keep(store, judgements, made)
    assert facts(store) != before
    keep(store, judgements, judgement("undo", undoes=made.id, **WHO))
    assert facts(store) == before
    assert list(store.statements()) == sorted(told, key=lambda one: article(one.article.url).id)


def offices(store: Store) -> None:
    for number, (person, place) in enumerate(
        [(WAHYU, KOTA_MALANG), (SHORT, KOTA_MALANG), (SHORT, KOTA_SURABAYA)]
    ):
        paper = article(f"https://koran.example/{number}")
        store.put(paper, [office(paper, person, region=place)])


def held(store: Store) -> set[tuple[str, str, int]]:
    return {
        (f.region.name, f.person.name, f.witnesses)
        for f in facts(store)
        if isinstance(f, OfficeFact) and f.region
    }


def test_merged_persons_are_one_in_their_region_only(store: Store, judgements: Judgements) -> None:
    offices(store)
    short, wahyu = (
        next(f for f in facts(store) if f.person == person and f.region == KOTA_MALANG)
        for person in (SHORT, WAHYU)
    )
    made = unite(store, short.id, wahyu.id, **WHO)
    keep(store, judgements, made)
    assert held(store) == {
        ("Kota Malang", "Wahyu Hidayat", 2),
        ("Kota Surabaya", "Wahyu Hidayat Saputra", 1),
    }
    keep(store, judgements, judgement("undo", undoes=made.id, **WHO))
    assert len(held(store)) == 3


def test_persons_of_different_regions_stay_apart(store: Store) -> None:
    offices(store)
    malang, surabaya = (next(f for f in facts(store) if f.region == p) for p in (KOTA_MALANG, KOTA_SURABAYA))
    with pytest.raises(InputError, match="stay apart"):
        unite(store, malang.id, surabaya.id, **WHO)
    with pytest.raises(InputError, match="already"):
        unite(store, malang.id, malang.id, **WHO)


def test_merges_follow_each_other_and_may_go_in_circles(store: Store, judgements: Judgements) -> None:
    names = [Programme(id=f"unlisted-{name}", name=name, listed=False) for name in "abc"]
    papers = [article(f"https://koran.example/{name.id}") for name in names]
    for paper, name in zip(papers, names, strict=True):
        store.put(paper, [award(paper, KOTA_MALANG, name, year=2024)])
    by_name = {fact.award.name: fact.id for fact in facts(store)}
    merges = [
        unite(store, by_name[one], by_name[other], **{**WHO, "at": NOW + datetime.timedelta(hours=hour)})
        for hour, (one, other) in enumerate([("a", "b"), ("b", "c"), ("c", "a")])
    ]
    keep(store, judgements, *merges[:2])
    (fact,) = facts(store)
    assert (fact.award.id, fact.witnesses) == ("unlisted-c", 3)
    keep(store, judgements, judgement("undo", undoes=merges[0].id, **WHO))
    assert {(f.award.name, f.witnesses) for f in facts(store)} == {("a", 1), ("c", 2)}
    keep(store, judgements, merges[2])
    assert sum(fact.witnesses for fact in facts(store)) == 3


def test_split_statements_tell_of_somebody_else(store: Store, judgements: Judgements) -> None:
    papers = [article(f"https://koran.example/{n}") for n in range(2)]
    told = [office(paper) for paper in papers]
    store.put_many((paper, [one]) for paper, one in zip(papers, told, strict=True))
    other = Named(id="wahyu-hidayat-2", name="Wahyu Hidayat (2)")
    keep(store, judgements, decide(store, "split", [told[1].id], thing="person", into=other, **WHO))
    assert held(store) == {("Kota Malang", "Wahyu Hidayat", 1), ("Kota Malang", "Wahyu Hidayat (2)", 1)}
    with pytest.raises(InputError, match="tells of no award"):
        decide(store, "split", [told[0].id], thing="award", into=other, **WHO)


def test_a_claim_stays_the_same_when_its_article_is_edited_or_read_better() -> None:
    one = award(article(body="Lama."), year=2024, rank=9, category="Pemerintah Kota")
    other = award(
        article(body="Baru, diralat."),
        year=2024,
        rank=9,
        category="PEMERINTAH KOTA",
        giver="Presiden",
        start=4,
    )
    assert one.id != other.id
    assert claim_of(one) == claim_of(other)
    assert claim_of(one) != claim_of(award(article(), year=2024, rank=8, category="Pemerintah Kota"))
    assert claim_of(one) != claim_of(award(article("https://koran.example/2"), year=2024, rank=9))


def test_what_is_read_anew_is_judged_the_same(store: Store, judgements: Judgements) -> None:
    (told,) = put(store, 9)
    keep(store, judgements, decide(store, "correct", [told.id], changes={"rank": 1}, **WHO))
    paper = article("https://koran.example/0", body="Ditambah satu kalimat.")
    again = judgements.apply(award(paper, year=2024, rank=9))
    assert isinstance(again, AwardStatement)
    assert again.rank == 1
    assert judgements.apply(again) == again


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": "x"}, "has no 'id'"),
        ({"value": 3}, "has no 'value'"),
        ({"rank": "nine"}, "'rank' cannot be corrected"),
    ],
)
def test_corrections_that_cannot_be(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError, match=message):
        changed(award(article(), year=2024), changes)


@pytest.mark.parametrize("keys", [{"by": " "}, {"why": ""}, {"why": "x" * 2_001}])
def test_who_and_why_are_told(keys: dict[str, str]) -> None:
    with pytest.raises(InputError, match="say who judges, and why"):
        judgement("accept", **{**WHO, **keys})


def test_an_id_of_nothing_is_refused(store: Store, judgements: Judgements) -> None:
    with pytest.raises(InputError, match="'nothing'"):
        decide(store, "accept", ["nothing"], **WHO)
    with pytest.raises(InputError, match="'nothing'"):
        unite(store, "nothing", "nothing", **WHO)
    with pytest.raises(InputError, match="'nothing'"):
        judgements["nothing"]


def test_a_file_holds_them_all_and_twice_is_once(tmp_path: Path, store: Store) -> None:
    told = put(store, 9, 10)
    path = tmp_path / "kept" / "judgements.jsonl"
    kept = Judgements(path)
    made = [decide(store, "reject", [one.id], **WHO) for one in told]
    assert kept.add(made) == made
    assert kept.add(made) == []
    again = Judgements(path)
    assert list(again) == list(kept)
    assert len(again) == 2
    assert list(parsed(path.read_bytes().splitlines(), "x")) == list(kept)
    assert list(tmp_path.glob("kept/.*")) == []


def test_a_line_that_was_altered_is_named(tmp_path: Path, store: Store) -> None:
    (told,) = put(store, 9)
    path = tmp_path / "judgements.jsonl"
    Judgements(path).add([decide(store, "reject", [told.id], **WHO)])
    path.write_text(path.read_text().replace("reject", "accept"))
    with pytest.raises(InputError, match=r"line 1: the judgement .* was altered"):
        Judgements(path)
    path.write_text("\n{}\n")
    with pytest.raises(InputError, match="line 2: no judgement"):
        Judgements(path)


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, store: Store) -> None:
    (told,) = put(store, 9)
    (tmp_path / "file").write_text("")
    kept = Judgements(tmp_path / "file" / "judgements.jsonl")
    with pytest.raises(StoreError, match="cannot be written"):
        kept.add([decide(store, "reject", [told.id], **WHO)])


def test_judged_in_another_base_is_no_error(store: Store, judgements: Judgements) -> None:
    made = judgement(
        "reject", claims=(claim_of(award(article("https://lain.example/1"), DGA and KOTA_MALANG)),), **WHO
    )
    assert keep(store, judgements, made) == 0


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(world=pairs(), data=st.data())
def test_any_judgements_undone_leave_what_was_read(
    tmp_path: Path, world: list[Pair], data: st.DataObject
) -> None:
    told: list[Statement] = [one for _, statements in world for one in statements]
    path = tmp_path / "any.jsonl"
    path.unlink(missing_ok=True)
    kept = Judgements(path)
    made = []
    for number, one in enumerate(told):
        verdict = data.draw(st.sampled_from(["accept", "reject", "correct", None]))
        if verdict is not None:
            at = NOW + datetime.timedelta(minutes=number)
            made.append(judgement(verdict, **{**WHO, "at": at}, claims=(claim_of(one),)))
    kept.add(made)
    after = [kept.apply(one) for one in told]
    assert [kept.apply(one) for one in after] == after
    assert [as_read(one) for one in after] == told
    kept.add(judgement("undo", undoes=one.id, **WHO) for one in made)
    assert [kept.apply(one) for one in after] == told


def test_every_kind_has_a_claim() -> None:
    paper = article()
    told: list[Statement] = [award(paper, year=2024), index(paper, value=1.0), office(paper)]
    assert len({claim_of(one).key for one in told}) == 3
    assert isinstance(told[2], OfficeStatement)
    assert not any(isinstance(one, AwardFact) for one in told)

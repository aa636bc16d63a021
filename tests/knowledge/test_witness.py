"""Which articles are witnesses of their own."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.statement import AwardStatement
from knowledge.fact import AwardFact
from knowledge.merge import merge
from knowledge.owner import giver_of, owner
from knowledge.witness import LOOK_BACK, Told, independent, party
from tests.builders import KOTA_MALANG, SPBE, WAHYU, Programme, article, award, index, office

RELEASE = (
    "Pemerintah Kota Malang meraih peringkat 9 Digital Government Award 2024 di Istana Negara, Senin (27/5)."
)
EDITED = RELEASE.replace("meraih", "sukses meraih")
OTHER = "Di Istana Negara, Presiden menyerahkan Digital Government Award kepada Pj Wali Kota Malang kemarin."


def told(number: int, body: str, published: str | None = "2024-05-27", **keys: Any) -> AwardStatement:
    paper = article(f"https://koran-{number}.example/1", body=body, published=published)
    return award(paper, year=2024, **keys)


def witnesses(*statements: Told) -> int:
    return len(set(independent(statements).values()))


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        (RELEASE, RELEASE, 1),
        (RELEASE, RELEASE.upper(), 1),
        (RELEASE, EDITED, 1),
        (RELEASE, OTHER, 2),
        (RELEASE, RELEASE.replace("peringkat 9", "peringkat 8"), 2),
        ("Kota Malang meraih DGA.", "Kota Malang meraih DGA.", 2),
    ],
)
def test_copies_are_one_witness(one: str, other: str, count: int) -> None:
    assert witnesses(told(1, one), told(2, other)) == count


def test_a_copy_that_is_edited_appears_within_a_week() -> None:
    assert witnesses(told(1, RELEASE), told(2, EDITED, "2024-06-03")) == 1
    assert witnesses(told(1, RELEASE), told(2, EDITED, "2024-06-04")) == 2
    assert witnesses(told(1, RELEASE), told(2, EDITED, None)) == 1


def test_a_copy_word_for_word_is_one_whenever_it_appears() -> None:
    assert witnesses(told(1, RELEASE), told(2, RELEASE, "2025-02-01")) == 1


def test_copies_of_copies_are_one() -> None:
    bridge = article("https://koran-3.example/1", body=f"{RELEASE} {OTHER}")
    both = [
        award(bridge, year=2024, evidence={"text": text, "start": 0, "end": 9, "field": "body"}, start=start)
        for start, text in enumerate((RELEASE, OTHER))
    ]
    assert witnesses(told(1, RELEASE), told(2, OTHER)) == 2
    assert witnesses(told(1, RELEASE), told(2, OTHER), *both) == 1


def test_only_the_latest_sentences_are_compared_so_that_time_is_linear() -> None:
    filler = [
        told(number + 10, f"{'abcdefghij'[number % 10] * (5 + number)} {OTHER[number:]}")
        for number in range(LOOK_BACK + 1)
    ]
    groups = independent([told(1, RELEASE, "2024-05-26"), *filler, told(99, EDITED, "2024-05-28")])
    assert groups["https://koran-99.example/1"] != groups["https://koran-1.example/1"]


def test_a_recipient_that_praises_itself_is_one_witness() -> None:
    own = [article(f"https://{host}.go.id/{n}") for n, host in enumerate(("malangkota", "dinkes.malangkota"))]
    statements = [award(paper, year=2024) for paper in own]
    (fact,) = merge([*statements, told(1, OTHER)])
    assert (fact.articles, fact.witnesses, fact.by_recipient, fact.by_giver) == (3, 2, 2, 0)
    assert fact.confidence == 0.96


def test_the_site_of_the_giver_is_told_by_lexicon_or_article() -> None:
    paper = article("https://www.menpan.go.id/site/1")
    assert party(award(paper, programme=Programme(id="x", name="X"), giver="Kementerian PANRB")) == "giver"
    assert party(award(paper, programme=Programme(id="x", name="X"))) is None
    assert party(index(paper, KOTA_MALANG, SPBE)) == "giver"
    assert party(office(paper, WAHYU)) is None


@pytest.mark.parametrize(
    ("host", "whose"),
    [
        ("malangkota.go.id", "35.73"),
        ("diskominfo.malangkab.go.id", "35.07"),
        ("kominfo.jatimprov.go.id", "35"),
        ("surabaya.go.id", "35.78"),
        ("bandung.go.id", None),
        ("malang.go.id", None),
        ("kemendagri.go.id", "kemendagri"),
        ("malangkota.bps.go.id", "bps"),
        ("malangkota.go.id.example", None),
        ("koran.example", None),
        ("go.id", None),
    ],
)
def test_whose_site_it_is(host: str, whose: str | None) -> None:
    assert owner(f"https://{host}/berita/1") == whose


@given(st.text())
def test_any_address_is_somebodys_or_nobodys(text: str) -> None:
    assert owner(text) is None
    assert owner(f"https://[{text}") is None or text
    assert giver_of(text) is None


@given(st.data())
def test_the_order_of_statements_does_not_matter(data: st.DataObject) -> None:
    texts = st.sampled_from([RELEASE, EDITED, OTHER, "Kota Malang meraih DGA."])
    days = st.sampled_from([None, "2024-05-27", "2024-06-02", "2024-07-01"])
    statements = [
        told(number, data.draw(texts), data.draw(days)) for number in range(data.draw(st.integers(0, 6)))
    ]
    groups = independent(statements)
    assert groups == independent(data.draw(st.permutations(statements)))
    assert all(groups[head] == head for head in groups.values())


def test_a_fact_counts_copies_once_and_shows_all_of_their_statements() -> None:
    statements = [told(1, RELEASE), told(2, EDITED), told(3, OTHER)]
    (fact,) = merge([*statements])
    assert isinstance(fact, AwardFact)
    assert (fact.articles, fact.witnesses, len(fact.statements)) == (3, 2, 3)
    assert fact.confidence == 0.96

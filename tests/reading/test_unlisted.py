"""Names of awards that the lexicon does not have."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.reader import Reader
from extractors.statement import AwardStatement
from extractors.unlisted import as_award, slug, unlisted
from tests.builders import article
from tests.reading.case import Case, assert_awards, cases


@pytest.mark.parametrize("case", list(cases(Path(__file__).parent / "unlisted.yaml")))
def test_a_stored_text(reader: Reader, case: Case) -> None:
    assert_awards(reader, case)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("meraih Nusantara Green Award 2024", ["Nusantara Green Award"]),
        ("meraih Nusantara  Green Awards", ["Nusantara Green Awards"]),
        ("meraih Zamrud Prize", ["Zamrud Prize"]),
        ("Wisma Nusantara\nGreen Award", ["Green Award"]),
        ("meraih Penghargaan Cakra Lestari dari Yayasan Bumi", ["Penghargaan Cakra Lestari"]),
        ("meraih Anugerah Pena Emas", ["Anugerah Pena Emas"]),
        ("meraih Piala Bhakti Nusa dan Karsa", ["Piala Bhakti Nusa dan Karsa"]),
        ("meraih Lencana Bhakti Nusa", ["Lencana Bhakti Nusa"]),
        ("Raih Zamrud Award", ["Zamrud Award"]),
        ("Zamrud Award dan Safir Award", ["Zamrud Award", "Safir Award"]),
        ("meraih penghargaan besar", []),
        ("Penghargaan dari Presiden", []),
        ("Penghargaan Menteri Pertanian", []),
        ("Penghargaan Gubernur Jawa Timur", []),
        ("Penghargaan Tingkat Nasional", []),
        ("Anugerah Terbaik Pertama", []),
        ("meraih Award", []),
        ("nusantara green award", []),
        ("Piala Dunia", []),
    ],
)
def test_a_name_begins_with_a_word_of_honour_or_ends_with_award(text: str, names: list[str]) -> None:
    assert [name for _, _, name in unlisted(text, [])] == names


def test_names_lie_where_they_are_printed_and_leave_taken_places_alone() -> None:
    text = "Zamrud Award dan Safir Award"
    (first, second) = unlisted(text, [])
    assert [text[start:end] for start, end, _ in (first, second)] == ["Zamrud Award", "Safir Award"]
    assert unlisted(text, [(3, 5)]) == [second]
    assert unlisted(text, [(0, len(text))]) == []


@given(st.text(st.sampled_from("Aa Award Penghargaan\n.,🏆"), max_size=80))
def test_names_are_apart_and_in_order(text: str) -> None:
    found = unlisted(text, [])
    places = [place for start, end, _ in found for place in (start, end)]
    assert places == sorted(places)


@given(st.text())
def test_an_id_is_lower_case_ascii(name: str) -> None:
    award = as_award(name)
    assert award.id == award.id.lower()
    assert award.id.isascii()
    assert len(award.id) <= 80
    assert award.id.startswith("unlisted-")
    assert slug(name) == slug(name.upper()) or not name.isascii()


def test_a_statement_says_that_the_award_is_unlisted_and_is_less_sure(reader: Reader) -> None:
    found = {
        s.award.name: s
        for s in reader.read(article(body="Kota Batu meraih Zamrud Award.\nKota Batu meraih UHC Award."))
        if isinstance(s, AwardStatement)
    }
    assert found["UHC Award"].award.listed
    assert not found["Zamrud Award"].award.listed
    assert found["Zamrud Award"].confidence < found["UHC Award"].confidence

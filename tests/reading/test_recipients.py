"""Who was honoured: regions and bodies, not places, givers, speakers or others that only live there."""

from pathlib import Path

import pytest
from spacy.language import Language

from extractors.pipeline import read
from extractors.reader import Reader
from extractors.recipients import given_to, plural_subject, recipients, speaks_of_itself
from extractors.sentences import Sentence
from extractors.winning import Clause, clauses
from tests.reading.case import Case, assert_awards, cases


@pytest.mark.parametrize("case", list(cases(Path(__file__).parent / "recipients.yaml")))
def test_a_stored_text(reader: Reader, case: Case) -> None:
    assert_awards(reader, case)


def clause_of(text: str) -> Clause:
    """A text without title as one clause, with the offsets it has in its Doc."""
    return Clause(2, 2 + len(text), Sentence(2, 2 + len(text), "body", 0))


def honoured(nlp: Language, text: str) -> list[str]:
    """Names of all that may have been honoured in a text."""
    doc = read(nlp, "", text)
    (clause,) = clauses(doc._.text, doc._.sentences[0])
    return [recipient.place.name for recipient in recipients(doc, clause)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kota Batu meraih piala", ["Kota Batu"]),
        ("Piala diserahkan kepada Kota Batu", ["Kota Batu"]),
        ("Piala untuk Pemkot Batu", ["Kota Batu"]),
        ("Piala diterima Wali Kota Batu", ["Kota Batu"]),
        (
            "Kota Batu, Kota Kediri, dan Kabupaten Tuban menang",
            ["Kota Batu", "Kota Kediri", "Kabupaten Tuban"],
        ),
        ("Piala dibagikan di Kota Batu", []),
        ("Tamu dari Kota Batu", []),
        ("Piala tiba di Kota Batu", []),
        ("Kota Kediri mengalahkan Kota Batu", ["Kota Kediri"]),
        ("terbaik se-Jawa Timur", []),
        ("terbaik di Jawa Timur", []),
        ("Kota Batu, Jawa Timur, menang", ["Kota Batu"]),
        ("Polres Malang menang", []),
        ("Dinas Kominfo Kota Malang menang", []),
        ("SMAN 2 Kota Malang menang", []),
        ("RSUD Kota Malang menang", []),
        ("Desa Bejijong, Kabupaten Mojokerto, menang", []),
        ("Warga Kota Malang menang", []),
        ("Dinas Kominfo dan Pemkot Malang menang", ["Kota Malang"]),
        ("Kementerian Keuangan meraih piala", ["Kementerian Keuangan"]),
        ("Kementerian Keuangan memberikan piala", []),
        ("Piala dari Kementerian Keuangan", []),
        ("tidak ada yang menang", []),
    ],
)
def test_who_may_have_been_honoured(nlp: Language, text: str, names: list[str]) -> None:
    assert honoured(nlp, text) == names


def test_a_speaker_is_none_of_them(nlp: Language) -> None:
    assert honoured(nlp, "Kami menang, kata Wali Kota Batu") == []
    assert honoured(nlp, "Kami menang, ujar Bupati Tuban") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kediri menang", ["Kota Kediri"]),
        ("Kabupaten Tuban, lalu warga bersorak, Kediri menang", ["Kabupaten Tuban", "Kabupaten Kediri"]),
    ],
)
def test_an_open_homonym_is_guessed_with_little_trust_and_a_reason(
    nlp: Language, text: str, names: list[str]
) -> None:
    doc = read(nlp, "", text)
    found = recipients(doc, clause_of(text))
    assert [one.place.name for one in found] == names
    assert found[-1].sure < 0.5
    assert "Kota Kediri" in (found[-1].note or "")


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("Piala untuk Kota Batu", True),
        ("Piala kepada Pemkot Batu", True),
        ("Piala diraih oleh Kota Batu", True),
        ("Piala bagi jajaran Pemkot Batu", True),
        ("Kota Batu meraih piala", False),
        ("Piala dan Kota Batu", False),
    ],
)
def test_for_whom_it_is(nlp: Language, text: str, given: bool) -> None:
    doc = read(nlp, "", text)
    assert given_to(doc._.text, recipients(doc, clause_of(text))) is given


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("Sejumlah daerah meraih Adipura", True),
        ("12 kabupaten meraih Adipura", True),
        ("Semua peserta meraih Adipura", True),
        ("Daerah ini meraih Adipura", False),
        ("Kota kami meraih Adipura", False),
        ("Pemkot Batu meraih Adipura", False),
        ("Pemkot Batu meraih Penghargaan Pembangunan Daerah", False),
    ],
)
def test_regions_in_general(nlp: Language, text: str, plural: bool) -> None:
    assert plural_subject(read(nlp, "", text), clause_of(text)) is plural


@pytest.mark.parametrize(
    ("text", "itself"),
    [
        ("Kota ini meraih piala", True),
        ("kami meraih piala", True),
        ("Bupati menerima piala", True),
        ("penghargaan diterima kemarin", True),
        ("ia menerima piala itu", True),
        ("hujan turun", False),
    ],
)
def test_a_clause_that_means_the_region_of_the_article(text: str, itself: bool) -> None:
    assert speaks_of_itself(f"\n\n{text}", clause_of(text)) is itself

"""A win told from a hope, clause by clause."""

from pathlib import Path

import pytest

from extractors.reader import Reader
from extractors.sentences import Sentence, split
from extractors.winning import Clause, clauses, in_spans, unreal_spans, won_verbs
from tests.reading.case import Case, assert_awards, cases


@pytest.mark.parametrize("case", list(cases(Path(__file__).parent / "winning.yaml")))
def test_a_stored_text(reader: Reader, case: Case) -> None:
    assert_awards(reader, case)


def whole(text: str) -> Clause:
    """The text as one clause."""
    return Clause(0, len(text), Sentence(0, len(text), "body", 0))


def verbs(text: str) -> list[str]:
    clause = whole(text)
    return [match.group().lower() for match in won_verbs(text, clause, unreal_spans(text, clause))]


@pytest.mark.parametrize(
    "text",
    [
        "Kota Batu menang | sementara Kota Kediri kalah",
        "Kota Batu menang, | sedangkan Kota Kediri kalah",
        "Kota Batu menang | namun Kota Kediri kalah",
        "Kota Batu menang, | adapun Kota Kediri kalah",
        "Kota Batu won | while Kota Kediri lost",
        "Pada 2022 menang, | lalu pada 2023 kalah",
        "Kota Batu meraih piala; | Kota Kediri meraih trofi",
        "Kota Batu, Kota Kediri, dan Kota Blitar menang",
        "Kota Batu menang, lalu pulang",
        "Sementaranya kosong",
    ],
)
def test_a_contrast_begins_a_new_clause(text: str) -> None:
    """A "|" stands where the clause must be cut."""
    plain = text.replace("| ", "")
    (sentence,) = split(plain, 0)
    parts = [plain[clause.start : clause.end] for clause in clauses(plain, sentence)]
    assert len(parts) == text.count("|") + 1
    for part, wanted in zip(parts, text.split("| "), strict=True):
        assert wanted.rstrip(" ,;").endswith(part.rstrip(" ,;"))


def test_clauses_lie_in_their_sentence_in_order() -> None:
    text = "A; B, sementara C namun D tetapi E, sedangkan. ;;; sementara"
    for sentence in split(text, 0):
        found = clauses(text, sentence)
        ends = [sentence.start, *(place for clause in found for place in (clause.start, clause.end))]
        assert [*ends, sentence.end] == sorted([*ends, sentence.end])
        assert all(clause.sentence is sentence for clause in found)


@pytest.mark.parametrize(
    "text",
    """Kota Batu meraih piala; Kota Batu raih piala; Kota Batu menyabet piala; Kota Batu memborong piala;
    piala diterima Kota Batu; piala diraih Kota Batu; Kota Batu dianugerahi piala; Kota Batu dinobatkan;
    Kota Batu masuk 10 besar; Kota Batu mempertahankan piala; Kota Batu menduduki puncak;
    piala jatuh kepada Batu; Kota Batu keluar sebagai juara; Kota Batu berpredikat Utama; Batu won;
    Batu was awarded; Kota Batu pemenang; MERAIH PIALA; menteri menyerahkan piala;
    Kota Batu menggondol piala; piala disabet Kota Batu""".split(";"),
)
def test_words_of_a_win(text: str) -> None:
    assert verbs(text.strip())


@pytest.mark.parametrize(
    "text",
    """Kota Batu menargetkan meraih piala; berharap meraih piala; optimistis meraih piala;
    akan menerima piala; siap meraih piala; belum meraih piala; gagal meraih piala; bukan peraih piala;
    jika meraih piala; berpeluang meraih piala; calon penerima piala; masuk nominasi;
    mengikuti penjurian penerima piala; untuk meraih piala; agar menerima piala;
    bertekad mempertahankan piala; diusulkan menerima piala; menghadiri penyerahan piala yang diterima;
    tidak meraih piala; will receive the cup; hopes to win the cup; Kota Batu membangun taman;
    Kota Batu mengecat pagar""".split(";"),
)
def test_words_of_a_hope_take_the_win_back(text: str) -> None:
    assert verbs(text.strip()) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Berharap menang, Kota Batu meraih piala", ["meraih"]),
        ("Kota Batu meraih piala dan menargetkan menjadi juara", ["meraih"]),
        ("Target 3,5 meraih piala, diraih", ["diraih"]),
        ("Tidak hanya meraih piala, Kota Batu menerima dana", ["meraih", "menerima"]),
    ],
)
def test_a_hope_lasts_until_the_next_comma(text: str, left: list[str]) -> None:
    assert verbs(text) == left


def test_spans_hold_their_beginning_and_not_their_end() -> None:
    assert [in_spans(place, [(2, 4), (7, 8)]) for place in range(9)] == [
        place in {2, 3, 7} for place in range(9)
    ]
    assert in_spans(0, []) is False

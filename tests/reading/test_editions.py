"""The edition of an award: years beside its name, of its accounts, of its event, of its streak."""

from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language

from extractors.editions import accounts, beside, of_article, together, told
from extractors.pipeline import read
from extractors.reader import Reader
from extractors.sentences import Sentence
from tests.reading.case import Case, assert_awards, cases


@pytest.mark.parametrize("case", list(cases(Path(__file__).parent / "editions.yaml")))
def test_a_stored_text(reader: Reader, case: Case) -> None:
    assert_awards(reader, case)


@pytest.mark.parametrize(
    ("after", "year"),
    [
        (" 2023", 2023),
        (" 2023.", 2023),
        (" tahun 2023", 2023),
        (" Tahun Anggaran 2022", 2022),
        (" TA 2022", 2022),
        (" edisi 2021", 2021),
        (" (PPD) 2023", 2023),
        (" (PPD) Tahun 2023", 2023),
        (" kategori Kota Sedang tahun 2023", 2023),
        ("” 2023", 2023),
        (", pada 2023", 2023),
        ("", None),
        (" dari Presiden pada 2023", None),
        (" yang lahir 2023", None),
        (" sejak 2019", None),
        (" dari 2019", None),
        (" 2019-2023", None),
        (" 2023/2024", None),
        (" 20231", None),
        (" satu dua tiga empat lima enam tujuh delapan 2023", None),
    ],
)
def test_the_year_beside_a_name(after: str, year: int | None) -> None:
    text = f"Adipura{after}"
    assert beside(text, len("Adipura"), len(text)) == year


def test_a_year_behind_the_limit_is_not_seen() -> None:
    assert beside("Adipura 2023", 7, 10) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("atas LKPD 2023", 2023),
        ("atas LKPD tahun anggaran 2022", 2022),
        ("atas LKPD Kota Batu tahun 2022", 2022),
        ("Laporan Keuangan Pemerintah Daerah tahun anggaran 2021", 2021),
        ("TA 2020", 2020),
        ("tahun buku 2022", 2022),
        ("sejak tahun anggaran 2015", None),
        ("sejak LKPD 2015, kini LKPD 2023", 2023),
        ("tahun 2023", None),
        ("RAPBD 2023", None),
    ],
)
def test_the_year_whose_accounts_were_judged(text: str, year: int | None) -> None:
    assert accounts(text, 0, len(text)) == year


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("meraih pada 2022", [2022]),
        ("pada 2022 dan 2023", [2022, 2023]),
        ("pada 2022, 2023", [2022, 2023]),
        ("pada tahun 2022 serta tahun 2023", [2022, 2023]),
        ("pada 2022 menang, pada 2023 kalah", [2022]),
        ("sejak 2019", []),
        ("sejak tahun 2019 hingga 2023", []),
        ("tahun ini", [2024]),
        ("", []),
    ],
)
def test_years_told_together(text: str, years: list[int]) -> None:
    sentence = Sentence(0, len(text), "body", 0)
    assert together(text, told(text, sentence, 0, len(text), date(2024, 5, 27))) == years


@pytest.mark.xfail(strict=True, reason="a comma before 'dan' ends a list of years")
def test_three_years_told_together() -> None:
    text = "pada 2021, 2022, dan 2023"
    mentions = told(text, Sentence(0, len(text), "body", 0), 0, len(text), None)
    assert together(text, mentions) == [2021, 2022, 2023]


@pytest.mark.parametrize(
    ("title", "body", "main"),
    [
        ("", "Kota Batu meraih Adipura.", {}),
        ("", "Kota Batu meraih Adipura 2023.", {"adipura": 2023, "": 2023}),
        ("Kota Batu Raih Adipura 2023", "Adipura itu membanggakan.", {"adipura": 2023, "": 2023}),
        ("", "Adipura 2022. Adipura 2023. Adipura 2023.", {"adipura": 2023, "": 2023}),
        ("", "Adipura 2022 dan UHC Award 2023.", {"adipura": 2022, "uhc": 2023}),
        ("", "Opini WTP dari BPK. LKPD 2023 dinilai baik.", {"opini-bpk": 2023, "": 2023}),
        ("", "Setelah meraih Adipura 2021, Kota Batu berbenah.", {}),
        ("", "Adipura sejak 2015.", {}),
    ],
)
def test_the_main_edition_of_an_article(nlp: Language, title: str, body: str, main: dict[str, int]) -> None:
    assert of_article(read(nlp, title, body)) == main

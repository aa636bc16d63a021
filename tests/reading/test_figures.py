"""Numbers that may be the value of an index, and years they may belong to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.figures import figures, year_beside, year_following, years
from extractors.sentences import split

TODAY = date(2024, 5, 27)


def values(text: str) -> list[float]:
    """Numbers that may be a value; a whole one may be anything unless a word or "persen" says more."""
    found = figures(text, 0, len(text))
    return [figure.value for figure in found if figure.cued or figure.percent or not figure.whole]


def told_years(text: str, published: date | None = TODAY) -> list[int]:
    return [year.year for year in years(text, 0, len(text), published)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("nilai 3,82", [3.82]),
        ("nilai 3.82", [3.82]),
        ("nilai 3,82.", [3.82]),
        ("(3,82)", [3.82]),
        ("“3,82”", [3.82]),
        ("skor 86,34 persen", [86.34]),
        ("indeks 6,080", [6.08]),
        ("indeks 0,812", [0.812]),
        ("angka 100,67", [100.67]),
        ("skor 94", [94.0]),
        ("capaian sebesar 94", [94.0]),
        ("94 persen", [94.0]),
        ("94%", [94.0]),
        ("94,19%", [94.19]),
        ("score of 3.82", [3.82]),
        ("nilai 3,82 dan 3.90", [3.82, 3.9]),
        ("dari 2,60 (2022) menjadi 3,82 pada 2023", [2.6, 3.82]),
        ("naik dari 3,41 ke 3,82", [3.41, 3.82]),
        ("naik menjadi 3,82", [3.82]),
        ("melonjak ke angka 3,82", [3.82]),
        ("rose 0.42 points to 3.82", [3.82]),
        ("nilai 3,82 atau naik 0,2 poin", [3.82]),
        ("meningkat 0,42 poin menjadi 3,82", [3.82]),
        ("nilai 4,05 (+0,42)", [4.05]),
        ("meraih nilai 3,82 kategori sangat baik", [3.82]),
        ("pertumbuhan ekonomi Kota Batu 2023 mencapai 5,2 persen", [5.2]),
        ("rata-rata lama sekolah 10,2 tahun", [10.2]),
        ("inflasi tercatat -0,15 persen", [-0.15]),
    ],
)
def test_values(text: str, read: list[float]) -> None:
    assert values(text) == read


NO_VALUES = """naik 0,42 poin; turun tipis 0,11; kenaikan sebesar 0,42; peningkatan 1,2 persen;
bertambah 0,3; selisih 0,05; terpaut 0,2; tumbuh 5,2 persen; melonjak 1,1 poin; lebih tinggi 0,3;
rose 0.42 points; gap 0.3; (+0,42); menargetkan nilai 4,00; target 4,00; ditargetkan mencapai 4,00;
menargetkan SPBE tahun depan bisa 4,00; skala 1-5; dalam skala 5,00; rentang 1,00; bobot 25 persen;
ambang 3,50; batas 3,50; di atas 3,50; di bawah 3,50; minimal 3,50; lebih dari 3,50; kurang dari 3,50;
≥ 3,50; maksimal 5,00; rata-rata nasional 2,79; the national average 2.79; Nomor 59; No. 95; pasal 3.2;
versi 2.0; triwulan 3; peringkat 3; urutan 18; ke-13; juara 2; terbaik 3; 3 besar; Rp 1.500.000;
Rp 3,5 miliar; Rp3,5 miliar; 3,5 juta; 1.234.567; 5,2 ribu jiwa; 94 orang; 94 daerah; 47 indikator;
8 aspek; 35 kabupaten; 3 kali; 12 bulan; ada 94 di sana; 27/5/2024; 27.5.2024; 2023; SPBE2; 3-5; a3,82;
kisaran 3,50 sampai 4,20"""


@pytest.mark.parametrize("text", [text.strip() for text in NO_VALUES.replace("\n", " ").split(";")])
def test_no_values(text: str) -> None:
    assert values(text) == []


WRONG = {
    "naik signifikan dari tahun 2022 sebesar 1,2 poin": ([], "a difference told after a year is a value"),
    "antara 3,50 dan 4,20": ([], "the upper bound of a range is a value"),
    "increased from 3.40 to 3.82": ([3.4, 3.82], "the value after 'to' is left out"),
    "ekonomi tumbuh minus 2,31 persen": ([-2.31], "the sign in words is lost"),
}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param(text, read, marks=pytest.mark.xfail(strict=True, reason=reason))
        for text, (read, reason) in WRONG.items()
    ],
)
def test_values_that_are_not_read_right_yet(text: str, read: list[float]) -> None:
    assert values(text) == read


@pytest.mark.parametrize(
    ("text", "percent", "cued", "whole"),
    [
        ("nilai 3,82", False, True, False),
        ("kota itu 3,82", False, False, False),
        ("tercatat 94 persen", True, True, True),
        ("94%", True, False, True),
        ("skornya 94", False, True, True),
    ],
)
def test_what_stands_around_a_value(text: str, percent: bool, cued: bool, whole: bool) -> None:
    (figure,) = figures(text, 0, len(text))
    assert (figure.percent, figure.cued, figure.whole) == (percent, cued, whole)
    assert text[figure.start : figure.end].startswith(("3,82", "94"))


def test_only_the_asked_part_of_a_text_counts() -> None:
    text = "nilai 3,82; nilai 3,90"
    assert [figure.value for figure in figures(text, text.index(";"), len(text))] == [3.9]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("tahun 2023", [2023]),
        ("nilai 3,82 (2023)", [2023]),
        ("pada 2022 dan 2023", [2022, 2023]),
        ("2023, 2022, 2021", [2023, 2022, 2021]),
        ("SPBE 2023.", [2023]),
        ("Mei 2024", [2024]),
        ("T.A. 2022", [2022]),
        ("2022-2024", []),
        ("2022/2023", []),
        ("periode 2019–2024", []),
        ("Perpres Nomor 95 Tahun 2018", []),
        ("Permen PANRB No. 59 Tahun 2020", []),
        ("UU Nomor 23/2014", []),
        ("Senin, 27 Mei 2024", []),
        ("May 27, 2024", []),
        ("27/5/2024", []),
        ("Rp 2.023", []),
        ("2.024 orang", []),
        ("kode 20231", []),
        ("SPBE2023", []),
        ("1945 dan 2051", []),
        ("tahun ini", [2024]),
        ("tahun lalu", [2023]),
        ("Tahun Kemarin", [2023]),
        ("tahun depan", []),
        ("sejak 2019 hingga tahun ini", [2019, 2024]),
    ],
)
def test_years(text: str, read: list[int]) -> None:
    assert told_years(text) == read


@pytest.mark.xfail(strict=True, reason="years counted back from now are taken for last year")
@pytest.mark.parametrize("text", ["dua tahun lalu", "beberapa tahun lalu", "lima tahun lalu"])
def test_some_years_ago_is_not_last_year(text: str) -> None:
    assert 2023 not in told_years(text)


def test_a_relative_year_needs_the_day_of_the_article() -> None:
    assert told_years("tahun ini", None) == []
    (year,) = years("tahun lalu", 0, 10, date(2020, 1, 1))
    assert (year.year, year.relative) == (2019, True)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("3,82 (2023)", 2023),
        ("3,82 pada 2023", 2023),
        ("3,82 pada tahun 2023", 2023),
        ("3,82 poin di tahun 2023", 2023),
        ("3,82 untuk 2023", 2023),
        ("3,82 in 2023", 2023),
        ("3,82 pada tahun ini", 2024),
        ("3,82, tahun 2023", None),
        ("3,82 naik dari nilai 2023", None),
        ("3,82. Tahun 2023", None),
        ("2023 sebesar 3,82", None),
        ("3,82 dan pada 2023 3,90", None),
    ],
)
def test_the_year_tied_to_a_value(text: str, year: int | None) -> None:
    sentence = split(text, 0)[0]
    end = text.index("3,82") + 4
    beside = year_beside(text, end, sentence, years(text, 0, len(text), TODAY))
    assert (beside.year if beside else None) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("3,82 tahun 2023", 2023),
        ("3,82, tahun 2023", 2023),
        ("3,82 tahun ini", 2024),
        ("3,82 persen, 2023", 2023),
        ("3,82 naik dari nilai 2023", None),
        ("3,82; 2023", None),
    ],
)
def test_the_year_that_merely_follows_a_value(text: str, year: int | None) -> None:
    end = text.index("3,82") + 4
    following = year_following(text, end, split(text, 0)[0], years(text, 0, len(text), TODAY))
    assert (following.year if following else None) == year


PIECES = [
    "nilai ",
    "3",
    ",",
    ".",
    "82 ",
    " persen",
    "2023",
    "(",
    ")",
    "naik ",
    "-",
    "/",
    "Rp ",
    "tahun ini ",
    "dari ",
    "٣",
    "½",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_figures_and_years_are_what_the_text_prints(text: str) -> None:
    for figure in figures(text, 0, len(text)):
        printed = text[figure.start : figure.end]
        assert printed[0].isdigit()
        assert figure.whole != any(mark in printed.rstrip("%").rstrip() for mark in ".,")
    for year in years(text, 0, len(text), TODAY):
        assert year.relative or text[year.start : year.end] == str(year.year)

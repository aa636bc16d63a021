"""Raw paragraphs become a clean body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.body import Body, clean
from extractors.noise import noise
from extractors.paragraphs import CLOSE, OPEN

FIRST = "Kota Malang menerima penghargaan dari pemerintah pusat, di Jakarta."
LAST = "Wali kota berterima kasih kepada semua warga yang telah bekerja."


def cleaned(*rows: str, title: str | None = None, caption: str | None = None, loose: bool = False) -> Body:
    marked = [row.replace("<", OPEN).replace(">", CLOSE) for row in rows]
    return clean(marked, noise(), ("MEMORANDUM",), title, caption, loose)


@pytest.mark.parametrize(
    "rows",
    [
        (FIRST, "BACA JUGA:<Kota Lain>", LAST),
        (FIRST, "Baca Juga", "<Kota Lain Juara>", "<Kota Ketiga>", LAST),
        (FIRST, "Baca juga:", "Kota Lain Juara Umum", LAST),
        (FIRST, "Rekomendasi", "<Kota Lain Juara>", LAST),
        (FIRST, LAST, "<Kota Lain Juara Umum Lomba>", "<Kota Ketiga Menyusul Tahun Depan>"),
        (
            FIRST,
            "ADVERTISEMENT",
            "SCROLL TO CONTINUE WITH CONTENT",
            "[Gambas:Video 20detik]",
            "--",
            "* * *",
            LAST,
        ),
        (FIRST, LAST, "(*)"),
        (FIRST, LAST + " (vyp/kna)"),
        (FIRST, LAST + " (Humas)"),
        (FIRST, LAST, "(SURYAMALANG.COM)", "Artikel ini telah tayang di suryamalang.com dengan judul X"),
        (FIRST, LAST, "DINI TEJA"),
        (FIRST, LAST, "Sumber:", "Pewarta: Ananto", "COPYRIGHT © ANTARA 2026"),
        (FIRST, LAST, "<1>", "<2>"),
        ("MALANG, MEMORANDUM - " + FIRST, LAST),
        ("Jakarta -", FIRST, LAST),
        ("• " + FIRST, "- " + LAST),
        ("Wali kota dan piala. (Foto: Humas)", FIRST, "Penonton bersorak. Foto: Dok. Pemkot", LAST),
    ],
)
def test_only_the_text_is_left(rows: tuple[str, ...]) -> None:
    assert cleaned(*rows).paragraphs == [FIRST, LAST]


@pytest.mark.parametrize(
    "row",
    ["Rekomendasi", "1. Kota Surabaya", "Kota Malang", "Kategori: Pemerintah Kota", "2023 | 3,82",
     "2024: 72,75 (+0,95)", "Penilaian oleh BPK (WTP)", "Nilai akhir 4,45 (sangat baik)", "PIALA KEDUA",
     "Baca buku setiap hari.", "Peringkat <1> nasional", "Indeks – bukan skor – naik"],
)  # fmt: skip
def test_short_lines_within_the_text_stay(row: str) -> None:
    plain = row.replace("<", "").replace(">", "")
    assert cleaned(FIRST, row, LAST).paragraphs == [FIRST, plain, LAST]


def test_a_last_item_in_capitals_is_no_signature() -> None:
    assert cleaned(FIRST, "Penerima terbaik:", "KOTA MALANG").paragraphs[-1] == "KOTA MALANG"


def test_title_caption_and_bylines_before_the_text_go() -> None:
    body = cleaned(
        "Kota Malang Raih Penghargaan",
        "Senin 23-02-2026,17:18 WIB",
        "Reporter: Ratna | Editor: Bagus",
        "Piala di tangan wali kota--Humas",
        "JAKARTA, MEMORANDUM - " + FIRST,
        LAST,
        title="Kota Malang Raih Penghargaan",
    )
    assert body.paragraphs == [FIRST, LAST]
    assert body.caption == "Piala di tangan wali kota"
    assert body.credits == {"reporter": "Ratna", "editor": "Bagus"}
    assert body.bylines == ["Senin 23-02-2026,17:18 WIB"]


def test_a_known_caption_goes_wherever_it_is_repeated() -> None:
    assert cleaned(FIRST, "Piala Baru", LAST, caption="Piala baru").paragraphs == [FIRST, LAST]


def test_a_subheading_before_the_text_stays() -> None:
    body = cleaned("Masuk Sepuluh Besar Kabupaten", FIRST, title="Judul Lain Sama Sekali", loose=True)
    assert body.paragraphs == ["Masuk Sepuluh Besar Kabupaten", FIRST]
    assert body.headlines == ["Masuk Sepuluh Besar Kabupaten"]


def test_what_stands_above_an_article_goes_where_anything_may() -> None:
    above = (
        "Beranda • Nasional • Politik • Hukum",
        "Malang Pagi",
        "• BERITA",
        "by RedMP.",
        "6 Mei 2024",
        "770 seen",
    )
    body = cleaned(*above, FIRST, loose=True)
    assert body.paragraphs == [FIRST]
    assert body.credits == {"reporter": "RedMP"}
    assert body.bylines == ["6 Mei 2024"]


def test_a_headline_with_a_date_is_no_byline() -> None:
    headline = "Ini Daftar Lengkap Penerima Penghargaan Adipura pada 5 Maret 2024 di Jakarta"
    assert cleaned(headline, FIRST).paragraphs == [headline, FIRST]


def test_a_pull_quote_goes_where_the_text_repeats_it() -> None:
    quote = "...berterima kasih kepada semua warga yang telah bekerja..."
    assert cleaned(quote, FIRST, LAST).paragraphs == [FIRST, LAST]
    assert cleaned(quote, FIRST).paragraphs == [quote, FIRST]


def test_a_dateline_goes_once_and_only_near_the_beginning() -> None:
    late = "SURABAYA - Kota Surabaya juga menerima piala pada hari itu, kata panitia."
    assert cleaned("MALANG - " + FIRST, LAST, late).paragraphs == [FIRST, LAST, late]
    assert cleaned(FIRST, LAST, LAST, LAST, late).paragraphs[-1] == late


def test_a_text_of_short_lines_only_is_kept_whole() -> None:
    assert cleaned("Surabaya", "Madiun", "Jambi", loose=True).paragraphs == ["Surabaya", "Madiun", "Jambi"]


@given(st.lists(st.text(max_size=80)), st.booleans())
def test_no_rows_break_the_cleaning(rows: list[str], loose: bool) -> None:
    for row in clean(rows, noise(), (), "Judul", None, loose).paragraphs:
        assert row.strip() == row != ""
        assert "\n" not in row

"""Plain texts and their wrapped lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.plain import text_paragraphs


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("satu baris.\ndua baris.", ["satu baris.", "dua baris."]),
        ("Kota Malang\nmenerima piala.", ["Kota Malang menerima piala."]),
        ("MALANG - Kota\nMalang menerima piala.", ["MALANG - Kota Malang menerima piala."]),
        ("Diserahkan Rabu\n(29/12). Selesai.", ["Diserahkan Rabu (29/12). Selesai."]),
        (
            "Piala diserahkan kemarin sore di Jakarta. Hadir Kepala Badan\nPenelitian dan Pengembangan.",
            ["Piala diserahkan kemarin sore di Jakarta. Hadir Kepala Badan Penelitian dan Pengembangan."],
        ),
        ("Malang Raih Dua\nKota Malang menerima piala.", ["Malang Raih Dua", "Kota Malang menerima piala."]),
        ("Kota Malang\n\nmenerima piala.", ["Kota Malang", "menerima piala."]),
        ("Palu\n1. Solo\n2) kota\na. satu\n• dua", ["Palu", "1. Solo", "2) kota", "a. satu", "• dua"]),
        ("Judul Berita\nradarkota.com- Isi berita.", ["Judul Berita", "radarkota.com- Isi berita."]),
        ("Judul Kota\nMALANG - Isi berita.", ["Judul Kota", "MALANG - Isi berita."]),
        ("Judul Berita\nby RedMP.", ["Judul Berita", "by RedMP."]),
        ("Baca juga: Judul dan\nlanjut kata wali kota", ["Baca juga: Judul dan", "lanjut kata wali kota"]),
        ("Reporter: Rini\nkota itu", ["Reporter: Rini", "kota itu"]),
        ("Rinciannya:\nkota", ["Rinciannya:", "kota"]),
        ("satu\r\n\r\ndua\u2028tiga", ["satu", "dua tiga"]),
        ("  \n\t\n", []),
    ],
)  # fmt: skip
def test_wrapped_lines_are_joined_and_others_are_not(text: str, paragraphs: list[str]) -> None:
    assert text_paragraphs(text) == paragraphs


@given(st.text())
def test_no_letter_is_lost(text: str) -> None:
    joined = "".join(" ".join(text_paragraphs(text)).split())
    assert joined == "".join("".join(text_paragraphs("\n\n".join(text.splitlines()))).split())

"""Datelines, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dateline import strip_dateline

OUTLETS = ("MEMORANDUM", "viva")
REST = "Kota Malang menerima penghargaan dari pemerintah pusat, di Jakarta, pekan lalu."


DATELINES = """
JAKARTA, MEMORANDUM -
JAKARTA, KOMPAS.com -
KUTA, KOMPAS.com —
Malang, Jawa Timur (ANTARA) -
Mataram, NTB (ANTARA News) -
Mataram (ANTARA) -
MALANG –
TUBAN -
Mataram -
KAB. GARUT -
KABUPATEN MALANG, RADAR MALANG -
TIMESINDONESIA, MALANG –
SURYAMALANG.COM, MALANG -
Dejurnal, com, Bandung –
Malang Post –
Berita Banyuwangi -
Jatim Newsroom -
Heaptalk, Jakarta -
SURABAYA, Memoindonesia.co.id –
JATIMTIMES -
MEDIALAMPUNG -
KOMPAS.com -
Suara.com -
Mjnews.id –
BABELPOS.ID -
PALPOS.CO-
REPUBLIKA.CO.ID, JAKARTA --
TEMPO.CO, Jakarta -
Liputan6.com, Jakarta -
Klojen (malangkota.go.id) –
Blora, InfoPublik -
SURYA.CO.ID | SURABAYA -
Bandung |
Jakarta:
VIVA –
Liputan6.com, Jakarta
"""


@pytest.mark.parametrize("dateline", DATELINES.strip().splitlines())
def test_a_dateline_goes(dateline: str) -> None:
    assert strip_dateline(f"{dateline} {REST}", OUTLETS) == REST


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Sumateratoday.com– Sembilan daerah", "Sembilan daerah"),
        ("radartvnews.com- Hasil pemeriksaan", "Hasil pemeriksaan"),
        ("Malang -Wali kota", "Wali kota"),
        ("Malang – “Kami siap,” katanya", "“Kami siap,” katanya"),
        ("Denpasar - 2.000 orang", "2.000 orang"),
        ("Jakarta -", ""),
        ("KOTA MALANG – malangpagi.com", ""),
    ],
)
def test_what_follows_a_dateline_stays(text: str, left: str) -> None:
    assert strip_dateline(text, OUTLETS) == left


@pytest.mark.parametrize(
    "text",
    [
        "SPBE - Sistem Pemerintahan Berbasis Elektronik - kembali dinilai",
        "IGA – Innovative Government Award – digelar lagi",
        "WTP - Wajar Tanpa Pengecualian",
        "Surabaya - kota pahlawan - menerima penghargaan",
        "Jakarta-Surabaya kini terhubung",
        "Wahyu Hidayat – Wali Kota Malang – menerima piala",
        "Kepala Dinas: Kami siap",
        "Kota Malang menerima piala – Setelah lama menunggu",
        "Piala Adipura - Kota Malang",
        "Persebaya Surabaya - Arema FC bermain imbang",
        "Liputan6.com, menemui dua produser",
        "Malang: Wali Kota hadir",
        "Jawa Timur: Kota Surabaya, Madiun",
        "Penerima Kategori Kota: Surabaya, Madiun",
        "10 Besar - Kota Malang",
        "Kota Malang menang",
        "- Kota Malang",
        "",
    ],
)
def test_real_text_is_never_taken(text: str) -> None:
    assert strip_dateline(text, OUTLETS) == text


@given(
    st.text()
    | st.lists(st.sampled_from(["Malang", " ", "-", "–", ",", "(", ")", "a", "KOTA", ".com", ":"])).map(
        "".join
    )
)
def test_what_is_left_is_the_end_of_the_text(text: str) -> None:
    assert text.endswith(strip_dateline(text, OUTLETS))

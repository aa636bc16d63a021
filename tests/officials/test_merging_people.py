"""One official for a person and position, whatever the article calls them."""

from collections.abc import Callable

import pytest

from extractors.officials import Official

Reads = Callable[[str, str], list[Official]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bupati Siak Afni Zulkifli hadir. Bupati Afni pulang. Bupati Zulkifli tidur.", ["Afni Zulkifli"]),
        ("Bupati Siak A. Zulkifli hadir. Bupati Siak Afni Zulkifli pulang.", ["Afni Zulkifli"]),
        ("Bupati Siak Afni Zulkifli hadir. Wakil Bupati Siak Syamsu Zulkifli pulang.",
         ["Afni Zulkifli", "Syamsu Zulkifli"]),
        ("Wali Kota Malang Wahyu Hidayat bertemu Bupati Ngawi Wahyu Pratama.",
         ["Wahyu Hidayat", "Wahyu Pratama"]),
        ("Kepala Dinas Sosial Kota Batu Agus Salim hadir. Kadis Agus pulang.", ["Agus Salim"]),
        ("Bupati Kediri Hanindhito Himawan Pramana (Mas Dhito) hadir. Bupati Mas Dhito pulang.",
         ["Hanindhito Himawan Pramana"]),
    ],
)  # fmt: skip
def test_persons_of(text: str, expected: list[str], officials: Reads) -> None:
    assert [official.person for official in officials("", text)] == expected


def test_the_fuller_position_is_kept(officials: Reads) -> None:
    [official] = officials("", "Kadis Agus Salim hadir. Kepala Dinas Sosial Kota Batu Agus Salim pulang.")
    assert official.position == "Kepala Dinas Sosial"
    assert official.region is not None
    assert official.region.name == "Kota Batu"


def test_two_positions_are_two_officials(officials: Reads) -> None:
    found = officials(
        "", "Wali Kota Bogor Bima Arya hadir. Menurut Ketua Komisi Informasi Bima Arya, cuaca cerah."
    )
    assert [official.position for official in found] == ["Wali Kota", "Ketua Komisi Informasi"]


def test_surer_words_are_the_claim(officials: Reads) -> None:
    text = "Bupati Ipuk hadir. Bupati Banyuwangi, Ipuk Fiestiandani, pulang."
    [official] = officials("", text)
    claim = f"\n\n{text}"[official.claim_start : official.claim_end]
    assert claim == "Bupati Banyuwangi, Ipuk Fiestiandani"


def test_a_region_is_not_guessed(officials: Reads) -> None:
    text = "Kabupaten Tuban dan Kabupaten Gresik menang. Di tempat lain Bupati Sanusi tersenyum."
    [official] = officials("", text)
    assert official.region is None


def test_a_national_office_takes_no_region_of_the_article(officials: Reads) -> None:
    [official] = officials("Kota Malang Menang", "Kepala BSKDN Yusharto Huntoyungo memuji Kota Malang.")
    assert official.region is None

"""Where names of persons begin and end, and what they are without titles and degrees."""

import pytest

from extractors.names import name_reader, name_words, same_person

NAMES = {
    "Wahyu Hidayat mengatakan": "Wahyu Hidayat",
    "Dr. Ir. Wahyu Hidayat, MM, hadir": "Wahyu Hidayat",
    "Dr Ir Wahyu Hidayat MM hadir": "Wahyu Hidayat",
    "H Lalu Gita Ariadi, dan": "Lalu Gita Ariadi",
    "H.M. Sanusi, M.M. (kiri)": "M. Sanusi",
    "KH. Ma'ruf Amin": "Ma'ruf Amin",
    "Drs. H. Zen Munir M.Si menambahkan": "Zen Munir",
    "Hj.Sri Mulyani di Jakarta": "Sri Mulyani",
    "dr. Nila F. Moeloek, Sp.M (K) kepada": "Nila F. Moeloek",
    "Prof Dr KH Noor Achmad MA, menyampaikan": "Noor Achmad",
    "Lenny N Rosalin menyebut": "Lenny N Rosalin",
    "Panji Ariyo K., Senin": "Panji Ariyo K.",
    "I Gusti Ngurah Satria Perwira menyerahkan": "I Gusti Ngurah Satria Perwira",
    "Anak Agung Gede Agung hadir": "Anak Agung Gede Agung",
    "IB Alit Wiradana; dan": "IB Alit Wiradana",
    "Mokh. Sodiq Triwidiyanto, Jumat": "Mokh. Sodiq Triwidiyanto",
    "Brigjen Pol (Purn) Arman Depari, dan": "Arman Depari",
    "AKBP Eka Ariandy": "Eka Ariandy",
    "Letkol Inf Rahmat Hidayat": "Rahmat Hidayat",
    "Pak Jokowi akan": "Jokowi",
    "Mas Hanindhito Himawan Pramana": "Hanindhito Himawan Pramana",
    "Gus Ipul tersenyum": "Gus Ipul",
    "WAHYU HIDAYAT MENERIMA": "Wahyu Hidayat",
    "Said bin Abdullah dan": "Said bin Abdullah",
    "Sri Sultan Hamengku Buwono (HB) X, menilai": "Sri Sultan Hamengku Buwono X",
    "Karo-Karo Sitepu": "Karo-Karo Sitepu",
    "Muhammad Al-Hafizh Noor": "Muhammad Al-Hafizh Noor",
    "Hj.Fifian Adeningsih menghadiri": "Fifian Adeningsih",
    "Dr.Ir.H.W.Musyafirin.,MM menerima": "W.Musyafirin",
    "Moh Ramdhan 'Danny' Pomanto, Senin": "Moh Ramdhan Pomanto",
    "Moh Ramdhan “Danny” Pomanto tersenyum": "Moh Ramdhan Pomanto",
    "AM Sukri datang": "AM Sukri",
    "EA Rafiddin dan": "EA Rafiddin",
    "A.S. Chaidir Syamsul menargetkan": "A.S. Chaidir Syamsul",
    "Iksan R.A. Arsad, Senin": "Iksan R.A. Arsad",
    "Rina Wati S.H. Senin": "Rina Wati",
    "Capt. H. Ali Ibrahim Saleh berharap": "Ali Ibrahim Saleh",
    "Syafrudin Imam Negara, hadir": "Syafrudin Imam Negara",
    "Rina Wati Terima piagam": "Rina Wati",
    "Hari Wibowo hadir": "Hari Wibowo",
    "Puji Astuti hadir": "Puji Astuti",
    "Hari Edi Tri Wahyu Nugroho menuturkan": "Hari Edi Tri Wahyu Nugroho",
}


@pytest.mark.parametrize(("text", "expected"), NAMES.items())
def test_a_name_is_freed_from_titles_and_degrees(text: str, expected: str) -> None:
    headline = text.isupper()
    name = name_reader().read(text, 0, len(text), headline=headline)
    assert name is not None
    assert name.text == expected


NONE = [
    "menerima penghargaan", "Senin (27/5)", "Terima Penghargaan", "Kota Malang", "DPRD Kota", "WTP ke-10",
    "Rp 10 miliar", "di Jakarta", "Kabupaten Tuban", "RI Tahun 2024", "Dr.", "H.", "K.", "2024", "",
    "   ", "Pak", "Hari Pahlawan", "Terima piagam", "K3 Terbaik", "Kelas Dunia",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_name(text: str) -> None:
    assert name_reader().read(text, 0, len(text), headline=True) is None


def test_a_headline_ends_a_name_at_its_verb() -> None:
    text = "Wahyu Hidayat Perlihatkan Piala"
    reader = name_reader()
    headline, prose = reader.read(text, 0, len(text), headline=True), reader.read(text, 0, len(text))
    assert headline is not None
    assert prose is not None
    assert headline.text == "Wahyu Hidayat"
    assert prose.text == "Wahyu Hidayat Perlihatkan"


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("Joko Widodo (Jokowi) hadir", "Jokowi"),
        ("Ika Puspitasari yang akrab disapa Ning Ita hadir", "Ning Ita"),
        ("Ika Puspitasari, akrab dipanggil Ning Ita, hadir", "Ning Ita"),
        ("Ika Puspitasari (kiri) hadir", None),
        ("Ika Puspitasari hadir", None),
        ("Joko Widodo alias Jokowi di Jakarta", "Jokowi"),
        ("Moh Ramdhan 'Danny' Pomanto hadir", "Danny"),
    ],
)
def test_what_a_person_is_called(text: str, alias: str | None) -> None:
    name = name_reader().read(text, 0, len(text))
    assert name is not None
    assert name.alias == alias


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ucap Biyanto, SE, MAP", "Biyanto"),
        ("oleh Bapak Taufik Hanafi", "Taufik Hanafi"),
        ("Menurut Wahyu Hidayat", "Wahyu Hidayat"),
        ("kata dia", None),
        ("di Kota", None),
    ],
)
def test_a_name_before_a_place(text: str, expected: str | None) -> None:
    name = name_reader().read_back(text, 0, len(text))
    assert (name.text if name else None) == expected


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("Anas", "Abdullah Azwar Anas", True),
        ("Abdullah Anas", "Abdullah Azwar Anas", True),
        ("A. A. Anas", "Abdullah Azwar Anas", True),
        ("Ma'ruf", "Ma’ruf Amin", True),
        ("Azwar Abdullah", "Abdullah Azwar Anas", False),
        ("Anas Urbaningrum", "Abdullah Azwar Anas", False),
        ("Wahyu", "Iwan Kurniawan", False),
    ],
)
def test_same_person(short: str, long: str, same: bool) -> None:
    assert same_person(name_words(short), name_words(long)) is same

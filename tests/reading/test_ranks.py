"""Places in a contest, in all the forms that news gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.ranks import find_ranks, rank_near


def told(text: str) -> list[tuple[int | None, int | None, int | None]]:
    """(rank, of how many, top n) of each place."""
    return [(rank.rank, rank.of, rank.top_n) for rank in find_ranks(text, 0, len(text))]


PLACES = {
    1: """peringkat pertama; peringkat I; Peringkat 1 nasional; posisi puncak; peringkat teratas;
        peringkat tertinggi; posisi pertama; juara I; Juara 1; juara pertama; juara satu; terbaik I;
        terbaik pertama; Terbaik 1; tertinggi pertama; nomor satu; juara umum I; tempat pertama;
        peringkat perdana; ranked first; first place; urutan pertama; peringkat satu""",
    2: """peringkat kedua; peringkat II; posisi ke-2; posisi kedua nasional; juara II; terbaik II;
        terbaik kedua; tertinggi kedua se-Jawa; kedua terbaik; kedua tertinggi; runner-up; Runner Up;
        peringkat terbaik kedua; came in second; was second; tempat kedua; peringkat di posisi kedua;
        terbaik ke-2 tingkat nasional""",
    3: """peringkat ke-3; peringkat ke 3; peringkat ke3; peringkat 3; peringkat tiga; peringkat ketiga;
        peringkat III; PERINGKAT III; posisi ketiga; urutan ketiga; ranking 3; rangking ke-3; juara 3;
        juara III; terbaik 3; Terbaik ketiga; peringkat nasional ke-3; third place; ranked third;
        tied for third; ranked 3rd""",
    9: "peringkat ke-9; peringkat IX; peringkat kesembilan; urutan 9; posisi sembilan",
    12: "peringkat 12; peringkat ke-12; peringkat dua belas; urutan kedua belas; posisi 12",
    514: "peringkat ke-514; urutan 514",
}


@pytest.mark.parametrize(
    ("form", "rank"), [(form.strip(), rank) for rank, forms in PLACES.items() for form in forms.split(";")]
)
def test_a_place(form: str, rank: int) -> None:
    assert told(form) == [(rank, None, None)]
    assert told(f"Kota Batu meraih {form}, begitu kabarnya.") == [(rank, None, None)]


@pytest.mark.parametrize(
    ("form", "top"),
    [
        ("10 besar", 10),
        ("sepuluh besar", 10),
        ("10 terbaik", 10),
        ("tiga besar", 3),
        ("3 kota terbaik", 3),
        ("10 kabupaten/kota terbaik", 10),
        ("10 kabupaten terbaik", 10),
        ("lima terbaik nasional", 5),
        ("peringkat sepuluh besar", 10),
        ("top 10", 10),
        ("Top ten", 10),
        ("the best three", 3),
        ("satu dari 10 daerah terbaik", 10),
        ("salah satu dari lima kota terbaik", 5),
        ("20 provinsi terinovatif", 20),
    ],
)
def test_among_the_best(form: str, top: int) -> None:
    assert told(f"Kota Batu masuk {form}.") == [(None, None, top)]


@pytest.mark.parametrize(
    ("text", "rank", "of"),
    [
        ("urutan 18 dari 38 daerah", 18, 38),
        ("peringkat ke-18 dari 38 kabupaten/kota", 18, 38),
        ("peringkat keempat dari total 27 daerah", 4, 27),
        ("posisi ketiga dari 514", 3, 514),
        ("ranked 5th out of 38", 5, 38),
        ("peringkat 3 dari Kementerian", 3, None),
    ],
)
def test_a_place_of_how_many(text: str, rank: int, of: int | None) -> None:
    assert told(text) == [(rank, of, None)]


@pytest.mark.parametrize(
    "text",
    [
        "terbaik kategori kota",
        "terbaik nasional",
        "kota terbaik se-Jawa Timur",
        "salah satu yang terbaik",
        "juara harapan I",
        "untuk pertama kali",
        "ketiga kalinya",
        "terbaik tiga tahun",
        "terbaik 5 tahun beruntun",
        "terbaik 3 kali",
        "tempat 3 hari",
        "tempat tiga orang",
        "1 besar",
        "posisinya",
        "berperingkat",
        "peringkat 0",
        "peringkat 900",
        "urutan terbawah",
        "in the first year",
        "3,5 besar",
        "kepala bidang II",
        "Triwulan III",
        "tahap II",
        "besar 10",
        "terbaik 10.5",
        "terbaik i",
    ],
)
def test_no_place(text: str) -> None:
    assert told(text) == []


WRONG = {
    "posisi ke dua": ([(2, None, None)], "'ke' and its word are written apart"),
    "nomor wahid": ([(1, None, None)], "'wahid' is no known number"),
    "nomor urut 3": ([(3, None, None)], "a number does not follow 'nomor urut'"),
    "Juara Umum": ([(1, None, None)], "the overall winner is no place"),
    "peringkat XI": ([(11, None, None)], "Roman numerals end at X"),
    "peringkat 1.500": ([], "the first digit of a larger number is a place"),
    "posisi 85 persen": ([], "a share is a place"),
    "juara tiga kali": ([], "how often is a place"),
    "posisi ketiga kalinya": ([], "how often is a place"),
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, marks=pytest.mark.xfail(strict=True, reason=reason))
        for text, (expected, reason) in WRONG.items()
    ],
)
def test_forms_that_are_not_read_yet(
    text: str, expected: list[tuple[int | None, int | None, int | None]]
) -> None:
    assert told(text) == expected


def test_several_places_come_in_order() -> None:
    text = "Kota Batu juara II dan Kota Blitar juara I, Kota Kediri masuk 10 besar di urutan 9 dari 38."
    assert told(text) == [(2, None, None), (1, None, None), (None, None, 10), (9, 38, None)]


def test_only_the_asked_part_of_a_text_counts() -> None:
    text = "juara I, juara II, juara III"
    middle = text.index("juara II")
    assert [rank.rank for rank in find_ranks(text, middle, middle + len("juara II"))] == [2]


@pytest.mark.parametrize(
    ("text", "rank"),
    [
        ("peringkat 3 dengan nilai 4,05", 3),
        ("nilai 4,05 di urutan 18", 18),
        ("nilai 4,05", None),
        ("10 besar dengan nilai 4,05", None),
        ("peringkat 3 dengan nilai 4,05, dahulu peringkat 5", None),
    ],
)
def test_the_place_that_goes_with_a_value(text: str, rank: int | None) -> None:
    start = text.index("4,05")
    near = rank_near(text, 0, start, start + 4, len(text))
    assert (near.rank if near else None) == rank


FORMS = [
    "peringkat ",
    "ke-",
    "3",
    "10 besar ",
    "juara ",
    "II ",
    "terbaik ",
    "dari ",
    "38 ",
    "kali ",
    "satu ",
    "top ",
    ". ",
]


@given(st.lists(st.sampled_from(FORMS)).map("".join))
def test_places_are_sound_and_apart(text: str) -> None:
    found = find_ranks(text, 0, len(text))
    assert [rank.start for rank in found] == sorted(rank.start for rank in found)
    for rank in found:
        assert (rank.rank is None) != (rank.top_n is None)
        assert 0 <= rank.start < rank.end <= len(text)
        assert 1 <= (rank.rank or rank.top_n or 0) <= 600

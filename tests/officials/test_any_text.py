"""Whatever the text, what is read stands in it."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extractors.homonyms import settle
from extractors.mention import find_regions
from extractors.names import name_reader
from extractors.officials import read_officials
from extractors.officials_headlines import is_headline
from extractors.sentences import split

PIECES = st.sampled_from([
    "Bupati", "Wali Kota", "Pj ", "Plt. ", "Penjabat (Pj) ", "Kepala Dinas", "Ketua", "Menteri",
    "Sekda", "Camat", "Menteri Koordinator (Menko)", "Deputi", "Presiden", "Kadis", "Mayor of",
    "Head of the", "Minister of", "Malang", "Kota Malang", "Tuban", "Jawa Timur", "Wahyu Hidayat",
    "Ipuk", "Dr. ", "H. ", ", S.H., ", "M.Si", "SE", "K.", "I Gusti", "WAHYU", "dan", "serta",
    "sekaligus", "selaku", "yang juga", ",", ".", ", ", "(", ")", "/", " ", "  ", "\n", "\n\n",
    "\u00a0", "RI", "mantan", "di", "pada", "Dinas", "Kominfo", "(Jokowi)", "terpilih", "periode",
    "Baca juga:", "menerima", "“", "’", "é", "😀",
])  # fmt: skip
TEXTS = (
    st.lists(PIECES, max_size=40).map("".join)
    | st.lists(PIECES, max_size=40).map(" ".join)
    | st.text(max_size=200)
)


def check(text: str, title: str = "", **options: Any) -> None:
    whole = f"{title}\n\n{text}"
    sentences = split(whole, len(title) + 2)
    regions = find_regions(whole)
    settle(whole, regions, sentences)
    found = read_officials(whole, sentences, regions, **options)
    for official in found:
        assert 0 <= official.claim_start <= official.start < official.end <= official.claim_end <= len(whole)
        assert "\n" not in whole[official.start : official.end]
        assert any(letter.isalpha() for letter in official.person)
        assert 0 < official.confidence <= 1
    keys = [(official.person, official.position, official.region) for official in found]
    assert len(set(keys)) == len(keys)


@given(TEXTS, TEXTS)
def test_officials_stand_in_the_text(title: str, text: str) -> None:
    check(text, title.replace("\n", " "))


@given(TEXTS, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 30)), max_size=4))
def test_whatever_a_model_sees(text: str, spans: list[tuple[int, int]]) -> None:
    def persons(sentence: object) -> list[tuple[int, int]]:
        return [
            (start, min(start + length, len(text) + 2)) for start, length in spans if start < len(text) + 2
        ]

    check(text, persons=persons)


@given(TEXTS, st.integers(0, 50))
def test_names_stand_in_the_text(text: str, at: int) -> None:
    for headline in (True, False):
        name = name_reader().read(text, min(at, len(text)), len(text), headline=headline)
        if name:
            assert name.before <= name.start < name.end <= name.after <= len(text)
            assert name.words


@given(st.text())
def test_any_sentence_is_a_headline_or_not(text: str) -> None:
    assert is_headline(text) in (True, False)


def test_the_same_words_many_times_are_one_official() -> None:
    text = "Bupati Tuban Aditya Halindra hadir. " * 2000
    sentences = split(text, 0)
    [official] = read_officials(text, sentences, find_regions(text))
    assert official.person == "Aditya Halindra"

"""Whatever is asked, there is an answer, and the same one every time."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.answer import answer
from knowledge.question import LONGEST
from knowledge.question_parts import take_apart
from knowledge.question_spelling import levelled
from knowledge.store import Store
from tests.questions.test_tables import TODAY

WORDS = st.sampled_from(
    """
    kota kabupaten provinsi malang Malang Madiun jatim Jambi banjar di se dari sampai sejak DGA dga Adipura
    SAKIP SPBE IPM WTP nindya IKP 10 besar 1 3,82 terbaik tertinggi ke peringkat juara II berapa siapa mana
    saja dan 2023 2024 - / tahun lalu wali bupati pj menteri PANRB kategori predikat A top ten first which
    cities of the penghargaan apakah tentang trend Award Lencana , . ? kali Kepala Dinas Januari
    kenaikan penurunan terbesar lebih rendah berturut-turut saat menerima berbeda sumber IKLH Cimahi higher
    """.split()
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
TEXTS = st.text(min_size=1, max_size=LONGEST).filter(lambda text: text.strip())


@settings(max_examples=150)
@given(text=st.one_of(SENTENCES, TEXTS))
def test_any_text_is_answered(base: Store, text: str) -> None:
    first = answer(base, text, TODAY)
    assert first.text
    assert first.status in (0, 3, 4)
    assert (first.status == 4) == (first.reading is None)
    assert first.answered == (first.status == 0)
    assert bool(first.rows) == first.answered
    assert answer(base, text, TODAY) == first


@given(text=st.one_of(SENTENCES, TEXTS))
def test_parts_follow_each_other_and_hold_every_word(text: str) -> None:
    plain = levelled(text)
    parts = take_apart(plain)
    assert all(before.end <= after.start for before, after in pairwise(parts))
    assert all(plain[part.start : part.end] == part.text for part in parts)

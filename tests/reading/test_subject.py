"""The region an article is about."""

import pytest
from spacy.language import Language

from extractors.pipeline import read
from extractors.subject import subject


def about(nlp: Language, title: str, body: str) -> str | None:
    doc = read(nlp, title, body)
    region = subject(doc._.text, doc._.regions, doc._.body_start)
    return region.name if region else None


@pytest.mark.parametrize(
    ("title", "body", "name"),
    [
        ("", "", None),
        ("Warga bangga", "Hari ini cerah.", None),
        ("Pemkot Batu Bangga", "Warga gembira.", "Kota Batu"),
        ("", "Pemkot Batu bangga.", "Kota Batu"),
        ("", "Kota Batu, Kota Kediri, dan Kota Batu.", "Kota Batu"),
        ("Pemkot Batu Bangga", "Kota Kediri dan Kota Kediri.", "Kota Batu"),
        ("", "Bupati Tuban bertemu warga Kota Kediri.", "Kabupaten Tuban"),
        ("", "Kota Batu dan Kota Kediri.", None),
        ("", "Kota Batu, Jawa Timur.", "Kota Batu"),
        ("", "Polres Gresik dan Polres Gresik menjaga Kota Batu.", "Kota Batu"),
        ("", "Kota Batu bangga saat tiba di Jakarta, Jakarta, Jakarta.", "Kota Batu"),
        ("Piala untuk DKI Jakarta", "Acara di Kota Batu dan di Kota Batu.", "Provinsi DKI Jakarta"),
        ("", "Pemkot Batu menerima piala di Hotel Anu, Kota Surabaya, Kota Surabaya.", "Kota Batu"),
        ("Kediri Juara", "Warga Kediri senang.", None),
        ("Kediri Juara", "Pemkot Kediri senang.", "Kota Kediri"),
    ],
)
def test_the_region_named_most(nlp: Language, title: str, body: str, name: str | None) -> None:
    assert about(nlp, title, body) == name


def test_the_order_of_names_in_a_tie_tells_nothing(nlp: Language) -> None:
    assert (
        about(nlp, "", "Pemkot Batu. Pemkot Kediri.") == about(nlp, "", "Pemkot Kediri. Pemkot Batu.") is None
    )

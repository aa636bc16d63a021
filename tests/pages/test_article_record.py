"""Records of JSON Lines become articles."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.article import Article
from extractors.errors import InputError
from extractors.record import MAX_TEXT, article_from_record

URL = "https://www.koranmalang.example/berita/1"
FIRST = "Kota Malang menerima penghargaan dari pemerintah pusat, di Jakarta."
LAST = "Wali kota berterima kasih kepada semua warga yang telah bekerja."
TEXT = f"{FIRST}\n{LAST}"


def read(**record: Any) -> Article:
    return article_from_record({"url": URL, "title": None, "published": None, **record})


def test_a_record_gives_what_it_says() -> None:
    article = read(
        title="Kota Malang Juara", published="2024-05-27", text=TEXT, site="koran", pages=[1, {"a": None}]
    )
    assert article.model_dump(mode="json", exclude={"published"}) == {
        "url": URL,
        "source": "koranmalang.example",
        "title": "Kota Malang Juara",
        "body": TEXT,
        "precision": "day",
        "published_from": "input",
        "reporter": None,
        "editor": None,
        "caption": None,
        "tags": [],
        "fetched": None,
        "metadata": {"site": "koran", "pages": [1, {"a": None}]},
    }
    assert article.published_text == "2024-05-27"


@pytest.mark.parametrize(
    ("published", "told", "precision"),
    [
        ("2024-05-27T16:05:02+07:00", "2024-05-27T16:05:02+07:00", "second"),
        ("2024-05-27T20:05:02Z", "2024-05-28T03:05:02+07:00", "second"),
        ("2024-05-27 16:05", "2024-05-27T16:05:00+07:00", "minute"),
        ("Senin, 27 Mei 2024", "2024-05-27", "day"),
    ],
)
def test_a_date_keeps_its_precision(published: str, told: str, precision: str) -> None:
    article = read(title="Judul", text=TEXT, published=published)
    assert (article.published_text, article.precision, article.published_from) == (told, precision, "input")


def test_the_source_may_be_named() -> None:
    assert read(title="Judul", text=TEXT, source="memorandum").source == "memorandum"
    assert article_from_record({"url": "berita-1", "text": TEXT}).source == "input"


def test_a_missing_title_and_date_are_read_in_the_text() -> None:
    above = "Beranda • Nasional • Politik\n\nKota Malang Juara Umum Lomba\n\nRabu 12-07-2023,11:54 WIB\n"
    article = read(text=f"{above}Reporter : MBKM 4\nEditor : Yuda Pranata\n\nMALANG - {TEXT}")
    assert article.title == "Kota Malang Juara Umum Lomba"
    assert (article.published_text, article.published_from) == ("2023-07-12T11:54:00+07:00", "text")
    assert (article.reporter, article.editor) == ("MBKM 4", "Yuda Pranata")
    assert article.body == TEXT


@pytest.mark.parametrize(
    "line", ["Publisher: Admin 6 Maret 2024 2 Min Read", "6 Mar 2024", "by RedMP.\n6 Maret 2024"]
)
def test_a_byline_dates_an_article_that_nothing_else_dates(line: str) -> None:
    article = read(text=f"Kota Malang Juara Umum\n\n{line}\n\n{TEXT}")
    assert (article.published_text, article.body) == ("2024-03-06", TEXT)
    dated = read(text=f"Kota Malang Juara Umum\n\n{line}\n\n{TEXT}", published="2024-03-07")
    assert (dated.published_text, dated.published_from) == ("2024-03-07", "input")


def test_a_text_without_headline_or_date_has_none() -> None:
    article = read(text=TEXT)
    assert (article.title, article.published, article.published_from) == ("", None, None)
    assert article.body == TEXT


def test_a_date_the_text_tells_of_is_not_its_own() -> None:
    article = read(text=FIRST.replace("di Jakarta", "di Jakarta, Senin (27/5/2024)") + "\n" + LAST)
    assert article.published is None


def test_the_first_line_goes_if_it_repeats_the_title() -> None:
    for first in ("Kota Malang Juara Umum", "KOTA MALANG JUARA UMUM!", "Kota Malang Jadi Juara Umum"):
        assert read(title="Kota Malang Juara Umum", text=f"{first}\n{TEXT}").body == TEXT
    other = "Wali Kota Terharu di Istana"
    assert read(title="Kota Malang Juara Umum", text=f"{other}\n{TEXT}").body == f"{other}\n{TEXT}"


def test_the_line_of_a_picture_becomes_the_caption() -> None:
    article = read(
        text=f"Kota Malang Juara Umum\nRaihan yang membanggakan.--\nJAKARTA, KORANMALANG - {TEXT}\nSumber:"
    )
    assert (article.title, article.caption) == ("Kota Malang Juara Umum", "Raihan yang membanggakan.")
    assert article.body == TEXT


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\nBACA JUGA:Kota Lain Terima Adipura\n{LAST}",
        f"{FIRST}\nBaca Juga :   Kota Lain\n\n{LAST}",
        f"{FIRST} Baca Juga: Pj Wali Kota Lain Semangati Warga\n{LAST}",
        f"{FIRST}\nBaca juga:\nKota Lain Terima Adipura\n{LAST}",
        f"Malang Post – {FIRST}\n{LAST} (*)",
        f"KOTA MALANG – koranmalang.example.com\n\n{FIRST}\n\n{LAST}\n(dnd/yn)",
        f"  • {FIRST}\r\n\r\n  • {LAST}\r\n",
        FIRST.replace("dari pemerintah", "dari\npemerintah") + "\n" + LAST,
        TEXT + "\nPewarta: Ananto\nDilarang keras mengambil konten tanpa izin.",
    ],
)
def test_what_is_not_the_text_goes(text: str) -> None:
    assert read(title="Judul", text=text).body == TEXT


def test_html_is_read_as_a_page_is() -> None:
    markup = f"<p>MALANG - {FIRST}</p><p>Baca juga: <a href=/2>Lain</a></p><p>{LAST}</p>"
    article = read(title="Kota Malang Juara", html=markup)
    assert (article.title, article.body, article.url, article.fetched) == (
        "Kota Malang Juara",
        TEXT,
        URL,
        None,
    )
    page = f"<title>Kota Malang Juara</title><meta name=pubdate content='2024-05-27 10:00:00'>{markup}"
    assert read(html=page).title == "Kota Malang Juara"
    assert read(html=page).published_text == "2024-05-27T10:00:00+07:00"
    assert read(html=page, published="2024-05-28").published_text == "2024-05-28"


def test_a_relative_date_in_html_is_no_date_where_its_now_is_unknown() -> None:
    assert (
        read(title="Judul", html=f"<time class=published>1 jam lalu</time><div><p>{TEXT}</p></div>").published
        is None
    )


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        ({}, "'url' is missing"),
        ({"url": " "}, "'url' is missing"),
        ({"url": 5}, "'url' is int"),
        ({"url": URL}, "neither 'text' nor 'html'"),
        ({"url": URL, "text": " \n"}, "neither 'text' nor 'html'"),
        ({"url": URL, "text": ["a"]}, "'text' is list"),
        ({"url": URL, "text": TEXT, "title": 5}, "'title' is int"),
        ({"url": URL, "text": TEXT, "published": "kapan-kapan"}, "'published' is 'kapan-kapan', no date"),
        ({"url": URL, "text": TEXT, "published": 1716800000}, "'published' is int"),
        ({"url": URL, "text": "BACA JUGA:Judul"}, "nothing but bylines"),
        ({"url": URL, "text": "a" * (MAX_TEXT + 1)}, "more than"),
        ({"url": URL, "html": "<p>teks"}, "has no title"),
        ({"url": URL, "text": TEXT, "extra": object()}, "what JSON cannot"),
    ],
)
def test_a_bad_record_is_refused_with_its_reason(record: dict[str, Any], complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        article_from_record(record)


@given(
    st.dictionaries(
        st.sampled_from(["url", "title", "published", "text", "html", "x"]),
        st.none() | st.text() | st.integers() | st.lists(st.text(), max_size=2),
    )
)
def test_any_record_gives_an_article_or_a_reason(record: dict[str, Any]) -> None:
    try:
        article = article_from_record(record)
    except InputError:
        return
    assert article.url == record["url"].strip()
    assert article.body

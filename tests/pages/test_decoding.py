"""Bytes, text and trees."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import decoding
from extractors.decoding import decode, parse
from extractors.errors import PageError

TEXT = "<p>“Kota” Malang – Rp 1,5 miliar é</p>"


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (TEXT.encode(), "text/html; charset=utf-8"),
        (TEXT.encode(), None),
        (TEXT.encode(), "text/html; charset=iso-8859-1"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "text/html"),
        (TEXT.encode("utf-16"), "text/html"),
        (TEXT.encode("cp1252"), "text/html; charset=windows-1252"),
        (TEXT.encode("cp1252"), "text/html; charset=utf-8"),
        (TEXT.encode("cp1252"), "text/html; charset=nonsense"),
        (b"<!-- " + b"x" * 1500 + b" --><meta charset=windows-1252>" + TEXT.encode("cp1252"), None),
    ],
)
def test_text_survives_its_encoding_whatever_is_claimed(content: bytes, media_type: str | None) -> None:
    assert decode(content, media_type).endswith(TEXT)


def test_one_wrong_byte_spoils_only_itself() -> None:
    assert decode("Kabupaten “Malang”".encode() + b" \x96 Kota") == "Kabupaten “Malang” – Kota"


def test_a_text_cut_within_a_character_is_still_utf_8() -> None:
    assert decode("Kota – Malang —".encode()[:-1]).startswith("Kota – Malang ")


@given(st.text(st.characters(codec="utf-8")))
def test_utf_8_is_always_read_back(text: str) -> None:
    assert decode(text.encode(), "text/html; charset=latin-1") == text.removeprefix("\ufeff")


@given(st.binary())
def test_no_bytes_break_the_parser(content: bytes) -> None:
    with contextlib.suppress(PageError):
        assert parse(content, "https://koran.example/1").tag == "html"


@pytest.mark.parametrize("content", [b"", b"   ", b"<!-- nothing -->"])
def test_a_page_without_html_is_refused(content: bytes) -> None:
    with pytest.raises(PageError, match=r"koran\.example/1: the page holds no HTML"):
        parse(content, "https://koran.example/1")


def test_a_page_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "MAX_PAGE", 10)
    with pytest.raises(PageError, match="the page has 11 bytes, more than 10"):
        parse(b"<p>Kota</p>", "https://koran.example/1")


def test_a_null_byte_is_passed_over() -> None:
    assert parse(b"<p>Ko\0ta</p>", "x").text_content() == "Kota"

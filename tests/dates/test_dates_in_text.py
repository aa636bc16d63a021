"""Dates that running text mentions."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.dates import find_dates

BASE = date(2025, 9, 1)
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("di Istana, Senin (27/5/2024).", [("Senin (27/5/2024)", "2024-05-27")]),
        ("di Istana, Senin, 27 Mei 2024.", [("Senin, 27 Mei 2024", "2024-05-27")]),
        ("Senin 27 Mei 2024", [("Senin 27 Mei 2024", "2024-05-27")]),
        ("27 Mei 2024 dan 5 April 2023", [("27 Mei 2024", "2024-05-27"), ("5 April 2023", "2023-04-05")]),
        ("Rabu (5/3).", [("Rabu (5/3)", "2025-03-05")]),
        ("Selasa (26/08)", [("Selasa (26/08)", "2025-08-26")]),
        ("Rabu (29/12). Walikota", [("Rabu (29/12)", "2024-12-29")]),
        ("Selasa (23/7) malam", [("Selasa (23/7)", "2025-07-23")]),
        ("(5/3)", [("(5/3)", "2025-03-05")]),
        ("Jumat (3/1/2025)", [("Jumat (3/1/2025)", "2025-01-03")]),
        ("Jum'at (3/1/2025)", [("Jum'at (3/1/2025)", "2025-01-03")]),
        ("Jumat pagi (3/1/2025)", [("Jumat pagi (3/1/2025)", "2025-01-03")]),
        ("Sabtu (4/1/25),", [("Sabtu (4/1/25)", "2025-01-04")]),
        ("Kamis, (3/2/2022).", [("Kamis, (3/2/2022)", "2022-02-03")]),
        ("on Thursday (September 18, 2025).", [("Thursday (September 18, 2025)", "2025-09-18")]),
        ("pada 1-3 Maret 2024", [("1-3 Maret 2024", "2024-03-01")]),
        ("(26-27/5/2024)", [("(26-27/5/2024)", "2024-05-26")]),
        ("tanggal 31 Desember lalu", [("31 Desember", "2024-12-31")]),
        ("mulai 5 September", [("5 September", "2025-09-05")]),
        ("pada 29 Februari", [("29 Februari", "2024-02-29")]),
        ("(27 Mei 2024 di Jakarta)", [("27 Mei 2024", "2024-05-27")]),
        ("(lihat Senin, 27 Mei 2024)", [("Senin, 27 Mei 2024", "2024-05-27")]),
        ("27.05.2024", [("27.05.2024", "2024-05-27")]),
        ("Keputusan Nomor 13/2024, skor 3/5, nilai 2.60, 1/2/3/4", []),
        ("indeks 4,50 pada 2023, naik 3.12.2 poin", []),
        ("tahun 2024, bulan Mei, Senin", []),
        ("30/2/2024 dan 31 April 2024", []),
        ("Perwali Nomor 12/3/2020/1", []),
    ],
)  # fmt: skip
def test_dates_are_found_with_their_weekday_and_brackets(text: str, found: list[tuple[str, str]]) -> None:
    mentions = find_dates(text, BASE)
    assert [(text[m.start : m.end], m.date.isoformat()) for m in mentions] == found


def test_without_a_base_a_day_without_year_is_left_out() -> None:
    assert find_dates("Rabu (5/3) dan 12 Mei", None) == []
    assert [m.date for m in find_dates("Rabu (5/3), 27 Mei 2024", None)] == [date(2024, 5, 27)]


def test_the_base_may_be_an_instant() -> None:
    assert [m.date for m in find_dates("Rabu (5/3)", datetime(2024, 3, 6, 1, 0))] == [date(2024, 3, 5)]


def test_a_base_at_the_end_of_time_is_no_trouble() -> None:
    assert [m.date for m in find_dates("Rabu (5/3)", date.max)] == [date(2099, 3, 5)]


@given(
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["{d.day}/{d.month}/{d.year}", "{d:%d}-{d:%m}-{d.year}", "{d.day} {month} {d.year}"]),
    st.sampled_from(["", "Senin ", "Jumat, ", "Rabu malam "]),
)
def test_any_date_is_found_where_it_stands(day: date, form: str, weekday: str) -> None:
    told = weekday + form.format(d=day, month=MONTHS[day.month - 1])
    text = f"Penghargaan diserahkan {told}, di Jakarta."
    (mention,) = find_dates(text, None)
    assert (text[mention.start : mention.end], mention.date) == (told, day)


@given(st.dates(date(2000, 1, 1), date(2079, 12, 31)), st.integers(0, 300))
def test_a_missing_year_puts_the_day_before_the_base(base: date, back: int) -> None:
    day = date.fromordinal(base.toordinal() - back)
    (mention,) = find_dates(f"Selasa ({day.day}/{day.month})", base)
    assert mention.date == day


PIECES = ("Senin ", "(", ")", "5", "/", "-", "3", "2024", " ", "Mei", ",")


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join), st.none() | st.dates())
def test_no_text_breaks_the_search(text: str, base: date | None) -> None:
    end = 0
    for mention in find_dates(text, base):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end

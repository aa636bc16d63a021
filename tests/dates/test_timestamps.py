"""Dates as pages state them."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.timestamps import ZONES, parse_date

WIB = ZONES["wib"]
NOW = datetime(2026, 6, 30, 0, 30, tzinfo=WIB)
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
SHORT = "Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des".split()
ENGLISH = "January February March April May June July August September October November December".split()

STATED = [
    ("Senin 23-02-2026,17:18 WIB", "2026-02-23T17:18:00+07:00", "minute"),
    ("Sabtu, 12 Feb 2022 - 14:06 WIB", "2022-02-12T14:06:00+07:00", "minute"),
    ("Kamis, 19 Jun 2025 16:50 WIB", "2025-06-19T16:50:00+07:00", "minute"),
    ("Kompas.com - 02/11/2023, 21:34 WIB", "2023-11-02T21:34:00+07:00", "minute"),
    ("Kompas.com- 20/06/2025, 18:13 WIB", "2025-06-20T18:13:00+07:00", "minute"),
    ("Kompas.com - 02/11/2023, 21:34 WIB Diperbarui 03/11/2023", "2023-11-02T21:34:00+07:00", "minute"),
    ("Diperbarui 20 Jun 2025, 05:50 WIB", "2025-06-20T05:50:00+07:00", "minute"),
    (", Jurnalis-Jum'at, 20 Juni 2025 |11:58 WIB", "2025-06-20T11:58:00+07:00", "minute"),
    (", Jurnalis-Jum’at, 20\u00a0Juni 2025 |11:58 WIB", "2025-06-20T11:58:00+07:00", "minute"),
    ("20 Juni 2025 | 16.33 WIB", "2025-06-20T16:33:00+07:00", "minute"),
    ("Jumat   20 Jun 2025  18:19 WIB", "2025-06-20T18:19:00+07:00", "minute"),
    ("Senin, 4 Mei 2020 04:25 WIB", "2020-05-04T04:25:00+07:00", "minute"),
    ("Tayang: Selasa, 23 Juni 2026 15:59 WIB", "2026-06-23T15:59:00+07:00", "minute"),
    ("Selasa, 24 Februari 2026 | 08:50 WIB", "2026-02-24T08:50:00+07:00", "minute"),
    ("Minggu, 18 Juli 2021 – 18:52 WIB", "2021-07-18T18:52:00+07:00", "minute"),
    ("on 16 Feb 2016 at 09:10 WIB", "2016-02-16T09:10:00+07:00", "minute"),
    ("14 Februari 2026", "2026-02-14T00:00:00+07:00", "day"),
    ("June 28, 2026", "2026-06-28T00:00:00+07:00", "day"),
    ("Jun 25, 2026", "2026-06-25T00:00:00+07:00", "day"),
    ("28 June 2026 7:57 PM", "2026-06-28T19:57:00+07:00", "minute"),
    ("5 Juni 2026 12:01 AM", "2026-06-05T00:01:00+07:00", "minute"),
    ("23 June 26, 14:11", "2026-06-23T14:11:00+07:00", "minute"),
    ("31 Oct 2022", "2022-10-31T00:00:00+07:00", "day"),
    ("6 Maret 2024 2 Min Read", "2024-03-06T00:00:00+07:00", "day"),
    ("Rabu, 12 Nop 2025 19.00 WITA", "2025-11-12T19:00:00+08:00", "minute"),
    ("Ahad, 3 Agt 2025 07:05 WIT", "2025-08-03T07:05:00+09:00", "minute"),
    ("1 Agustus 2025", "2025-08-01T00:00:00+07:00", "day"),
    ("1 Sept 2025", "2025-09-01T00:00:00+07:00", "day"),
    ("2020-05-04T04:25:13+07:00", "2020-05-04T04:25:13+07:00", "second"),
    ("2016-02-16T13:01:52+0700", "2016-02-16T13:01:52+07:00", "second"),
    ("2023-11-02T14:34:19+00:00", "2023-11-02T21:34:19+07:00", "second"),
    ("2023-11-02T14:34:19.250Z", "2023-11-02T21:34:19+07:00", "second"),
    ("2023-11-02T18:34:19Z", "2023-11-03T01:34:19+07:00", "second"),
    ("2023-11-02T20-59-53Z", "2023-11-02T20:59:53+07:00", "second"),
    ("2015-11-05 T10:08:58Z", "2015-11-05T10:08:58+07:00", "second"),
    ("2023/11/02 20:59:53", "2023-11-02T20:59:53+07:00", "second"),
    ("2026-02-23 17:18:45", "2026-02-23T17:18:45+07:00", "second"),
    ("1698933593000", "2023-11-02T20:59:53+07:00", "second"),
    ("1698933593", "2023-11-02T20:59:53+07:00", "second"),
    ("Mon, 23 Feb 2026 17:18:45 +0700", "2026-02-23T17:18:45+07:00", "second"),
    ("Mon, 23 Feb 2026 10:18:45 GMT", "2026-02-23T17:18:45+07:00", "second"),
    ("02/23/2026", "2026-02-23T00:00:00+07:00", "day"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "instant", "precision"), STATED)
def test_a_stated_date_is_read_with_its_zone(text: str, instant: str, precision: str) -> None:
    moment = parse_date(text, WIB)
    assert moment is not None
    assert (moment.instant.isoformat(), moment.precision) == (instant, precision)


@pytest.mark.parametrize(
    ("text", "instant", "precision"),
    [
        ("10 menit lalu", "2026-06-30T00:20:00+07:00", "minute"),
        ("45 menit yang lalu", "2026-06-29T23:45:00+07:00", "minute"),
        ("Baru saja", "2026-06-30T00:30:00+07:00", "minute"),
        ("1 jam lalu", "2026-06-29T00:00:00+07:00", "day"),
        ("sejam yang lalu", "2026-06-29T00:00:00+07:00", "day"),
        ("13 jam yang lalu", "2026-06-29T00:00:00+07:00", "day"),
        ("Kemarin", "2026-06-29T00:00:00+07:00", "day"),
        ("5 hari lalu", "2026-06-25T00:00:00+07:00", "day"),
        ("2 minggu lalu", "2026-06-16T00:00:00+07:00", "month"),
        ("3 bulan lalu", "2026-03-30T00:00:00+07:00", "month"),
        ("2 hours ago", "2026-06-29T00:00:00+07:00", "day"),
    ],
)
def test_a_relative_date_counts_from_now(text: str, instant: str, precision: str) -> None:
    moment = parse_date(text, WIB, NOW)
    assert moment is not None
    assert (moment.instant.isoformat(), moment.precision) == (instant, precision)


def test_a_relative_date_counts_in_the_zone_of_the_site() -> None:
    utc = datetime(2026, 6, 29, 17, 30, tzinfo=UTC)
    assert parse_date("10 menit lalu", WIB, utc) == parse_date("10 menit lalu", WIB, NOW)


@pytest.mark.parametrize(
    "text",
    ["", "Navigasi", "1 jam lalu", "31/02/2024", "30 Februari 2024", "2 Mei", "17:18 WIB", "0000-00-00 00:00",
     "1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "0000000000", "Mei 2024", "nomor 13/2024", "a" * 5000],
)  # fmt: skip
def test_what_states_no_possible_date_gives_none(text: str) -> None:
    assert parse_date(text, WIB) is None


def test_a_date_far_into_a_long_text_is_no_stated_date() -> None:
    assert parse_date("kata " * 100 + "12 Mei 2024", WIB) is None


FORMS = [
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year} | {d:%H.%M} WIB",
    lambda d: f"Rabu, {d.day} {SHORT[d.month - 1]} {d.year} {d:%H:%M} WIB",
    lambda d: f"{d:%d-%m-%Y},{d:%H:%M} WIB",
    lambda d: f"Kompas.com - {d:%d/%m/%Y}, {d:%H:%M} WIB",
    lambda d: f"{ENGLISH[d.month - 1]} {d.day}, {d.year} {d:%H:%M}",
    lambda d: f"{d.day} {ENGLISH[d.month - 1]} {d.year} {d.hour % 12 or 12}:{d:%M} {'AP'[d.hour // 12]}M",
    lambda d: f"{d.day} {ENGLISH[d.month - 1]} {d:%y}, {d:%H:%M}",
    lambda d: d.isoformat(timespec="minutes"),
    lambda d: f"{d:%Y/%m/%d %H:%M}",
]  # fmt: skip


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2079, 12, 31)).map(
        lambda d: d.replace(second=0, microsecond=0)
    ),
    st.sampled_from(FORMS),
)
def test_any_date_in_any_form_is_read_back(day: datetime, form: object) -> None:
    moment = parse_date(form(day), WIB)  # type: ignore[operator]
    assert moment is not None
    assert (moment.instant.replace(tzinfo=None), moment.precision) == (day, "minute")


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2079, 12, 31)),
    st.integers(-12 * 4, 14 * 4)
    .filter(bool)
    .map(lambda quarters: timezone(timedelta(minutes=15 * quarters))),
)
def test_an_offset_is_kept(day: datetime, zone: timezone) -> None:
    aware = day.replace(microsecond=0, tzinfo=zone)
    moment = parse_date(aware.isoformat(), WIB)
    assert moment is not None
    assert moment.instant == aware
    assert moment.instant.utcoffset() == aware.utcoffset()


@given(st.text() | st.text(alphabet="0123456789/-.:, TZWIBjanMei+lamuntgi"), st.sampled_from(sorted(ZONES)))
def test_no_text_breaks_the_reading_of_dates(text: str, zone: str) -> None:
    moment = parse_date(text, ZONES[zone], NOW)
    assert moment is None or moment.instant.tzinfo is not None


def test_the_day_of_a_utc_instant_is_that_of_the_readers() -> None:
    jayapura = parse_date("2024-05-27T16:30:00Z", ZoneInfo("Asia/Jayapura"))
    assert jayapura is not None
    assert jayapura.instant.date() == date(2024, 5, 28)

"""Records survive being written and read, whatever the page holds."""

import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler import record
from crawler.record import KINDS, Visit, digest_of
from extractors.errors import ArchiveError, InputError
from extractors.page import Page

LINE = (
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x7f"), min_size=1)
    .filter(lambda text: min(text) >= " ")
    .map(str.strip)
    .filter(bool)
)


@settings(max_examples=200, deadline=None)
@given(
    url=LINE,
    content=st.binary(max_size=2000),
    key=LINE,
    source=st.none() | LINE,
    kind=st.sampled_from(KINDS),
    number=st.integers(0, 10_000),
    status=st.none() | st.sampled_from([200, 404, 500, 599]),
    fetched=st.datetimes(min_value=datetime(1996, 1, 1), timezones=st.just(UTC)),
)
def test_what_is_written_is_read(url, content, key, source, kind, number, status, fetched) -> None:  # type: ignore[no-untyped-def]
    if status is not None:
        url = f"https://a.example/{url}"  # HTTP has no other addresses, and warcio looks at them
    page = Page(
        url=url, content=content, fetched=fetched, media_type="text/html; charset=utf-8", source=source
    )
    visit = Visit(key, kind, number, status)
    member = record.written(page, visit, digest_of(content))
    assert record.read(member, "here") == record.Record(page, visit, digest_of(content))


@settings(max_examples=300, deadline=None)
@given(text=st.text())
def test_an_address_is_refused_or_comes_back_the_same(text: str) -> None:
    page = Page(url=text, content=b"x", fetched=datetime(2026, 1, 1, tzinfo=UTC), media_type="text/html")
    try:
        member = record.written(page, Visit("k", "document"), digest_of(b"x"))
    except InputError:
        return
    found = record.read(member, "here")
    assert found is not None
    assert found.page.url == text


@settings(max_examples=200, deadline=None)
@given(data=st.binary(max_size=300))
def test_bytes_that_are_no_record_are_an_error_of_the_archive_or_nothing(data: bytes) -> None:
    try:
        found = record.read(data, "here")
    except ArchiveError:
        return
    assert found is None


@pytest.mark.parametrize("data", [gzip.compress(b"text\r\n"), b"text"])
def test_what_is_no_record_is_told_with_its_place(data: bytes) -> None:
    with pytest.raises(ArchiveError, match="segment, byte 7: no readable WARC record"):
        record.read(data, "segment, byte 7")


def test_a_revisit_says_what_was_seen_again_without_the_content() -> None:
    page = Page(url="https://a.example/", content=b"long" * 1000, fetched=datetime(2026, 1, 1, tzinfo=UTC))
    visit = Visit("k", "article", 15, 200)
    member = record.written(page, visit, digest_of(page.content), revisit=True)
    found = record.read(member, "here")
    assert found is not None
    assert (found.revisit, found.visit, found.digest) == (True, visit, digest_of(page.content))
    assert found.page.content == b""


def test_an_instant_keeps_its_microseconds_and_sorts_as_text() -> None:
    early = datetime(2026, 1, 1, 0, 0, 0, 0, tzinfo=UTC)
    late = early.replace(microsecond=1)
    assert record.stamp(early) < record.stamp(late)
    assert record.instant(record.stamp(late)) == late


@pytest.mark.parametrize("zone", ["Asia/Jakarta", "Asia/Jayapura"])
def test_instants_are_written_in_utc(zone: str) -> None:
    from zoneinfo import ZoneInfo

    assert record.stamp(datetime(2026, 2, 23, 7, tzinfo=ZoneInfo(zone))).startswith("2026-02-2")
    assert record.instant(record.stamp(datetime(2026, 2, 23, 7, tzinfo=ZoneInfo(zone)))) == datetime(
        2026, 2, 23, 7, tzinfo=ZoneInfo(zone)
    )

"""Dates as the site prints them."""

from datetime import datetime

from babel.dates import format_datetime, format_timedelta

_VISIBLE = {2026: "EEEE dd-MM-yyyy,HH:mm 'WIB'", 2022: "EEEE, d MMM yyyy - HH:mm 'WIB'"}


def visible(published: datetime, template: int) -> str:
    """The date under a title: "Senin 23-02-2026,17:18 WIB", or "Sabtu, 12 Feb 2022 - 14:06 WIB" of old."""
    return str(format_datetime(published, _VISIBLE[template], locale="id"))


def machine(published: datetime) -> str:
    """The date in meta[name=pubdate]: local time to the second, without a zone."""
    return published.strftime("%Y-%m-%d %H:%M:%S")


def ago(published: datetime, now: datetime) -> str:
    """The date in lists: "10 menit lalu", "1 jam lalu", "2 tahun lalu"."""
    return f"{format_timedelta(now - published, granularity='minute', threshold=1, locale='id')} lalu"

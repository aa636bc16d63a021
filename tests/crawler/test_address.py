"""Addresses: what is taken off, and what is private."""

import pytest

from crawler.address import clean, is_public, netloc


@pytest.mark.parametrize(
    ("url", "cleaned"),
    [
        ("https://a.id/x?utm_source=rss&utm_medium=m&UTM_Term=t#top", "https://a.id/x"),
        ("https://a.id/x?a=1&utm_source=rss&a=2", "https://a.id/x?a=1&a=2"),
        ("https://a.id/search/?c=spbe&num=", "https://a.id/search/?c=spbe&num="),
        ("https://a.id/x?source=feed&jxrecoid=1&fbclid=2&gclid=3", "https://a.id/x"),
        ("https://a.id/x?q=a%26utm_source%3Db", "https://a.id/x?q=a%26utm_source%3Db"),
        ("https://a.id/utm_source=x", "https://a.id/utm_source=x"),
        ("https://a.id/x-", "https://a.id/x-"),
    ],
)
def test_only_tracking_is_taken_off(url: str, cleaned: str) -> None:
    assert clean(url) == cleaned
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTPS://A.Id:443/x", "a.id"),
        ("http://a.id:80/", "a.id"),
        ("http://a.id:443/", "a.id:443"),
        ("http://user:secret@a.id/", "a.id"),
        ("http://127.0.0.1:8001/x", "127.0.0.1:8001"),
        ("http://[::1]:8001/x", "[::1]:8001"),
        ("http://[::1]/x", "[::1]"),
    ],
)
def test_a_host_has_one_form(url: str, expected: str) -> None:
    assert netloc(url) == expected


@pytest.mark.parametrize(
    "ip",
    "127.0.0.1 127.8.8.8 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 0.0.0.0 100.64.0.1 224.0.0.1 "
    "255.255.255.255 ::1 :: fe80::1 fe80::1%eth0 fc00::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ff02::1".split(),
)
def test_private_addresses(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["8.8.8.8", "103.28.14.1", "2001:4860:4860::8888", "::ffff:8.8.8.8"])
def test_public_addresses(ip: str) -> None:
    assert is_public(ip)


def test_a_name_is_no_ip_address() -> None:
    with pytest.raises(ValueError):
        is_public("localhost")

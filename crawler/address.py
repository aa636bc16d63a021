"""Addresses: taking off what only tracks a reader, and telling which ones lead into a private network."""

import ipaddress
from urllib.parse import parse_qsl, urlsplit

from w3lib.url import url_query_cleaner

TRACKERS = frozenset({"fbclid", "gclid", "dclid", "igshid", "jxrecoid", "source", "mc_cid", "mc_eid"})
"""Parameters that say where a reader came from, never what is shown; Kompas' robots.txt bars `source` and
`jxrecoid`. Those that begin with utm_ go too."""


def clean(url: str) -> str:
    """The address without tracking parameters and without its fragment; the rest is left as it is."""
    query = urlsplit(url).query
    tracking = [name for name, _ in parse_qsl(query, keep_blank_values=True) if _tracks(name)]
    return url_query_cleaner(url, tracking, remove=True, unique=False)


def netloc(url: str) -> str:
    """Host in lower case, with the port where it is not the scheme's own."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    port = parts.port
    return host if port in (None, {"http": 80, "https": 443}.get(parts.scheme)) else f"{host}:{port}"


def is_public(ip: str) -> bool:
    """Whether an IP address is reachable from everywhere: not private, loopback, link-local or reserved.

    Raises ValueError for text that is no IP address.
    """
    address = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return address.is_global and not address.is_multicast


def _tracks(name: str) -> bool:
    return name.lower().startswith("utm_") or name.lower() in TRACKERS

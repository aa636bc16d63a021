"""A small site that misbehaves on demand, for what the newsroom is too well-behaved to show."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from crawler.source import Source


@dataclass(frozen=True)
class Reply:
    """What one request gets; `pause` is in seconds, before the answer."""

    body: str | bytes = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    pause: float = 0


@dataclass
class Site:
    """Replies by path with query; a callable is asked with the number of the request (1, 2, …)."""

    url: str
    pages: dict[str, "str | Reply | Callable[[int], Reply]"]
    log: list[tuple[str, float, str]] = field(default_factory=list)
    """Path, time.monotonic() and user agent of every request."""

    @property
    def paths(self) -> list[str]:
        return [path for path, _, _ in self.log]

    def source(self, **changes: Any) -> Source:
        """A source that reads this site, quickly."""
        raw: dict[str, Any] = {
            "name": "site",
            "title": "Site",
            "home": self.url,
            "starts": [{"kind": "list", "url": "/list"}],
            "lists": {"links": "h2 a", "pages": {"by": "page", "address": "{url}?page={n}", "max_pages": 5}},
            "address": r"/(?:[a-z]+/)?read/(?P<id>\d+)/[^/?]+(?:/(?P<offset>\d+))?/?",
            "pages": {"by": "offset", "step": 15},
            "verified": True,
            "allow_private": True,
            "politeness": {
                "delay": 0.01,
                "concurrency": 4,
                "autothrottle": False,
                "retries": 1,
                "timeout": 5,
            },
        }
        polite = {**raw["politeness"], **changes.pop("politeness", {})}
        return Source.model_validate({**raw, **changes, "politeness": polite})


@contextmanager
def served(pages: "Mapping[str, str | Reply | Callable[[int], Reply]]") -> Iterator[Site]:
    """A site on a free port of the loopback; what it has no page for is a 404."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    site = Site(f"http://127.0.0.1:{server.server_address[1]}/", dict(pages))
    server.site = site  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def listing(*paths: str, extra: str = "") -> str:
    """A list page with a headline for each path."""
    return "".join(f"<h2><a href='{path}'>Judul</a></h2>" for path in paths) + extra


def article(text: str, *pages: str) -> str:
    """An article page with a pager."""
    pager = "".join(f"<a href='{page}'>n</a>" for page in pages)
    return f"<html><body><h1>{text}</h1><p>{text}</p>{pager}</body></html>"


def packed(text: str) -> bytes:
    """Gzip of a text, the same every time."""
    return gzip.compress(text.encode(), mtime=0)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.log.append((self.path, time.monotonic(), self.headers.get("User-Agent", "")))
        page = site.pages.get(self.path, Reply("missing", 404))
        if callable(page):
            page = page(site.paths.count(self.path))
        reply = page if isinstance(page, Reply) else Reply(page)
        time.sleep(reply.pause)
        body = reply.body.encode() if isinstance(reply.body, str) else reply.body
        headers = {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Length": str(len(body)),
            **reply.headers,
        }
        try:
            self.send_response(reply.status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        except ConnectionError:
            self.close_connection = True  # the crawler had enough

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing to the terminal."""

"""The newsroom's HTTP server on the loopback."""

import re
import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self

from newsroom.article import Article, load
from newsroom.log import Entry, Log
from newsroom.site import Response, Site

_HOST = re.compile(r"[A-Za-z0-9.-]+(:[0-9]{1,5})?")
_TIMEOUT = 10.0
"""Seconds after which a silent client is let go."""


class Newsroom:
    """The site, answering on 127.0.0.1 while the context is open.

    `port` 0 takes a free one. `now` freezes the clock of the pages: ages in lists are counted from it, and an
    article published after it is not there yet; it may be set anew at any time, and None means the real
    clock. `articles` are the ones that ship with the project unless given. `log_file` gets a copy of the log.

        with Newsroom(now=datetime(2026, 3, 1, tzinfo=UTC)) as newsroom:
            httpx.get(newsroom.url + "/kategori/pemerintahan")

    Raises ArticleFileError when the articles cannot be read, OSError when the port is taken.
    """

    def __init__(
        self,
        port: int = 0,
        now: datetime | None = None,
        articles: Sequence[Article] | None = None,
        log_file: Path | None = None,
    ) -> None:
        self.now = now
        self.articles = tuple(load() if articles is None else articles)
        self.log = Log(log_file)
        self._port = port
        self._site = Site(self.articles)
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """The address of the site without a slash at its end. Raises RuntimeError before the start."""
        if self._server is None:
            raise RuntimeError("the newsroom is not open; use it as a context or call start()")
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def start(self) -> None:
        """Bind the port and answer in a background thread."""
        self._server = _Server(self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop answering and free the port; a second call does nothing."""
        if self._server is None or self._thread is None:
            return
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
        self._server = self._thread = None

    def answer(self, host: str, target: str) -> Response:
        """The response for a request target (path and query) under a Host header."""
        if not _HOST.fullmatch(host):
            return Response(
                HTTPStatus.BAD_REQUEST, "text/plain; charset=utf-8", b"The Host header is not a host.\n"
            )
        return self._site.answer(f"http://{host}", target, self.now or datetime.now(UTC))

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, newsroom: Newsroom) -> None:
        self.newsroom = newsroom
        super().__init__(("127.0.0.1", newsroom._port), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "newsroom"
    timeout = _TIMEOUT

    def do_GET(self) -> None:
        self._reply(body=True)

    def do_HEAD(self) -> None:
        self._reply(body=False)

    def _reply(self, body: bool) -> None:
        newsroom = self.server.newsroom
        host = self.headers.get("Host", "127.0.0.1")
        response = newsroom.answer(host, self.path)
        newsroom.log.add(
            Entry(
                instant=datetime.now(UTC),
                monotonic=time.monotonic(),
                method=self.command,
                host=host,
                path=self.path,
                status=response.status,
                user_agent=self.headers.get("User-Agent", ""),
            )
        )
        self.send_response(response.status)
        self.send_header("Content-Type", response.media_type)
        self.send_header("Content-Length", str(len(response.content)))
        self.end_headers()
        if body:
            self.wfile.write(response.content)

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing to the terminal: the log has it all."""

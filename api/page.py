"""The page to ask from: a question box, the answer, its data and its evidence, in one HTML file."""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from api.ask import LONGEST
from api.store import StoreOfApp
from api.table import sides, table
from knowledge.answer import answer

router = APIRouter(include_in_schema=False)

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def _web(url: str) -> str:
    """The address if a browser may follow it: an article's may be anything, `javascript:` too."""
    try:
        return url if urlsplit(url).scheme in ("http", "https") else "#"
    except ValueError:
        return "#"


_environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
_environment.filters["web"] = _web
_template = _environment.from_string(Path(__file__).with_name("question.html").read_text(encoding="utf-8"))


@router.get("/")
def page(store: StoreOfApp, q: Annotated[str, Query(max_length=LONGEST)] = "") -> HTMLResponse:
    """The question box, and under it the answer to `q`."""
    question = q.strip()
    given = answer(store, question) if question else None
    columns, rows = table(given) if given else ([], [])
    html = _template.render(
        question=question,
        longest=LONGEST,
        answer=given,
        columns=columns,
        rows=rows,
        conflicts=[sides(dispute) for dispute in given.conflicts] if given else [],
        counts=None if given else store.counts(),
    )
    return HTMLResponse(html, headers=HEADERS)

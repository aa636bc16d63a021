"""Pages of our own writing, one a template form, with what must be read in them beside.

A folder holds page-1.html (page-2.html, …), expected.json and, where the form has selectors, markup.yaml.
`without_markup` says what changes in a reading by structured data and structure alone: other values of some
fields, or an error.
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.article import Article
from extractors.errors import PageError
from extractors.markup import Markup
from extractors.page import Page
from extractors.page_reader import extract

STORED = Path(__file__).parent / "stored"
FOLDERS = sorted(path for path in STORED.iterdir() if path.is_dir())
FETCHED = datetime(2026, 7, 3, 5, tzinfo=UTC)


def pages(folder: Path, address: str) -> list[Page]:
    return [
        Page(url=address, content=path.read_bytes(), fetched=FETCHED)
        for path in sorted(folder.glob("page-*.html"))
    ]


def told(article: Article) -> dict[str, Any]:
    values = article.model_dump(mode="json", exclude={"published", "fetched", "metadata"})
    return values | {"published": article.published_text, "body": article.body.split("\n")}


def expectation(folder: Path) -> dict[str, Any]:
    path = folder / "expected.json"
    assert path.exists(), f"{folder.name} has no expected.json: look at its page and write what must be read"
    expected: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return expected


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_stored_page_gives_its_expected_article(folder: Path) -> None:
    expected = expectation(folder)
    address, _ = expected.pop("address"), expected.pop("without_markup", None)
    path = folder / "markup.yaml"
    markup = Markup.model_validate(yaml.safe_load(path.read_text())) if path.exists() else None
    assert told(extract(pages(folder, address), markup)) == expected


@pytest.mark.parametrize(
    "folder",
    [folder for folder in FOLDERS if (folder / "markup.yaml").exists()],
    ids=lambda folder: folder.name,
)
def test_a_stored_page_is_read_without_its_markup(folder: Path) -> None:
    expected = expectation(folder)
    address, change = expected.pop("address"), expected.pop("without_markup")
    if isinstance(change, str):
        with pytest.raises(PageError, match=change):
            extract(pages(folder, address))
    else:
        assert told(extract(pages(folder, address))) == expected | change

"""Real pages of nine publishers, read without any markup of theirs.

The pages lie outside the project, because their text is their publishers'.
"""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from extractors.page import Page
from extractors.page_reader import extract
from extractors.timestamps import ZONES

FOLDER = Path(__file__).parents[3] / "shared" / "pages"
EXPECTED: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "real_pages.yaml").read_text())

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the saved pages are not there: {FOLDER}")


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected["file"])
def test_a_real_page_gives_its_article(expected: dict[str, Any]) -> None:
    url = expected.get("url", f"https://koran.example/{expected['file']}")
    content = (FOLDER / expected["file"]).read_bytes()
    article = extract([Page(url=url, content=content, fetched=datetime(2026, 1, 1, tzinfo=UTC))])
    assert article.title == expected["title"]
    assert article.published is not None
    assert article.published.astimezone(ZONES["wib"]).strftime("%Y-%m-%dT%H:%M") == expected["published"]
    assert article.reporter == expected.get("reporter")
    assert article.editor == expected.get("editor")
    assert article.body.startswith(expected["begins"])
    assert article.body.endswith(expected["ends"])
    assert expected["length"] * 0.9 <= len(article.body) <= expected["length"] * 1.1
    for words in expected["without"]:
        assert not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", article.body), words
    assert article.url == url


def test_every_saved_article_page_is_expected() -> None:
    saved = {path.name for path in FOLDER.glob("*.html") if "mainpage" not in path.name}
    assert saved == {expected["file"] for expected in EXPECTED}

"""Articles of a given length, composed from the newsroom's and the annotated ones."""

import random
import re
from collections.abc import Iterator
from functools import lru_cache

from extractors.article import Article
from extractors.evaluation import annotated
from newsroom import article as newsroom


@lru_cache(maxsize=1)
def originals() -> tuple[tuple[str, str], ...]:
    """Title and body of every article at hand."""
    told = [(item.article.title, item.article.body) for item in annotated.load()]
    return (*told, *((item.title, item.body) for item in newsroom.load()))


def composed(count: int, words: int, seed: int = 0) -> list[Article]:
    """`count` articles of exactly `words` words: whole articles one after another, in random order."""
    rng = random.Random(seed)
    lines = _lines(rng)
    articles = []
    for number in range(count):
        title, body = _next(lines, words)
        articles.append(
            Article(url=f"https://bench.example/{number}", source="bench", title=title, body=body)
        )
    return articles


def running_text(size: int, seed: int = 0) -> str:
    """Ordinary text of that many characters."""
    parts: list[str] = []
    length = 0
    for _, line in _lines(random.Random(seed)):
        parts.append(line)
        length += len(line) + 1
        if length > size:
            break
    return "\n".join(parts)[:size]


def _lines(rng: random.Random) -> Iterator[tuple[str, str]]:
    """Lines of articles for ever, each with its article's title."""
    while True:
        for title, body in rng.sample(originals(), len(originals())):
            for line in body.split("\n"):
                yield title, line


def _next(lines: Iterator[tuple[str, str]], words: int) -> tuple[str, str]:
    title, line = next(lines)
    body = [line]
    missing = words - len(line.split())
    while missing > 0:
        _, line = next(lines)
        body.append(line)
        missing -= len(line.split())
    if missing < 0:
        ends = [match.end() for match in re.finditer(r"\S+", body[-1])]
        body[-1] = body[-1][: ends[missing - 1]]
    return title, "\n".join(body)

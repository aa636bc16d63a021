"""A process that is killed while it writes leaves a base that holds all it had committed, and no half."""

import io
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.article import Article
from extractors.statement import Statement
from knowledge.export import export_facts, export_statements
from knowledge.merge import merge
from knowledge.sqlite import SqliteStore
from knowledge.store import FactQuery
from tests.builders import DGA, KABUPATEN_MALANG, KOTA_MALANG, article, award, index, region

ROOT = Path(__file__).parent.parent.parent
ARTICLES = 3_000
TOGETHER = 3
"""Articles to a transaction."""

WRITER = """
import sys
from pathlib import Path
from knowledge.sqlite import SqliteStore
from tests.knowledge.test_store_kill import ARTICLES, TOGETHER, news

store = SqliteStore(Path(sys.argv[1]))
print("ready", flush=True)
for first in range(store.counts().articles, ARTICLES, TOGETHER):
    store.put_many(news(first, first + TOGETHER))
    print(first + TOGETHER, flush=True)
"""


def news(first: int, last: int) -> Iterator[tuple[Article, list[Statement]]]:
    """The articles of these numbers; many of them meet in the same facts."""
    for number in range(first, last):
        paper = article(f"https://koran.example/{number:05}", body=f"Berita nomor {number}. " * 20)
        yield (
            paper,
            [
                region(paper),
                award(paper, (KOTA_MALANG, KABUPATEN_MALANG)[number % 2], DGA, year=2000 + number % 300),
                index(paper, value=float(number % 7), year=2000 + number % 300),
            ],
        )


def exported(store: SqliteStore) -> str:
    out = io.StringIO()
    export_statements(store, out, "jsonl")
    export_facts(store, out, "jsonl")
    return out.getvalue()


def killed_writer(path: Path, chance: random.Random) -> int:
    """Let a process write until it is killed; how many articles it said it had committed."""
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    try:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        said = 0
        for _ in range(chance.randrange(40)):
            said = int(writer.stdout.readline())
        time.sleep(chance.random() / 50)
    finally:
        writer.send_signal(signal.SIGKILL)
        rest, _ = writer.communicate()
    assert writer.returncode == -signal.SIGKILL
    whole = [int(line) for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    return max([said, *whole])


@pytest.mark.parametrize("seed", range(5))
def test_what_was_committed_survives_a_kill(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path, most = tmp_path / "piagam.sqlite", 0
    for _ in range(2):
        most = max(most, killed_writer(path, chance))
        store = SqliteStore(path)
        held = sorted(paper.url for paper in store.articles())
        assert len(held) >= most
        assert len(held) % TOGETHER == 0
        assert held == [paper.url for paper, _ in news(0, len(held))]
        statements = list(store.statements())
        assert len(statements) == 3 * len(held)
        assert sorted(store.facts(FactQuery()), key=lambda fact: fact.id) == merge(statements)
        store.close()
        most = len(held)
    again, clean = SqliteStore(path), SqliteStore(tmp_path / "clean.sqlite")
    again.put_many(news(0, most + 10))
    clean.put_many(news(0, most + 10))
    assert exported(again) == exported(clean)
    again.close()
    clean.close()

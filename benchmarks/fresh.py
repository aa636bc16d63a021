"""A fresh process that reads: prints a line as soon as the first article is read, another after all.

Each line is one JSON object with `cpu` (seconds of processor since the process began) and `memory` (peak MB).
Started by benchmarks.reading.
"""

import json
import sys
import time

from benchmarks.machine import peak_memory
from extractors.article import Article
from extractors.reader import Reader


def main() -> None:
    """Read the articles that standard input holds as JSON, one a line."""
    reader: Reader | None = None
    for line in sys.stdin:
        article = Article.model_validate_json(line)
        if reader is None:
            reader = Reader()
            reader.read(article)
            tell()
        else:
            reader.read(article)
    tell()


def tell() -> None:
    """Print what this process has used so far."""
    print(json.dumps({"cpu": time.process_time(), "memory": peak_memory()}), flush=True)


if __name__ == "__main__":
    main()

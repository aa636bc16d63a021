"""Reads fuzzed inputs and looks for those that crash, hang, or give statements that break their contract.

    python -m benchmarks.fuzz --count 100000

A failure is found again by `--first NUMBER --count 1`.
"""

import signal
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from benchmarks.fuzzed import record
from benchmarks.machine import Stopwatch, described, load, peak_memory
from extractors.article import Article
from extractors.errors import InputError
from extractors.reader import Reader
from extractors.record import article_from_record
from extractors.statement import Statement

SECONDS = 20
"""Of processor: a reading that takes more hangs; it takes a hundredth of a second as a rule."""
FAILURES = 20
"""So many are printed; after them something is wrong with everything."""
STEP = 5_000
"""Inputs after which a line says how far it is."""


def main(
    count: Annotated[int, typer.Option(min=1, help="How many inputs.")] = 1000,
    first: Annotated[int, typer.Option(min=0, help="Number of the first.")] = 0,
) -> None:
    """Print the inputs that fail, and how many were read. Exit status 1 if any failed."""
    print(described())
    reader, watch, outcomes = Reader(), Stopwatch(), Counter[str]()
    slowest = (0.0, first)
    for done, number in enumerate(range(first, first + count), start=1):
        began = watch.read().cpu
        try:
            with alarm(SECONDS):
                outcomes[once(reader, number)] += 1
        except Exception as error:  # noqa: BLE001  # whatever it is, it is what is looked for
            outcomes["failed"] += 1
            print(f"input {number}: {error!r}\n{traceback.format_exc(limit=-3)}", file=sys.stderr, flush=True)
            if outcomes["failed"] >= FAILURES:
                break
        slowest = max(slowest, (watch.read().cpu - began, number))
        if done % STEP == 0:
            print(f"{done} inputs, {watch.read().cpu:.0f} s, {peak_memory():.0f} MB", flush=True)
    told = ", ".join(f"{outcomes[name]} {name}" for name in ("read", "refused", "failed"))
    print(
        f"{told}; {watch.read().cpu:.0f} s of processor, slowest {slowest[0]:.2f} s (input {slowest[1]}), "
        f"memory peak {peak_memory():.0f} MB, load {load()}"
    )
    raise typer.Exit(1 if outcomes["failed"] else 0)


def once(reader: Reader, number: int) -> str:
    """Read the input of that number and check what is read; says "read" or "refused"."""
    try:
        article = article_from_record(record(number))
    except InputError:
        return "refused"
    check(article, reader.read(article))
    return "read"


def check(article: Article, statements: list[Statement]) -> None:
    """Raise AssertionError where a statement is not what the contract of statements says."""
    ids = [statement.id for statement in statements]
    assert len(ids) == len(set(ids)), "an id is given twice"
    for statement in statements:
        evidence = statement.evidence
        source = article.title if evidence.field == "title" else article.body
        assert 0 <= evidence.start <= evidence.end <= len(source), f"offsets outside the text: {evidence}"
        assert evidence.text in source, f"evidence that the text does not hold: {evidence}"
        assert 0 <= statement.confidence <= 1, f"confidence {statement.confidence}"
        statement.model_dump_json()


@contextmanager
def alarm(seconds: int) -> Iterator[None]:
    """Raise TimeoutError when what is inside takes more of the processor; waiting for it does not count."""

    def ring(_signal: int, _frame: object) -> None:
        raise TimeoutError(f"not done after {seconds} s of processor")

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


if __name__ == "__main__":
    typer.run(main)

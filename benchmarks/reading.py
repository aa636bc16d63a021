"""Articles a second on one core, start-up and memory, beside spaCy's tokenizer on the same texts.

python -m benchmarks.reading --articles 200 --rounds 7
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Annotated

import spacy
import typer

from benchmarks.articles import composed
from benchmarks.machine import Spent, Stopwatch, described, load, one_core
from extractors.article import Article
from extractors.pipeline import pipeline
from extractors.reader import Reader

WORDS = 300
"""Words of an article; about what regional news has."""
STEADY = 0.05
"""Rounds go on until the middle half of them lies so close together, as a share of their median."""
MOST_ROUNDS = 5
"""Times the rounds asked for, after which they end even so."""
STARTS = 5
GOALS = "Goals: 100 articles a second with the model, start-up below 3 s, memory below 700 MB."
BASELINE = "tokens alone (spaCy)"

Task = Callable[[list[Article]], None]


def main(
    articles: Annotated[int, typer.Option(min=2, help="Articles of 300 words in a round.")] = 200,
    rounds: Annotated[int, typer.Option(min=2, help="Rounds at least; more where they differ much.")] = 7,
) -> None:
    """Print how many articles of 300 words are read in a second, and what that takes."""
    print(f"{described()}, on core {one_core()} alone")
    texts = composed(articles, WORDS)
    tasks = {
        BASELINE: tokenizer(),
        "read, without model": reading(model=False),
        "read, with model": reading(model=True),
    }
    report(measured(tasks, texts, rounds), articles)
    start_up(texts)
    print(GOALS)


def tokenizer() -> Task:
    """What any spaCy pipeline does first."""
    nlp = spacy.blank("id")

    def tokenize(texts: list[Article]) -> None:
        for text in texts:
            nlp(text.body)

    return tokenize


def reading(*, model: bool) -> Task:
    """The whole reading, from an article to its statements, by a pipeline of its own."""
    pipeline.cache_clear()
    reader = Reader()
    pipeline().replace_pipe("piagam_officials", "piagam_officials", config={"model": model})

    def read(texts: list[Article]) -> None:
        for text in texts:
            reader.read(text)

    return read


def measured(tasks: dict[str, Task], texts: list[Article], rounds: int) -> dict[str, list[Spent]]:
    """What each task spends on all texts, round by round, the tasks taking turns."""
    for task in tasks.values():
        task(texts[: len(texts) // 2])  # lexicons, patterns and the model are loaded now
    spent: dict[str, list[Spent]] = {name: [] for name in tasks}
    done = 0
    while done < rounds or (done < rounds * MOST_ROUNDS and not all(map(steady, spent.values()))):
        for name, task in tasks.items():
            watch = Stopwatch()
            task(texts)
            spent[name].append(watch.read())
        done += 1
    print(f"{done} rounds, load {load()} at their end")
    return spent


def steady(spent: list[Spent]) -> bool:
    """Whether the rounds agree on the processor time."""
    low, middle, high = statistics.quantiles([one.cpu for one in spent], n=4)
    return (high - low) / middle < STEADY


def report(spent: dict[str, list[Spent]], articles: int) -> None:
    """A table: the median of the rounds with their extremes, by processor time and by the clock."""
    base = statistics.median(one.cpu for one in spent[BASELINE])
    print()
    print(
        "| | articles/s of processor: median (worst to best) | by the clock: median | ms/article | x tokens |"
    )
    print("|---|---|---|---|---|")
    for name, rounds in spent.items():
        cpu = sorted(one.cpu for one in rounds)
        middle, wall = statistics.median(cpu), statistics.median(one.wall for one in rounds)
        worst, best = articles / cpu[-1], articles / cpu[0]
        print(
            f"| {name} | {articles / middle:.0f} ({worst:.0f} to {best:.0f}) | {articles / wall:.0f} "
            f"| {1000 * middle / articles:.2f} | {middle / base:.1f} |"
        )
    print()


def start_up(texts: list[Article]) -> None:
    """Print how long a fresh process takes until it has read one article, and the memory that all take."""
    clocks, cpus, first, last = [], [], 0.0, 0.0
    given = "".join(f"{text.model_dump_json()}\n" for text in texts)
    for _ in range(STARTS):
        command = [sys.executable, "-m", "benchmarks.fresh"]
        began = time.perf_counter()
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdin is not None and process.stdout is not None  # noqa: PT018  # both are pipes
            line, _, rest = given.partition("\n")
            process.stdin.write(f"{line}\n")
            process.stdin.flush()
            told = json.loads(process.stdout.readline())
            clocks.append(time.perf_counter() - began)
            cpus.append(told["cpu"])
            first = max(first, told["memory"])
            process.stdin.write(rest)
            process.stdin.close()
            last = max(last, json.loads(process.stdout.readline())["memory"])
    print(
        f"A fresh process has read its first article after {statistics.median(clocks):.2f} s "
        f"({min(clocks):.2f} to {max(clocks):.2f}), {statistics.median(cpus):.2f} s of processor "
        f"({min(cpus):.2f} to {max(cpus):.2f}); load {load()}."
    )
    print(f"Its memory peaks at {first:.0f} MB by then, at {last:.0f} MB after {len(texts)} articles.")


if __name__ == "__main__":
    typer.run(main)

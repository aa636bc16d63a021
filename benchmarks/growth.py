"""Time against length, for ordinary text and for nasty ones: a table, and a plot where matplotlib is there.

python -m benchmarks.growth --plot docs/images/growth.png
"""

import math
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from benchmarks.machine import Stopwatch, described, load, one_core
from benchmarks.nasty import KINDS, Text
from extractors.article import Article
from extractors.errors import InputError
from extractors.reader import Reader
from extractors.record import MAX_TEXT, article_from_record

SIZES = (1_000, 4_000, 16_000, 64_000, 256_000, 1_000_000, MAX_TEXT)
LINEAR = 1.2
"""Exponents above this are not linear: twice the text takes 2.3 times as long."""
SETTLED = 64_000
"""Characters from which on fixed costs no longer matter, so that the exponent is told."""
PATIENCE = 300.0
"""Seconds; where a text is expected to take longer, it is left out."""
AGAIN = 1.0
"""Seconds; what takes less is measured three times, and the least counts."""


def main(
    only: Annotated[str, typer.Option(help="Only kinds whose name holds this.")] = "",
    largest: Annotated[int, typer.Option(help="Characters of the largest text.")] = MAX_TEXT,
    plot: Annotated[Path | None, typer.Option(help="Draw the curves into this file.")] = None,
) -> None:
    """Print the seconds of processor that texts of growing length take, and how time grows with length."""
    print(f"{described()}, on core {one_core()} alone; seconds of processor\n")
    reader = Reader()
    sizes = [size for size in SIZES if size <= largest]
    seconds(reader, KINDS["ordinary text"](sizes[0]))  # lexicons and patterns are loaded now
    print("| text | " + " | ".join(f"{size:,}" for size in sizes) + " | exponent |")
    print("|---" * (len(sizes) + 2) + "|")
    curves = {}
    for name, text in KINDS.items():
        if only in name:
            curves[name] = curve(reader, text, sizes)
            told = [f"{curves[name][size]:.3g}" if size in curves[name] else "" for size in sizes]
            print(f"| {name} | " + " | ".join(told) + f" | {grown(curves[name])} |", flush=True)
    steep = [name for name, points in curves.items() if exponent(points) > LINEAR]
    print(f"\nNot linear: {', '.join(steep) or 'none'}. Load {load()}.")
    if plot is not None:
        draw(curves, plot)


def curve(reader: Reader, text: Text, sizes: list[int]) -> dict[int, float]:
    """Seconds by size, as far as patience goes."""
    points: dict[int, float] = {}
    for size in sizes:
        if points:
            last = max(points)
            if points[last] * size / last * max(1.0, size / last * (exponent(points) > LINEAR)) > PATIENCE:
                break
        points[size] = seconds(reader, text(size))
    return points


def seconds(reader: Reader, text: str) -> float:
    """Seconds of processor that a text takes; the least of three where that is little."""
    least = once(reader, text)
    if least < AGAIN:
        least = min(least, once(reader, text), once(reader, text))
    return least


def once(reader: Reader, text: str) -> float:
    """Seconds of processor that it takes to clean a text and to read it, uncleaned lest nothing is left."""
    told = {"url": "https://bench.example/1", "title": "Kota Malang Raih Adipura"}
    article = Article(source="bench", body=text, **told)
    watch = Stopwatch()
    with suppress(InputError):  # nothing but marks, say, is no article
        article_from_record({**told, "text": text})
    reader.read(article)
    return watch.read().cpu


def exponent(points: dict[int, float]) -> float:
    """The power of the length that time grows with between the last two sizes; 0 where they are too small."""
    told = sorted(size for size in points if size >= SETTLED)
    if len(told) < 2:
        return 0.0
    last, before = told[-1], told[-2]
    return math.log(points[last] / points[before]) / math.log(last / before)


def grown(points: dict[int, float]) -> str:
    """The exponent for the table."""
    return f"{exponent(points):.2f}" if exponent(points) else ""


def draw(curves: dict[str, dict[int, float]], path: Path) -> None:
    """Draw seconds against characters, both logarithmic; needs the extra `bench`."""
    import matplotlib  # the only one that needs the extra `bench`

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(9, 6))
    for name, points in curves.items():
        ordinary = name == "ordinary text"
        axes.plot(
            list(points),
            list(points.values()),
            color="black" if ordinary else None,
            linewidth=2.5 if ordinary else 0.9,
            label=name,
        )
    sizes = sorted({size for points in curves.values() for size in points})
    axes.plot(sizes, [size / 100_000 for size in sizes], "k:", label="10 microseconds a character")
    axes.set(xscale="log", yscale="log", xlabel="characters", ylabel="seconds of processor")
    axes.set_title("Reading time against length: parallel to the dotted line is linear")
    axes.legend(fontsize=6, loc="center left", bbox_to_anchor=(1, 0.5))
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=110, bbox_inches="tight", metadata={"Software": None})
    print(f"Drawn into {path}.")


if __name__ == "__main__":
    typer.run(main)

"""`piagam crawl`: from the news sites to the archive."""

from typing import TYPE_CHECKING, Annotated

import typer

from cli.data import Data, DataOption
from cli.terminal import complain, progress, say
from extractors.errors import PiagamError

if TYPE_CHECKING:
    from crawler.run import Counts, Crawled
    from crawler.source import Source


def crawl(
    context: typer.Context,
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="Names of sources; see `piagam sources`.")
    ],
    limit: Annotated[
        int | None, typer.Option(min=1, help="New articles to fetch from each source at most.")
    ] = None,
    refresh: Annotated[bool, typer.Option(help="Fetch articles again that are archived already.")] = False,
    at: Annotated[
        str | None, typer.Option(metavar="URL", help="Crawl a replica of the site at this address instead.")
    ] = None,
    data: DataOption = None,
) -> None:
    """Fetch new articles into the archive.

    Robots.txt is obeyed and each site is given the delays of its source file.
    """
    from crawler.source import load

    place = Data.chosen(context, data)
    chosen = [load(name) for name in dict.fromkeys(sources)]
    failed = 0
    for source in chosen:
        try:
            crawled = fetch(place, source, limit=limit, refresh=refresh, at=at)
        except PiagamError as error:
            failed += 1
            complain(f"{source.name}: {error}")
            continue
        if problem := problem_of(crawled):
            failed += 1
            complain(f"{source.name}: {problem}; the log says why")
    say("Read them with `piagam process`.")
    if failed:
        raise typer.Exit(1)


def fetch(
    place: Data,
    source: "Source",
    *,
    limit: int | None = None,
    refresh: bool = False,
    at: str | None = None,
) -> "Crawled":
    """Crawl one source into the archive and say how it went. Raises what `crawler.run.crawl` raises."""
    from crawler.counter import Counter
    from crawler.run import crawl

    log = place.logs / f"crawl-{source.name}.log"
    with progress(f"Crawling {source.name}") as bar:

        def tell(counts: "Counts") -> None:
            bar.at(counts.get(Counter.FETCHED, 0))
            bar.note(f"{counts.get(Counter.LISTS, 0)} lists")

        crawled = crawl(source, place.archived, base=at, limit=limit, refresh=refresh, log=log, progress=tell)
    say(f"{source.name}: {summary(crawled.counts)}; {crawled.reason}, see {log}")
    return crawled


def problem_of(crawled: "Crawled") -> str | None:
    """What is wrong with a crawl that ended, or None: single pages may fail in a good one."""
    from crawler.counter import Counter

    if crawled.reason != "finished":
        return f"the crawl was cut short ({crawled.reason})"
    if not crawled.counts.get(Counter.LISTS):
        return "not one list could be read"
    if empty := crawled.counts.get(Counter.EMPTY):
        return f"{empty} lists hold no article: the site may have changed"
    return None


def summary(counts: "Counts") -> str:
    """What a crawl did in a few words; failures by their kind."""
    from crawler.counter import PREFIX, Counter

    parts = [
        f"{counts.get(Counter.FETCHED, 0)} articles fetched",
        f"{counts.get(Counter.KNOWN, 0)} known before",
        f"{counts.get(Counter.LISTS, 0)} lists read",
    ]
    for name, count in counts.items():
        group, _, kind = name.removeprefix(PREFIX).partition("/")
        if group in ("failed", "refused"):
            parts.append(f"{count} {group} ({kind})")
    return ", ".join(parts)

"""`piagam evaluate`: how good the reader is, measured on annotated articles."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.terminal import write, write_json

if TYPE_CHECKING:  # the pipeline takes seconds to import, which other commands need not wait for
    from extractors.evaluation.calibration import Calibration
    from extractors.evaluation.score import Counts, Report


def evaluate(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="DIR",
            help="Annotated articles: *.yaml, or gold.jsonl beside texts/. By default those shipped.",
        ),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every miss and false alarm.")] = False,
    calibration: Annotated[
        bool, typer.Option("--calibration", help="Compare confidence with the share right.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of text.")] = False,
) -> None:
    """Score the reader: precision, recall and F1 of each kind of statement and each phenomenon."""
    from extractors.evaluation.annotated import SHIPPED, load
    from extractors.evaluation.calibration import calibration as calibrated
    from extractors.evaluation.calibration import judged
    from extractors.evaluation.score import evaluate
    from extractors.reader import Reader

    report = evaluate(load(folder or SHIPPED), Reader().read)
    table = calibrated(judged(report)) if calibration else None
    if as_json:
        write_json(_document(report, table, errors))
        return
    if errors:
        _write_errors(report)
    _write_scores(report)
    if table is not None:
        _write_calibration(table)


def _write_scores(report: "Report") -> None:
    write(f"{len(report.articles)} articles")
    write(f"{'kind':22} {'P':>6} {'R':>6} {'F1':>6}   hits/false alarms/misses")
    for kind, counts in report.kinds.items():
        write(f"{kind:22} {_shares(counts)}")
    if report.phenomena:
        write("")
        write(f"{'phenomenon':22} {'P':>6} {'R':>6} {'F1':>6}   hits/false alarms/misses   articles")
    for name, (articles, counts) in report.phenomena.items():
        write(f"{name:22} {_shares(counts):46} {articles:3}")


def _shares(counts: "Counts") -> str:
    return (
        f"{counts.precision:6.3f} {counts.recall:6.3f} {counts.f1:6.3f}   "
        f"{counts.hits}/{counts.false_alarms}/{counts.misses}"
    )


def _write_errors(report: "Report") -> None:
    for error in _errors(report):
        foreseen = " (foreseen)" if error["foreseen"] else ""
        write(f"{error['article']}  {error['kind']}  {error['verdict']}{foreseen}: {error['what']}")
        if error["sentence"]:
            write(f"    “{error['sentence']}”")
    write("")


def _errors(report: "Report") -> list[dict[str, Any]]:
    """Misses and false alarms; a false alarm comes with the sentence that it was read in."""
    return [
        {
            "article": gold.id,
            "kind": outcome.kind,
            "verdict": outcome.verdict,
            "what": outcome.label,
            "sentence": outcome.statement.evidence.text if outcome.statement else None,
            "foreseen": outcome.verdict == "false alarm"
            and any(name in outcome.label for name in gold.must_not),
        }
        for gold, outcomes in report.articles
        for outcome in outcomes
        if outcome.verdict != "hit"
    ]


def _write_calibration(table: "Calibration") -> None:
    write("")
    write("confidence   statements   mean confidence   share right")
    for row in table.bins:
        write(
            f"{row.low:.1f} to {row.high:.1f}   {row.count:10}   {row.confidence:15.3f}   {row.right:11.3f}"
        )
    write(f"expected calibration error {table.error:.3f}")


def _document(report: "Report", table: "Calibration | None", errors: bool) -> dict[str, Any]:
    document: dict[str, Any] = {
        "articles": len(report.articles),
        "kinds": {kind: _numbers(counts) for kind, counts in report.kinds.items()},
        "phenomena": {
            name: {"articles": articles, **_numbers(counts)}
            for name, (articles, counts) in report.phenomena.items()
        },
    }
    if errors:
        document["errors"] = _errors(report)
    if table is not None:
        document["calibration"] = {"bins": list(table.bins), "error": table.error}
    return document


def _numbers(counts: "Counts") -> dict[str, float]:
    return {
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
        "hits": counts.hits,
        "misses": counts.misses,
        "false_alarms": counts.false_alarms,
    }

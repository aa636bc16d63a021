"""Writing many documents: in requests of bounded size, again after a while where the cluster is busy."""

import random
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from elasticsearch import ApiError
from elasticsearch.helpers import streaming_bulk

from knowledge.elastic_client import Cluster, Document

BYTES = 5_000_000
"""Of one request; Elasticsearch advises some megabytes, and takes 100 MB at most."""

BUSY = frozenset({429, 502, 503, 504})
"""Answers that ask for patience."""

FIRST_WAIT, LONGEST_WAIT, WAITS = 0.1, 10.0, 8
"""Seconds before the first further try and at most before any, and how many further tries: half a minute."""


@dataclass(frozen=True)
class Rejected:
    """A document that Elasticsearch does not take, and its reason."""

    id: str
    index: str
    reason: str
    document: Document | None


def write(cluster: Cluster, actions: Iterable[Document], *, aliases: bool = True) -> list[Rejected]:
    """Carry out the actions (in the form of elasticsearch.helpers), in order; return what was rejected.

    With `aliases` they must name aliases, so that none is taken for an index that is to be made.
    What the cluster is too busy for is sent again after a random wait that grows. Every action may be done
    twice without harm. Raises StoreError where the cluster fails, is too busy for long, or takes no writes.
    """
    rejected: list[Rejected] = []
    waiting = list(actions)
    for attempt in range(WAITS + 1):
        if attempt:
            # Full jitter: writers that were turned away together do not come back together.
            time.sleep(random.uniform(0, min(LONGEST_WAIT, FIRST_WAIT * 2**attempt)))  # noqa: S311
        turned_away, failure = _send(cluster, waiting, rejected, aliases)
        if not turned_away:
            return rejected
        waiting = turned_away
    raise cluster.error(*failure)


def _send(
    cluster: Cluster, actions: list[Document], rejected: list[Rejected], aliases: bool
) -> tuple[list[Document], tuple[int, Any]]:
    """Send all once; return those that are to be sent again and why."""
    turned_away: list[Document] = []
    failure: tuple[int, Any] = (200, None)
    done = 0
    with cluster.telling() as client:
        answers = streaming_bulk(
            client, actions, max_chunk_bytes=BYTES, raise_on_error=False, require_alias=aliases
        )
        try:
            for action, (fine, answer) in zip(actions, answers, strict=True):
                done += 1
                (item,) = answer.values()
                cause = item.get("error")
                if fine or (action["_op_type"] == "delete" and item["status"] == 404 and not cause):
                    continue
                if isinstance(cause, dict) and cause.get("type") == "cluster_block_exception":
                    raise cluster.error(item["status"], {"error": cause})
                if item["status"] in BUSY:
                    turned_away.append(action)
                    failure = item["status"], {"error": cause}
                elif item["status"] == 404:
                    raise cluster.error(404, {"error": cause})
                else:
                    rejected.append(_rejected(action, cause))
        except ApiError as error:
            if error.status_code not in BUSY:
                raise
            # A request as a whole was turned away: all that has no answer yet is sent again.
            return turned_away + actions[done:], (error.status_code, error.body)
    return turned_away, failure


def _rejected(action: Document, cause: Any) -> Rejected:
    reasons = []
    while isinstance(cause, dict):
        reasons.append(f"{cause.get('type')}: {cause.get('reason')}")
        cause = cause.get("caused_by")
    return Rejected(action["_id"], action["_index"], "; ".join(reasons) or str(cause), action.get("_source"))

"""Reading all documents that match, page by page, in one order."""

from collections.abc import Iterator

from knowledge.elastic_client import Cluster, Document

PAGE = 500
"""Documents read at a time."""

ALIVE = "5m"
"""How long a point in time is kept for the next page."""


def pages(
    cluster: Cluster, index: str, query: Document, order: str, source: list[str], size: int = PAGE
) -> Iterator[list[Document]]:
    """The sources of all matches in the order of a keyword field that is different for each.

    What fits a page is one request. For more, a point in time is opened after the first page: whatever is
    written meanwhile, nothing comes twice and nothing that stays is left out.
    """
    search: Document = {
        "query": query,
        "sort": [{order: "asc"}],
        "size": size,
        "source": source,
        "track_total_hits": False,
    }
    with cluster.telling() as client:
        hits = client.search(index=index, **search)["hits"]["hits"]
    if hits:
        yield [hit["_source"] for hit in hits]
    if len(hits) < size:
        return
    search["query"] = {"bool": {"filter": [query, {"range": {order: {"gt": hits[-1]["sort"][0]}}}]}}
    with cluster.telling() as client:
        moment = client.open_point_in_time(index=index, keep_alive=ALIVE)["id"]
    try:
        after: list[object] | None = None
        while len(hits) == size:
            with cluster.telling() as client:
                answer = client.search(pit={"id": moment, "keep_alive": ALIVE}, search_after=after, **search)
            moment, hits = answer["pit_id"], answer["hits"]["hits"]
            if hits:
                after = hits[-1]["sort"]
                yield [hit["_source"] for hit in hits]
    finally:
        with cluster.telling() as client:
            client.close_point_in_time(id=moment)

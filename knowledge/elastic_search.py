"""Full-text search of the cluster."""

from knowledge.elastic_client import Cluster, Document
from knowledge.elastic_document import ARTICLE, article_of, composed
from knowledge.searched import TITLE_WEIGHT, words
from knowledge.store import Found, Hit

SNIPPET = 200
"""Signs of a snippet, about 30 words."""

STEM_WEIGHT = 0.1
"""What another form of a word adds to the score of an article that holds the word as it was asked for."""

_ANALYZED = 1_000_000
"""Signs of a text that a snippet is sought in; more is an error to Elasticsearch."""

_FIELDS = {"title.plain": TITLE_WEIGHT, "body.plain": 1.0}


def search(cluster: Cluster, index: str, text: str, limit: int, offset: int) -> Found:
    """The articles that hold all words of the text, or where there is none, those that hold any."""
    # What holds neither letter nor digit is no word to the embedded store either.
    wanted = [composed(word) for word in words(text) if any(map(str.isalnum, word))]
    if not wanted:
        return Found(total=0, hits=())
    phrases = [_phrase(word) for word in wanted]
    stems = {
        "multi_match": {
            "query": " ".join(wanted),
            "fields": [f"title^{TITLE_WEIGHT}", "body"],
            "type": "most_fields",
            "boost": STEM_WEIGHT,
        }
    }
    found = _matching(cluster, index, {"must": phrases, "should": [stems]}, limit, offset)
    if found.total or len(phrases) == 1:
        return found
    any_word = {"bool": {"should": phrases, "minimum_should_match": 1}}
    return _matching(cluster, index, {"must": [any_word], "should": [stems]}, limit, offset)


def _phrase(word: str) -> Document:
    """A word as a person types it may be several to the analyzer, which then must stand side by side."""
    fields = [
        {"match_phrase": {field: {"query": word, "boost": weight}}} for field, weight in _FIELDS.items()
    ]
    return {"bool": {"should": fields, "minimum_should_match": 1}}


def _matching(cluster: Cluster, index: str, query: Document, limit: int, offset: int) -> Found:
    with cluster.telling() as client:
        answer = client.search(
            index=index,
            query={"bool": query},
            sort=["_score", {"id": "asc"}],
            track_scores=True,
            track_total_hits=True,
            from_=offset,
            size=limit,
            source_includes=ARTICLE,
            highlight={
                "fields": {"body.plain": {}, "title.plain": {}},
                "number_of_fragments": 1,
                "fragment_size": SNIPPET,
                "pre_tags": [""],
                "post_tags": [""],
                "max_analyzed_offset": _ANALYZED,
            },
        )
    return Found(
        total=answer["hits"]["total"]["value"], hits=tuple(_hit(hit) for hit in answer["hits"]["hits"])
    )


def _hit(hit: Document) -> Hit:
    kept, marked = hit["_source"], hit.get("highlight", {})
    body, title = marked.get("body.plain"), marked.get("title.plain")
    return Hit(
        article=article_of(kept),
        snippet=_cut(body[0], kept["body"]) if body else title[0] if title else kept["title"],
        score=hit["_score"],
    )


def _cut(snippet: str, body: str) -> str:
    """With signs that the text goes on."""
    return f"{'' if body.startswith(snippet) else '…'}{snippet}{'' if body.endswith(snippet) else '…'}"

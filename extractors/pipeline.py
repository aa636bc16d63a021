"""The spaCy pipeline: blank Indonesian with components for regions, awards, indices and officials."""

from datetime import date
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractors import awards as _awards  # noqa: F401  # registers its component
from extractors import indices as _indices  # noqa: F401  # registers its component
from extractors.homonyms import settle
from extractors.mention import find_regions
from extractors.naming import find_bodies
from extractors.phrases import words
from extractors.sentences import split

LAYERS = (
    "sentences", "words", "regions", "bodies", "officials", "index_namings", "indices",
    "award_namings", "awards",
)  # fmt: skip
for _name in LAYERS:
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=())
for _name, _default in (("body_start", 0), ("published", None)):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)

TITLE_END = "\n\n"
"""Stands between title and body in the text of a Doc."""


@Language.component("piagam_sentences")
def sentences(doc: Doc) -> Doc:
    """Sets `doc._.sentences` (character spans) and the sentence starts of the tokens."""
    doc._.words = words(doc.text)
    doc._.sentences = split(doc.text, doc._.body_start)
    starts = {sentence.start for sentence in doc._.sentences}
    for token in doc:
        token.is_sent_start = token.idx in starts
    return doc


@Language.component("piagam_regions")
def regions(doc: Doc) -> Doc:
    """Sets `doc._.regions`, each settled where the text settles it, and `doc._.bodies`."""
    doc._.regions = find_regions(doc.text, doc._.words)
    settle(doc.text, doc._.regions, doc._.sentences)
    doc._.bodies = find_bodies(doc.text, doc._.words)
    return doc


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The whole pipeline, built once a process (a blank Indonesian pipeline alone takes 2.5 s)."""
    nlp = spacy.blank("id")
    nlp.add_pipe("piagam_sentences")
    nlp.add_pipe("piagam_regions")
    nlp.add_pipe("piagam_indices")
    nlp.add_pipe("piagam_awards")
    return nlp


def read(nlp: Language, title: str, body: str, published: date | None = None) -> Doc:
    """Run the pipeline over an article's title and body, published on that day."""
    doc = nlp.make_doc(f"{title}{TITLE_END}{body}")
    doc._.body_start = len(title) + len(TITLE_END)
    doc._.published = published
    return nlp(doc)

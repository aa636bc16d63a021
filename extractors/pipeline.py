"""The spaCy pipeline: blank Indonesian with components for regions, awards, indices and officials."""

from datetime import date
from functools import lru_cache

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractors import awards as _awards  # noqa: F401  # registers its component
from extractors import indices as _indices  # noqa: F401  # registers its component
from extractors import officials as _officials  # noqa: F401  # registers its component
from extractors.dates import find_dates
from extractors.homonyms import settle
from extractors.mention import find_regions
from extractors.naming import find_bodies
from extractors.phrases import words
from extractors.sentences import split
from extractors.subject import subject
from extractors.table import rows
from extractors.tokens import Tokens

LAYERS = (
    "sentences", "words", "dates", "rows", "regions", "bodies", "named_bodies", "officials", "index_namings",
    "indices", "award_namings", "awards",
)  # fmt: skip
for _name in LAYERS:
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=())
for _name, _default in (("text", ""), ("body_start", 0), ("published", None), ("subject", None)):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)

MAX_LENGTH = 10_000_000
"""Characters; spaCy's own bound is for models that read whole texts, which none of these components is."""
TITLE_END = "\n\n"
"""Stands between title and body in the text of a Doc."""


@Language.component("piagam_sentences")
def sentences(doc: Doc) -> Doc:
    """Sets `doc._.words`, `doc._.sentences` (character spans), `doc._.dates` and the sentence starts."""
    doc._.words = words(doc._.text)
    doc._.sentences = split(doc._.text, doc._.body_start)
    starts = [sentence.start for sentence in doc._.sentences]
    marks = np.where(np.isin(doc.to_array(["IDX"]), starts), 1, -1)
    doc.from_array(["SENT_START"], marks.reshape(-1, 1).astype(np.uint64))  # type: ignore[arg-type]  # as it asks
    doc._.rows = rows(doc._.text, doc._.sentences)
    doc._.dates = find_dates(doc._.text, doc._.published)
    return doc


@Language.component("piagam_regions")
def regions(doc: Doc) -> Doc:
    """Sets `doc._.regions`, each settled where the text settles it, `doc._.subject` (whom the article is
    about), `doc._.bodies`, and `doc._.named_bodies`: each of these once, by name, in order.
    """
    doc._.regions = find_regions(doc._.text, doc._.words)
    settle(doc._.text, doc._.regions, doc._.sentences)
    doc._.subject = subject(doc._.text, doc._.regions, doc._.body_start)
    doc._.bodies = find_bodies(doc._.text, doc._.words)
    doc._.named_bodies = {body.place.name: body.place for body in doc._.bodies}
    return doc


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The whole pipeline, built once a process (a blank Indonesian pipeline alone takes 2.5 s)."""
    nlp = spacy.blank("id")
    nlp.tokenizer = Tokens(nlp.vocab, nlp.tokenizer)
    nlp.max_length = MAX_LENGTH
    nlp.add_pipe("piagam_sentences")
    nlp.add_pipe("piagam_regions")
    nlp.add_pipe("piagam_officials")
    nlp.add_pipe("piagam_indices")
    nlp.add_pipe("piagam_awards")
    return nlp


def read(nlp: Language, title: str, body: str, published: date | None = None) -> Doc:
    """Run the pipeline over an article's title and body, published on that day."""
    text = f"{title}{TITLE_END}{body}"
    doc = nlp.make_doc(text)
    doc._.text = text  # Doc.text joins its tokens anew each time it is asked
    doc._.body_start = len(title) + len(TITLE_END)
    doc._.published = published
    return nlp(doc)

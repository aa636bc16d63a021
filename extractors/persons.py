"""The trained model that sees persons in a sentence, loaded the first time it is asked."""

import hashlib
import json
from functools import cached_property
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from extractors.sentences import Sentence

MODEL = Path(__file__).parent / "model"
COMPONENT = "ner"
LONGEST = 120
"""Tokens; of a longer sentence the rest is not read, so that time stays bounded."""


def digest(model: Path = MODEL) -> str:
    """SHA-256 over the model's files, in order of name."""
    found = hashlib.sha256()
    for path in sorted(model.rglob("*")):
        if path.is_file() and path.name != "meta.json":
            found.update(path.relative_to(model).as_posix().encode())
            found.update(path.read_bytes())
    return found.hexdigest()


class Persons:
    """Sees persons in sentences of a document made with the vocabulary of `nlp`."""

    def __init__(self, nlp: Language, model: Path = MODEL) -> None:
        self._nlp = nlp
        self._model = model

    @cached_property
    def component(self) -> Any:
        """The entity recogniser, read from disk."""
        config = json.loads((self._model / "config.json").read_text(encoding="utf-8"))
        component = self._nlp.create_pipe("ner", config={"model": config})
        component.from_disk(self._model / COMPONENT, exclude=["vocab"])  # type: ignore[attr-defined]
        return component

    def find(self, doc: Doc, sentence: Sentence) -> list[tuple[int, int]]:
        """Persons of a sentence as (start, end) in the document's text."""
        span = doc.char_span(sentence.start, sentence.end, alignment_mode="expand")
        if span is None:
            return []
        tokens = list(span[:LONGEST])
        # Span.as_doc() would copy what is known of all the document's tokens first.
        words, spaces = [token.text for token in tokens], [bool(token.whitespace_) for token in tokens]
        part = self.component(Doc(doc.vocab, words=words, spaces=spaces))
        offset = span.start_char
        return [(e.start_char + offset, e.end_char + offset) for e in part.ents if e.label_ == "PER"]

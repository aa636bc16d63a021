"""Tokens of any text, in linear time."""

import re
from collections.abc import Callable
from functools import lru_cache

from spacy.tokens import Doc
from spacy.vocab import Vocab

CHUNK = re.compile(r"\S+|\s+")
LONGEST = 60
"""Characters without a blank; no word has more, though addresses of pages may."""
PIECE = 20
"""Characters that a longer run is cut into."""
KEPT = 20_000
"""Words whose tokens are remembered."""


class Tokens:
    """The tokens that spaCy's tokenizer makes, made faster: what it makes of a word is remembered.

    Runs of characters that are no word are cut before it sees them, as it takes time quadratic in their
    length (a row of a thousand dots takes a second).
    """

    def __init__(self, vocab: Vocab, tokenizer: Callable[[str], Doc]) -> None:
        self._vocab = vocab
        self._tokenizer = tokenizer
        self._tokens = lru_cache(maxsize=KEPT)(self._cut)

    def __call__(self, text: str) -> Doc:
        """The text as a Doc of the vocabulary; its tokens joined are the text again."""
        words: list[str] = []
        spaces: list[bool] = []
        for chunk in CHUNK.findall(text):
            if len(chunk) > LONGEST and not chunk.isspace():
                pieces = (chunk[at : at + PIECE] for at in range(0, len(chunk), PIECE))
                tokens = tuple(token for piece in pieces for token in self._tokens(piece))
            elif not chunk.isspace():
                tokens = self._tokens(chunk)
            elif words and chunk.startswith(" "):  # one blank belongs to the token before, others are one
                spaces[-1] = True
                tokens = (chunk[1:],) if len(chunk) > 1 else ()
            else:
                tokens = (chunk,)
            words += tokens
            spaces += [False] * len(tokens)
        return Doc(self._vocab, words=words, spaces=spaces)

    def _cut(self, chunk: str) -> tuple[str, ...]:
        return tuple(token.text for token in self._tokenizer(chunk))

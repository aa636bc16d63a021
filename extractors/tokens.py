"""Tokens of any text in linear time."""

import re
from collections.abc import Callable

from spacy.tokens import Doc
from spacy.vocab import Vocab

RUN = re.compile(r"\S{61,}")
"""More characters without a blank than any word has; addresses of pages may have as many."""
PIECE = 20
"""Characters that such a run is cut into."""


class Tokens:
    """spaCy's tokenizer, spared long runs without blanks: it takes time quadratic in the length of such a run
    (a row of a thousand dots takes a second). They are cut before it sees them.
    """

    def __init__(self, vocab: Vocab, tokenizer: Callable[[str], Doc]) -> None:
        self._vocab = vocab
        self._tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """The text as a Doc of the vocabulary; its tokens joined are the text again."""
        cuts = [at for run in RUN.finditer(text) for at in range(run.start(), run.end(), PIECE)]
        if not cuts:
            return self._tokenizer(text)
        words: list[str] = []
        spaces: list[bool] = []
        for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
            for token in self._tokenizer(text[start:end]):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        return Doc(self._vocab, words=words, spaces=spaces)

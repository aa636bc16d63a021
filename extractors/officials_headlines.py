"""Which sentences are written as headlines, where a capital tells nothing."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from extractors.sentences import Sentence

LONGEST_HEADLINE = 18
"""Words of more than three letters; what is longer is a sentence that is full of names."""


class Headlines:
    """The sentences of a text, each judged once."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._judged: dict[int, bool] = {}

    def sentence(self, at: int) -> Sentence | None:
        """The sentence that holds a place."""
        number = bisect_right(self._starts, at) - 1
        return self._sentences[number] if number >= 0 else None

    def at(self, place: int) -> bool:
        """Whether the sentence at a place is written as a headline, all words with capitals."""
        sentence = self.sentence(place)
        if sentence is None:
            return False
        if sentence.start not in self._judged:
            self._judged[sentence.start] = is_headline(self._text[sentence.start : sentence.end])
        return self._judged[sentence.start]


def is_headline(sentence: str) -> bool:
    """Whether a sentence has a capital on nearly every word of some length, as headlines do."""
    if sentence.rstrip('"”’) ').endswith("."):
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", sentence) if len(word) > 3]
    return 2 < len(words) <= LONGEST_HEADLINE and sum(word[0].isupper() for word in words) >= 0.8 * len(words)

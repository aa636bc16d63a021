"""Questions: what they ask, read with the same lexicons as articles."""

import datetime

from extractors.errors import InputError
from extractors.statement import Model
from knowledge.question_intent import reading_of
from knowledge.question_parts import take_apart
from knowledge.question_spelling import corrected, levelled
from knowledge.question_words import Language, language_of
from knowledge.reading import Reading

LONGEST = 500
"""Characters of a question."""


class Question(Model):
    """A question as asked, its language, and its reading: None where it was not understood.

    `unread` are the words that nothing is known of.
    """

    text: str
    language: Language
    reading: Reading | None
    unread: tuple[str, ...] = ()


def read_question(text: str, today: datetime.date | None = None) -> Question:
    """Understand a question; "tahun lalu" counts from `today` (by default the current date).

    Raises InputError where the question is empty or longer than `LONGEST` characters.
    """
    if not text.strip():
        raise InputError("the question is empty; ask one in Indonesian or English")
    if len(text) > LONGEST:
        raise InputError(
            f"the question has {len(text)} characters, more than {LONGEST}; ask it in fewer words"
        )
    plain = levelled(text)
    parts = take_apart(plain)
    better, changed = corrected(plain, parts)
    if changed:
        plain, parts = better, take_apart(better)
    today = today or datetime.date.today()
    reading, unread = reading_of(plain, parts, today)
    if reading is None:
        # Last, since a misspelt name of the lexicon would pass for an award of its own.
        found, left = reading_of(plain, take_apart(plain, unlisted=True), today)
        reading, unread = (found, left) if found else (None, unread)
    if reading is not None and changed:
        reading = reading.model_copy(update={"corrected": changed})
    return Question(text=text, language=language_of(plain), reading=reading, unread=unread)

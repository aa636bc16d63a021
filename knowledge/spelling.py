"""When two spellings are the same word."""

import re
import unicodedata

_GAP = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """The text in lower case, its compatibility characters, punctuation and spacing levelled.

    "Pemerintah  KOTA" and "pemerintah-kota" are the same. Text of nothing but signs stays as it is.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return _GAP.sub(" ", folded).strip() or text


def plain_category(category: str) -> str:
    """As `plain`, without the word "kategori" that some put before it."""
    return plain(category).removeprefix("kategori ")

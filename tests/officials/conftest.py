"""The pipeline's layers that officials are read from, built once."""

from collections.abc import Callable

import pytest

from extractors.officials import Official
from extractors.pipeline import pipeline, read


@pytest.fixture(scope="session")
def officials() -> Callable[[str, str], list[Official]]:
    """Reads the officials of a title and a body."""
    nlp = pipeline()
    return lambda title, body: list(read(nlp, title, body)._.officials)

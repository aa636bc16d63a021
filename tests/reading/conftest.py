"""The reader and its pipeline, built once for all tests of reading."""

import pytest
from spacy.language import Language

from extractors.pipeline import pipeline
from extractors.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="session")
def nlp() -> Language:
    return pipeline()

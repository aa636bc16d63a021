"""The reader's report on the shipped articles, made once."""

import pytest

from extractors.evaluation.annotated import Annotated, load
from extractors.evaluation.score import Report, evaluate
from extractors.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="session")
def shipped() -> tuple[Annotated, ...]:
    return load()


@pytest.fixture(scope="session")
def report(shipped: tuple[Annotated, ...], reader: Reader) -> Report:
    return evaluate(shipped, reader.read)

"""What all tests share."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.elastic.shared_node import shared_node

# No test depends on how fast the machine is.
settings.register_profile("piagam", deadline=None)
settings.load_profile("piagam")


@pytest.fixture(scope="session")
def elastic(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[str]:
    """The address of an Elasticsearch node without security, the same for all processes of this run."""
    folder = tmp_path_factory.getbasetemp()
    with shared_node(folder if worker_id == "master" else folder.parent) as url:
        yield url

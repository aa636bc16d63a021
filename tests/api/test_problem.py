"""Every failure is a JSON object with what happened and what to do."""

from pathlib import Path

import httpx
import pytest

from api.problem import STATUS, NotFoundError, status_of
from extractors import errors
from knowledge.sqlite import SqliteStore
from tests.api.conftest import fill, serving


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.InputError("x"), 400),
        (errors.PageError("x"), 400),
        (errors.LexiconError("x"), 400),
        (errors.SourceError("x"), 400),
        (errors.StoreError("x"), 503),
        (errors.ArchiveError("x"), 503),
        (errors.PiagamError("x"), 500),
        (NotFoundError("x"), 404),
    ],
)
def test_each_error_has_a_status(error: errors.PiagamError, status: int) -> None:
    assert status_of(error) == status


def test_no_error_of_the_tree_is_without_a_status() -> None:
    tree = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    assert all(any(ancestor in STATUS for ancestor in kind.__mro__) for kind in tree)


@pytest.mark.parametrize(
    "path",
    [
        "/search",
        "/search?q=",
        f"/search?q={'x' * 301}",
        "/search?q=x&limit=0",
        "/search?q=x&limit=101",
        "/search?q=x&offset=-1",
        "/search?q=x&offset=100000000",
        "/ask",
        f"/ask?q={'x' * 501}",
        "/awards/adipura/first",
        "/awards/adipura/99999",
        "/awards/adipura/2024?level=desa",
        "/awards/adipura/2024?limit=1001",
        "/indices/spbe?year=1",
        "/indices/spbe?province=Jawa",
        "/regions/35.73?kind=region",
    ],
)
def test_a_parameter_out_of_bounds_is_named(client: httpx.Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 422
    problem = response.json()
    assert set(problem) == {"error", "hint"}
    assert "parameter" in problem["error"]


def test_another_method_is_refused(client: httpx.Client) -> None:
    response = client.post("/search?q=x")
    assert response.status_code == 405
    assert response.json()["error"] == "Method Not Allowed"


def test_a_store_that_fails_is_503_and_says_so(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "piagam.sqlite")
    fill(store)
    with serving(store) as client:
        assert client.get("/healthz").status_code == 200
        store.close()
        response = client.get("/healthz")
    assert response.status_code == 503
    assert "closed" in response.json()["error"]


def test_a_bug_is_500_without_its_details() -> None:
    class Broken:
        def counts(self) -> None:
            raise ZeroDivisionError("a secret detail")

    with serving(Broken()) as client:  # type: ignore[arg-type]
        response = client.get("/healthz")
    assert response.status_code == 500
    assert set(response.json()) == {"error", "hint"}
    assert "secret" not in response.text

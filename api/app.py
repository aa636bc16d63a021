"""The service as an ASGI application."""

from importlib.metadata import version
from typing import Any

from fastapi import FastAPI

from api import articles, ask, awards, facts, health, indices, page, problem, regions, review, search
from api.example import examples
from knowledge.store import Store

DESCRIPTION = """
Awards and indices of Indonesia's regional governments, each with the sentences it was read in.
Every failure is a JSON object {"error", "hint"}.
"""


NOUNS = (ask, search, articles, facts, regions, awards, indices, review, health, page)
"""The modules whose routes make up the service."""


class Service(FastAPI):
    """The application; its description holds an example of each answer."""

    def openapi(self) -> dict[str, Any]:
        """The description that /openapi.json gives."""
        if self.openapi_schema is None:
            for path, answer in examples().items():
                responses = super().openapi()["paths"][path]["get"]["responses"]
                responses["200"]["content"]["application/json"]["example"] = answer
        return super().openapi()


def create_app(store: Store) -> FastAPI:
    """The application that answers from this store; closing the store is left to the caller."""
    app = Service(
        title="Piagam",
        version=version("piagam"),
        description=DESCRIPTION,
        responses={
            422: {"model": problem.Problem, "description": "A parameter is missing or out of bounds."}
        },
    )
    app.state.store = store
    problem.install(app)
    for noun in NOUNS:
        app.include_router(noun.router)
    return app

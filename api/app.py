"""The service as an ASGI application."""

from importlib.metadata import version

from fastapi import FastAPI

from api import articles, ask, awards, facts, health, indices, page, problem, regions, search
from knowledge.store import Store

DESCRIPTION = """
Awards and indices of Indonesia's regional governments, each with the sentences it was read in.
Every failure is a JSON object {"error", "hint"}.
"""


def create_app(store: Store) -> FastAPI:
    """The application that answers from this store; closing the store is left to the caller."""
    app = FastAPI(
        title="Piagam",
        version=version("piagam"),
        description=DESCRIPTION,
        responses={
            422: {"model": problem.Problem, "description": "A parameter is missing or out of bounds."}
        },
    )
    app.state.store = store
    problem.install(app)
    for noun in (ask, search, articles, facts, regions, awards, indices, health, page):
        app.include_router(noun.router)
    return app

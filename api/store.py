"""The store that requests are answered from, as a parameter of the routes."""

from typing import Annotated, cast

from fastapi import Depends, Request

from knowledge.store import Store


def _store(request: Request) -> Store:
    return cast(Store, request.app.state.store)


StoreOfApp = Annotated[Store, Depends(_store)]

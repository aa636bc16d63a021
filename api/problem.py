"""What a client is told when a request cannot be answered: one JSON shape, one table of statuses."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from extractors.errors import ArchiveError, InputError, PiagamError, SourceError, StoreError


class Problem(BaseModel):
    """The body of every answer with a status of 400 and more."""

    error: str
    hint: str | None = None


class NotFoundError(InputError):
    """Nothing has that id. `hint` names what is near, where something is."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


STATUS: dict[type[PiagamError], int] = {
    NotFoundError: 404,
    InputError: 400,
    SourceError: 400,
    ArchiveError: 503,
    StoreError: 503,
    PiagamError: 500,
}
"""Status of each error; one that is not listed has that of its nearest ancestor."""

RETRY_AFTER = 5
"""Seconds after which a client may ask again where the store or the archive failed."""

NOT_FOUND: dict[int | str, dict[str, Any]] = {404: {"model": Problem, "description": "Nothing has that id."}}
"""What the routes that look up an id add to their description."""


def status_of(error: PiagamError) -> int:
    """The HTTP status of an error."""
    return next(STATUS[ancestor] for ancestor in type(error).__mro__ if ancestor in STATUS)


def install(app: FastAPI) -> None:
    """Make every failure of the app a Problem."""

    @app.exception_handler(PiagamError)
    def piagam_error(_: Request, error: PiagamError) -> JSONResponse:
        hint = error.hint if isinstance(error, NotFoundError) else None
        return _response(status_of(error), str(error), hint)

    @app.exception_handler(RequestValidationError)
    def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        first = error.errors()[0]
        place, name = first["loc"][0], first["loc"][-1]
        return _response(
            422, f"{place} parameter '{name}': {first['msg']}", "see /openapi.json for its limits"
        )

    @app.exception_handler(HTTPException)
    def http_error(request: Request, error: HTTPException) -> JSONResponse:
        hint = f"{request.url.path} is no address of this service; see /openapi.json"
        return _response(error.status_code, error.detail, hint if error.status_code == 404 else None)

    @app.exception_handler(Exception)
    def unexpected(_: Request, __: Exception) -> JSONResponse:
        return _response(500, "the service failed", "its log says why; please report it")


def _response(status: int, error: str, hint: str | None) -> JSONResponse:
    headers = {"Retry-After": str(RETRY_AFTER)} if status == 503 else None
    return JSONResponse(Problem(error=error, hint=hint).model_dump(), status_code=status, headers=headers)

"""`piagam serve`: the JSON API and the page with the question box."""

import socket
from contextlib import suppress
from typing import Annotated

import typer

from cli.data import Data, DataOption
from cli.terminal import say
from extractors.errors import PiagamError

PORT = 8765


class AddressError(PiagamError):
    """The address to listen on cannot be had."""


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="Address to listen on; 0.0.0.0 is every one.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port to listen on; 0 takes a free one.")
    ] = PORT,
    data: DataOption = None,
) -> None:
    """Serve the API and a page to ask from."""
    listen(Data.chosen(context, data), host, port)


def listen(data: Data, host: str, port: int) -> None:
    """Answer requests until the process is asked to stop. Raises AddressError, StoreError."""
    import uvicorn

    from api.app import create_app

    with data.store() as store, _bound(host, port) as listener:
        shown = f"[{host}]" if ":" in host else host
        say(f"Serving on http://{shown}:{listener.getsockname()[1]}/ (Ctrl-C stops)")
        config = uvicorn.Config(create_app(store), log_level="warning", server_header=False)
        with suppress(KeyboardInterrupt):  # the way to stop it
            uvicorn.Server(config).run(sockets=[listener])


def is_free(host: str, port: int) -> bool:
    """Whether nothing listens there yet."""
    try:
        _bound(host, port).close()
    except AddressError:
        return False
    return True


def _bound(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise AddressError(
            f"cannot listen on {host} port {port}: {error.strerror}; choose another with --host and --port"
        ) from error

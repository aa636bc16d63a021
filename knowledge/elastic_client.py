"""The connection to a cluster, and errors that say what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from elasticsearch import (
    ApiError,
    ConnectionTimeout,
    Elasticsearch,
    SSLError,
    TransportError,
    UnsupportedProductError,
)
from pydantic import SecretStr

from extractors.errors import InputError, PiagamError, StoreError
from extractors.statement import Model

OLDEST = (8, 19)
NEWEST = 9
"""The versions that are supported: from this one on, up to this major version."""

SECONDS = 30.0
"""How long one request may take."""

TRIES = 3
"""How often a request is sent again, to another node where there is one, when a connection breaks."""

Document = dict[str, Any]


class Connection(Model):
    """Where a cluster is and who asks it.

    `addresses` are of one or more of its nodes, parted by commas, and may hold user and password. An API key
    goes before these. `ca` is a file of certificates that the cluster's own is held against.
    """

    addresses: SecretStr
    api_key: SecretStr | None = None
    ca: Path | None = None


class Cluster:
    """A client of one cluster. Raises StoreError where an address is none."""

    def __init__(self, connection: Connection) -> None:
        hosts, login = [], None
        for address in connection.addresses.get_secret_value().split(","):
            host, user = _parts(address.strip())
            hosts.append(host)
            login = login or user
        hosts = list(dict.fromkeys(hosts))
        self.shown = ", ".join(hosts)
        options: dict[str, Any] = {}
        if connection.api_key is not None:
            options["api_key"] = connection.api_key.get_secret_value()
        elif login is not None:
            options["basic_auth"] = login
        if connection.ca is not None:
            if not connection.ca.is_file():
                raise StoreError(f"the file of certificates {connection.ca} is not there; see PIAGAM_CA")
            options["ca_certs"] = str(connection.ca)
        self.client = Elasticsearch(
            hosts, request_timeout=SECONDS, max_retries=TRIES, retry_on_timeout=True, **options
        )

    @contextmanager
    def telling(self) -> Iterator[Elasticsearch]:
        """The client, whose failures become errors of ours that name the address and never a password."""
        try:
            yield self.client
        except UnicodeEncodeError as error:
            raise InputError(f"{error.object!a} is no Unicode text; ask with text in UTF-8") from error
        except UnsupportedProductError as error:
            raise StoreError(
                f"what answers at {self.shown} is no Elasticsearch, or one before 7.14; "
                f"Piagam needs Elasticsearch {_VERSIONS}, see PIAGAM_STORE"
            ) from error
        except ApiError as error:
            raise self.error(error.status_code, error.body) from error
        except SSLError as error:
            raise StoreError(
                f"the certificate of {self.shown} is not trusted; name its authority's file in PIAGAM_CA "
                f"({error.message})"
            ) from error
        except ConnectionTimeout as error:
            raise StoreError(
                f"Elasticsearch at {self.shown} did not answer in {SECONDS:.0f} seconds; "
                "see how busy it is and try again"
            ) from error
        except TransportError as error:
            raise StoreError(
                f"Elasticsearch at {self.shown} cannot be reached; see that it runs and that PIAGAM_STORE is "
                "right, then try again: what was kept is still there"
            ) from error

    def check(self) -> None:
        """Raise StoreError unless a node of a supported version answers."""
        with self.telling() as client:
            try:
                nodes = client.nodes.info(node_id="_local", filter_path="nodes.*.version")["nodes"]
            except ApiError as error:
                if error.status_code in {
                    400,
                    406,
                    415,
                }:  # a server before 8 does not speak as this client does
                    raise StoreError(self._unsupported("an older version")) from error
                raise
        version = next(iter(nodes.values()))["version"]
        major, minor = (int(number) for number in version.split(".")[:2])
        if (major, minor) < OLDEST or major > NEWEST:
            raise StoreError(self._unsupported(f"version {version}"))

    def error(self, status: int, body: Any) -> PiagamError:
        """The error for an answer that is none."""
        cause = body.get("error") if isinstance(body, dict) else None
        cause = cause if isinstance(cause, dict) else {}
        kind, reason = cause.get("type", "no reason given"), cause.get("reason", "")
        what = f"Elasticsearch at {self.shown}"
        match status, kind:
            case 401, _:
                return StoreError(
                    f"{what} refused user and password, or API key; see PIAGAM_STORE and PIAGAM_APIKEY"
                )
            case _, "cluster_block_exception":
                return StoreError(
                    f"{what} takes no writes: {reason}; free some space on its disks or lift the block, then "
                    "do it again: nothing is lost"
                )
            case 403, _:
                return StoreError(
                    f"{what} does not let this user do that; docs/elasticsearch.md lists the rights it needs "
                    f"({reason})"
                )
            case 404, "index_not_found_exception":
                return StoreError(
                    f"{what} has no index {cause.get('index')}; run `piagam rebuild` to make it anew"
                )
            case 429 | 502 | 503 | 504, _:
                return StoreError(f"{what} is too busy or not whole now ({kind}); try again soon")
            case _:
                return StoreError(f"{what} failed with status {status}: {kind}: {reason}")

    def close(self) -> None:
        """Let go of the connections."""
        self.client.close()

    def _unsupported(self, found: str) -> str:
        return f"Elasticsearch at {self.shown} is {found}; Piagam needs Elasticsearch {_VERSIONS}"


_VERSIONS = f"{OLDEST[0]}.{OLDEST[1]} to {NEWEST}"


def _parts(address: str) -> tuple[str, tuple[str, str] | None]:
    """An address without user and password, and these."""
    wrong = "PIAGAM_STORE holds no address of Elasticsearch; write it as http://user:password@host:9200"
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise StoreError(wrong) from error
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise StoreError(wrong)
    name = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    host = f"{parts.scheme}://{name}:{port or 9200}{parts.path.rstrip('/')}"
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return host, login

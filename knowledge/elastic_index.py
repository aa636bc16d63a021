"""Making indices from the shipped mappings, and finding out what is there."""

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

from elasticsearch import BadRequestError, NotFoundError

from extractors.errors import StoreError
from knowledge.elastic_client import Cluster
from knowledge.elastic_names import AUDIT, KINDS, LOCKS, IndexName, Kind, Names


def mapping(name: str) -> Any:
    """Settings and mappings of a kind of index, as index_mappings/ has them."""
    return json.loads(files("index_mappings").joinpath(f"{name}.json").read_text(encoding="utf-8"))


def version(kind: Kind) -> int:
    """The version of a kind's mapping; it is raised with every change of it, or of what is kept in it."""
    found: int = mapping(kind)["mappings"]["_meta"]["version"]
    return found


def create(cluster: Cluster, names: Names, build: str) -> dict[Kind, IndexName]:
    """Make the empty indices of a build, which nobody is served from yet."""
    made = {kind: IndexName(names.prefix, kind, version(kind), build) for kind in KINDS}
    with cluster.telling() as client:
        for kind, name in made.items():
            client.indices.create(index=str(name), **mapping(kind))
    return made


def behind(cluster: Cluster, names: Names) -> dict[Kind, IndexName]:
    """The indices behind the aliases, of whatever version and as far as they are there.

    Raises StoreError where an alias leads to what is not ours.
    """
    found: dict[Kind, IndexName] = {}
    with cluster.telling() as client:
        for kind in KINDS:
            try:
                behind = client.indices.get_alias(name=names.alias(kind))
            except NotFoundError:
                continue
            for index in behind:
                name = IndexName.parse(index)
                if name is None or name.kind != kind or len(behind) != 1:
                    raise StoreError(
                        f"the alias {names.alias(kind)} at {cluster.shown} does not lead to one index of "
                        "Piagam; remove it, then run `piagam rebuild`"
                    )
                found[kind] = name
    return found


def served(cluster: Cluster, names: Names) -> dict[Kind, IndexName]:
    """As `behind`, where all is well; empty where there is nothing yet.

    Raises StoreError where they are not whole, or their mappings are of another version.
    """
    found = behind(cluster, names)
    if found and (len(found) != len(KINDS) or len({name.build for name in found.values()}) != 1):
        raise StoreError(f"indices are missing at {cluster.shown}; run `piagam rebuild` to make them anew")
    for kind, name in found.items():
        if name.version != version(kind):
            made_by = "a newer" if name.version > version(kind) else "an older"
            raise StoreError(
                f"the index {name} was made by {made_by} Piagam (mapping {name.version}, not "
                f"{version(kind)}); use that one, or run `piagam rebuild`"
            )
    return found


def builds(cluster: Cluster, names: Names) -> dict[str, list[IndexName]]:
    """All indices of the base by build, the oldest first."""
    with cluster.telling() as client:
        found = client.indices.get(index=f"{names.prefix}-*", filter_path="*.aliases", allow_no_indices=True)
    kept: dict[str, list[IndexName]] = {}
    for name in sorted(found, key=lambda name: name[-19:]):
        index = IndexName.parse(name)
        if index is not None and index.prefix == names.prefix:
            kept.setdefault(index.build, []).append(index)
    return kept


def swap(cluster: Cluster, names: Names, old: dict[Kind, IndexName], new: dict[Kind, IndexName]) -> None:
    """Serve the new indices from now on: one change of the cluster, so no question finds none or both."""
    actions: list[dict[str, Any]] = [
        {"remove": {"index": str(index), "alias": names.alias(kind), "must_exist": True}}
        for kind, index in old.items()
    ]
    actions += [{"add": {"index": str(index), "alias": names.alias(kind)}} for kind, index in new.items()]
    with cluster.telling() as client:
        client.indices.update_aliases(actions=actions)


def prepare(cluster: Cluster) -> None:
    """Make the indices of the lock and the audit log where they are missing."""
    with cluster.telling() as client:
        for index, kind in ((LOCKS, "lock"), (AUDIT, "audit")):
            if not client.indices.exists(index=index):
                try:
                    client.indices.create(index=index, **mapping(kind))
                except BadRequestError as error:
                    if error.error != "resource_already_exists_exception":
                        raise


def remove(cluster: Cluster, indices: Iterable[IndexName]) -> None:
    """Delete these indices; those that are gone already are no matter."""
    with cluster.telling() as client:
        client.indices.delete(index=[str(index) for index in indices], ignore_unavailable=True)

"""One Elasticsearch node for a whole run of the tests, however many processes run them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from tests.elastic.node import Node, end, installed


@contextmanager
def shared_node(folder: Path) -> Iterator[str]:
    """The address of the node that all processes with this folder share.

    The first that comes starts it and the last that goes ends it.
    """
    installed()
    lock, state = FileLock(folder / "node.lock"), folder / "node.json"
    with lock:
        if state.exists():
            shared = json.loads(state.read_text())
        else:
            node = Node()
            try:
                node.start()
            except BaseException:
                node.remove()
                raise
            shared = {"url": node.url, "group": node.pid, "folder": str(node.folder), "users": 0}
        shared["users"] += 1
        state.write_text(json.dumps(shared))
    try:
        yield shared["url"]
    finally:
        with lock:
            shared = json.loads(state.read_text())
            shared["users"] -= 1
            state.write_text(json.dumps(shared))
            if not shared["users"]:
                state.unlink()
                end(shared["group"], Path(shared["folder"]))

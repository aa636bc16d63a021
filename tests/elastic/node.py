"""A genuine Elasticsearch node on this machine, for as long as tests need it."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from elasticsearch import ApiError, Elasticsearch, TransportError

ROOT = Path(__file__).parent.parent.parent
TARGET = ROOT / "deploy" / "elastic-node" / "target"
MEMORY = Path("/dev/shm")
"""Where a node is kept, so that the many small bases of tests need not wait for the disk."""

START_SECONDS = 120
"""A node starts in ten seconds; a busy machine gets more."""


def free_ports(count: int) -> list[int]:
    """Ports of the loopback that nobody listens on."""
    listeners = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [listener.getsockname()[1] for listener in listeners]
    for listener in listeners:
        listener.close()
    return ports


def installed() -> Path:
    """Where the node's program is; skips the test where it is not."""
    if shutil.which("java") is None:
        pytest.skip("no Java on this machine, so no Elasticsearch node; `make node` brings both")
    if not (TARGET / "ready").exists():
        pytest.skip("the Elasticsearch node is not built; `make node` builds it")
    return next(TARGET.glob("elasticsearch-*"))


class Node:
    """One node in a folder of its own. As root it runs as `nobody`, since Elasticsearch refuses root.

    `seeds` are the transport ports of a cluster's first masters, its own among them; a node without is a
    cluster by itself. With a `password` security is on, and `elastic` has that password.
    """

    def __init__(
        self,
        name: str = "node-1",
        *,
        ports: tuple[int, int] | None = None,
        seeds: dict[str, int] | None = None,
        password: str | None = None,
    ) -> None:
        self.home = installed()
        self.name = name
        self.http, self.transport = ports or tuple(free_ports(2))
        self.url = f"http://127.0.0.1:{self.http}"
        self.folder = Path(tempfile.mkdtemp(prefix="piagam-node-", dir=MEMORY if MEMORY.is_dir() else None))
        self._seeds = seeds or {}
        self._password = password
        self._process: subprocess.Popen[bytes] | None = None
        self._configure()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self.launch()
        self.wait()

    def launch(self) -> None:
        """Start it without waiting."""
        other: dict[str, Any] = (
            {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
        )
        with (self.folder / "output").open("ab") as output:
            self._process = subprocess.Popen(
                [self.home / "bin" / "elasticsearch"],
                env=self._environment(),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                **other,
            )

    @property
    def pid(self) -> int:
        """The process, and the group of processes, that the node runs in."""
        assert self._process is not None
        return self._process.pid

    def wait(self) -> None:
        """Wait until it answers as part of a cluster that has a master."""
        assert self._process is not None
        until = time.monotonic() + START_SECONDS
        login: dict[str, Any] = {"basic_auth": ("elastic", self._password)} if self._password else {}
        with Elasticsearch(self.url, **login) as client:
            while True:
                try:
                    client.cluster.health(wait_for_status="yellow", timeout="1s")
                except (ApiError, TransportError) as error:
                    if self._process.poll() is not None or time.monotonic() > until:
                        tail = (self.folder / "output").read_text(errors="replace")[-3000:]
                        raise RuntimeError(f"the node did not start: {error}\n{tail}") from error
                    time.sleep(0.2)
                else:
                    return

    def kill(self) -> None:
        """Kill -9: what the node had not put on the disk is lost."""
        if self._process is not None:
            _kill(self._process.pid)
            self._process.wait()
            self._process = None

    def remove(self) -> None:
        """Kill it and remove its folder."""
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "ES_PATH_CONF": str(self.folder / "config"),
            "ES_JAVA_OPTS": "-Xms512m -Xmx512m",
            "ES_JAVA_HOME": str(Path(shutil.which("java") or "java").resolve().parent.parent),
            "ES_TMPDIR": str(self.folder / "tmp"),
            "HOME": str(self.folder),
        }

    def _configure(self) -> None:
        for name in ("config", "data", "logs", "tmp"):
            (self.folder / name).mkdir()
        for name in ("jvm.options", "log4j2.properties"):
            shutil.copy(self.home / "config" / name, self.folder / "config" / name)
        lines = {
            "cluster.name": "piagam-tests",
            "node.name": self.name,
            "path.data": self.folder / "data",
            "path.logs": self.folder / "logs",
            "http.host": "127.0.0.1",
            "http.port": self.http,
            "transport.host": "127.0.0.1",
            "transport.port": self.transport,
            "cluster.routing.allocation.disk.threshold_enabled": "false",
            "cluster.max_shards_per_node": 5000,
            "xpack.security.enabled": "false" if self._password is None else "true",
        }
        if self._seeds:
            hosts = ", ".join(f"127.0.0.1:{port}" for port in self._seeds.values())
            lines["discovery.seed_hosts"] = f"[{hosts}]"
            lines["cluster.initial_master_nodes"] = f"[{', '.join(self._seeds)}]"
        else:
            lines["discovery.type"] = "single-node"
        text = "".join(f"{key}: {value}\n" for key, value in lines.items())
        (self.folder / "config" / "elasticsearch.yml").write_text(text)
        if self._password is not None:
            keystore = self.home / "bin" / "elasticsearch-keystore"
            for command in (["create"], ["add", "--stdin", "bootstrap.password"]):
                subprocess.run(
                    [keystore, *command],
                    env=self._environment(),
                    input=self._password.encode(),
                    stdout=subprocess.DEVNULL,
                    check=True,
                )
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, nobody.pw_uid, nobody.pw_gid)


def end(group: int, folder: Path) -> None:
    """Kill a node that another process may have started, and remove its folder."""
    _kill(group)
    shutil.rmtree(folder, ignore_errors=True)


def _kill(group: int) -> None:
    """Kill the processes of a group, and give them two seconds to let go of their files.

    One that another process has started and not yet waited for stays listed, dead as it is.
    """
    with suppress(ProcessLookupError):
        for _ in range(100):
            os.killpg(group, signal.SIGKILL)
            with suppress(ChildProcessError):
                os.waitpid(group, os.WNOHANG)
            time.sleep(0.02)

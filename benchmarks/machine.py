"""The machine a benchmark runs on: one core of it, and how busy it is otherwise."""

import os
import platform
import resource
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

CPUINFO = Path("/proc/cpuinfo")


def one_core() -> int:
    """Keep this process (and those it starts) to one core, the last it may use; gives its number."""
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


def described() -> str:
    """Processor, cores, Python, day and load average in one line."""
    lines = CPUINFO.read_text(encoding="utf-8").splitlines() if CPUINFO.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    name = names[0] if names else platform.machine()
    cores = os.cpu_count()
    return f"{name}, {cores} cores, Python {platform.python_version()}, {date.today()}, load {load()}"


def load() -> str:
    """The load average of the last minute and of the last five; above the number of cores, work waits."""
    one, five, _ = os.getloadavg()
    return f"{one:.1f}/{five:.1f}"


def peak_memory() -> float:
    """The most memory this process has had resident, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # Linux counts KiB


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds that passed, and seconds of processor used; work of others lengthens the first most."""

    wall: float
    cpu: float


class Stopwatch:
    """Started when it is made."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), time.process_time()

    def read(self) -> Spent:
        """What has been spent since the start."""
        return Spent(time.perf_counter() - self._wall, time.process_time() - self._cpu)

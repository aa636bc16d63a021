"""The log of requests, by which tests prove that a crawler was polite."""

import json
import threading
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class Entry:
    """One answered request. `monotonic` is in seconds, for intervals; `path` is with its query."""

    instant: datetime
    monotonic: float
    method: str
    host: str
    path: str
    status: int
    user_agent: str


@dataclass
class Log:
    """All entries in the order of their answers, also appended to `file` as JSON Lines where one is given."""

    file: Path | None = None
    entries: list[Entry] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def add(self, entry: Entry) -> None:
        """Keep one entry."""
        with self._lock:
            self.entries.append(entry)
            if self.file is not None:
                line = asdict(entry) | {"instant": entry.instant.isoformat()}
                with self.file.open("a", encoding="utf-8") as out:
                    out.write(json.dumps(line, ensure_ascii=False) + "\n")

    @property
    def paths(self) -> list[str]:
        """Paths asked for, in order."""
        return [entry.path for entry in self.entries]

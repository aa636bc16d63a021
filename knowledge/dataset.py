"""Everything that is known as a dataset: files with a README, a schema and checksums."""

import hashlib
import json
from pathlib import Path

from extractors.errors import InputError
from extractors.statement import StatementAdapter
from knowledge.export import FACTS, STATEMENTS, export_facts, export_statements
from knowledge.fact import FactAdapter
from knowledge.linked import write_linked
from knowledge.parquet import write_parquet
from knowledge.store import FactQuery, Store

README = Path(__file__).parent / "data" / "dataset-readme.txt"


def write_dataset(store: Store, folder: Path, version: str) -> list[str]:
    """Write all files into an empty or new folder; return their names.

    Raises InputError where there is something in the folder, or it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise InputError(f"{folder} is not empty; choose a new folder with -o")
        _write(store, folder, version)
        names = sorted(path.name for path in folder.iterdir())
        sums = [f"{_digest(folder / name)}  {name}\n" for name in names]
        (folder / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{folder} cannot be written: {error.strerror}; choose another with -o") from error
    return [*names, "SHA256SUMS"]


def _write(store: Store, folder: Path, version: str) -> None:
    with (folder / "statements.jsonl").open("w", encoding="utf-8", newline="") as out:
        export_statements(store, out, "jsonl")
    with (folder / "facts.jsonl").open("w", encoding="utf-8", newline="") as out:
        export_facts(store, out, "jsonl")
    with (folder / "facts.csv").open("w", encoding="utf-8", newline="") as out:
        export_facts(store, out, "csv")
    with (folder / "facts.jsonld").open("w", encoding="utf-8", newline="") as out:
        write_linked(store.facts(FactQuery()), store, out)
    write_parquet(store.statements(), STATEMENTS, folder / "statements.parquet")
    write_parquet(store.facts(FactQuery()), FACTS, folder / "facts.parquet")
    schema = {
        "statements.jsonl": StatementAdapter.json_schema(mode="serialization"),
        "facts.jsonl": FactAdapter.json_schema(mode="serialization"),
    }
    (folder / "schema.json").write_text(json.dumps(schema, indent=1, ensure_ascii=False), encoding="utf-8")
    readme = README.read_text(encoding="utf-8").format(version=version, **store.counts().model_dump())
    (folder / "README.md").write_text(readme, encoding="utf-8")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

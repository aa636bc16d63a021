"""All judgements, as JSON Lines in one file of the data directory: a base that is made anew lacks none."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from extractors.errors import InputError, StoreError
from extractors.statement import AwardStatement, OfficeStatement, Statement
from knowledge.judgement import Judgement, Thing, claim_of, identity, judged, seat_of

LONGEST = 1_000_000
"""Bytes of a line; a longer one is no judgement."""


class Judgements:
    """The judgements of one file, in order of time; none where there is no file.

    Raises StoreError where the file cannot be read or written, InputError naming a line that is no judgement.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._all: dict[str, Judgement] = {}
        try:
            if path.exists():
                with path.open("rb") as lines:
                    self._all = {one.id: one for one in parsed(lines, str(path))}
        except OSError as error:
            raise StoreError(f"the judgements {path} cannot be read: {error.strerror}") from error
        self._sort()

    def __iter__(self) -> Iterator[Judgement]:
        return iter(self._all.values())

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, name: str) -> Judgement:
        """One judgement. Raises InputError where none has the id."""
        if name not in self._all:
            raise InputError(f"no judgement has the id '{name}'; `piagam judgements list` has them all")
        return self._all[name]

    def add(self, new: Iterable[Judgement]) -> list[Judgement]:
        """Keep judgements, all or none of them; return those that were not there. What they say of the base's
        statements is up to `judging.rejudge`.
        """
        added = [one for one in new if one.id not in self._all]
        if added:
            self._all.update((one.id, one) for one in added)
            self._sort()
            self._write()
        return added

    def undone(self) -> frozenset[str]:
        """The ids of the judgements that were taken back."""
        return frozenset(one.undoes for one in self if one.undoes)

    def apply(self, statement: Statement) -> Statement:
        """The statement after all judgements that hold and bear on it."""
        if not self._all and statement.judged is None:
            return statement
        decisions = list(self._by_claim.get(claim_of(statement).key, ()))
        decisions += self._merges(judged(statement, decisions))
        return judged(statement, decisions)

    def _merges(self, statement: Statement) -> Iterator[Judgement]:
        """The merges of whom or what a statement tells of, one after the other."""
        thing: Thing
        match statement:
            case AwardStatement():
                thing, name, seat = "award", statement.award.id, None
            case OfficeStatement():
                thing, name, seat = "person", statement.person.id, seat_of(statement)
            case _:
                return
        seen: set[str] = set()
        while (merge := self._by_source.get((thing, name, seat))) and merge.into and merge.id not in seen:
            seen.add(merge.id)
            yield merge
            name = merge.into.id

    def _sort(self) -> None:
        self._all = {one.id: one for one in sorted(self, key=lambda one: (one.at, one.id))}
        undone = self.undone()
        live = [one for one in self if one.id not in undone and one.verdict != "undo"]
        self._by_claim: defaultdict[str, list[Judgement]] = defaultdict(list)
        self._by_source: dict[tuple[Thing, str, str | None], Judgement] = {}
        for one in live:
            for claim in one.claims:
                self._by_claim[claim.key].append(one)
            if one.verdict == "merge" and one.thing and one.source:
                self._by_source[one.thing, one.source, one.seat] = one

    def _write(self) -> None:
        """Put the whole file in place of the old one: a kill leaves one of both."""
        partial = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with partial.open("w", encoding="utf-8") as out:
                    out.writelines(one.model_dump_json(exclude_defaults=True) + "\n" for one in self)
                    out.flush()
                    os.fsync(out.fileno())
                partial.replace(self._path)
            finally:
                partial.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(f"the judgements {self._path} cannot be written: {error.strerror}") from error


def parsed(lines: Iterable[bytes], where: str) -> Iterator[Judgement]:
    """The judgements of JSON Lines. Raises InputError with the number of a line that is none or altered."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        if len(line) > LONGEST:
            raise InputError(f"{where}, line {number}: longer than {LONGEST} bytes; it is no judgement")
        try:
            one = Judgement.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(part) for part in first["loc"])
            raise InputError(
                f"{where}, line {number}: no judgement ({place}: {first['msg']}); take the line out"
            ) from error
        if one.id != identity(one):
            raise InputError(f"{where}, line {number}: the judgement {one.id} was altered; take the line out")
        yield one

"""Reading long and odd texts: the work grows with the text, and nothing makes it run away."""

import os
import resource
import sys
from types import FrameType
from typing import Any

import pytest

from extractors.reader import Reader
from tests.builders import article

ARTICLE = """Kota Malang meraih Digital Government Award 2024 peringkat ke-9. Nilai SPBE Kota Malang 3,82.
“Kami bangga,” kata Wali Kota Malang Budi Santoso di Jakarta, Senin (27/5/2024). Hadir Menteri PANRB.
Berikut peringkatnya:
1. Kota Surabaya 4,12
2. Kota Semarang 4,05
Kabupaten Tuban, Madiun, dan Gresik meraih UHC Award predikat Utama, sedangkan Kota Batu menargetkan Adipura.
Warga Kediri gembira. Hujan turun di Polres Malang, Jalan Bandung, dan Pasar Blitar."""
SIZE = 100_000
"""Characters of an odd text."""
SECONDS = 60
"""Processor time that reading an odd text may take at most; it takes about one where it is linear."""


def steps(reader: Reader, times: int) -> int:
    """Lines of Python run while an article is read that is `times` as long."""
    count = 0

    def step(_frame: FrameType, _event: str, _argument: Any) -> Any:
        nonlocal count
        count += 1
        return step

    told_in = article(title="Kota Malang Juara", body="\n".join([ARTICLE] * times))
    before = sys.gettrace()
    sys.settrace(step)
    try:
        reader.read(told_in)
    finally:
        sys.settrace(before)
    return count


@pytest.fixture(scope="module")
def read_once(reader: Reader) -> Reader:
    """A reader whose patterns and lexicons are loaded."""
    reader.read(article(body=ARTICLE))
    return reader


@pytest.mark.parametrize("times", [1, 2, 4, 32])
def test_twice_the_text_takes_twice_the_steps(read_once: Reader, times: int) -> None:
    assert steps(read_once, 2 * times) < 2.5 * steps(read_once, times)


@pytest.mark.parametrize("times", [2, 4, 8])
def test_what_is_said_again_is_no_new_statement(reader: Reader, times: int) -> None:
    def claims(body: str) -> list[str]:
        found = reader.read(article(body=body))
        shared = {"id", "article", "evidence", "confidence", "rules", "note"}
        return sorted(str(statement.model_dump(exclude=shared)) for statement in found)

    assert claims("\n".join([ARTICLE] * times)) == claims(ARTICLE)


@pytest.mark.parametrize("times", [2, 4, 8])
def test_new_claims_are_as_many_as_their_sentences(reader: Reader, times: int) -> None:
    body = "\n".join(
        f"Indeks SPBE Kota Malang pada {2000 + year} sebesar 3,{year}1." for year in range(times)
    )
    assert sum(statement.kind == "index" for statement in reader.read(article(title="", body=body))) == times


def finishes(reader: Reader, body: str, seconds: int) -> bool:
    """Whether a text is read without an error in that much processor time, in a process of its own."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            reader.read(article(body=body))
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


ODD = [
    *("Kota ", "Malang ", "Kota (", "Wali Kota ", "di Jakarta ", "Kabupaten Tuban.\n"),
    *("meraih ", "peringkat ", "ke-", "disusul ", "kategori ", "Penghargaan Aa "),
    *("nilai 3,82 ", "naik ", "2023 ", "1", "3,", "menargetkan ", "Setelah "),
    *("Pj. ", "Prof. Dr. ", "Budi Santoso ", "KPK "),
    *(". ", "; ", ", ", "1. ", "1 | ", "\n", " ", "a", "a\u0301", "(", "\"'“", ",", "🏆"),
    *("SPBE 3,5 ", "Zamrud Award ", "Kota Malang, ", "Adipura "),
]


@pytest.mark.parametrize("piece", ODD)
def test_an_endless_repetition_is_read(read_once: Reader, piece: str) -> None:
    assert finishes(read_once, (piece * SIZE)[:SIZE], SECONDS)

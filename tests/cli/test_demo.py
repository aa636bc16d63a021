"""`piagam demo`: from an empty directory to the ten cities, with the real parts."""

import json
import socket
from pathlib import Path

from cli.demo import QUESTION
from tests.cli.conftest import Piagam

ROOT = Path(__file__).parents[2]
TEN = (
    "Kota Surabaya",
    "Kota Madiun",
    "Kota Jambi",
    "Kota Mojokerto",
    "Kota Cimahi",
    "Kota Banjarmasin",
    "Kota Bandung",
    "Kota Semarang",
    "Kota Malang",
    "Kota Denpasar",
)


def test_the_demo_finds_the_ten_cities_and_can_be_run_again(piagam: Piagam, data: Path) -> None:
    first = piagam("demo", "--no-serve")
    assert first.status == 0, first.err
    assert QUESTION in first.out
    places = [first.out.index(f"{rank}. {name}") for rank, name in enumerate(TEN, start=1)]
    assert places == sorted(places)
    assert "The answer came after" in first.err
    shown = [line.strip() for line in (ROOT / "README.md").read_text().splitlines()]
    assert first.out.strip().splitlines()[1] in shown
    answer = piagam("ask", QUESTION, "--json", "--data", data / "demo").json
    assert [(row["rank"], row["region"]["name"]) for row in answer["rows"]] == list(enumerate(TEN, start=1))
    assert (answer["known"], answer["expected"]) == (10, 10)
    quoted = {piece["statement"] for piece in answer["evidence"]}
    facts = {fact["id"]: fact for fact in piagam("export", "facts", "--data", data / "demo").lines}
    for row in answer["rows"]:
        told = [statement for fact in row["facts"] for statement in facts[fact]["statements"]]
        assert quoted & set(told), f"no evidence for {row}"

    statements = piagam("export", "statements", "--data", data / "demo").out
    again = piagam("demo", "--no-serve")
    assert again.status == 0, again.err
    assert "0 articles fetched" in again.err
    assert again.out == first.out
    assert piagam("export", "statements", "--data", data / "demo").out == statements
    urls = {json.loads(line)["article"]["url"] for line in statements.splitlines()}
    assert len({url.split("/read/")[1] for url in urls}) == len(urls)
    assert list(data.iterdir()) == [data / "demo"]


def test_a_port_of_the_newsroom_that_is_taken_since_is_named(piagam: Piagam, data: Path) -> None:
    (data / "demo").mkdir(parents=True)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        (data / "demo" / "newsroom-port").write_text(str(port))
        result = piagam("demo", "--no-serve")
    assert result.status == 1
    assert f"port {port}, which the newsroom had last time, is taken" in result.err
    assert str(data / "demo") in result.err

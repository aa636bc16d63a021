"""Which of several recipients gets which of several programmes and levels."""

from pathlib import Path

import pytest

from extractors.reader import Reader
from extractors.statement import AwardStatement
from tests.builders import article
from tests.reading.case import Case, assert_awards, cases


@pytest.mark.parametrize("case", list(cases(Path(__file__).parent / "pairing.yaml")))
def test_a_stored_text(reader: Reader, case: Case) -> None:
    assert_awards(reader, case)


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("places", [1, 2, 3])
def test_all_of_a_list_get_all_programmes_they_share(reader: Reader, count: int, places: int) -> None:
    programmes = {"Paritrana Award": "paritrana", "UHC Award": "uhc", "TPID Award": "tpid"}
    names = ["Kota Bogor", "Kabupaten Tuban", "Kota Padang"][:places]
    told = list(programmes)[:count]
    say = f"{' dan '.join(names)} meraih {', '.join(told[:-1])}{' dan ' if told[1:] else ''}{told[-1]}."
    expected = [[name, programmes[programme]] for name in names for programme in told]
    assert_awards(reader, Case(say=say, awards=expected))


@pytest.mark.parametrize(
    "say",
    [
        "Adipura diraih Kota Bogor, UHC Award diraih Kabupaten Tuban, TPID Award diraih Kota Padang.",
        "Kota Bogor meraih Adipura, Kabupaten Tuban meraih UHC Award, dan Kota Padang meraih TPID Award.",
        "Adipura untuk Kota Bogor, UHC Award untuk Kabupaten Tuban, dan TPID Award untuk Kota Padang.",
    ],
)
def test_each_programme_has_its_own_winner(reader: Reader, say: str) -> None:
    expected = [["Kota Bogor", "adipura"], ["Kabupaten Tuban", "uhc"], ["Kota Padang", "tpid"]]
    assert_awards(reader, Case(say=say, awards=expected))


def categories(reader: Reader, body: str) -> list[tuple[str, str | None]]:
    statements = reader.read(article(title="", body=body))
    return sorted((s.recipient.name, s.category) for s in statements if isinstance(s, AwardStatement))


def test_several_categories_of_one_winner_are_several_honours(reader: Reader) -> None:
    body = "Kota Batu meraih Smart City Award kategori Smart Governance dan Smart Economy."
    assert categories(reader, body) == [("Kota Batu", "Smart Economy"), ("Kota Batu", "Smart Governance")]


@pytest.mark.xfail(strict=True, reason="a category runs on over 'dan' and the next winner's name")
def test_each_winner_has_its_own_category(reader: Reader) -> None:
    body = "Adipura diraih Kota Surabaya kategori Kota Metropolitan dan Kota Batu kategori Kota Sedang."
    assert categories(reader, body) == [("Kota Batu", "Kota Sedang"), ("Kota Surabaya", "Kota Metropolitan")]


def test_the_claim_reaches_from_winner_to_programme(reader: Reader) -> None:
    body = "Akhirnya Kota Batu dan Kota Bogor menerima UHC Award kemarin."
    spans = {
        s.recipient.name: body[s.evidence.start : s.evidence.end]
        for s in reader.read(article(title="", body=body))
        if isinstance(s, AwardStatement)
    }
    assert spans == {
        "Kota Batu": "Kota Batu dan Kota Bogor menerima UHC Award",
        "Kota Bogor": "Kota Bogor menerima UHC Award",
    }

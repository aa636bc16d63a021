"""Honours: who won which programme, edition, place and level."""

from pathlib import Path

import pytest

from extractors.reader import Reader
from extractors.statement import AwardStatement
from tests.builders import article
from tests.reading.case import Case, assert_awards, cases

HERE = Path(__file__).parent


@pytest.mark.parametrize("case", list(cases(HERE / "awards.yaml")))
def test_a_stored_text(reader: Reader, case: Case) -> None:
    assert_awards(reader, case)


def awards(reader: Reader, body: str, title: str = "") -> list[AwardStatement]:
    return [s for s in reader.read(article(title=title, body=body)) if isinstance(s, AwardStatement)]


def test_a_statement_tells_who_gave_it_where_and_when(reader: Reader) -> None:
    body = (
        "Warga gembira.\nKota Batu meraih Paritrana Award 2023 kategori Pemerintah Kabupaten/Kota dari "
        "BPJS Ketenagakerjaan di Istana Wakil Presiden, Jakarta, Senin (27/5/2024). Wali kota senang."
    )
    (found,) = awards(reader, body)
    assert (found.giver, found.category) == ("BPJS Ketenagakerjaan", "Pemerintah Kabupaten/Kota")
    assert (found.year, str(found.date)) == (2023, "2024-05-27")
    assert found.place == "Istana Wakil Presiden, Jakarta"
    assert found.award.listed
    assert found.evidence.text.startswith("Kota Batu meraih")
    assert found.evidence.text.endswith("(27/5/2024).")
    assert body[found.evidence.start : found.evidence.end] == "Kota Batu meraih Paritrana Award"


def test_the_event_is_told_apart_from_the_award(reader: Reader) -> None:
    (found,) = awards(reader, "Kota Batu meraih Digital Government Award dalam SPBE Summit 2024 di Jakarta.")
    assert (found.event, found.award.id) == ("SPBE Summit 2024", "dga")


def test_rules_tell_how_it_was_read(reader: Reader) -> None:
    (found,) = awards(reader, "Kota Batu meraih juara II TPID Award.")
    assert {"named", "verb meraih", "type word", "place told"} <= set(found.rules)


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("Kota Batu meraih TPID Award.", "Kediri meraih TPID Award."),
        ("Kota Batu meraih TPID Award.", "Kota Batu meraih Zamrud Hijau Award."),
        ("Kota Batu meraih TPID Award.", "TPID Award diserahkan.\nPenghargaan itu diraih Kota Batu."),
        ("Kabupaten Jember meraih UHC Award.", "Jember meraih UHC Award."),
    ],
)
def test_what_is_told_outright_is_surer(reader: Reader, surer: str, less_sure: str) -> None:
    (first,), (second,) = awards(reader, surer), awards(reader, less_sure)
    assert first.confidence > second.confidence


def test_an_open_homonym_says_so(reader: Reader) -> None:
    (found,) = awards(reader, "Kediri meraih TPID Award.")
    (typed,) = awards(reader, "Kota Kediri meraih TPID Award.")
    assert found.confidence < typed.confidence
    assert found.note is not None
    assert "Kota Kediri" in found.note
    assert "Kabupaten Kediri" in found.note


def test_the_evidence_of_a_recipient_from_before_is_the_clause_that_tells(reader: Reader) -> None:
    body = "Kota Batu meraih TPID Award 2023.\nKota ini juga meraih UHC Award."
    told = {found.award.id: found.evidence.text for found in awards(reader, body)}
    assert told == {
        "tpid": "Kota Batu meraih TPID Award 2023.",
        "uhc": "Kota ini juga meraih UHC Award.",
    }


def test_no_word_of_an_award_no_statement(reader: Reader) -> None:
    assert awards(reader, "Kota Batu meraih kemenangan di lapangan.") == []
    assert awards(reader, "") == []

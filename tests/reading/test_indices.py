"""Values of indices: which index, whose, of which year."""

from pathlib import Path

import pytest
from spacy.language import Language

from extractors.pipeline import read
from extractors.reader import Reader
from extractors.statement import IndexStatement
from extractors.value import IndexReading, ordered
from tests.builders import article
from tests.reading.case import Case, cases, indices_expected, indices_read


@pytest.mark.parametrize("case", list(cases(Path(__file__).parent / "indices.yaml")))
def test_a_stored_sentence(reader: Reader, case: Case) -> None:
    assert indices_read(reader, case) == indices_expected(case)


def statements(reader: Reader, body: str, title: str = "") -> list[IndexStatement]:
    return [s for s in reader.read(article(title=title, body=body)) if isinstance(s, IndexStatement)]


def test_a_statement_tells_the_unit_scale_and_evidence(reader: Reader) -> None:
    body = "Warga gembira. Tingkat kemiskinan Kota Batu 2023 sebesar 3,31 persen. Wali kota bangga."
    (found,) = statements(reader, body)
    assert (found.unit, found.scale, found.index.name) == ("persen", "0-100", "Tingkat Kemiskinan")
    assert found.evidence.text == "Tingkat kemiskinan Kota Batu 2023 sebesar 3,31 persen."
    assert body[found.evidence.start : found.evidence.end] == "3,31 persen"


def test_a_value_outside_the_scale_is_kept_with_little_confidence_and_a_reason(reader: Reader) -> None:
    (found,) = statements(reader, "Kota Batu meraih Indeks SPBE dengan nilai 7,5.")
    assert found.value == 7.5
    assert found.confidence < 0.3
    assert "outside the scale 1 to 5" in (found.note or "")


def test_one_value_told_twice_is_one_statement(reader: Reader) -> None:
    body = "Indeks SPBE Kota Batu 3,31. Begitulah.\nIndeks SPBE Kota Batu 2023 sebesar 3,31, kata wali kota."
    (found,) = statements(reader, body, "Indeks SPBE Kota Batu 3,31")
    assert found.year == 2023


def test_two_years_of_one_value_stay_two_statements(reader: Reader) -> None:
    body = "Indeks SPBE Kota Batu 2022 sebesar 3,31. Indeks SPBE Kota Batu 2023 sebesar 3,31."
    assert sorted(found.year or 0 for found in statements(reader, body)) == [2022, 2023]


def test_what_disagrees_is_all_kept(reader: Reader) -> None:
    body = "Indeks SPBE Kota Batu 2023 sebesar 3,31.\nIndeks SPBE Kota Batu 2023 sebesar 3,13."
    assert sorted(found.value or 0 for found in statements(reader, body)) == [3.13, 3.31]


def test_the_surer_of_two_readings_is_kept_in_order_of_place(nlp: Language) -> None:
    doc = read(nlp, "", "IPM Kota Batu 79,07. IPM Kota Batu mencapai 79,07.\nIPM Kota Kediri mencapai 81,8.")
    readings: list[IndexReading] = list(doc._.indices)
    assert len(readings) == 3
    kept = ordered(list(reversed(readings)))
    assert [(one.region.name, one.confidence) for one in kept] == [
        ("Kota Batu", max(one.confidence for one in readings[:2])),
        ("Kota Kediri", readings[2].confidence),
    ]


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("Indeks SPBE Kota Batu mencapai 3,31.", "SPBE Kota Batu 3,31."),
        ("Indeks SPBE Kota Batu mencapai 3,31.", "Indeks SPBE naik. Kota Batu meraih nilai 3,31."),
        ("Indeks SPBE Kota Jember mencapai 3,31.", "Indeks SPBE mencapai 3,31 menurut Kota Jember."),
    ],
)
def test_what_is_told_outright_is_surer(reader: Reader, surer: str, less_sure: str) -> None:
    (first,), (second,) = statements(reader, surer), statements(reader, less_sure)
    assert first.confidence > second.confidence


def test_rules_tell_how_index_owner_and_year_were_found(reader: Reader) -> None:
    (found,) = statements(reader, "Indeks SPBE Kota Batu mencapai 3,31 pada 2023.")
    assert found.rules == ("index before value", "region before value", "year beside value")

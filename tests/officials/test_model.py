"""The shipped recogniser of persons: its files are those that were measured, and they still do as well."""

import json

import pytest
import spacy
from spacy.language import Language

from extractors.persons import MODEL, Persons, digest
from extractors.sentences import split
from extractors.training.train import award_dev, corpus, measure

META = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
FLOORS = {"idner2k-dev": 0.80, "nergrit-dev": 0.62, "award-dev": 0.75}
"""F1 of persons, a little under what was measured when the model was made (see its meta.json)."""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("id")


@pytest.fixture(scope="module")
def persons(nlp: Language) -> Persons:
    return Persons(nlp)


def test_the_files_are_those_that_were_measured() -> None:
    assert digest() == META["sha256"]


def test_the_model_is_small() -> None:
    assert sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file()) < 7_000_000


@pytest.mark.parametrize("split_name", FLOORS)
def test_persons_are_found_as_well_as_measured(split_name: str, nlp: Language, persons: Persons) -> None:
    labelled = award_dev() if split_name == "award-dev" else corpus(*split_name.rsplit("-", 1))  # type: ignore[arg-type]
    scores = measure(nlp, persons.component, labelled)
    assert scores["f"] >= FLOORS[split_name]
    assert scores["f"] == pytest.approx(META["persons"][split_name]["f"], abs=0.02)


def test_persons_stand_in_their_sentence(nlp: Language, persons: Persons) -> None:
    text = "Cuaca cerah. Menurut Budi Santoso, hadir pula Siti Rahayu dari Bandung. Selesai."
    doc = nlp.make_doc(text)
    sentence = split(text, 0)[1]
    found = [text[start:end] for start, end in persons.find(doc, sentence)]
    assert found == ["Budi Santoso", "Siti Rahayu"]

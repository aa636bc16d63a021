"""Which programmes a text names, and which one goes on without its name."""

import itertools

import pytest
from spacy.language import Language

from extractors.honour import Topic
from extractors.naming import Naming
from extractors.pipeline import read
from extractors.programmes import find_programmes, goes_elsewhere, main_ones
from extractors.reader import Reader
from extractors.statement import AwardStatement
from tests.builders import article


def named(nlp: Language, body: str) -> list[tuple[str, str]]:
    """Id and surface of each programme of a text."""
    doc = read(nlp, "", body)
    return [(n.entry.id, doc._.text[n.start : n.end]) for n in find_programmes(doc)]


@pytest.mark.parametrize(
    ("body", "programmes"),
    [
        ("meraih Adipura dan UHC Award", [("adipura", "Adipura"), ("uhc", "UHC Award")]),
        (
            "meraih Zamrud Award dan Adipura",
            [("unlisted-zamrud-award", "Zamrud Award"), ("adipura", "Adipura")],
        ),
        ("meraih penghargaan atas Indeks SPBE", [("dga", "Indeks SPBE")]),
        ("Indeks SPBE mencapai 3,82", []),
        ("Indeks SPBE diumumkan. Ia meraih penghargaan lain.", []),
        ("Ketua KIP hadir dalam Anugerah Keterbukaan Informasi", []),
        ("tidak ada apa-apa", []),
    ],
)
def test_programmes_of_a_text(nlp: Language, body: str, programmes: list[tuple[str, str]]) -> None:
    found = named(nlp, body)
    assert found[: len(programmes)] == programmes
    assert programmes or all(award.startswith("kip") or award.startswith("unlisted") for award, _ in found)


def test_programmes_come_in_order_and_apart(nlp: Language) -> None:
    doc = read(
        nlp,
        "",
        "Penghargaan Indeks SPBE Award, Digital Government Award (DGA), Anugerah Zamrud Award Adipura",
    )
    found = find_programmes(doc)
    assert len(found) >= 4
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    ("body", "main"),
    [
        ("meraih Adipura dan UHC Award", ["adipura", "uhc"]),
        ("meraih Adipura, UHC Award, dan TPID Award", ["adipura", "uhc", "tpid"]),
        ("meraih Adipura pada malam UHC Award", ["adipura"]),
        ("menerima Adipura dalam acara Paritrana Award", ["adipura"]),
        ("Pada malam UHC Award diserahkan Adipura", ["uhc", "adipura"]),
    ],
)
def test_what_only_sets_the_scene_is_not_won(nlp: Language, body: str, main: list[str]) -> None:
    doc = read(nlp, "", body)
    assert [naming.entry.id for naming in main_ones(doc._.text, find_programmes(doc))] == main


def test_awards_of_schools_companies_and_persons_go_elsewhere(nlp: Language) -> None:
    def namings(body: str) -> list[Naming]:  # type: ignore[type-arg]
        return find_programmes(read(nlp, "", body))

    assert goes_elsewhere(namings("Adiwiyata Mandiri"), Topic())
    assert goes_elsewhere(namings("Kalpataru dan Adiwiyata"), Topic())
    assert not goes_elsewhere(namings("Adiwiyata dan Adipura"), Topic())
    assert not goes_elsewhere([], Topic())
    assert goes_elsewhere([], Topic(naming=namings("Adiwiyata Mandiri")[0]))


def honoured(reader: Reader, body: str) -> set[tuple[str, str]]:
    statements = reader.read(article(title="", body=body))
    return {(s.recipient.name, s.award.id) for s in statements if isinstance(s, AwardStatement)}


@pytest.mark.parametrize(
    "follows",
    [
        "Penghargaan itu diraih Kota Bogor.",
        "Penghargaan serupa diterima Kota Bogor.",
        "Piala tersebut diboyong Kota Bogor.",
        "Kota Bogor menempati peringkat kedua.",
        "Juara pertama diraih Kota Bogor.",
        "Adapun penghargaan diserahkan kepada Kota Bogor.",
        "Pemenang kategori kota adalah Kota Bogor.",
    ],
)
def test_a_programme_stays_the_topic(reader: Reader, follows: str) -> None:
    assert ("Kota Bogor", "tpid") in honoured(reader, f"TPID Award 2023 diumumkan kemarin.\n{follows}")


@pytest.mark.parametrize(
    "follows",
    [
        "Kota Bogor dilanda hujan.",
        "Kota Bogor menerima tamu.",
        "Kota Bogor meraih dana.",
        "Kota Bogor menjadi tuan rumah.",
        "Kota Bogor menerima UHC Award.",
        "Kota Bogor menerima dua penghargaan lain.",
    ],
)
def test_a_programme_is_not_the_topic_of_all_that_follows(reader: Reader, follows: str) -> None:
    assert ("Kota Bogor", "tpid") not in honoured(reader, f"TPID Award 2023 diumumkan kemarin.\n{follows}")


def test_a_topic_ends_where_the_text_has_gone_on(reader: Reader) -> None:
    between = "Hujan turun di sana. " * 15
    body = f"TPID Award 2023 diumumkan.\n{between}\nPenghargaan itu diraih Kota Bogor."
    assert honoured(reader, body) == set()

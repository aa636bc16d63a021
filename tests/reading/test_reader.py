"""From an article to its statements: evidence, ids, order, and whatever text there is."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractors.article import Article
from extractors.reader import VERSION, Reader
from extractors.statement import RegionStatement, Statement, StatementAdapter
from tests.builders import article
from tests.reading.case import Case, assert_awards, cases, indices_expected, indices_read

TITLE = "Kota Malang Raih Digital Government Award 2024"
BODY = """Pj. Wali Kota Malang Wahyu Hidayat menerima Digital Government Award dari Kementerian PANRB.
Indeks SPBE Kota Malang mencapai 3,82 pada 2023, naik dari 2,60 (2022). Warga bangga.
Kabupaten Tuban, Banyuwangi, dan Gresik meraih UHC Award, sedangkan Kota Batu menargetkan Adipura.
Berikut peringkat Digital Government Award 2024:
1. Kota Surabaya
2. Kota Semarang"""


@pytest.mark.parametrize("case", list(cases(Path(__file__).parent / "articles.yaml")))
def test_a_stored_article(reader: Reader, case: Case) -> None:
    assert indices_read(reader, case) == indices_expected(case)
    assert_awards(reader, case)


def field_of(told_in: Article, statement: Statement) -> str:
    return told_in.title if statement.evidence.field == "title" else told_in.body


def assert_evident(told_in: Article, statement: Statement) -> None:
    """The claim lies in its field, and the evidence is a part of the field that holds the claim."""
    field, evidence = field_of(told_in, statement), statement.evidence
    assert 0 <= evidence.start < evidence.end <= len(field)
    assert evidence.text in field
    assert field[evidence.start : evidence.end] in evidence.text


def test_an_article_gives_statements_of_all_kinds(reader: Reader) -> None:
    told_in = article(title=TITLE, body=BODY)
    found = reader.read(told_in)
    assert {statement.kind for statement in found} == {"region", "office", "award", "index"}
    for statement in found:
        assert_evident(told_in, statement)
        assert (statement.article.url, statement.article.title) == (told_in.url, TITLE)
        assert (statement.article.published, statement.article.source) == ("2024-05-27", "koran")
        assert statement.extractor == VERSION
        assert 0 < statement.confidence < 1


def test_statements_come_in_order_of_place_title_first(reader: Reader) -> None:
    found = reader.read(article(title=TITLE, body=BODY))
    places = [(s.evidence.field != "title", s.evidence.start) for s in found]
    assert places == sorted(places)


def test_statements_survive_being_written_and_read(reader: Reader) -> None:
    for statement in reader.read(article(title=TITLE, body=BODY)):
        assert StatementAdapter.validate_json(StatementAdapter.dump_json(statement)) == statement


def test_a_second_reading_gives_the_same(reader: Reader) -> None:
    told_in = article(title=TITLE, body=BODY)
    assert reader.read(told_in) == reader.read(told_in) == Reader().read(told_in)


def test_another_process_gives_the_same_ids(reader: Reader) -> None:
    told_in = article(title=TITLE, body=BODY)
    script = (
        "import sys; from extractors.article import Article; from extractors.reader import Reader; "
        "print(*[s.id for s in Reader().read(Article.model_validate_json(sys.stdin.read()))])"
    )
    root = Path(__file__).parent.parent.parent
    run = subprocess.run(
        [sys.executable, "-c", script],
        input=told_in.model_dump_json(),
        capture_output=True,
        text=True,
        check=True,
        cwd=root,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": str(root)},
    )
    assert run.stdout.split() == [statement.id for statement in reader.read(told_in)]


@pytest.mark.parametrize(
    "keys",
    [
        {"url": "https://koran.example/2"},
        {"title": f"{TITLE}!"},
        {"body": f"{BODY}\nLagi."},
        {"published": "2024-05-28"},
    ],
)
def test_another_version_of_an_article_has_other_ids(reader: Reader, keys: dict[str, str]) -> None:
    before = article(**{"url": "https://koran.example/1", "title": TITLE, "body": BODY})  # type: ignore[arg-type]
    after = article(**{"url": "https://koran.example/1", "title": TITLE, "body": BODY, **keys})  # type: ignore[arg-type]
    ids = [{statement.id for statement in reader.read(version)} for version in (before, after)]
    assert ids[0].isdisjoint(ids[1])


@pytest.mark.parametrize("keys", [{"source": "lain"}, {"tags": ("kota",)}, {"reporter": "Ani"}])
def test_what_is_not_read_changes_no_id(reader: Reader, keys: dict[str, object]) -> None:
    before, after = article(title=TITLE, body=BODY), article(title=TITLE, body=BODY).model_copy(update=keys)
    assert [s.id for s in reader.read(before)] == [s.id for s in reader.read(after)]


def regions(reader: Reader, title: str, body: str) -> dict[str, RegionStatement]:
    statements = reader.read(article(title=title, body=body))
    return {s.region.name: s for s in statements if isinstance(s, RegionStatement)}


def test_each_region_is_told_once_by_its_most_telling_mention(reader: Reader) -> None:
    found = regions(reader, "Kediri Juara", "Warga Kediri bangga.\nPemkot Kediri senang. Kediri ramai.")
    assert list(found) == ["Kota Kediri"]
    assert found["Kota Kediri"].surface == "Pemkot Kediri"
    assert found["Kota Kediri"].rules == ("type word",)
    assert found["Kota Kediri"].evidence.text == "Pemkot Kediri senang."


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Polres Malang menjaga.", []),
        ("Warga Malang senang.", []),
        ("Ada batu di sana. Batu itu besar.", []),
        ("Kota Malang dan Kabupaten Malang.", ["Kota Malang", "Kabupaten Malang"]),
        ("Kota Semarang, Jawa Tengah.", ["Kota Semarang", "Provinsi Jawa Tengah"]),
    ],
)
def test_regions_of_an_article(reader: Reader, body: str, names: list[str]) -> None:
    assert sorted(regions(reader, "", body)) == sorted(names)


def test_an_article_without_a_date_is_read(reader: Reader) -> None:
    assert reader.read(article(title=TITLE, body=BODY, published=None))


@pytest.mark.parametrize(("title", "body"), [("", ""), (" ", "\n"), ("Judul", ""), ("", "Kata saja.")])
def test_nothing_said_nothing_read(reader: Reader, title: str, body: str) -> None:
    assert reader.read(article(title=title, body=body)) == []


NEWS = (
    " | /Kota Malang/Kediri/Kabupaten Tuban/Kota dan Kabupaten Bima/Pemkot /Bupati /Pj. Wali Kota "
    "/Budi Santoso/ meraih / diraih /Adipura Kencana/UHC Award/Zamrud Award/opini WTP/ peringkat ke-3 "
    "/10 besar/ disusul /Indeks SPBE/3,82/ naik dari 2,60 (2022) / 2023/%/ menargetkan /, / dan /. /\n"
    "/\n1. /\n• /(/)/“/”/: /; / sementara /\u00a0/\u200f/e\u0301/🏆/مدينة /\r\n/\u2028/\t/İ/ß/\x00/٣/—"
).split("/")
TEXTS = st.lists(st.sampled_from(NEWS) | st.text(max_size=3), max_size=30).map("".join)


@given(TEXTS, TEXTS)
@example("Kota Batu", "Kota Batu meraih\u00a0Adipura\u00a0Kencana.")
@example("", "🏆🏆 Kota Batu meraih UHC Award 🏆, e\u0301lan.")
@example("", "\u200fمدينة Kota Batu meraih UHC Award.\u2028Kota Kediri juga.")
@example("", "\ufeffKota Batu\r\nmeraih UHC Award.\r\n")
def test_any_text_gives_statements_with_their_evidence(reader: Reader, title: str, body: str) -> None:
    told_in = article(title=title, body=body)
    found = reader.read(told_in)
    for statement in found:
        assert_evident(told_in, statement)
    ids = [statement.id for statement in found]
    assert len(set(ids)) == len(ids)
    assert ids == [statement.id for statement in reader.read(told_in)]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Juara Tingkat Kota", "Bogor menang."),
        ("", "Juara kategori Kota\nBogor menang."),
        ("", "Adipura diterima Kota\nBogor menang."),
    ],
)
def test_a_claim_never_reaches_over_the_end_of_a_line(reader: Reader, title: str, body: str) -> None:
    told_in = article(title=title, body=body)
    for statement in reader.read(told_in):
        assert_evident(told_in, statement)

"""The shipped articles: what their annotations name is in their texts, and exists."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from extractors.evaluation.annotated import (
    SHIPPED,
    Annotated,
    AwardRow,
    IndexRow,
    OfficialRow,
    OptionalAward,
    OptionalIndex,
    load,
)
from extractors.evaluation.naming import index_programmes, plain
from extractors.lexicon import indices
from extractors.region import regions

DOCUMENT = (Path(__file__).parents[2] / "docs" / "evaluation.md").read_text()
PHENOMENA = set(re.findall(r"^\| ([a-z ]+) \|", DOCUMENT, re.MULTILINE)) - {"phenomenon"}
REGIONS = {region.name for region in regions()}
RAW = [record for path in sorted(SHIPPED.glob("*.yaml")) for record in yaml.safe_load(path.read_text())]
each_article = pytest.mark.parametrize("gold", load(), ids=lambda gold: gold.id)


def test_there_are_many_and_most_are_hard() -> None:
    articles = load()
    assert len(articles) >= 66
    hard = {
        "homonym",
        "unsettled homonym",
        "shared prefix",
        "list in words",
        "list",
        "table",
        "streak",
        "tie",
    }
    hard |= {"several years", "target", "difference", "domain", "headline", "quotation", "other recipient"}
    hard |= {"attendance", "unlisted award", "off scale", "english", "from the bottom", "award to a person"}
    assert sum(bool(hard & set(gold.phenomena)) for gold in articles) >= 22


def test_each_has_an_id_and_an_address_of_its_own() -> None:
    articles = load()
    assert max(Counter(gold.id for gold in articles).values()) == 1
    assert max(Counter(gold.url for gold in articles).values()) == 1
    assert all(re.match(r"https://[a-z-]+\.example\.id/", gold.url) for gold in articles)


def test_phenomena_are_those_of_the_document_and_each_has_its_articles() -> None:
    shown = {name for gold in load() for name in gold.phenomena}
    assert shown == PHENOMENA


@pytest.mark.parametrize("record", RAW, ids=lambda record: record["id"])
def test_no_key_is_misspelt(record: dict) -> None:
    assert set(record) <= set(Annotated.model_fields)
    rows = {
        "awards": AwardRow,
        "awards_optional": OptionalAward,
        "indices": IndexRow,
        "indices_optional": OptionalIndex,
        "officials": OfficialRow,
    }
    for key, model in rows.items():
        allowed = {*model.model_fields, "index"}  # an optional index may be named for the person who reads it
        allowed |= {"position", "name"}
        for row in record.get(key, ()):
            assert set(row) <= allowed, row


@each_article
def test_the_text_has_the_length_of_a_short_report(gold: Annotated) -> None:
    assert 60 <= len(gold.text.split()) <= 180


@each_article
def test_regions_exist_under_these_names(gold: Annotated) -> None:
    named = {*gold.regions, *gold.regions_optional}
    assert named <= REGIONS
    assert len(named) == len(gold.regions) + len(gold.regions_optional)


@each_article
def test_recipients_and_measured_regions_are_annotated_as_regions(gold: Annotated) -> None:
    named = {*gold.regions, *gold.regions_optional}
    recipients = {row.recipient for row in gold.awards if not row.level_unsettled}
    for name in recipients | {row.region for row in gold.indices}:
        assert name in named or name.startswith(("Kementerian ", "Badan ")), name


@each_article
def test_unsettled_recipients_are_optional_in_each_reading(gold: Annotated) -> None:
    for row in gold.awards:
        if row.level_unsettled and row.recipient not in REGIONS:
            readings = {name for name in REGIONS if name.endswith(f" {row.recipient}")}
            assert len(readings) > 1
            assert readings <= set(gold.regions_optional)


@each_article
def test_people_and_values_are_in_the_text(gold: Annotated) -> None:
    told = f"{gold.title} {gold.text}"
    for row in gold.officials:
        assert row.name in told
    numbers = {float(found.replace(",", ".")) for found in re.findall(r"-?\d+(?:[.,]\d+)?", told)}
    for row in gold.indices:
        assert row.value in numbers, row


@each_article
def test_years_are_in_the_text_or_may_be_left_out(gold: Annotated) -> None:
    told = f"{gold.title} {gold.text}"
    for row in (*gold.awards, *gold.indices):
        assert row.year is None or str(row.year) in told or None in row.year_accept or row.optional, row


@each_article
def test_indices_are_those_of_the_lexicon(gold: Annotated) -> None:
    known = {plain(index.name) for index in indices()}
    for row in gold.indices:
        assert plain(row.index) in known
        assert index_programmes().key(row.index) in {index.id for index in indices()}


@each_article
def test_it_becomes_an_article_that_still_says_so(gold: Annotated) -> None:
    article = gold.article
    assert article.published_text == gold.published.isoformat()
    for row in gold.officials:
        assert row.name in f"{article.title} {article.body}"

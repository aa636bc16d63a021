"""The gold records: files are checked on load, and the clean body is what a reader should be left with."""

import copy
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsroom.article import FOLDER, JAKARTA, Article, ArticleFileError, load, slugify
from newsroom.block import Ad, BacaJuga, Noise

ARTICLES = load()
BY_ID = {article.id: article for article in ARTICLES}
SAMPLE: dict[str, Any] = {
    "id": 900,
    "category": "jatim",
    "slug": "uji",
    "title": "Uji",
    "reporter": "A",
    "editor": "B",
    "published": "2025-01-02T03:04:05+07:00",
    "tags": ["Kota Batu"],
    "caption": "Gambar",
    "dateline": "BATU, MEMORANDUM -",
    "basis": "uji",
    "paragraphs": ["Satu.", "Dua.", "Tiga."],
}


def sample(**changes: Any) -> Article:
    return Article.model_validate(copy.deepcopy(SAMPLE) | changes)


def write(folder: Path, name: str, **changes: Any) -> None:
    (folder / f"{name}.yaml").write_text(yaml.safe_dump(SAMPLE | changes, allow_unicode=True))


def test_there_are_enough_articles_for_two_list_pages_and_of_every_length() -> None:
    assert len(ARTICLES) >= 45
    assert sum(article.category == "pemerintahan" for article in ARTICLES) > 30
    assert {len(article.pages) for article in ARTICLES} == {1, 2, 3}
    assert {article.template for article in ARTICLES} == {2022, 2026}


def test_ids_are_unique_and_grow_with_time() -> None:
    ids = [article.id for article in ARTICLES]
    assert ids == sorted(set(ids), reverse=True)
    assert [article.published for article in ARTICLES] == sorted(
        (article.published for article in ARTICLES), reverse=True
    )


def test_slugs_and_files_are_unique_and_named_in_words() -> None:
    assert len({article.slug for article in ARTICLES}) == len(ARTICLES) == len(list(FOLDER.glob("*.yaml")))


def test_no_two_tags_share_a_number() -> None:
    tags = {tag.slug: tag.id for article in ARTICLES for tag in article.labels}
    assert len(set(tags.values())) == len(tags)
    assert all(100_000 <= number <= 999_999 for number in tags.values())


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.slug[:40])
def test_the_clean_body_holds_nothing_of_the_site(article: Article) -> None:
    for block in article.paragraphs:
        match block:
            case BacaJuga():
                assert BY_ID[block.baca_juga].title not in article.body
            case Ad():
                assert block.ad not in article.body
            case Noise():
                assert block.noise not in article.body
    assert article.dateline not in article.body
    assert article.caption not in article.body.split("\n")
    assert "\n\n" not in article.body
    assert article.body == article.body.strip()
    assert "\N{NO-BREAK SPACE}" not in article.body


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.slug[:40])
def test_pages_hold_every_block_once_and_in_order(article: Article) -> None:
    assert [block for page in article.pages for block in page] == list(article.paragraphs)
    sizes = [sum(not isinstance(block, Ad) for block in page) for page in article.pages]
    assert all(size == 15 for size in sizes[:-1])
    assert 1 <= sizes[-1] <= 15


def test_related_titles_are_traps_about_other_regions_awards() -> None:
    linked = [BY_ID[id].title for article in ARTICLES for id in article.linked]
    assert len(linked) > len(ARTICLES)
    assert sum("Award" in title or "WTP" in title or "Adipura" in title for title in linked) > 20


def test_a_reporter_may_be_the_editor_too() -> None:
    assert any(article.reporter == article.editor for article in ARTICLES)


def test_blocks_become_lines() -> None:
    article = sample(
        paragraphs=[
            "Satu.",
            {"subheading": "Judul kecil"},
            {"baca_juga": 5},
            {"ad": "Iklan"},
            {"list": ["a", "b"]},
            {"list": ["c"], "ordered": True},
            {"table": [["Kota", "Nilai"], ["Batu", "3,1"]]},
            {"noise": "(*)"},
        ]
    )
    assert article.body == "Satu.\nJudul kecil\na\nb\n1. c\nKota | Nilai\nBatu | 3,1"


def test_advertisements_do_not_count_in_offsets() -> None:
    article = sample(paragraphs=["P."] * 15 + [{"ad": "Iklan"}, "Q."])
    assert [len(page) for page in article.pages] == [16, 1]


def test_the_generation_decides_the_canonical_form() -> None:
    assert sample(template=2022).path == "/read/900/uji"
    assert sample(template=2026).path == "/jatim/read/900/uji"


def test_a_time_is_kept_as_an_instant_in_jakarta() -> None:
    published = sample(published="2025-01-01T20:04:05+00:00").published
    assert published == datetime(2025, 1, 2, 3, 4, 5, tzinfo=JAKARTA)
    assert published.utcoffset() == datetime(2025, 1, 2, tzinfo=JAKARTA).utcoffset()


def test_slugs_keep_words_and_numbers() -> None:
    assert slugify("Eisti'anah: Nilai 4,24 – “Memuaskan”") == "eisti-anah-nilai-4-24-memuaskan"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"category": "olahraga"}, "category"),
        ({"published": "2025-01-02T03:04:05"}, "published"),
        ({"slug": "Tidak Boleh"}, "slug"),
        ({"extra": 1}, "extra"),
        ({"paragraphs": ["hanya satu"]}, "paragraphs"),
        ({"paragraphs": ["a", "b", {"table": [["x", "y"], ["z"]]}]}, "paragraphs"),
        ({"paragraphs": ["a", "b", {"lain": "c"}]}, "paragraphs"),
    ],
)
def test_a_wrong_file_is_named_with_its_field(tmp_path: Path, changes: dict[str, Any], field: str) -> None:
    write(tmp_path, "salah", **changes)
    with pytest.raises(ArticleFileError, match=rf"salah\.yaml: field '{field}"):
        load(tmp_path)


def test_broken_yaml_is_named(tmp_path: Path) -> None:
    (tmp_path / "rusak.yaml").write_text("id: [1")
    with pytest.raises(ArticleFileError, match=r"rusak\.yaml: not readable"):
        load(tmp_path)


def test_an_id_is_used_once(tmp_path: Path) -> None:
    write(tmp_path, "a")
    write(tmp_path, "b")
    with pytest.raises(ArticleFileError, match="repeats the id 900"):
        load(tmp_path)


@pytest.mark.parametrize("other", [901, 77])
def test_related_articles_must_be_there_and_earlier(tmp_path: Path, other: int) -> None:
    write(tmp_path, "a", paragraphs=["a", "b", {"baca_juga": other}])
    write(tmp_path, "b", id=901, published="2025-02-01T00:00:00+07:00")
    with pytest.raises(ArticleFileError, match=f"baca_juga {other} is not an earlier"):
        load(tmp_path)

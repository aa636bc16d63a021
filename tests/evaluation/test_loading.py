"""Annotated articles from a folder; what is wrong with one is told by file, article and field."""

import json
from pathlib import Path

import pytest

from extractors.errors import InputError
from extractors.evaluation.annotated import load

ARTICLE = """
- id: satu
  url: https://koran.example.id/satu
  title: Kota Tegal Raih Adipura
  published: 2024-03-06
  text: Kota Tegal meraih Adipura 2023.
  regions: [Kota Tegal]
  awards_optional: [Proklim]
  officials_optional: [{name: Endang, position: Kepala SMPN 2}, Siti]
"""

GOLD = {
    "id": "a1",
    "url": "https://koran.example.id/a1",
    "title": None,
    "published": "2024-03-06",
    "regions": [
        {"level": "kota", "name": "Tegal"},
        {"level": "kabupaten", "name": "Brebes", "optional": True},
        {"level": "nasional", "name": "Indonesia"},
    ],
    "regions_optional": [{"level": "provinsi", "name": "Jawa Tengah"}, "Kabupaten Tegal"],
    "awards": [{"recipient": "Kota Tegal", "award": "Adipura", "year": 2023, "category": "Kota Sedang"}],
    "awards_optional": ["Proklim", {"recipient": "Desa Kasiau"}],
    "indices": [],
    "officials": [{"name": "Agung", "position": "Wali Kota", "region": "Kota Tegal", "acting": "Pj"}],
}


def gold_folder(folder: Path, line: str, text: str | None = "Kota Tegal meraih Adipura.") -> Path:
    (folder / "gold.jsonl").write_text(line + "\n\n")
    if text is not None:
        (folder / "texts").mkdir()
        (folder / "texts" / "a1.txt").write_text(text)
    return folder


def test_a_folder_of_yaml(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(ARTICLE)
    (gold,) = load(tmp_path)
    assert gold.regions == ("Kota Tegal",)
    assert gold.awards_optional[0].award == "Proklim"
    assert gold.officials_optional == ("Endang", "Siti")
    assert gold.article.published_text == "2024-03-06"
    assert gold.article.body == "Kota Tegal meraih Adipura 2023."


def test_a_gold_file_beside_texts(tmp_path: Path) -> None:
    (gold,) = load(gold_folder(tmp_path, json.dumps(GOLD)))
    assert gold.text == "Kota Tegal meraih Adipura."
    assert gold.regions == ("Kota Tegal",)
    assert set(gold.regions_optional) == {"Provinsi Jawa Tengah", "Kabupaten Tegal", "Kabupaten Brebes"}
    assert gold.awards[0].year == 2023
    assert gold.awards_optional[1].recipient == "Desa Kasiau"
    assert gold.officials[0].acting == "Pj"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- id: [", "a.yaml: not readable as YAML"),
        ("published: 2024-99-99", "a.yaml: not readable as YAML"),
        ("satu: dua", "a.yaml: must be a list"),
        ("- 7", "article 'not a mapping'"),
        ("- url: x", "article 'without id', field 'id'"),
        (ARTICLE.replace("2024-03-06", "kemarin"), "article 'satu', field 'published'"),
        (ARTICLE.replace("[Kota Tegal]", "Kota Tegal"), "article 'satu', field 'regions'"),
    ],
)
def test_bad_yaml_is_told(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "a.yaml").write_text(text)
    with pytest.raises(InputError) as caught:
        load(tmp_path)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "7",
        "[]",
        '{"id": 1}',
        '{"id": "a1"}',
        '{"id": "a1", "regions": [7]}',
        '{"id": "a1", "regions": [{"name": "Tegal"}]}',
    ],
)
def test_a_bad_line_is_told_by_number(tmp_path: Path, line: str) -> None:
    with pytest.raises(InputError) as caught:
        load(gold_folder(tmp_path, line))
    assert str(tmp_path) in str(caught.value)


def test_a_missing_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"texts/a1\.txt: cannot be read"):
        load(gold_folder(tmp_path, json.dumps(GOLD), text=None))


def test_text_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match=r"a\.yaml: cannot be read"):
        load(tmp_path)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text(ARTICLE)
    monkeypatch.setattr("extractors.evaluation.annotated.MAX_FILE", 10)
    with pytest.raises(InputError, match="larger than 10 bytes"):
        load(tmp_path)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no annotated articles"):
        load(tmp_path)
    with pytest.raises(InputError, match="holds no annotated articles"):
        load(tmp_path / "nowhere")

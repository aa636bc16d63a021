"""A lexicon file that is wrong is refused with the file, the entry and the field that are wrong."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import LexiconError
from extractors.lexicon import MAX_FILE, Award, Entry, Index, load

EXAMPLE = {
    "text": "Kota Bontang meraih Piala Uji 2023.",
    "expect": {"recipient": "Kota Bontang", "year": 2023},
}
AWARD: dict[str, Any] = {"id": "uji", "name": "Piala Uji", "examples": [EXAMPLE]}
INDEX: dict[str, Any] = {
    "id": "indeks-uji",
    "name": "Indeks Uji",
    "scale": [0, 100],
    "examples": [{"text": "Indeks Uji Kota Bontang 80,5.", "expect": {"value": 80.5}}],
}


def written(folder: Path, *entries: Any, name: str = "uji.yaml") -> Path:
    """The folder, holding a file of these entries."""
    (folder / name).write_text(yaml.safe_dump(list(entries), allow_unicode=True), encoding="utf-8")
    return folder


def test_an_entry_needs_an_id_a_name_and_an_example(tmp_path: Path) -> None:
    (award,) = load(written(tmp_path, AWARD), Award)
    assert (award.id, award.name, award.giver, award.goes_to) == ("uji", "Piala Uji", None, "government")
    assert award.examples[0].expect == {"recipient": "Kota Bontang", "year": 2023}


def test_entries_come_in_order_of_file_and_place(tmp_path: Path) -> None:
    written(tmp_path, AWARD | {"id": "c"}, name="b.yaml")
    written(tmp_path, AWARD | {"id": "z"}, AWARD | {"id": "a"}, name="a.yaml")
    assert [award.id for award in load(tmp_path, Award)] == ["z", "a", "c"]


def test_an_empty_folder_is_an_empty_lexicon(tmp_path: Path) -> None:
    assert load(tmp_path, Award) == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": None}, "name"),
        ({"id": "Dua Kata"}, "id"),
        ({"id": "garis_bawah"}, "id"),
        ({"examples": []}, "examples"),
        ({"examples": None}, "examples"),
        ({"examples": [{"text": "Tanpa harapan."}]}, "examples.0.expect"),
        ({"examples": [EXAMPLE | {"harap": 1}]}, "examples.0.harap"),
        ({"examples": [{"text": "Salah.", "expect": ["daftar"]}]}, "examples.0.expect"),
        ({"alias": ["salah eja"]}, "alias"),
        ({"aliases": "bukan daftar"}, "aliases"),
        ({"levels": ["desa"]}, "levels.0"),
        ({"goes_to": "siapa saja"}, "goes_to"),
        ({"year": "kapan"}, "year"),
        ({"graded": "kadang"}, "graded"),
        ({"predicates": ["Madya"], "honours": ["Utama"]}, "honours"),
        ({"honours": ["Utama"]}, "honours"),
        ({"predicates": ["Madya"], "predicate_aliases": {"Uji Utama": "Utama"}}, "predicate_aliases"),
        ({"ambiguous": ["PU"], "context": ["Piala"]}, "ambiguous"),
        ({"short": ["PU"], "ambiguous": ["PU"]}, "context"),
        ({"short": ["PU"], "context": ["Piala"]}, "context"),
    ],
)
def test_a_wrong_award_is_refused_by_its_field(tmp_path: Path, change: dict[str, Any], field: str) -> None:
    written(tmp_path, AWARD | {"id": "baik"}, AWARD | change)
    with pytest.raises(LexiconError) as refused:
        load(tmp_path, Award)
    message = str(refused.value)
    assert message.startswith(
        f"{tmp_path / 'uji.yaml'}: entry 2 ({change.get('id', 'uji')}), field '{field}': "
    )
    assert message.endswith("see docs/adding-an-award.md")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"scale": None}, "scale"),
        ({"scale": [5]}, "scale.1"),
        ({"scale": [5, 1]}, "scale"),
        ({"scale": [5, 5]}, "scale"),
        ({"bands": [{"name": "Baik", "low": 2}, {"name": "Buruk", "low": 1}]}, "bands"),
        ({"bands": [{"name": "Baik", "low": 2}, {"name": "Lebih baik", "low": 2}]}, "bands"),
        ({"bands": [{"name": "Di luar", "low": 100}]}, "bands"),
        ({"bands": [{"name": "Di luar", "low": -1}]}, "bands"),
        ({"bands": [{"name": "Tanpa batas"}]}, "bands.0.low"),
        ({"bands": [{"name": "Baik", "low": 1, "high": 2}]}, "bands.0.high"),
        ({"higher_is_better": "entah"}, "higher_is_better"),
        ({"giver": "Kementerian"}, "giver"),
    ],
)
def test_a_wrong_index_is_refused_by_its_field(tmp_path: Path, change: dict[str, Any], field: str) -> None:
    with pytest.raises(LexiconError) as refused:
        load(written(tmp_path, INDEX | change), Index)
    assert f"uji.yaml: entry 1 (indeks-uji), field '{field}': " in str(refused.value)


@pytest.mark.parametrize("entry", ["sebaris teks", 7, None, ["daftar"]])
def test_an_entry_that_is_no_mapping_is_refused(tmp_path: Path, entry: Any) -> None:
    with pytest.raises(LexiconError, match=r"uji\.yaml: entry 2 \(not a mapping\)"):
        load(written(tmp_path, AWARD, entry), Award)


def test_an_entry_without_id_is_told_by_its_place(tmp_path: Path) -> None:
    nameless = {key: value for key, value in AWARD.items() if key != "id"}
    with pytest.raises(LexiconError, match=r"uji\.yaml: entry 1 \(without id\), field 'id'"):
        load(written(tmp_path, nameless), Award)


@pytest.mark.parametrize("second", ["a.yaml", "z.yaml"])
def test_an_id_is_used_once_in_all_files(tmp_path: Path, second: str) -> None:
    written(tmp_path, AWARD, name="a.yaml")
    written(tmp_path, *([AWARD, AWARD] if second == "a.yaml" else [AWARD]), name=second)
    with pytest.raises(LexiconError, match=rf"{second}: entry \d repeats the id 'uji'"):
        load(tmp_path, Award)


def test_a_domain_belongs_to_an_index_that_exists(tmp_path: Path) -> None:
    domain = INDEX | {"id": "domain", "name": "Domain Uji", "part_of": "indeks-uji"}
    assert [index.part_of for index in load(written(tmp_path, domain, INDEX), Index)] == ["indeks-uji", None]
    with pytest.raises(LexiconError, match="'domain' is part_of 'indeks-uji', which no entry has"):
        load(written(tmp_path, domain), Index)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"- id: [tak tertutup", "not readable as YAML"),
        (b"- id: uji\n\tname: tab", "not readable as YAML"),
        (b"- id: 2024-99-99", "not readable as YAML"),
        (b"[" * 20_000, "not readable as YAML"),
        (b"- name: \xff\xfe", "not readable as YAML in UTF-8"),
        (b"- !!python/object/apply:os.getcwd []", "not readable as YAML"),
        (b"id: uji\nname: bukan daftar\n", "must be a list of entries"),
        (b"", "must be a list of entries"),
        (b"hanya teks", "must be a list of entries"),
    ],
)
def test_a_file_that_is_no_list_of_entries_is_refused(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "rusak.yaml").write_bytes(content)
    with pytest.raises(LexiconError, match=rf"rusak\.yaml: {why}"):
        load(tmp_path, Award)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "besar.yaml").write_bytes(b"#" * (MAX_FILE + 1))
    with pytest.raises(LexiconError, match=r"besar\.yaml: larger than"):
        load(tmp_path, Award)


def loaded_or_refused(folder: Path, model: type[Entry]) -> tuple[Entry, ...] | str:
    """The lexicon of a folder, or what its refusal says."""
    try:
        return load(folder, model)
    except LexiconError as refused:
        return str(refused)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(sorted({*Award.model_fields, *Index.model_fields}))


@given(model=st.sampled_from([Award, Index]), change=st.dictionaries(FIELDS, VALUES, min_size=1, max_size=4))
def test_whatever_a_field_holds_the_entry_loads_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, model: type[Entry], change: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("lexicon")
    entry = (AWARD if model is Award else INDEX) | change
    (folder / "uji.yaml").write_text(yaml.safe_dump([entry]), encoding="utf-8")
    loaded = loaded_or_refused(folder, model)
    assert "uji" in loaded if isinstance(loaded, str) else [entry["id"]] == [one.id for one in loaded]


@given(content=st.binary(max_size=200))
def test_whatever_bytes_a_file_holds_only_a_lexicon_error_is_raised(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.mktemp("lexicon")
    (folder / "acak.yaml").write_bytes(content)
    loaded = loaded_or_refused(folder, Award)
    assert "acak.yaml" in loaded if isinstance(loaded, str) else loaded == ()


BANDED = Index.model_validate(
    INDEX
    | {"bands": [{"name": "Kurang", "low": 20}, {"name": "Cukup", "low": 50}, {"name": "Baik", "low": 80}]}
)


@pytest.mark.parametrize(
    ("value", "band"),
    [(0, None), (19.99, None), (20, "Kurang"), (49.99, "Kurang"), (50, "Cukup"), (80, "Baik"), (100, "Baik")],
)
def test_a_band_begins_at_its_low_and_ends_at_the_next(value: float, band: str | None) -> None:
    assert BANDED.band(value) == band


def test_an_index_without_bands_has_no_band_for_a_value() -> None:
    assert Index.model_validate(INDEX).band(50) is None


def test_name_and_aliases_are_matched_once_each() -> None:
    award = Award.model_validate(AWARD | {"aliases": ["Lomba Uji", "PIALA UJI", "lomba uji"]})
    assert [phrase.casefold() for phrase in award.phrases] == ["piala uji", "lomba uji"]

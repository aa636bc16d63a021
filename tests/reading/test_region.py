"""The list of regions and the names they go by."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest
import yaml

from extractors import region as module
from extractors.errors import LexiconError
from extractors.region import Gazetteer, by_id, gazetteer, regions
from extractors.statement import Place


def meanings(name: str) -> set[str]:
    """Canonical names of all regions that the gazetteer knows by exactly this name."""
    return {
        found.name
        for match in gazetteer().phrases.find(name)
        if (match.start, match.end) == (0, len(name))
        for found in match.value
    }


def test_all_regions_are_there() -> None:
    assert Counter(region.level for region in regions()) == {"provinsi": 38, "kabupaten": 416, "kota": 98}


def test_codes_and_names_are_unique() -> None:
    assert len({region.id for region in regions()}) == len({region.name for region in regions()}) == 552
    assert list(by_id()) == [region.id for region in regions()]


def test_a_region_is_told_by_its_own_data() -> None:
    for region in regions():
        assert region.id.split(".")[0] == region.province
        assert by_id()[region.province].level == "provinsi"
        assert region.name.endswith(region.short)
        assert region.place == Place(id=region.id, name=region.name, level=region.level)
        assert -12 < region.latitude < 7
        assert 94 < region.longitude < 142
        assert region.name in meanings(region.short)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("35.73", "Kota Malang"),
        ("35.07", "Kabupaten Malang"),
        ("35", "Provinsi Jawa Timur"),
        ("31", "Provinsi DKI Jakarta"),
        ("34", "Provinsi DI Yogyakarta"),
        ("31.71", "Kota Administrasi Jakarta Pusat"),
        ("31.01", "Kabupaten Administrasi Kepulauan Seribu"),
        ("13.07", "Kabupaten Lima Puluh Kota"),
        ("63.03", "Kabupaten Banjar"),
        ("32.79", "Kota Banjar"),
    ],
)
def test_canonical_names(code: str, name: str) -> None:
    assert by_id()[code].name == name


def test_twenty_six_names_are_both_a_kota_and_a_kabupaten() -> None:
    levels: dict[str, set[str]] = defaultdict(set)
    for region in regions():
        levels[region.short].add(region.level)
    both = {name for name, found in levels.items() if {"kota", "kabupaten"} <= found}
    assert len(both) == 26
    assert {"Malang", "Banjar", "Gorontalo", "Sorong", "Tegal"} <= both
    assert all(len(meanings(name)) >= 2 for name in both)


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Solo", {"Kota Surakarta"}),
        ("Jogja", {"Kota Yogyakarta"}),
        ("Yogyakarta", {"Kota Yogyakarta", "Provinsi DI Yogyakarta"}),
        ("DIY", {"Provinsi DI Yogyakarta"}),
        ("Jakarta", {"Provinsi DKI Jakarta"}),
        ("Jakarta Pusat", {"Kota Administrasi Jakarta Pusat"}),
        ("Jatim", {"Provinsi Jawa Timur"}),
        ("East Java", {"Provinsi Jawa Timur"}),
        ("Pare-Pare", {"Kota Parepare"}),
        ("Parepare", {"Kota Parepare"}),
        ("pare pare", {"Kota Parepare"}),
        ("Pangkal Pinang", {"Kota Pangkal Pinang"}),
        ("Pangkalpinang", {"Kota Pangkal Pinang"}),
        ("Siantar", {"Kota Pematangsiantar"}),
        ("Waykanan", {"Kabupaten Way Kanan"}),
        ("Lamtim", {"Kabupaten Lampung Timur"}),
        ("Toba Samosir", {"Kabupaten Toba"}),
        ("Kepulauan Seribu", {"Kabupaten Administrasi Kepulauan Seribu"}),
        ("Kep. Seribu", {"Kabupaten Administrasi Kepulauan Seribu"}),
        ("Kep. Riau", {"Provinsi Kepulauan Riau"}),
        ("Gorontalo", {"Kota Gorontalo", "Kabupaten Gorontalo", "Provinsi Gorontalo"}),
        ("Jambi", {"Kota Jambi", "Provinsi Jambi"}),
        ("Bengkulu", {"Kota Bengkulu", "Provinsi Bengkulu"}),
        ("Malang Raya", set()),
        ("Kepanjen", set()),
        ("Indonesia", set()),
    ],
)
def test_other_names(said: str, names: set[str]) -> None:
    assert meanings(said) == names


def test_common_words_count_only_with_a_type_word() -> None:
    typed = gazetteer().typed_only
    assert {"batu", "metro", "batang", "landak", "buru", "puncak", "kaur", "malaka"} <= typed
    assert typed.isdisjoint({"surabaya", "semarang", "jember", "bandung"})


@pytest.mark.xfail(
    strict=True, reason="'Siau' and 'Sula' are listed as common words, but no region has them as a name"
)
def test_every_common_word_is_the_name_of_a_region() -> None:
    assert [name for name in sorted(gazetteer().typed_only) if not meanings(name)] == []


def test_a_name_for_a_code_that_does_not_exist_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    regions()  # read from the real folder
    (tmp_path / "region-names.yaml").write_text(yaml.safe_dump({"names": {"99.99": ["X"]}, "typed_only": []}))
    monkeypatch.setattr(module, "DATA", tmp_path)
    with pytest.raises(LexiconError, match=r"region-names\.yaml.*99\.99"):
        Gazetteer()

"""When names mean the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.evaluation.naming import (
    award_programmes,
    index_programmes,
    place,
    plain,
    position,
    same_person,
)
from extractors.region import regions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kota Palangka Raya", "Kota Palangkaraya"),
        ("Kab. Siak", "Kabupaten Siak"),
        ("Kota Administrasi Jakarta Pusat", "Kota Jakarta Pusat"),
        ("Provinsi DI Yogyakarta", "Daerah Istimewa Yogyakarta"),
        ("Provinsi DKI Jakarta", "Provinsi Daerah Khusus Ibukota Jakarta"),
        ("Provinsi Bangka Belitung", "Provinsi Kepulauan Bangka Belitung"),
        ("Kementerian Kesehatan", "KEMENTERIAN  KESEHATAN"),
    ],
)
def test_the_same_place(one: str, other: str) -> None:
    assert place(one) == place(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kota Malang", "Kabupaten Malang"),
        ("Kota Jambi", "Provinsi Jambi"),
        ("Kota Yogyakarta", "Provinsi DI Yogyakarta"),
        ("Malang", "Kota Malang"),
        ("Kabupaten Kotabaru", "Kota Baru"),
    ],
)
def test_different_places(one: str, other: str) -> None:
    assert place(one) != place(other)


def test_no_two_regions_are_the_same() -> None:
    assert len({place(region.name) for region in regions()}) == len(regions())


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("Adipura", "adipura"),
        ("Piala Adipura Kencana", "adipura"),
        ("IGA", "iga"),
        ("penghargaan Innovative Government Award", "iga"),
        ("Penggerak Provinsi Layak Anak", "provila"),
        ("Kota Layak Anak", "kla"),
        ("Opini BPK", "opini-bpk"),
        ("Indonesia Border Award", "indonesia border award"),
    ],
)
def test_award_names(name: str, entry: str) -> None:
    assert award_programmes().key(name) == entry


def test_a_domain_is_another_index() -> None:
    key = index_programmes().key
    assert key("SPBE") == key("Indeks SPBE") == "spbe"
    assert key("SPBE Domain Layanan") == "spbe-layanan"
    assert key("IPM") == "ipm"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Wahyu Hidayat", "Wahyu", True),
        ("Tito Karnavian", "Muhammad Tito Karnavian", True),
        ("M. Ali Asyar", "Muhammad Ali Asyar", False),
        ("Lenny N Rosalin", "Lenny Nurhayati Rosalin", False),
        ("Muhammad Hamdan", "M Hamdan", True),
        ("I Gusti Ayu Bintang Darmawati", "Ayu Bintang Darmawati", True),
        ("Siti Nurbaya", "Siti Kodam", False),
        ("Agus Dwi Putranto Hadi", "Agus Dwi Putranto Adi", True),
        ("Maʼruf Amin", "Ma'ruf Amin", True),
        ("", "Wahyu", False),
    ],
)
def test_people(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


@given(st.text(alphabet="abc .", max_size=12), st.text(alphabet="abc .", max_size=12))
def test_people_are_compared_both_ways_alike(one: str, other: str) -> None:
    if len(plain(one).split()) != len(plain(other).split()):
        assert same_person(one, other) == same_person(other, one)


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Walikota", "wali kota"),
        ("Wakil Walikota", "wakil wali kota"),
        ("Penjabat Bupati", "bupati"),
        ("Wagub", "wakil gubernur"),
        ("Gubernur Bank Indonesia", "gubernur"),
        ("Kepala Dinas Kominfo", "kepala"),
        ("Menko PMK", "menteri"),
        ("Sekda", "sekretaris daerah"),
        ("Dirjen Bina Bangda", "direktur"),
        ("Inspektur", "inspektur"),
    ],
)
def test_positions(title: str, family: str) -> None:
    assert position(title) == family


@given(st.text())
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)

"""Titles of officials: where they end, how they are said, and what is none."""

from itertools import pairwise

import pytest

from extractors.mention import find_regions
from extractors.positions import positions
from extractors.title import Title


def titles(text: str) -> list[Title]:
    return positions().find(text, find_regions(text))


@pytest.mark.parametrize(
    ("text", "position", "acting"),
    [
        ("Pj. Walikota", "Wali Kota", "Pj"),
        ("Penjabat (Pj.) Wali Kota", "Wali Kota", "Pj"),
        ("PJ Bupati", "Bupati", "Pj"),
        ("Pejabat Gubernur", "Gubernur", "Pj"),
        ("Penjabat Sementara (Pjs) Bupati", "Bupati", "Pjs"),
        ("Pelaksana tugas (Plt) Gubernur", "Gubernur", "Plt"),
        ("Plt. Sekda", "Sekretaris Daerah", "Plt"),
        ("Pelaksana Harian (Plh) Sekdaprov", "Sekretaris Daerah", "Plh"),
        ("Wabup", "Wakil Bupati", None),
        ("Wawali", "Wakil Wali Kota", None),
        ("Wagub", "Wakil Gubernur", None),
        ("Wapres", "Wakil Presiden", None),
        ("Sekretaris Daerah (Sekda)", "Sekretaris Daerah", None),
        ("Kadisdik", "Kepala Dinas Pendidikan", None),
        ("Kepala Diskominfo", "Kepala Dinas Kominfo", None),
        ("Kepala DLH", "Kepala Dinas Lingkungan Hidup", None),
        ("MenPAN-RB", "Menteri PANRB", None),
        ("Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi (PANRB) RI", "Menteri PANRB", None),
        ("Menteri PAN & RB", "Menteri PANRB", None),
        ("Menteri Lingkungan Hidup dan Kehutanan", "Menteri LHK", None),
        ("Menteri LH/Kepala BPLH", "Menteri Lingkungan Hidup", None),
        ("Wakil Menteri (Wamen) LHK", "Wakil Menteri LHK", None),
        ("Mendes PDTT", "Menteri Desa PDTT", None),
        ("Kakanwil Kemenag", "Kepala Kanwil Kemenag", None),
        ("Anggota V BPK RI", "Anggota V BPK RI", None),
        ("Staf Khusus Menteri Sosial", "Staf Khusus Menteri Sosial", None),
        ("Dirjend Aplikasi Informatika (Aptika)", "Direktur Jenderal Aplikasi Informatika", None),
    ],
)
def test_one_title(text: str, position: str, acting: str | None) -> None:
    [title] = titles(text)
    assert (title.position, title.acting) == (position, acting)
    assert (title.start, title.end) == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "para kepala daerah", "ketua rombongan", "direktur", "Kepala Sekolah Dasar", "Ketua Umum Partai",
        "Ketua RT", "Presidensi G20", "Gubernuran", "Kebupatian", "Sekdanya", "menteri-menteri",
        "Direktur PT Maju",
    ],
)  # fmt: skip
def test_no_title_of_an_official(text: str) -> None:
    assert all(title.family in ("Menteri",) for title in titles(text))


@pytest.mark.parametrize(
    "text",
    [
        "mantan Bupati Malang", "eks Wali Kota Batu", "calon Gubernur Jawa Timur", "istri Bupati Tuban",
        "Peraturan Bupati", "Kantor Gubernur Jawa Timur", "Bupati Tuban terpilih", "Presiden ke-7",
        "Presiden FIFA", "Presiden Direktur", "para Bupati", "Sekretariat Wakil Presiden",
    ],
)  # fmt: skip
def test_nobody_holds_it(text: str) -> None:
    assert all(title.nobody for title in titles(text))
    assert titles(text)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Bupati Bandung", "Kabupaten Bandung"),
        ("Wali Kota Bandung", "Kota Bandung"),
        ("Bupati Bandung Barat", "Kabupaten Bandung Barat"),
        ("Gubernur Jambi", "Provinsi Jambi"),
        ("Wakil Bupati (Wabup) Lebak", "Kabupaten Lebak"),
        ("Sekda Kota Kediri", "Kota Kediri"),
        ("Kepala BPS Kabupaten Malang", "Kabupaten Malang"),
        ("Kepala Perwakilan BPK Provini Jawa Timur", "Provinsi Jawa Timur"),
        ("Staf Ahli Pemkab Bojonegoro", "Kabupaten Bojonegoro"),
        ("Asisten Administrasi Umum Sekda Kota Magelang", "Kota Magelang"),
        ("Bupati", None),
    ],
)
def test_whose_title_it_is(text: str, region: str | None) -> None:
    [title] = titles(text)
    found = title.region()
    assert (found.name if found else None) == region
    assert title.end == len(text)


def test_titles_do_not_overlap_and_come_in_order() -> None:
    text = "Bupati Tuban, Wakil Bupati Gresik, Kepala Dinas Sosial Kota Batu, dan Menteri Sosial"
    found = titles(text)
    assert [title.position for title in found] == [
        "Bupati",
        "Wakil Bupati",
        "Kepala Dinas Sosial",
        "Menteri Sosial",
    ]
    assert all(one.end <= other.start for one, other in pairwise(found))

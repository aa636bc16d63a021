"""What the sample articles say together: true to the public record, and nowhere all at once."""

import re

import pytest

from newsroom.article import Article, load

ARTICLES = load()
RANKS = (
    ("Surabaya", r"peringkat pertama"),
    ("Madiun", r"(?:peringkat|posisi) kedua"),
    ("Jambi", r"peringkat ketiga"),
    ("Mojokerto", r"peringkat 4\b|urutan keempat"),
    ("Cimahi", r"peringkat kelima"),
    ("Banjarmasin", r"peringkat keenam"),
    ("Bandung", r"urutan ketujuh"),
    ("Semarang", r"posisi kedelapan"),
    ("Malang", r"peringkat (?:kesembilan|sembilan)"),
    ("Denpasar", r"peringkat ke-10"),
)
"""The ten best cities of the Digital Government Award 2024, in their order."""


def sentences(article: Article) -> list[str]:
    return re.split(r"(?<=[.])\s|\n", article.body)


def evidence(city: str, rank: str) -> list[Article]:
    """Articles with one sentence that names the city, its rank and the category of cities."""
    return [
        article
        for article in ARTICLES
        if "Digital Government Award" in article.body
        and any(
            re.search(rf"Kota {city}\b.*(?:{rank})", sentence)
            and ("kategori pemerintah kota" in sentence or "Digital Government Award 2024" in sentence)
            for sentence in sentences(article)
        )
    ]


@pytest.mark.parametrize(("city", "rank"), RANKS)
def test_each_of_the_ten_has_a_sentence_with_its_rank(city: str, rank: str) -> None:
    assert evidence(city, rank)


def test_no_article_holds_the_whole_list() -> None:
    most = max(sum(city in f"{article.title} {article.body}" for city, _ in RANKS) for article in ARTICLES)
    assert most <= 5


def test_the_list_takes_at_least_five_articles() -> None:
    holds = [{city for city, rank in RANKS if article in evidence(city, rank)} for article in ARTICLES]
    largest = sorted((len(cities) for cities in holds), reverse=True)
    assert sum(largest[:4]) < len(RANKS)


def test_no_city_has_another_rank() -> None:
    """A sentence that puts one of the ten at a rank of this award puts it at its own."""
    ordinals = "pertama kedua ketiga keempat kelima keenam ketujuh kedelapan kesembilan".split()
    for place, (city, _) in enumerate(RANKS, start=1):
        for article in ARTICLES:
            for sentence in sentences(article):
                found = re.search(
                    rf"^Kota {city} .*?(?:peringkat|posisi|urutan) (\w+) kategori pemerintah kota", sentence
                )
                if found and "Digital Government Award" in sentence and found[1] in ordinals:
                    assert ordinals.index(found[1]) + 1 == place, sentence


@pytest.mark.parametrize(("year", "value"), [(2022, "2,60"), (2023, "3,82"), (2024, "4,24")])
def test_the_index_of_kota_malang_is_told_the_same_everywhere(year: int, value: str) -> None:
    told = [
        found[1]
        for article in ARTICLES
        for sentence in sentences(article)
        for found in re.finditer(rf"[Ii]ndeks SPBE Kota Malang tahun {year} \D*?(\d,\d\d)", sentence)
    ]
    assert all(each == value for each in told)
    assert any(value in article.body and str(year) in article.body for article in ARTICLES)


def test_madiun_is_both_a_kota_and_a_kabupaten_in_one_elliptical_list() -> None:
    lists = [article for article in ARTICLES if "Kabupaten Tuban, Banyuwangi, Madiun" in article.body]
    assert lists
    assert all(re.search(r"Kota Surabaya, Madiun", article.body) for article in lists)


@pytest.mark.parametrize("word", ["menargetkan", "bertekad", "berharap", "penilaian mandiri", "perusahaan"])
def test_what_is_no_award_is_there_too(word: str) -> None:
    assert any(word in article.body for article in ARTICLES)


@pytest.mark.parametrize("acting", ["Pj Wali Kota", "Pj. Gubernur", "Plt", "Pjs. Bupati", "Penjabat (Pj)"])
def test_acting_officials_are_written_in_many_ways(acting: str) -> None:
    assert any(acting in article.body for article in ARTICLES)


def test_every_article_says_where_its_facts_are_from() -> None:
    assert all(len(article.basis.split()) >= 3 for article in ARTICLES)
    assert not [article for article in ARTICLES if "/work" in article.basis or "http" in article.basis]


def test_no_real_person_is_quoted() -> None:
    quoted = [s for article in ARTICLES for s in article.body.split("\n") if "“" in s and "” " not in s]
    speakers = re.compile(r"(?:Wagiman|Sulastri|Ningsih), (?:warga|ibu)")
    spoken = [s for article in ARTICLES for s in article.body.split("\n") if re.search(r",”|\.”", s)]
    assert all(speakers.search(line) for line in spoken + quoted)

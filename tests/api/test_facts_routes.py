"""The routes that list what is known: awards, indices, regions, facts."""

import httpx
import pytest

from tests.api.conftest import DGA_ARTICLE


def ok(response: httpx.Response) -> dict:
    assert response.status_code == 200, response.text
    return response.json()


def test_an_edition_lists_its_recipients_by_rank(client: httpx.Client) -> None:
    edition = ok(client.get("/awards/dga/2024"))
    assert [(fact["rank"], fact["recipient"]["name"]) for fact in edition["facts"]] == [
        (1, "Kota Surabaya"),
        (9, "Kota Malang"),
    ]
    assert edition["award"]["id"] == "dga"
    assert edition["year"] == 2024
    assert edition["next"] is None


def test_an_edition_can_be_paged_and_narrowed(client: httpx.Client) -> None:
    first = ok(client.get("/awards/dga/2024", params={"limit": 1}))
    assert [fact["rank"] for fact in first["facts"]] == [1]
    second = ok(client.get("/awards/dga/2024", params={"limit": 1, "offset": first["next"]}))
    assert [fact["rank"] for fact in second["facts"]] == [9]
    assert second["next"] is None
    none = ok(client.get("/awards/dga/2024", params={"level": "provinsi"}))
    assert none["facts"] == []


def test_an_edition_that_nobody_told_of_is_empty(client: httpx.Client) -> None:
    assert ok(client.get("/awards/adipura/1999"))["facts"] == []


def test_a_programme_that_only_articles_know_has_editions_too(client: httpx.Client) -> None:
    edition = ok(client.get("/awards/lomba-desa-digital/2024"))
    assert edition["award"]["name"] == "Lomba Desa Digital"
    assert [fact["recipient"]["name"] for fact in edition["facts"]] == ["Kabupaten Malang"]
    assert ok(client.get("/awards/lomba-desa-digital/2020"))["facts"] == []


def test_the_lexicons_are_listed(client: httpx.Client) -> None:
    assert "dga" in [award["id"] for award in ok(client.get("/awards"))]
    spbe = next(index for index in ok(client.get("/indices")) if index["id"] == "spbe")
    assert spbe["scale"] == [1, 5]


def test_an_index_lists_its_values_by_year(client: httpx.Client) -> None:
    values = ok(client.get("/indices/spbe"))
    assert [(fact["year"], fact["value"]) for fact in values["facts"]] == [(2022, 2.6), (2023, 3.82)]
    assert [fact["value"] for fact in ok(client.get("/indices/spbe?year=2023"))["facts"]] == [3.82]
    assert ok(client.get("/indices/spbe?province=33"))["facts"] == []


def test_a_region_has_its_facts_and_not_those_of_its_homonym(client: httpx.Client) -> None:
    kota = ok(client.get("/regions/35.73"))
    assert kota["region"]["name"] == "Kota Malang"
    assert sorted(fact["kind"] for fact in kota["facts"]) == ["award", "index", "index", "office"]
    kabupaten = ok(client.get("/regions/35.07"))
    assert [fact["award"]["id"] for fact in kabupaten["facts"]] == ["adipura", "lomba-desa-digital"]
    offices = ok(client.get("/regions/35.73?kind=office"))
    assert [fact["person"]["name"] for fact in offices["facts"]] == ["Wahyu Hidayat"]


def test_all_regions_are_listed(client: httpx.Client) -> None:
    codes = [region["id"] for region in ok(client.get("/regions"))]
    assert len(codes) == 552
    assert codes == sorted(codes)


def test_a_fact_comes_with_the_sentence_it_was_read_in(client: httpx.Client) -> None:
    edition = ok(client.get("/awards/dga/2024"))
    fact = ok(client.get(f"/facts/{edition['facts'][0]['id']}"))
    assert fact["fact"] == edition["facts"][0]
    (statement,) = fact["statements"]
    assert statement["evidence"]["text"] == DGA_ARTICLE.body
    assert statement["article"]["url"] == DGA_ARTICLE.url


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("/awards/adipuro/2024", "adipura"),
        ("/indices/spbee", "spbe"),
        ("/regions/99.99", "35.73"),
        ("/facts/none", "`facts`"),
        ("/articles/none", "/search"),
        ("/nowhere", "/openapi.json"),
    ],
)
def test_what_does_not_exist_says_what_is_near(client: httpx.Client, path: str, hint: str) -> None:
    response = client.get(path)
    assert response.status_code == 404
    problem = response.json()
    assert set(problem) == {"error", "hint"}
    assert hint in problem["hint"]

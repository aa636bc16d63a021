"""Which edition and category a statement joins when it does not say."""

from typing import Any

from extractors.statement import AwardStatement
from knowledge.edition import editions
from tests.builders import article, award


def told(number: int, published: str | None, **keys: Any) -> AwardStatement:
    return award(article(f"https://koran.example/{number}", published=published), **keys)


def grouped(*statements: AwardStatement) -> dict[tuple[int | None, str | None], set[str]]:
    """The numbers of the articles in each edition."""
    return {
        edition: {statement.article.url.rpartition("/")[2] for statement in group}
        for edition, group in editions(statements).items()
    }


def test_a_statement_without_category_joins_the_only_one() -> None:
    groups = grouped(
        told(1, "2024-05-27", year=2024, category="Pemerintah Kota"),
        told(2, "2024-05-28", year=2024, category="kategori PEMERINTAH KOTA"),
        told(3, "2024-05-29", year=2024),
    )
    assert groups == {(2024, "pemerintah kota"): {"1", "2", "3"}}


def test_between_two_categories_it_stands_alone() -> None:
    groups = grouped(
        told(1, "2024-05-27", year=2024, category="Kota Besar"),
        told(2, "2024-05-28", year=2024, category="Inovasi"),
        told(3, "2024-05-29", year=2024),
    )
    assert groups == {(2024, "kota besar"): {"1"}, (2024, "inovasi"): {"2"}, (2024, None): {"3"}}


def test_categories_of_another_year_do_not_matter() -> None:
    groups = grouped(
        told(1, "2023-05-27", year=2023, category="Kota Besar"),
        told(2, "2024-05-28", year=2024),
    )
    assert groups == {(2023, "kota besar"): {"1"}, (2024, None): {"2"}}


def test_a_statement_without_year_joins_the_edition_others_write_of() -> None:
    groups = grouped(told(1, "2024-05-27", year=2024), told(2, "2025-08-20"))
    assert groups == {(2024, None): {"1", "2"}}


def test_after_fifteen_months_it_stands_alone() -> None:
    groups = grouped(told(1, "2024-05-27", year=2024), told(2, "2025-08-27"))
    assert groups == {(2024, None): {"1"}, (None, None): {"2"}}


def test_the_nearest_news_of_an_edition_counts() -> None:
    groups = grouped(
        told(1, "2024-05-27", year=2024), told(2, "2025-08-27"), told(3, "2024-09-01", year=2024)
    )
    assert groups == {(2024, None): {"1", "2", "3"}}


def test_between_two_editions_it_stands_alone() -> None:
    groups = grouped(
        told(1, "2023-12-01", year=2023), told(2, "2024-12-01", year=2024), told(3, "2024-12-02")
    )
    assert groups == {(2023, None): {"1"}, (2024, None): {"2"}, (None, None): {"3"}}


def test_of_two_editions_the_one_long_ago_does_not_count() -> None:
    groups = grouped(
        told(1, "2020-12-01", year=2020), told(2, "2024-12-01", year=2024), told(3, "2024-12-02")
    )
    assert groups == {(2020, None): {"1"}, (2024, None): {"2", "3"}}


def test_no_article_tells_of_an_edition_before_its_year() -> None:
    groups = grouped(told(1, "2024-03-01", year=2024), told(2, "2023-12-30"))
    assert groups == {(2024, None): {"1"}, (None, None): {"2"}}


def test_without_dates_of_publication_nothing_is_joined() -> None:
    groups = grouped(told(1, "2024-05-27", year=2024), told(2, None))
    assert groups == {(2024, None): {"1"}, (None, None): {"2"}}
    groups = grouped(told(1, None, year=2024), told(2, "2024-05-27"))
    assert groups == {(2024, None): {"1"}, (None, None): {"2"}}


def test_one_that_joins_a_year_then_joins_its_category() -> None:
    groups = grouped(told(1, "2024-05-27", year=2024, category="Kota Besar"), told(2, "2024-06-01"))
    assert groups == {(2024, "kota besar"): {"1", "2"}}


def test_one_with_a_category_of_its_own_joins_the_year_beside_the_other() -> None:
    groups = grouped(
        told(1, "2024-05-27", year=2024, category="Kota Besar"), told(2, "2024-06-01", category="Inovasi")
    )
    assert groups == {(2024, "kota besar"): {"1"}, (2024, "inovasi"): {"2"}}


def test_those_without_a_year_do_not_pull_each_other() -> None:
    # 3 is near to 2, but 2 only joined the edition itself.
    groups = grouped(told(1, "2023-01-10", year=2022), told(2, "2024-03-01"), told(3, "2025-03-01"))
    assert groups == {(2022, None): {"1", "2"}, (None, None): {"3"}}

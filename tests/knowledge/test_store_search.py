"""Full-text search, whatever is typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import InputError
from knowledge.store import MAX_HITS, MAX_SKIPPED, Store
from tests.builders import article
from tests.knowledge.conftest import Engine


def urls(store: Store, text: str, **page: int) -> list[str]:
    return [hit.article.url.rpartition("/")[2] for hit in store.search(text, **page).hits]


@pytest.fixture
def store(engine: Engine) -> Store:
    opened = engine.open(engine.place())
    texts = {
        "adipura": ("Kota Malang raih Adipura", "Penghargaan Adipura diberikan kepada Kota Malang."),
        "spbe": ("Indeks SPBE naik", "Indeks SPBE Kota Malang 4,24. Wali Kota berterima kasih atas Adipura."),
        "cafe": ("Café di Malang", "L’été, ﬁnal, E-Government, AND OR NOT NEAR."),
        "lain": ("Berita lain", "Tidak tentang apa pun yang dicari."),
    }
    opened.put_many(
        (article(f"https://koran.example/{name}", title=title, body=body), [])
        for name, (title, body) in texts.items()
    )
    return opened


def test_the_title_counts_more_than_the_body(store: Store) -> None:
    assert urls(store, "adipura") == ["adipura", "spbe"]
    found = store.search("adipura")
    assert found.total == 2
    assert found.hits[0].score > found.hits[1].score > 0
    assert "Adipura" in found.hits[1].snippet
    assert found.hits[1].article == store.article(found.hits[1].article.id)


def test_all_words_before_any(store: Store) -> None:
    assert urls(store, "indeks malang") == ["spbe"]
    assert set(urls(store, "adipura bogor")) == {"adipura", "spbe"}
    assert urls(store, "bogor") == []


@pytest.mark.parametrize(
    "text", ["cafe", "CAFÉ", "café", unicodedata.normalize("NFD", "café"), "e-government"]
)
def test_case_and_accents_do_not_count(store: Store, text: str) -> None:
    assert urls(store, text) == ["cafe"]


def test_a_number_is_found_as_it_is_written(store: Store) -> None:
    assert urls(store, "4,24") == ["spbe"]


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '""',
        '"adipura',
        'adipura" OR "lain',
        "adipura*",
        "title:adipura",
        "{title body}:adipura",
        "NEAR(kota malang, 2)",
        "^adipura",
        "-adipura",
        "adipura + + spbe",
        "((((",
        "'; DROP TABLE articles; --",
        "adipura\0malang",
        "\0",
        "\ud800",
        "adipura\udfff",
        "%_",
        "🏆 adipura",
        " ",
        "",
        "_ - !",
        "x" * 100_000,
        "adipura " * 50_000,
        " ".join(f"kata{number}" for number in range(5_000)),
    ],
    ids=lambda text: ascii(text)[:30],
)
def test_no_text_is_an_error(store: Store, text: str) -> None:
    found = store.search(text)
    assert found.total >= len(found.hits)
    assert store.counts().articles == 4


@pytest.mark.parametrize(("text", "count"), [("AND", 1), ("NOT", 1), ("adipura NOT spbe", 3), ("title", 0)])
def test_an_operator_is_a_word_like_others(store: Store, text: str, count: int) -> None:
    assert store.search(text).total == count


def test_pages_of_results(store: Store) -> None:
    whole = urls(store, "kota malang adipura bogor")
    assert len(whole) == 3
    assert [urls(store, "kota malang adipura bogor", limit=1, offset=at) for at in range(4)] == [
        [whole[0]],
        [whole[1]],
        [whole[2]],
        [],
    ]
    assert store.search("adipura", limit=0).total == 2


def test_equal_hits_come_in_order_of_id(store: Store) -> None:
    twins = [
        article(f"https://koran.example/kembar-{number}", title="Kembar", body="Sama.") for number in range(9)
    ]
    store.put_many((twin, []) for twin in twins)
    ids = [hit.article.id for hit in store.search("kembar").hits]
    assert ids == sorted(twin.id for twin in twins)


@pytest.mark.parametrize(
    "page", [{"limit": -1}, {"offset": -1}, {"limit": MAX_HITS + 1}, {"offset": MAX_SKIPPED + 1}]
)
def test_a_page_beyond_the_limits_is_refused(store: Store, page: dict[str, int]) -> None:
    with pytest.raises(InputError, match=r"limit .*offset"):
        store.search("adipura", **page)


@pytest.fixture(scope="module")
def shared(engine: Engine) -> Store:
    opened = engine.open(engine.place())
    opened.put(article(body="Adipura dan lain-lain."), [])
    return opened


@given(text=st.text(st.characters(exclude_categories=[])))
def test_whatever_is_typed_is_searched(shared: Store, text: str) -> None:
    assert shared.search(f"{text} adipura {text}").total in {0, 1}

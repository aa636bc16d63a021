"""Text of all sorts goes in and comes out, and what is no text is refused by name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.article import Article
from extractors.errors import InputError
from extractors.statement import Named, Statement
from knowledge.store import FactQuery, Store
from tests.builders import article, award, office
from tests.knowledge.conftest import Engine

texts = st.text(st.characters(codec="utf-8"), max_size=40)


def test_any_text_comes_back_as_it_was(engine: Engine) -> None:
    @settings(max_examples=engine.examples)
    @given(title=texts, body=texts, url=texts, name=texts, category=texts)
    def check(title: str, body: str, url: str, name: str, category: str) -> None:
        store = engine.open(engine.place())
        paper = article(url, title=title, body=body, metadata={name: title})
        told: list[Statement] = [
            award(paper, year=2024, category=category, predicate=name, giver=title),
            office(paper, Named(id=name, name=name), name, start=1),
        ]
        store.put(paper, told)
        assert store.article(paper.id) == paper
        assert store.statements_by_id([one.id for one in told]) == told
        assert len(list(store.facts(FactQuery()))) == 2
        assert [fact.kind for fact in store.facts(FactQuery(kind="office", thing=name))] == ["office"]
        store.close()

    check()


@pytest.mark.parametrize(
    "broken",
    [
        {"title": "Judul \ud800"},
        {"body": "\udfff isi"},
        {"reporter": "\ud800"},
        {"metadata": {"a": ["\udc80"]}},
        {"tags": ("\ud800",)},
        {"url": "https://koran.example/\ud800"},
    ],
    ids=lambda broken: next(iter(broken)),
)
def test_a_lone_surrogate_in_an_article_is_refused(store: Store, broken: dict[str, object]) -> None:
    sound = article()
    bad = Article.model_validate({**sound.model_dump(), "url": "https://koran.example/buruk", **broken})
    with pytest.raises(InputError, match=r"koran\.example/.*UTF-8.*encoding"):
        store.put_many([(sound, []), (bad, [])])
    assert list(store.articles()) == [sound]


def test_a_lone_surrogate_in_a_statement_is_refused(store: Store) -> None:
    paper = article()
    with pytest.raises(InputError, match="UTF-8"):
        store.put(paper, [award(paper, year=2024, category="\ud800")])
    assert store.counts().articles == 0


def test_a_lone_surrogate_in_a_question_is_refused(store: Store) -> None:
    for ask in (
        lambda: store.version("\ud800"),
        lambda: store.article("\ud800"),
        lambda: store.fact("\ud800"),
        lambda: list(store.statements("\ud800")),
        lambda: list(store.facts(FactQuery(subject="\ud800"))),
    ):
        with pytest.raises(InputError, match=r"\\ud800.*UTF-8"):
            ask()
    assert store.statements_by_id(["\ud800"]) == []


def test_a_date_that_is_none_is_refused(store: Store) -> None:
    paper = article()
    told = award(paper, year=2024)
    wrong = told.model_copy(update={"article": told.article.model_copy(update={"published": "Senin"})})
    with pytest.raises(InputError, match=r"koran\.example/1: the date 'Senin'"):
        store.put(paper, [wrong])
    assert store.counts().articles == 0

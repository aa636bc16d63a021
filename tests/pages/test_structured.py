"""Structured data of pages: meta elements, JSON-LD, JSON of their own."""

import json

import pytest

from extractors.decoding import parse
from extractors.markup import State
from extractors.structured import metas, news_item, page_state, select, shown, text_of


def ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


ARTICLE = '{"@type": "NewsArticle", "headline": "Judul", "datePublished": "2024-05-27"}'


@pytest.mark.parametrize(
    "markup",
    [
        ld(ARTICLE),
        ld(f"[{ARTICLE}]"),
        ld('{"@graph": [{"@type": "WebPage"}, ' + ARTICLE + "]}"),
        ld('{"@type": "WebPage", "mainEntity": ' + ARTICLE + "}"),
        ld('{"@type": "WebSite"}')
        + ld(ARTICLE.replace('"NewsArticle"', '["Thing", "ReportageNewsArticle"]')),
        ld("{kacau") + ld(ARTICLE.replace("NewsArticle", "BlogPosting")),
        ld("<!-- " + ARTICLE + " -->"),
        ld(ARTICLE[:-1] + ",};"),
        ld(ARTICLE.replace("Judul", "Ju\tdul").replace("Ju\tdul", "Judul")),
    ],
)
def test_the_article_is_found_in_json_ld(markup: str) -> None:
    assert news_item(parse(markup.encode(), "x"))["headline"] == "Judul"


@pytest.mark.parametrize(
    "markup",
    [
        "<p>tanpa</p>",
        ld("[" * 50_000),
        ld("null"),
        ld('{"@type": "Organization"}'),
        ld('{"@type": 5}'),
        "<script>{}",
    ],
)
def test_without_an_article_json_ld_says_nothing(markup: str) -> None:
    assert news_item(parse(f"<p>.</p>{markup}".encode(), "x")) == {}


def test_json_ld_without_end_is_looked_at_only_so_far() -> None:
    many = json.dumps([{"@type": "Thing"}] * 3000 + [json.loads(ARTICLE)])
    assert news_item(parse(ld(many).encode(), "x")) == {}


@pytest.mark.parametrize(
    ("value", "text"),
    [("a ", "a"), ({"name": "a"}, "a"), ([{"name": ""}, {"name": "b"}], "b"), ({"name": ["c"]}, "c"),
     (5, None), (None, None), ([], None), ("", None)],
)  # fmt: skip
def test_values_are_told_as_text(value: object, text: str | None) -> None:
    assert text_of(value) == text


def test_the_first_meta_of_a_name_counts() -> None:
    tree = parse(
        b'<meta name="Pubdate" content=" 1 "><meta property="pubdate" content="2"><meta name=x>', "x"
    )
    assert metas(tree) == {"pubdate": "1"}


def test_of_several_selectors_the_first_that_finds_something_wins() -> None:
    tree = parse(b"<b></b><i>satu</i><u>dua</u><time datetime=2024></time>", "x")
    assert [shown(element) for element in select(tree, ("b", "i", "u"))] == ["satu"]
    assert [element.tag for element in select(tree, ("time",))] == ["time"]
    assert select(tree, ("b", "em")) == []


def test_the_text_of_an_element_is_not_glued_at_line_breaks() -> None:
    assert shown(parse(b"<p>Pewarta: A<br>Editor: B</p>", "x")) == "Pewarta: A Editor: B"


def test_the_json_of_a_page_is_read_by_path() -> None:
    state = State(selector="script#s", title="a.title", body="a.body", reporter="a.by[].name")
    value = {"a": {"title": "T", "body": "<p>B</p>", "by": [{"name": "N"}]}}
    tree = parse(f'<p>.</p><script id="s">{json.dumps(value)}</script>'.encode(), "x")
    assert page_state(tree, state) == {"title": "T", "body": "<p>B</p>", "reporter": ["N"]}


@pytest.mark.parametrize("markup", ["<p>.</p>", "<script id=s>kacau</script>", "<script id=s>5</script>"])
def test_a_page_without_its_json_says_nothing(markup: str) -> None:
    assert page_state(parse(f"<p>.</p>{markup}".encode(), "x"), State(selector="script#s", body="a")) == {}

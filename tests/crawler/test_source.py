"""Source files: what they say, and what is said about a mistake in one."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from crawler import source
from crawler.source import Link, Source, load, names
from extractors.errors import SourceError

DOCS = Path(__file__).parents[2] / "docs" / "adding-a-source.md"
SMALL: dict[str, Any] = {
    "title": "Contoh",
    "home": "https://contoh.example/",
    "starts": [{"kind": "list", "url": "/indeks"}],
    "lists": {"links": "h2 a"},
    "address": r"/baca/(?P<id>\d+)/[^/]+",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PIAGAM_SOURCES", str(tmp_path))
    return tmp_path


def write(folder: Path, stem: str = "contoh", **changes: object) -> None:
    raw = {key: value for key, value in (SMALL | changes).items() if value is not None}
    (folder / f"{stem}.yaml").write_text(yaml.safe_dump(raw), encoding="utf-8")


def memorandum(path: str) -> Link | None:
    return load("memorandum").link(f"https://memorandum.disway.id{path}")


@pytest.mark.parametrize("name", names())
def test_every_shipped_source_is_valid(name: str) -> None:
    assert load(name).name == name


def test_a_source_nobody_tried_says_so_and_keeps_its_distance() -> None:
    assert not load("memorandum").verified
    assert load("memorandum").politeness.delay >= 1
    assert not load("memorandum").allow_private


def test_the_twin_reads_as_memorandum_does() -> None:
    twin, original = load("newsroom"), load("memorandum")
    assert twin.like == "memorandum"
    assert (twin.article, twin.address, twin.lists) == (original.article, original.address, original.lists)
    raw = yaml.safe_load((source.FOLDER / "newsroom.yaml").read_text(encoding="utf-8"))
    assert not raw.keys() & {"article", "address", "lists", "starts", "pages"}


def test_what_a_source_is_like_does_not_make_it_verified(folder: Path) -> None:
    write(folder, verified=True)
    (folder / "sister.yaml").write_text("like: contoh\ntitle: Sister\nhome: https://sister.example\n")
    sister = load("sister")
    assert not sister.verified
    assert (sister.title, sister.home, sister.address) == (
        "Sister",
        "https://sister.example/",
        SMALL["address"],
    )


def test_a_replica_lies_at_another_address() -> None:
    twin = load("newsroom").at("http://127.0.0.1:4711")
    assert twin.home == "http://127.0.0.1:4711/"
    assert twin.allows("http://127.0.0.1:4711/read/1/a")
    assert not twin.allows("http://127.0.0.1:4712/read/1/a")
    assert [entrance.addresses[0] for entrance in twin.entrances()][:2] == [
        "http://127.0.0.1:4711/",
        "http://127.0.0.1:4711/kategori/pemerintahan",
    ]


@pytest.mark.parametrize(
    "home", ["", "127.0.0.1:80", "ftp://a.example/", "http:///x", "http://a.example/?q=1"]
)
def test_a_replica_needs_an_address(home: str) -> None:
    with pytest.raises(SourceError, match="no address for newsroom"):
        load("newsroom").at(home)


@pytest.mark.parametrize(
    ("path", "number", "url", "first"),
    [
        ("/read/157330/slug", 0, "/read/157330/slug", "/read/157330/slug"),
        ("/read/157330/slug/", 0, "/read/157330/slug/", "/read/157330/slug/"),
        ("/gaya-hidup/read/157330/slug", 0, "/gaya-hidup/read/157330/slug", "/gaya-hidup/read/157330/slug"),
        ("/read/157330/slug/15", 15, "/read/157330/slug/15", "/read/157330/slug"),
        ("/a/read/157330/slug/30/", 30, "/a/read/157330/slug/30/", "/a/read/157330/slug"),
        ("/read/157330/slug/0", 0, "/read/157330/slug", "/read/157330/slug"),
        ("/read/157330/slug?utm_source=x&utm_medium=y#top", 0, "/read/157330/slug", "/read/157330/slug"),
        ("/read/157330/slug/15?fbclid=x", 15, "/read/157330/slug/15", "/read/157330/slug"),
        ("/read/157330/slug?page=all", 0, "/read/157330/slug", "/read/157330/slug"),
    ],
)
def test_addresses_of_an_article(path: str, number: int, url: str, first: str) -> None:
    home = "https://memorandum.disway.id"
    assert memorandum(path) == Link("157330", number, home + url, home + first)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/kategori/12/pemerintahan",
        "/listtag/224235/adipura",
        "/amp/157330/slug",
        "/readstatik/1/redaksi",
        "/read/157330/slug/16",
        "/read/157330/slug/150000",
        "/read/157330/slug/999999999999999999999",
        "/read/abc/slug",
        "/search/kata/?c=read/157330/slug",
        "/upload/0123.jpg",
    ],
)
def test_addresses_that_are_no_article(path: str) -> None:
    assert memorandum(path) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://disway.id/read/1/a",
        "https://memorandum.disway.id.evil.example/read/1/a",
        "https://memorandum.disway.id:8080/read/1/a",
        "https://memorandum.disway.id@evil.example/read/1/a",
        "ftp://memorandum.disway.id/read/1/a",
        "javascript:void(0)",
        "http://[::1/read/1/a",
        "",
    ],
)
def test_other_hosts_are_never_asked(url: str) -> None:
    assert load("memorandum").link(url) is None
    assert not load("memorandum").allows(url)


def test_hosts_are_added_by_name(folder: Path) -> None:
    write(folder, hosts=["www.contoh.example"])
    assert load("contoh").allows("https://www.contoh.example/baca/1/a")
    assert not load("contoh").allows("https://m.contoh.example/baca/1/a")


def test_pages_counted_by_number_in_the_query(folder: Path) -> None:
    write(
        folder,
        address=r"/baca/(?P<id>\d+)/[^/?]+(?:\?page=(?P<offset>\d+))?",
        pages={"by": "page", "max_pages": 3},
    )
    link = load("contoh").link
    assert link("https://contoh.example/baca/7/slug?page=2&utm_source=x") == Link(
        "7", 2, "https://contoh.example/baca/7/slug?page=2", "https://contoh.example/baca/7/slug"
    )
    first = link("https://contoh.example/baca/7/slug?page=1")
    assert first is not None
    assert (first.number, first.url) == (0, "https://contoh.example/baca/7/slug")
    assert link("https://contoh.example/baca/7/slug?page=4") is None


def test_a_word_is_searched_for_on_every_page(folder: Path) -> None:
    pages = {"by": "offset", "step": 30, "max_pages": 3, "address": "/search/kata/{n}/{n}/?c={word}&num="}
    search = {
        "kind": "search",
        "url": "/search/kata/?c={word}",
        "words": ["kota sehat", "DGA&x"],
        "pages": pages,
    }
    write(folder, starts=[search])
    one, two = load("contoh").entrances()
    assert one.addresses == (
        "https://contoh.example/search/kata/?c=kota+sehat",
        "https://contoh.example/search/kata/30/30/?c=kota+sehat&num=",
        "https://contoh.example/search/kata/60/60/?c=kota+sehat&num=",
    )
    assert two.addresses[0] == "https://contoh.example/search/kata/?c=DGA%26x"


@given(st.text())
def test_any_text_is_an_article_or_not(url: str) -> None:
    link = load("memorandum").link(f"https://memorandum.disway.id/{url}")
    assert link is None or link.first.startswith("https://memorandum.disway.id/")


@pytest.mark.parametrize(("name", "near"), [("memorandm", "memorandum"), ("news-room", "newsroom")])
def test_an_unknown_source_suggests_those_near(name: str, near: str) -> None:
    with pytest.raises(SourceError, match=f"no source is called '{name}'; did you mean {near}"):
        load(name)


@pytest.mark.parametrize("name", ["zzz", "", "../../etc/passwd", "x/y"])
def test_an_unknown_source_like_no_other_lists_all(name: str) -> None:
    with pytest.raises(SourceError, match="there are memorandum, newsroom"):
        load(name)


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"titel": "x"}, "titel", "Extra inputs"),
        ({"title": None}, "title", "required"),
        ({"home": "contoh.example"}, "home", "no address of a site"),
        ({"hosts": ["https://www.contoh.example/"]}, "hosts.0", "no host"),
        ({"hosts": ["WWW.contoh.example"]}, "hosts.0", "no host"),
        ({"hosts": ["a:b"]}, "hosts.0", "Port"),
        ({"address": "/baca/[0-9+"}, "address", "no regular expression"),
        ({"address": r"/baca/\d+"}, "address", r"\(\?P<id>"),
        ({"starts": []}, "starts", "at least 1"),
        ({"starts": [{"kind": "liste", "url": "/"}]}, "starts.0.kind", "'list'"),
        ({"starts": [{"kind": "search", "url": "/?q={word}"}]}, "starts.0", "belong together"),
        (
            {"starts": [{"kind": "search", "url": "/?q={wrd}", "words": "x"}]},
            "starts.0.url",
            "may hold {word}",
        ),
        ({"lists": None}, "the whole", "`lists` is missing"),
        ({"lists": {"links": "h2 >> a"}}, "lists.links.0", "CSS selector"),
        ({"lists": {"links": "a", "pages": {"by": "offset"}}}, "lists.links", "needs `step`"),
        ({"pages": {"by": "page"}}, "the whole", "belong together"),
        ({"article": {"body": "div["}}, "article.body.0", "CSS selector"),
        ({"article": {"zone": "Asia/Malang"}}, "article.zone", "no time zone"),
        ({"politeness": {"delay": -1}}, "politeness.delay", "greater than or equal"),
        ({"name": "other"}, "name", "that of the file"),
        ({"like": "contoh"}, "like", "like itself"),
    ],
)
def test_a_mistake_is_told_with_file_and_field(
    folder: Path, changes: dict[str, object], field: str, said: str
) -> None:
    write(folder, **changes)
    with pytest.raises(SourceError, match=said) as error:
        load("contoh")
    assert str(folder / "contoh.yaml") in str(error.value)
    if field != "lists.links":
        assert f"'{field}'" in str(error.value)


@pytest.mark.parametrize("text", ["title: [", "- a\n- b\n", "", "1: x", "\x00"])
def test_a_file_that_is_no_yaml_of_keys_is_told(folder: Path, text: str) -> None:
    (folder / "contoh.yaml").write_text(text)
    with pytest.raises(SourceError, match=r"contoh\.yaml: (not readable|must be keys)"):
        load("contoh")


def test_two_sources_like_each_other_are_told(folder: Path) -> None:
    write(folder, "one", like="two")
    write(folder, "two", like="one")
    with pytest.raises(SourceError, match="like itself"):
        load("one")


def test_an_own_file_takes_the_place_of_the_shipped_one(folder: Path) -> None:
    write(folder, "memorandum", title="Ours")
    assert load("memorandum").title == "Ours"
    assert set(names()) == {"memorandum", "newsroom"}


def test_every_field_is_described_and_in_the_guide() -> None:
    guide = DOCS.read_text(encoding="utf-8")
    seen: list[type[BaseModel]] = [Source]
    for model in seen:
        for name, field in model.model_fields.items():
            if model.__module__.startswith("crawler."):
                assert field.description, f"{model.__name__}.{name} has no description"
            if (model, name) != (Source, "name"):
                assert f"`{name}`" in guide, (
                    f"docs/adding-a-source.md says nothing of {model.__name__}.{name}"
                )
            seen += [found for found in _models(field.annotation) if found not in seen]
    assert len(seen) > 5


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models(part)]

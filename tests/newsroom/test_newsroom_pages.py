"""The pages of the site: their addresses and the markup that readers of the Disway network meet."""

import json
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from newsroom.article import CATEGORIES, JAKARTA, Article, load
from newsroom.site import Response, Site

NOW = datetime(2026, 3, 1, 8, 0, tzinfo=JAKARTA)
BASE = "http://127.0.0.1:8001"
ARTICLES = load()
SITE = Site(ARTICLES)


def get(target: str, site: Site = SITE, now: datetime = NOW) -> Response:
    return site.answer(BASE, target, now)


def soup(target: str, site: Site = SITE, now: datetime = NOW) -> BeautifulSoup:
    response = get(target, site, now)
    assert response.status == 200, target
    return BeautifulSoup(response.content, "lxml")


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    found = page.select(selector)
    assert len(found) == 1, selector
    return found[0]


def text(tag: Tag) -> str:
    return tag.get_text()


def named(start: str) -> Article:
    return next(article for article in ARTICLES if article.slug.startswith(start))


LONG = named("kilas-balik-2024")
OLD = named("pertama-kali-kota-malang")


def sample(**changes: object) -> Article:
    fields = ARTICLES[0].model_dump(exclude={"paragraphs"})
    return Article.model_validate({**fields, "paragraphs": ["Satu.", "Dua.", "Tiga."], **changes})


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.slug[:40])
def test_an_article_answers_in_both_forms_with_one_canonical_address(article: Article) -> None:
    short, long = soup(article.short_path), soup(article.long_path)
    for page in (short, long):
        assert one(page, "link[rel=canonical]")["href"] == BASE + article.path
        assert one(page, "meta[property='og:url']")["content"] == BASE + article.path
    assert str(short) == str(long)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.slug[:40])
def test_an_article_page_is_built_as_the_network_builds_it(article: Article) -> None:
    page = soup(article.path)
    post = one(page, "div.col-sm-8 div.post.text-black-1")
    assert text(one(page, "h1.text-black")) == article.title
    assert text(one(post, "div#author.author strong")) == article.reporter
    assert text(one(post, "div#editor.editor strong")) == article.editor
    assert one(page, "meta[name=pubdate]")["content"] == article.published.strftime("%Y-%m-%d %H:%M:%S")
    assert text(one(post, ".text-grey .post-info span.date")).endswith("WIB")
    caption = post.select("div.bottom-15 > img.img-responsive + p.text-grey > small")[0]
    assert text(caption) == f"{article.caption}--{article.credit or ''}"
    tags = page.select("div.news-tags ul.list-inline a[href*='/listtag/']")
    assert [text(tag) for tag in tags] == [f"#{name}" for name in article.tags]
    assert one(page, "ul.breadcrumb a[href*='/kategori/']")["href"] == f"/kategori/{article.category}"


def test_visible_dates_have_two_generations() -> None:
    new = soup(named("skor-sakip-surabaya").path)
    old = soup(OLD.path)
    assert text(one(new, "span.date")) == "Sabtu 21-02-2026,10:41 WIB"
    assert text(one(old, "span.date")) == "Selasa, 28 Mei 2024 - 09:14 WIB"


def test_related_lines_have_two_generations() -> None:
    new, old = soup(LONG.path), soup(OLD.path)
    assert any(text(p).startswith("BACA JUGA:") and text(p)[10] != " " for p in new.select(".post > p"))
    assert any(text(p).startswith("Baca Juga: ") for p in old.select(".post > p"))


def test_the_pages_of_a_long_article_add_up_to_its_body() -> None:
    lines: list[str] = []
    for offset in ("", "/15", "/30"):
        post = one(soup(LONG.path + offset), ".post")
        assert len(post.select("p.text-grey > small")) >= 1
        for child in post.find_all(["p", "h3"], recursive=False):
            lines.append(re.sub(r"\s+", " ", child.get_text()).strip())
    whole = " ".join(lines)
    position = 0
    for line in LONG.body.split("\n"):
        position = whole.index(line, position) + 1


def test_the_picture_and_its_caption_are_repeated_on_every_page() -> None:
    for offset in ("", "/15", "/30"):
        captions = [text(small) for small in soup(LONG.path + offset).select("p.text-grey > small")]
        assert captions[0] == f"{LONG.caption}--{LONG.credit}"


def test_an_advertisement_of_today_looks_like_a_caption() -> None:
    captions = [text(small) for small in soup(LONG.path).select(".post p.text-grey > small")]
    assert "Iklan: Paket Tahun Baru di Batu--" in captions
    assert one(soup(OLD.path), ".post div.ads-slot")


def test_the_pager_counts_in_paragraphs() -> None:
    pager = one(soup(LONG.path), ".post div.text-center > ul.pagination")
    links = pager.select("a[data-ci-pagination-page]")
    assert [link["href"] for link in links] == [f"{LONG.path}/15", f"{LONG.path}/30", f"{LONG.path}/15"]
    assert one(pager, "a[rel=next]")["href"] == f"{LONG.path}/15"
    last = one(soup(f"{LONG.path}/30"), "ul.pagination")
    assert not last.select("a[rel=next]")
    assert one(last, "a[rel=start]")["href"] == LONG.path


@pytest.mark.parametrize("offset", ["/2", "/14", "/45", "/999999999"])
def test_other_offsets_are_not_found(offset: str) -> None:
    assert get(LONG.path + offset).status == 404


def test_only_the_first_page_has_the_dateline_and_only_the_last_the_source() -> None:
    for offset, dateline, source in (("", 1, 0), ("/15", 0, 0), ("/30", 0, 1)):
        post = text(one(soup(LONG.path + offset), ".post"))
        assert post.count(LONG.dateline) == dateline
        assert post.count("Sumber:") == source
    assert text(one(soup(named("raih-indeks-4-27").path), "p.bottom-15 small")) == "Sumber: tribun"


def test_a_wrong_slug_still_leads_to_the_article() -> None:
    page = soup(f"/read/{LONG.id}/index.html")
    assert one(page, "link[rel=canonical]")["href"] == BASE + LONG.path


def test_related_news_use_the_headings_of_lists_and_side_columns_smaller_ones() -> None:
    page = soup(LONG.path)
    post = one(page, ".post")
    assert len(page.select("div.col-sm-8 h2.media-heading a")) == 4
    assert not post.select("h2.media-heading")
    assert page.select("div.col-sm-4 h4.media-heading a")
    assert not page.select("div.col-sm-4 h2")
    heading = page.find("h3", string="Berita Terkait")
    assert isinstance(heading, Tag)
    assert page.select("h3:-soup-contains('Berita Terkait') ~ div h2.media-heading")


def test_tags_are_linked_within_the_text() -> None:
    link = one(soup(OLD.path), ".post").select("p > a[href*='/listtag/'] > strong")[0]
    assert text(link) in OLD.tags


def test_sums_have_a_no_break_space_which_the_gold_has_not() -> None:
    article = named("bupati-malang-optimistis")
    assert "Rp\N{NO-BREAK SPACE}10 miliar" in text(one(soup(article.path), ".post"))
    assert "Rp 10 miliar" in article.body


def test_lists_and_tables_are_marked_up() -> None:
    page = soup(named("nilai-mcp-2024").path)
    rows = [[text(cell) for cell in row.select("th, td")] for row in page.select(".post table tr")]
    assert rows[0] == ["Kategori", "Peringkat", "Daerah", "Nilai"]
    assert rows[4] == ["Kota", "1", "Denpasar", "99"]
    assert len(soup(named("salatiga-puncaki").path).select(".post ol > li")) == 10
    assert len(soup(named("28-sekolah").path).select(".post ul > li")) == 3


def test_amp_pages_hold_the_whole_article_and_its_canonical_address() -> None:
    page = soup(f"/amp/{LONG.id}/{LONG.slug}")
    assert one(page, "link[rel=canonical]")["href"] == BASE + LONG.path
    assert one(soup(LONG.path), "link[rel=amphtml]")["href"] == f"{BASE}/amp/{LONG.id}/{LONG.slug}"
    for line in LONG.body.split("\n"):
        assert line in re.sub(r"\s+", " ", text(one(page, "article")))


def test_the_data_layer_is_json() -> None:
    script = one(soup(OLD.path), "script").string or ""
    data = json.loads(script.removeprefix("dataLayer = ").removesuffix(";"))
    assert data[0]["published_date"] == "2024-05-28 09:14:27"


def walk(address: str) -> Iterator[list[str]]:
    """Hrefs of each page of a list, by its "next" links."""
    while address:
        page = soup(address)
        yield [str(link["href"]) for link in page.select("div.col-sm-8 h2.media-heading a")]
        following = page.select(".pagination a[rel=next]")
        address = str(following[0]["href"]) if following else ""


@pytest.mark.parametrize("category", CATEGORIES.values(), ids=lambda category: category.slug)
def test_a_section_lists_its_articles_newest_first_by_thirties(category: object) -> None:
    slug, number = category.slug, category.id  # type: ignore[attr-defined]
    wanted = [article.long_path for article in ARTICLES if article.category == slug]
    for address in (f"/kategori/{slug}", f"/kategori/{number}/{slug}"):
        pages = list(walk(address))
        assert [href for page in pages for href in page] == wanted
        assert [len(page) for page in pages] == [min(30, len(wanted) - n) for n in range(0, len(wanted), 30)]


@pytest.mark.parametrize("address", ["/kategori/pemerintahan/60", "/kategori/pemerintahan/7"])
def test_offsets_outside_a_list_are_not_found(address: str) -> None:
    assert get(address).status == 404


def test_tag_lists_use_the_other_form_of_addresses() -> None:
    tag = next(tag for tag in OLD.labels if tag.name == "Digital Government Award")
    wanted = [article.short_path for article in ARTICLES if tag.name in article.tags]
    assert [href for page in walk(f"/listtag/{tag.id}/{tag.slug}") for href in page] == wanted


def test_headlines_stay_on_top_of_the_front_page_however_old() -> None:
    hrefs = next(walk("/"))
    assert len(hrefs) == 30
    pinned = [article.long_path for article in ARTICLES if article.category == "headline"]
    assert hrefs[: len(pinned)] == pinned
    assert hrefs[len(pinned)] == ARTICLES[0].long_path


def test_search_finds_all_words_and_pages_its_results() -> None:
    pages = list(walk("/search/kata/?c=kota"))
    assert len(pages) >= 2
    found = [href for page in pages for href in page]
    assert len(found) == len(set(found)) == sum("kota" in f"{a.title} {a.body}".lower() for a in ARTICLES)
    nothing = soup("/search/kata/?c=" + quote("adipura taman yang tidak ada di mana pun"))
    assert not nothing.select(".col-sm-8 h2")
    assert nothing.select(".col-sm-4 h4 a"), "side columns repeat links even where nothing is found"


def test_ages_in_lists_follow_the_clock() -> None:
    newest = ARTICLES[0].published

    def first(age: timedelta) -> str:
        return text(soup("/kategori/pemerintahan", now=newest + age).select(".col-sm-8 p.date")[0])

    assert first(timedelta(seconds=5)) == "1 menit lalu"
    assert first(timedelta(minutes=10)) == "10 menit lalu"
    assert first(timedelta(hours=1)) == "1 jam lalu"
    assert first(timedelta(days=5)) == "5 hari lalu"


def test_what_is_not_published_yet_is_not_there() -> None:
    newest = ARTICLES[0]
    before = newest.published - timedelta(seconds=1)
    assert get(newest.path, now=before).status == 404
    assert get(newest.path, now=newest.published).status == 200
    hrefs = [link["href"] for link in soup("/", now=before).select("a")]
    assert newest.long_path not in hrefs


def test_robots_allow_articles_and_lists_but_no_search() -> None:
    from protego import Protego

    rules = Protego.parse(get("/robots.txt").content.decode())
    for allowed in ("/", OLD.path, OLD.long_path, "/kategori/jatim/30", "/listtag/1/x", "/amp/1/x"):
        assert rules.can_fetch(BASE + allowed, "Piagam")
    assert not rules.can_fetch(f"{BASE}/search/kata/?c=adipura", "Piagam")


def test_static_pages_and_pictures_answer() -> None:
    assert text(one(soup("/readstatik/1/redaksi"), "h1.text-black")) == "Redaksi"
    source = str(one(soup(OLD.path), ".post img")["src"])
    assert get(source).media_type == "image/gif"


@pytest.mark.parametrize(
    "target",
    "/read/1/x /read/x/y /kategori/olahraga /kategori/9/x /listtag/1/x /readstatik/9/x /amp/1/x /nothing"
    " /upload/x.gif /read/99999999999999/x //[".split(),
)
def test_unknown_addresses_are_not_found(target: str) -> None:
    response = get(target)
    assert response.status == 404
    assert b"tidak ditemukan" in response.content


HOSTILE = """</script><script>alert(1)</script> & "dua" <b>'satu'</b>"""


def test_everything_written_into_a_page_is_escaped() -> None:
    article = sample(
        title=HOSTILE,
        caption=HOSTILE,
        credit=HOSTILE,
        reporter=HOSTILE,
        tags=["Kota", HOSTILE],
        dateline=HOSTILE,
        paragraphs=[
            f"Kota {HOSTILE}",
            {"subheading": HOSTILE},
            {"list": [HOSTILE]},
            {"table": [[HOSTILE], [HOSTILE]]},
            {"noise": HOSTILE},
        ],
    )
    site = Site([article])
    page = soup(article.path, site)
    assert text(one(page, "h1.text-black")) == HOSTILE
    assert len(page.select("script")) == 1
    assert not page.select("b")
    assert text(one(page, ".post li")) == HOSTILE
    assert HOSTILE in text(one(page, ".post"))
    for address in ("/", f"/amp/{article.id}/x", "/search/kata/?c=" + quote(HOSTILE)):
        assert not soup(address, site).select("script, b")


@given(st.text(max_size=60), st.text(max_size=30))
def test_no_address_breaks_the_site(path: str, query: str) -> None:
    assert get(f"/{quote(path)}?c={query}").status in {200, 404}
    assert get(path).status in {200, 404}

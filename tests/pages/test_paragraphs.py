"""What a reader sees of an element."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.decoding import parse
from extractors.paragraphs import CLOSE, OPEN, lines, tidy


def seen(markup: str) -> list[str]:
    return [line.marked.replace(OPEN, "[").replace(CLOSE, "]") for line in lines(parse(markup.encode(), "x"))]


@pytest.mark.parametrize(
    ("markup", "paragraphs"),
    [
        ("<p>satu</p><p>dua</p>", ["satu", "dua"]),
        ("satu<br><br>dua<br>tiga", ["satu", "dua", "tiga"]),
        ("awal<p>tengah</p>akhir", ["awal", "tengah", "akhir"]),
        ("<div>a<div>b<div>c</div>d</div>e</div>", ["a", "b", "c", "d", "e"]),
        ("<p>Kota <b>Malang </b>raih <em>dua</em>, lalu <i>tiga</i>.", ["Kota Malang raih dua, lalu tiga."]),
        ("<p><b>K</b>ota <span>Ma<span>la</span>ng</span></p>", ["Kota Malang"]),
        ("<p>Kota <a>Malang</a>, <a> Kota Batu </a>dan</p>", ["Kota [Malang], [Kota Batu] dan"]),
        ("<p><a>PKH 2026</a>, <a>SPBE</a>nya, <a>Piala</a>kota</p>", ["[PKH 2026], [SPBE]nya, [Piala] kota"]),
        ("<ul><li>satu</li><li><p>dua</p></li></ul><ol><li>tiga</ol>", ["satu", "dua", "1. tiga"]),
        ("<table><tr><th>No<th>Kota<tr><td>1<td><a>Batu</a></table>", ["No | Kota", "1 | Batu"]),
        ("<table><tr><td><p>1</p></td><td><div>Batu</div></td><td></td></tr></table>", ["1 | Batu"]),
        ("<table><tr>liar<td>1</td><td>Batu</td></tr></table>", ["liar", "1", "Batu"]),
        (f"<table><tr><td>Menu</td><td>{'kata ' * 80}</td></tr></table>", ["Menu", ("kata " * 80).strip()]),
        ("<table><tr><td>sendiri</td></tr></table>", ["sendiri"]),
        ("<p>Rp\u00a01,5&nbsp;miliar, ke&shy;ca\u200bmatan", ["Rp 1,5 miliar, kecamatan"]),
        ("<p>Malang , Batu .</p><p>IPM : 72,75</p>", ["Malang, Batu.", "IPM : 72,75"]),
        ("<p>kata<script>x()</script>nya<style>b{}</style><!-- x --><noscript>y</noscript></p>", ["katanya"]),
        ("<p>a<figure><img><figcaption>b</figcaption></figure><aside>c</aside><nav>d</nav><p>e", ["a", "e"]),
        ("a<div style='color:red; display: none'>b</div><p hidden>c</p>d", ["a", "d"]),
        ("<form><p>Cari</p></form><form><p>" + "k " * 600 + "</p></form>", [("k " * 600).strip()]),
        ("<p><a>Baca<br>juga</a> ini</p>", ["[Baca]", "[juga] ini"]),
        ("<p> <a> </a> </p><p><br></p>", []),
    ],
)  # fmt: skip
def test_paragraphs_are_what_a_reader_sees(markup: str, paragraphs: list[str]) -> None:
    assert seen(markup) == paragraphs


def test_a_line_knows_its_block_and_the_picture_before_it() -> None:
    tree = parse(b"<div id=a><p>satu</p><img><div id=b>dua <b>tiga</b></div>empat</div>", "x")
    assert [(line.marked, line.block.get("id"), line.pictured) for line in lines(tree)] == [
        ("satu", None, False),
        ("dua tiga", "b", True),
        ("empat", "a", False),
    ]


@pytest.mark.parametrize("tag", ["article", "span", "form", "figure", "a", "table"])
def test_the_element_itself_is_always_read(tag: str) -> None:
    tree = parse(f"<div><{tag}>satu<p>dua</p></{tag}>tiga</div>".encode(), "x")
    element = next(tree.iter(tag))
    assert "tiga" not in " ".join(line.marked for line in lines(element))
    assert lines(element) != [] or tag == "table"


@pytest.mark.parametrize("tag", ["div", "b", "table", "ul", "a"])
def test_deep_nesting_is_no_trouble(tag: str) -> None:
    assert seen(f"<p>awal</p>{f'<{tag}>' * 20_000}teks")[0] == "awal"


PIECES = ("<p>", "</p>", "<b>", "</b>", "<a>", "</a>", "<br>", "<td>", "<tr>", "kota ", "x", " ,")


@given(st.lists(st.sampled_from(PIECES)))
def test_no_word_is_lost_or_made_up_however_broken_the_markup(pieces: list[str]) -> None:
    words = [word for piece in pieces if "<" not in piece for word in piece]
    letters = "".join(seen("<p>.</p>" + "".join(pieces))).replace(" | ", "")
    kept = [letter for letter in letters.replace("[", "").replace("]", "") if letter not in " ."]
    assert kept == [letter for letter in words if letter != " "]


def test_text_encoded_twice_is_mended() -> None:
    assert tidy("â€œKota Malangâ€\x9d â€“ RpÂ\xa01,5 miliar") == "“Kota Malang” – Rp 1,5 miliar"


@given(st.text(st.characters(exclude_characters="ÃÂâ")))
def test_tidying_twice_changes_nothing_more(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)

"""Inputs that nobody planned: cut, doubled, shuffled and garbled articles, soups of words, broken pages.

Input number n is the same in every run.
"""

import random
from functools import lru_cache
from typing import Any

from benchmarks.articles import originals
from extractors.lexicon import awards, indices
from extractors.region import regions

MARKS = [
    *"\"“”'‘’«»()[]{}<>.,;:!?…-–—/|\\&%#*_=+~^$@•\t\n\r\0\v\f\x1b\u00a0\u200b\u200d\u202e\u2028\ufeff\ufffd",
    *("\n\n", " | ", ". ", ", ", "… ", "...", "\r\n", "🏆", "a\u0301", "İ", "ß", "ﬁ", "Ⅳ", "٣", "²"),
    *("\ud800", "\udfff"),  # halves of a character, which JSON can write
]
TELLING = """
Kota Kabupaten Provinsi Kab. Pemkot Pemkab Pemprov Wali Kota Bupati Gubernur Pj. Plt. Penjabat Menteri Kepala
Dinas Sekda Ketua DPRD meraih menerima memperoleh diraih peringkat terbaik ke-3 ke-13 kali berturut-turut
juara II 10 besar predikat kategori penghargaan anugerah piala Award nilai skor indeks 3,82 84.69 (2,5) 2023
2024 tahun ini lalu 2022-2024 Senin (27/5/2024) 31 Februari 0 99999999999999999999 -1 1e9 dari oleh kepada di
ke se- dan serta sedangkan sementara setelah disusul yakni: adalah masing-masing tidak akan target
menargetkan berharap akrab disapa H. Dr. M.Si S.T., Budi Santoso KATA ujar the of won ranked No | Daerah 1. 2)
• (*) Baca Juga: Editor: Foto: bukan
""".split()
TAGS = """
<p> </p> <div> </div> <li> <ul> <table> <tr> <td> </td> <br> <blockquote> <q> <!-- --> <script> </script>
<a_href="x"> </a> <h1> </h1> <article> </article> <time_datetime="2024-05-27"> <meta_property="og:title">
<![CDATA[ ]]> &amp; &#x110000; &#xD800; &lt; <p/ <title> <style> <svg> <img_src=x_alt="y"> </html> <?php ?>
""".split()
"""Tags, comments and references, whole and broken; "_" stands for a blank."""
DATES = ("2024-05-27", None, "2019-01-01T00:00:00+07:00", "27 Mei 2024")


@lru_cache(maxsize=1)
def words() -> tuple[str, ...]:
    """Words that rules look for, and the names of all lexicons."""
    names = [name for region in regions() for name in (region.name, region.short)]
    programmes = [name for award in awards() for name in (award.name, *award.short, *award.predicates)]
    measures = [name for index in indices() for name in (index.name, *index.short)]
    return (*TELLING * 5, *names, *programmes, *measures)


def record(number: int) -> dict[str, Any]:
    """The fuzzed input of that number, as one line of JSON would give it."""
    rng = random.Random(number)
    title, body = rng.choice(originals())
    text = rng.choice((mutated, mutated, soup, shuffled, garbage))(rng, body)
    told: dict[str, Any] = {
        "url": f"https://fuzz.example/{number}",
        "title": rng.choice((title, None, "", soup(rng, title))),
        "published": soup(rng, "") if rng.random() < 0.03 else rng.choice(DATES),
    }
    if rng.random() < 0.2:
        return {**told, "html": page(rng, text)}
    return {**told, "text": text}


def mutated(rng: random.Random, body: str) -> str:
    """A body with some of its parts cut out, doubled, moved, or with something put in between."""
    for _ in range(rng.choice((1, 2, 5, 20))):
        start, place = rng.randint(0, len(body)), rng.randint(0, len(body))
        end = min(len(body), start + rng.choice((1, 3, 10, 80)))
        part = body[start:end] * rng.choice((0, 1, 2, 30))
        put = rng.choice((part, rng.choice(MARKS), rng.choice(words()), part.upper()))
        body = rng.choice((body[:start] + put + body[end:], body[:place] + put + body[place:]))
    return body


def soup(rng: random.Random, body: str) -> str:
    """Telling words and marks without any order, perhaps with the beginning of a text."""
    length = rng.choice((1, 5, 30, 200))
    pieces = [rng.choice(MARKS) if rng.random() < 0.25 else rng.choice(words()) for _ in range(length)]
    return rng.choice((" ", " ", "", "\n")).join([*pieces, *body.split()[: rng.choice((0, 0, 20))]])


def shuffled(rng: random.Random, body: str) -> str:
    """A body's words, or its lines, in another order."""
    separator = rng.choice((" ", "\n", ", "))
    pieces = body.split(separator)
    rng.shuffle(pieces)
    return separator.join(pieces)


def garbage(rng: random.Random, body: str) -> str:
    """Characters of all planes, with some of the body."""
    top = rng.choice((0x7F, 0x2FF, 0xFFFF, 0x10FFFF))
    noise = "".join(chr(rng.randint(0, top)) for _ in range(rng.choice((1, 20, 300))))
    place = rng.randint(0, len(body))
    return body[:place] + noise + body[place : place + rng.choice((0, 300))]


def page(rng: random.Random, text: str) -> str:
    """A page of that text with tags wherever they fall."""
    pieces = [rng.choice(TAGS).replace("_", " ") if rng.random() < 0.15 else word for word in text.split(" ")]
    head = rng.choice(("<html><body><article><p>", "<p>", "", "\ufeff<!DOCTYPE html>"))
    return head + " ".join(pieces) + rng.choice(("</p></article></body></html>", "", "</"))

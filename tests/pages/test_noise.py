"""What is not the article's text. Each entry of noise.yaml is taken away once, and must be missed."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from extractors.markup import Markup
from extractors.noise import Noise, noise
from extractors.page import Page
from extractors.page_reader import extract
from extractors.paragraphs import CLOSE, OPEN

KNOWN = noise()


def without(change: dict[str, object]) -> Noise:
    return Noise.model_validate(KNOWN.model_dump() | change)


Check = Callable[[Noise, str], bool]


def linked(text: str) -> str:
    return text.replace("[", OPEN).replace("]", CLOSE)


CHECKS: dict[str, tuple[tuple[str, ...], Check]] = {
    "related": (KNOWN.related, lambda words, entry: not words.without_related(f"{entry} Kota Batu Juara")),
    "related_with_colon": (
        KNOWN.related_with_colon,
        lambda words, entry: not words.without_related(f"{entry}: Kota Batu Juara"),
    ),
    "headings": (KNOWN.headings, lambda words, entry: words.heads_links(entry.title())),
    "notices": (KNOWN.notices, lambda words, entry: words.is_notice(f"{entry} lain dari kami")),
    "buttons": (KNOWN.buttons, lambda words, entry: words.is_notice(f"12 {entry.title()} |")),
    "missing": (KNOWN.missing, lambda words, entry: words.is_missing(f"{entry.title()} - Koran")),
}
CREDITS = {
    "reporter": KNOWN.credits.reporter,
    "editor": KNOWN.credits.editor,
    "other": KNOWN.credits.other,
}


@pytest.mark.parametrize(
    ("kind", "entry"), [(kind, entry) for kind, (entries, _) in CHECKS.items() for entry in entries]
)
def test_each_entry_is_needed(kind: str, entry: str) -> None:
    check = CHECKS[kind][1]
    rest = tuple(other for other in CHECKS[kind][0] if not entry.startswith(other))
    assert check(KNOWN, entry)
    assert not check(without({kind: rest}), entry)


@pytest.mark.parametrize(
    ("role", "word"), [(role, word) for role, words in CREDITS.items() for word in words]
)
def test_each_credit_is_needed(role: str, word: str) -> None:
    read = {} if role == "other" else {role: "Dewi Lestari"}
    assert KNOWN.credited(f"{word.title()} : Dewi Lestari") == read
    fewer = {role: tuple(other for other in CREDITS[role] if other not in (word, *word.split()))}
    changed = without({"credits": KNOWN.credits.model_dump() | fewer})
    assert changed.credited(f"{word.title()} : Dewi Lestari") is None


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("BACA JUGA:Kabupaten Malang Terima Penghargaan", ""),
        ("Baca Juga : Banjir di Blitar", ""),
        ("[BACA JUGA: Kabupaten Malang]", ""),
        ("Baca juga: [Kota Batu] dan [Kota Kediri Menyusul]", ""),
        ("» [Baca Juga] [Kota Batu]", ""),
        ("Hadir Wakil Presiden. Baca Juga: Wali Kota Bandung Hadir", "Hadir Wakil Presiden."),
        ("Hadir Wakil Presiden. [Lihat juga: Kota Batu]", "Hadir Wakil Presiden."),
        ("Hadir. Baca juga: [Kota Batu] Sebanyak dua puluh daerah ikut serta dalam penilaian itu.",
         "Hadir. Sebanyak dua puluh daerah ikut serta dalam penilaian itu."),
        ("Baca juga: [Kota Batu] Sebanyak dua puluh daerah ikut serta dalam penilaian.",
         "Sebanyak dua puluh daerah ikut serta dalam penilaian."),
        ("Ia sempat membaca juga buku itu.", "Ia sempat membaca juga buku itu."),
        ("Baca buku membuka dunia.", "Baca buku membuka dunia."),
        ("Rekomendasi BPK ditindaklanjuti semua dinas.", "Rekomendasi BPK ditindaklanjuti semua dinas."),
        ("Kota [Malang] menang.", "Kota [Malang] menang."),
    ],
)  # fmt: skip
def test_pointers_to_other_articles_go_and_sentences_stay(marked: str, left: str) -> None:
    assert KNOWN.without_related(linked(marked)) == linked(left)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Reporter : MBKM 4", {"reporter": "MBKM 4"}),
        ("Pewarta: Ari Editor : Ida COPYRIGHT © ANTARA 2026", {"reporter": "Ari", "editor": "Ida"}),
        ("Penulis : Rini - Editor : Joko", {"reporter": "Rini", "editor": "Joko"}),
        ("Penulis | : Nabilla", {"reporter": "Nabilla"}),
        ("Redaktur | : | Mohamad", {"editor": "Mohamad"}),
        ("(Reporter: Budi)", {"reporter": "Budi"}),
        ("Sumber: BPS", {}),
        ("Sumber:", {}),
        ("Foto : Humas Pemkot", {}),
        ("Sumber: Kepala dinas menyatakan daerahnya siap.", None),
        ("Sumber: data itu milik Badan Pusat Statistik, yang mengukur indeks di tiap kabupaten kota", None),
        ("Kategori: Pemerintah Kota", None),
        ("Menurut editor: naskah bagus", None),
        ("Kota Malang menang", None),
    ],
)  # fmt: skip
def test_credits_are_short_whole_paragraphs(text: str, read: dict[str, str] | None) -> None:
    assert KNOWN.credited(text) == read


@pytest.mark.parametrize(
    "text", ["2", "2024", "Kota Malang", "Line Pengaduan Warga", "Xiaomi", "Komentar wali kota"]
)
def test_what_only_looks_like_a_button_is_none(text: str) -> None:
    assert not KNOWN.is_notice(text)


@pytest.mark.parametrize(
    "text", ["2 Min Read", "770 seen", "| 1.229 Views", "Facebook Twitter WhatsApp", "A A A"]
)
def test_rows_of_buttons_are_notices(text: str) -> None:
    assert KNOWN.is_notice(text)


@pytest.mark.parametrize("title", ["404", "Halaman Tidak Ditemukan", "404 - Koran", "Page not found | Koran"])
def test_a_page_may_say_that_it_has_no_article(title: str) -> None:
    assert KNOWN.is_missing(title)


@pytest.mark.parametrize(
    "title", ["4040 Peserta Ikut Lomba", "Notaris Baru", "404-an Warga Menerima Bantuan"]
)
def test_a_headline_is_not_taken_for_a_missing_page(title: str) -> None:
    assert not KNOWN.is_missing(title)


def test_a_source_adds_its_own_notices() -> None:
    assert not KNOWN.is_notice("Kirim naskah Anda ke redaksi")
    assert noise(("kirim naskah",)).is_notice("Kirim  naskah Anda ke redaksi")


def element(selector: str) -> str:
    """An element that the selector matches: ".a", "#a", "[class*=a]" or "[id*=a]"."""
    if selector[0] in ".#":
        return f'<div {"class" if selector[0] == "." else "id"}="{selector[1:]}">Bukan isi</div>'
    attribute, value = selector.strip("[]").split("*=")
    return f'<div {attribute}="x-{value}-1">Bukan isi</div>'


@pytest.mark.parametrize("selector", [one for group in KNOWN.elements for one in group.split(", ")])
def test_each_element_is_needed(selector: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "<p>Kota Malang menerima penghargaan dari pemerintah pusat, di Jakarta.</p>"
    content = f"<title>Kota Malang Juara</title><main>{text * 3}{element(selector)}{text}</main>".encode()
    page = Page(url="https://koran.example/1", content=content, fetched=datetime(2026, 1, 1, tzinfo=UTC))
    assert "Bukan isi" not in extract([page], Markup(body="main")).body
    kept = [[one for one in group.split(", ") if one != selector] for group in KNOWN.elements]
    fewer = without({"elements": [", ".join(group) for group in kept if group]})
    monkeypatch.setattr("extractors.sheet.noise", lambda _: fewer)
    assert "Bukan isi" in extract([page], Markup(body="main")).body

"""Awards that the lexicon does not have, by their own name: "Piagam Lencana Bakti Praja Desa", "X Award"."""

import re

from extractors.lexicon import Award, Example
from extractors.passage import overlaps

STOP = (
    r"Raih|Meraih|Terima|Menerima|Sabet|Menyabet|Boyong|Dapat|Dapatkan|Diganjar|Peroleh|Kantongi|Borong|Juara|Jadi|"
    r"Penghargaan|Anugerah|Piagam|Piala|Trofi|Kota|Kabupaten|Provinsi|Pemkot|Pemkab|Pemprov|Pemerintah|Wali|Walikota|"
    r"Bupati|Gubernur|Dalam|Pada|Di|Dari|Oleh|Untuk|Kategori|Ajang|Malam|Tingkat|Tahun|Atas|Sebagai|Dengan|Bagi|Kepada|"
    r"Acara|Kembali|Sukses|Berhasil|Nasional|Predikat|Gelar|Jatim|Jateng|Jabar|Dan|Ini|Itu|Pj|Plt|Sejumlah|Dua|Tiga"
)
HEAD = r"Penghargaan|Anugerah|Piagam(?:\s+Penghargaan)?|Piala|Trofi|Lencana|Tanda\s+Kehormatan|Medali"
GIVERS = (
    r"Mendes|Menteri|Men[a-z]+|Kemen\w*|KPK|BPK|BPS|BKN|Presiden|Wapres|Gubernur|Wagub|Bupati|Polri|Kapolri|Kementerian|"
    r"Badan|Komisi|Ombudsman|BI|OJK|KPPN|Bank|PWI|Dewan|Lembaga|MURI|BPJS|BKKBN|Bappenas|Pemerintah|Pemprov|UGM|"
    r"Universitas|Nasional|Internasional|Terbaik|Tertinggi|Tingkat|Khusus|Bergengsi|Serupa|Tahun|Kategori|Di|Dari|Pada|Atas"
)
CAP = rf"(?!(?:{STOP})\b)[A-Z][\w'’&-]{{0,40}}(?![\w'’&-])"
LED = re.compile(
    rf"\b(?P<name>(?:{HEAD}) +(?!(?:{GIVERS})\b){CAP}(?: +(?:dan|of|the|for|&) +{CAP}| +{CAP}){{1,7}})"
)
TRAILED = re.compile(rf"\b(?P<name>(?:{CAP} +){{1,6}}(?:Awards?|Prize))\b")


def unlisted(text: str, taken: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """Names of awards outside the spans already `taken`, which are in order: (start, end, name)."""
    free = [span for match in TRAILED.finditer(text) if not overlaps(taken, *(span := match.span("name")))]
    led = [match.span("name") for match in LED.finditer(text)]
    free += [span for span in led if not (overlaps(taken, *span) or overlaps(free, *span))]
    return [(start, end, re.sub(r"\s+", " ", text[start:end])) for start, end in sorted(free)]


def slug(name: str) -> str:
    """An id for a name: its letters and digits, joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "unnamed"


def as_award(name: str) -> Award:
    """An entry for an award that is not in the lexicon."""
    return Award(
        id=f"unlisted-{slug(name)}"[:80].rstrip("-"),
        name=name,
        examples=(Example(text=name, expect=None),),
    )

"""Numbers in running text that may be the value of an index, and the years they may belong to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractors.sentences import Sentence
from extractors.winning import in_spans, phrase_end

NUMBER = re.compile(
    r"(?<![\w.,/+–-])(?<!Rp )(?<!ke-)(?P<sign>(?<![\w)])[-−])?\(?(?P<number>\d{1,3}(?:[.,]\d{1,4})?)"
    r"(?P<percent>\s?(?:%|persen\b|percent\b))?"
    r"(?![\w/]|[.,]\d|-[a-zA-Z]|\s?[-–]\s?\d{1,3}(?!\d)|\s(?:sampai|hingga)\s(?:dengan\s)?\d)"
)
GO_ON = (
    r"(?:\s+(?!(?:menjadi|ke|dari|dengan|yakni|yaitu|mencapai|meraih|memperoleh|tetapi|namun|sehingga|tapi|"
    r"bernilai|yang|to|from)\b)[^\s\d,;:()]+(?:\s+(?:19|20)\d\d(?=\s))?)"
)
"""A further word of the same phrase; the words left out begin another one."""
DIFFERENCE = re.compile(
    r"(?:\b(?:naik|kenaikan|meningkat|peningkatan|turun|penurunan|menurun|selisih|bertambah|tambahan|tumbuh|"
    r"pertumbuhan|melonjak|lonjakan|terpaut|beda|rose|increased?|gap|menguat|membaik|lebih\s+(?:tinggi|baik|rendah))\b"
    rf"{GO_ON}{{0,5}}\s*|\(\s*[+-]\s*)$",
    re.IGNORECASE,
)
NOT_A_VALUE = re.compile(
    r"(?:\b(?:target\w*|menargetkan|ditargetkan|dipatok|patokan|ambang|bobot|skala|rentang|scale|"
    rf"rata-rata(?!\s+lama\s+sekolah)|average|margin|batas)\b{GO_ON}{{0,6}}\s*|"
    rf"\b(?:deflasi|andil\w*|sumbangan|menyumbang\w*|disumbang|kontribusi|berkontribusi){GO_ON}{{0,8}}\s*|"
    rf"\b(?:laki-laki|perempuan|perkotaan|pedesaan|perdesaan|lulusan|pilar|dimensi|kelompok|sektor|subsektor){GO_ON}{{0,3}}\s*|"
    r"\b(?:menargetkan|ditargetkan|targetkan)(?:\s+[^\s\d,;:()]+){0,9}\s*|"
    r"\b(?:minimal|minimum|maksim\w+|di\s?atas|di\s?bawah|kurang\s+dari|lebih\s+dari|nomor|no\.?|pasal|ayat|versi|"
    r"antara|nasional|triwulan|semester|tahap|industri|era|pukul|jam|society|peringkat|ranking|urutan|posisi|juara|terbaik|"
    r"nilai\s+maksimum)\b[\s:=]*|"
    r"[≥≤<>]\s*|(?<!20\d)(?<!19\d)\d\s*(?:s\.?d\.?|-|–|sampai|hingga|to)\s+)$",
    re.IGNORECASE,
)
GROWTH = re.compile(r"(?:tumbuh|pertumbuhan)\b", re.IGNORECASE)
HOPED = re.compile(
    r"\b(?:(?<!melampaui )(?<!melebihi )(?<!melewati )(?:me|di)?target\w*|berharap|diharap\w*|mengharap\w*|"
    r"semoga|optimis\w*|bakal|akan|diproyeksi\w*|proyeksi|diprediksi|diperkirakan|membidik|bidikan|mengejar|minimal|agar|harus|"
    r"supaya|hopes?|aims?|targets?|expected)\b",
    re.IGNORECASE,
)
AMOUNT = re.compile(
    r"\s*(?:ribu|juta|miliar|triliun|kali|jam|menit|hari|bulan|km|hektare|ha|ton|meter|derajat|kilogram|kg|liter)\b",
    re.IGNORECASE,
)
AFTER_COUNT = re.compile(
    r"\s*(?:kabupaten|kota|provinsi|daerah|pemda|instansi|indikator|aspek|domain|kepala\s+daerah|bupati|wali\s?kota|gubernur|pemerintah|perguruan|kementerian|lembaga|"
    r"inovasi|aplikasi|titik|desa|kecamatan|kelurahan|orang|jiwa|tahun\s+berturut|opd|variabel|kategori|unit|besar|"
    r"terbaik|peserta|pemenang|penerima|layanan|responden|anak|siswa|sekolah|puskesmas|perusahaan|umkm|cities|regencies|"
    r"indicators|universities|institutions|per\s)\b",
    re.IGNORECASE,
)
CUE = re.compile(
    r"\b(?:nilai(?:nya)?|skor(?:nya)?|poin|indeks(?:nya)?|angka(?:nya)?|capaian(?:nya)?|sebesar|mencapai|bernilai|"
    r"meraih|memperoleh|mendapat(?:kan)?|mencatat(?:kan)?|menjadi|score|value|index|of|berada\s+di|tercatat|hasil|yaitu|yakni|adalah|sebelumnya|scored|obtained|got|with|at|sama-sama|masing-masing|hanya|cuma)\b"
    r"[^\d;]{0,40}$",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?<![\w./-])(?:19[89]\d|20[0-4]\d)(?![\w/]|[.,]\d|-\d)")
SPAN = re.compile(r"(?<!\d)(?:19[89]\d|20[0-4]\d)\s*[-–/]\s*(?:19[89]\d|20[0-4]\d)(?!\d)")
DECREE = re.compile(r"\b(?:nomor|no\.?|number)\s*[\w.-]+\s*(?:tahun|of|/)\s*$", re.IGNORECASE)
DAY = re.compile(
    r"\d{1,2}\s+(?:jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|nop|des|dec)\w*\.?,?\s*$|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d{1,2},?\s*$",
    re.IGNORECASE,
)
THIS_YEAR = re.compile(r"\btahun\s+(?P<which>ini|lalu|kemarin|sebelumnya|depan)\b", re.IGNORECASE)
WINDOW = 90


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at text[start:end] that may be measured. `cued` where a word like "nilai" stands before it,
    `whole` where it has no decimals.
    """

    start: int
    end: int
    value: float
    percent: bool
    cued: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year told at text[start:end]; `relative` where it is counted from the article's date."""

    start: int
    end: int
    year: int
    relative: bool = False


def hoped(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where text[start:end] only hopes, plans or forecasts: from the word that says so to the next comma."""
    return [(m.start(), phrase_end(text, m.end(), end)) for m in HOPED.finditer(text, start, end)]


def figures(
    text: str, start: int, end: int, names: Sequence[tuple[int, int]] = (), *, growth: bool = False
) -> list[Figure]:
    """Numbers in text[start:end] that are no difference, target, bound, count, date, rank or amount.

    Whole ones may still be anything.

    `names` are spans of names of indices: a word in one ("Pertumbuhan Ekonomi") tells no difference. With
    `growth` the index is itself a rate of growth, told by "tumbuh".
    """
    found = []
    wished = hoped(text, start, end)
    for match in NUMBER.finditer(text, start, end):
        if in_spans(match.start("number"), wished):
            continue
        left = text[max(start, match.start() - WINDOW) : match.start("number")]
        difference = DIFFERENCE.search(left)
        if difference and growth and GROWTH.match(difference.group()):
            difference = None
        at = match.start("number") - len(left) + difference.start() if difference else 0
        if difference and not any(a <= at < b for a, b in names):
            continue
        if NOT_A_VALUE.search(left) or AMOUNT.match(text, match.end(), end):
            continue
        number = match["number"]
        whole = not re.search(r"[.,]", number)
        if whole and AFTER_COUNT.match(text, match.end(), end):
            continue
        cued = CUE.search(left) is not None
        found.append(
            Figure(
                match.start("number"),
                match.end(),
                float(number.replace(",", ".")) * (-1 if match["sign"] or left.endswith("minus ") else 1),
                match["percent"] is not None,
                cued,
                whole,
            )
        )
    return found


def years(text: str, start: int, end: int, published: date | None) -> list[YearMention]:
    """Years told in text[start:end], without those of decrees, dates of days and spans of years."""
    spans = [match.span() for match in SPAN.finditer(text, start, end)]
    found = []
    for match in YEAR.finditer(text, start, end):
        left = text[max(start, match.start() - 40) : match.start()]
        if DECREE.search(left) or DAY.search(left) or any(a <= match.start() < b for a, b in spans):
            continue
        found.append(YearMention(match.start(), match.end(), int(match.group())))
    if published is not None:
        for match in THIS_YEAR.finditer(text, start, end):
            which = match["which"].lower()
            if which in ("ini", "lalu", "kemarin"):
                year = published.year - (which != "ini")
                found.append(YearMention(match.start(), match.end(), year, relative=True))
    return sorted(found, key=lambda year: year.start)


def year_beside(text: str, end: int, sentence: Sentence, known: list[YearMention]) -> YearMention | None:
    """The year tied to the value before it: "3,82 (2023)", "3,82 pada tahun 2023"."""
    return _year_after(text, end, sentence, known, TIED)


def year_following(text: str, end: int, sentence: Sentence, known: list[YearMention]) -> YearMention | None:
    """The year that merely follows a value: "3,82, tahun 2023"; it may belong to the next value."""
    return _year_after(text, end, sentence, known, FOLLOWING)


def _year_after(
    text: str, end: int, sentence: Sentence, known: list[YearMention], gap: re.Pattern[str]
) -> YearMention | None:
    for year in known:
        if year.start >= end and year.end <= sentence.end and year.start - end <= 50:
            return year if gap.fullmatch(text, end, year.start) else None
    return None


UNIT = r"\s*(?:poin|persen|%|points?)?\s*"
TIED = re.compile(
    rf"{UNIT}(?:\(\s*(?:tahun\s+)?|(?:pada|di|untuk|in|dalam|periode)\s+(?:the\s+|tahun\s+)?)|"
    r"(?:(?!\b(?:dan|serta|sedangkan)\b)[^\d,;:()]){1,40}?\bpada\s+(?:tahun\s+)?",
    re.IGNORECASE,
)
FOLLOWING = re.compile(rf"{UNIT},?\s*(?:(?:pada|di|untuk|in)\s+)?(?:tahun\s+)?", re.IGNORECASE)

"""Telling a win from a hope: the verbs of award news, and what takes their force away."""

import re
from dataclasses import dataclass

from extractors.sentences import Sentence

CONTRAST = re.compile(
    r";\s*|,?\s+(?:sementara(?:\s+itu)?|sedangkan|sedang(?=\s+(?:\d|yang|untuk|dua|tiga|empat|kota|kabupaten|provinsi))|"
    r"adapun|namun|tetapi|tapi|while|whereas)\b,?\s*|"
    r",\s+(?:lalu|kemudian|selanjutnya|dan)\s+(?=(?:(?:pada|di)\s+)?(?:tahun\s+)?(?:19|20)\d\d)|"
    r",\s+(?=(?:setelah|sesudah)\s)|"
    r"\s+dan\s+(?=pada\s+(?:tahun\s+)?(?:19|20)\d\d\s)|"
    r",\s+(?=pada\s+(?:tahun\s+)?(?:19|20)\d\d\s+(?:[a-z]|hingga))",
    re.IGNORECASE,
)
WON = re.compile(
    r"\b(?=\w)(?:(?:me)?raih|menerima|terima|(?:me|ny)?nyabet|sabet|memboyong|boyong(?:an)?|memborong|borong|mengantongi|"
    r"kantongi|memperoleh|peroleh|mendapat(?:kan)?|dapat(?:kan)?(?=\s+(?:[A-Z\d\"“]|penghargaan|predikat|opini|anugerah|piala|"
    r"gelar|apresiasi))|menggondol|gondol|merebut|rebut|membawa\s+pulang|bawa\s+pulang|meraup|mengoleksi|"
    r"menggenggam|menjuarai|memenangkan|memenangi|menang(?:i|kan)?|menyandang|sandang|mempertahankan|pertahankan|menduduki|"
    r"duduki|menempati|tempati|bertengger|mencatatkan?|menorehkan|torehkan|mengukir|ukir|mengumpulkan|"
    r"masuk(?!\s+(?:nominasi|nominator))|tembus|menembus|unggul|menjadi|jadi|"
    r"di(?:raih|terima|sabet|boyong|borong|peroleh|dapat(?:kan)?|kumpulkan|kantongi|koleksi|genggam|rengkuh|miliki|bawa\s+pulang|gondol|rebut|pegang|berikan|serahkan|anugerahi|anugerahkan|"
    r"ganjar|nobatkan|tetapkan|umumkan|nyatakan|tempati|duduki|sandang|sematkan|pertahankan|bagikan|hadiahi|beri|menangkan|menangi|"
    r"kukuhkan|catat|capai)|"
    r"teranugerahi|terpilih|tercatat|berpredikat|berkualifikasi|berkategori|bergelar|beropini|memberi(?:kan)?|menyerahkan|serahkan|menganugerahkan|"
    r"menganugerahi|menobatkan|menetapkan|mengganjar|jatuh\s+(?:ke|kepada)|milik|keluar\s+sebagai|berada\s+di|berhasil|dinilai\s+sebagai|naik\s+ke|(?:me)?pegang|puas\s+dengan|(?:menerima|meraih|mengantongi|memperoleh|menyandang|mendapatkan|merebut|membawa)nya|"
    r"peraih|penerima|pemenang|juara|raihan|naik\s+kelas|diantaranya|"
    r"(?:has\s+)?(?:won|wins?|received?|receives|took|takes|earned|earns|secured|secures|was\s+(?:named|awarded|given)|awarded|"
    r"handed\s+out|came|ranked|placed|bagged|clinched|named|went\s+to|completed|(?:been|was|were)\s+given))\b",
    re.IGNORECASE,
)
UNREAL = re.compile(
    r"\b(?=\w)(?:rencana(?:kan|nya)?|berencana|merencanakan|menarget\w*|target\w*|ditarget\w*|berharap|harap(?:an)?(?:nya)?|diharap\w*|mengharap\w*|semoga|mudah-mudahan|"
    r"optimis\w*|menuju(?!\s+informatif)|bidik|membidik|dibidik|incar|mengincar|bakal|siap|diagendakan|dijadwalkan|bertepatan\s+dengan|bersiap\w*|persiap\w*|mempersiap\w*|"
    r"menyongsong|songsong|jelang|menjelang|agar|supaya|demi|guna|ingin|hendak|akan|nominasi|nominator|nomine|calon|kandidat|diusul\w*|mengusul\w*|"
    r"kick\s?off|sosialisasi|verifikasi|asesmen|assessment|penjurian|presentasi|mengikuti|ikuti|ikut\s+serta|"
    r"berpartisipasi|belum|gagal|bukan|(?:tidak|tak)(?!\s+(?:hanya|cuma|sekadar|sekedar|mudah|lepas|terlepas|heran|ketinggalan|kalah|main-main|tanggung))|jika|apabila|kalau|seandainya|berpeluang|peluang|berusaha|berupaya|upaya|"
    r"mengejar|kejar|dikejar|berjuang|bertekad|komitmen|berkomitmen|fokus|mendorong|dorong|didorong|menghadiri|hadiri|hadir|dihadiri|"
    r"evaluasi\s+lapangan|penilaian\s+mandiri|syarat|kriteria|indikator\s+penilaian|untuk\s+(?:me|mem|men|meng)\w+|"
    r"(?:menjadi|jadi)\s+(?:\w+\s+){1,4}(?:nominator|nomine|nominasi|finalis)|"
    r"(?:kata|ujar|ungkap|tutur|ucap|jelas)\s[^,.;\"“”]{0,80}?\s(?:dalam|pada|di)\s+(?:sela-sela\s+)?(?:ajang|acara|gelaran)|"
    r"edisi\s+(?:\w+\s+){0,3}sebelumnya|"
    r"will|hopes?|hoping|aims?|targets?|expected|nominated|nominee|candidate|preparing)\b",
    re.IGNORECASE,
)
AFTERTHOUGHT = re.compile(r"\bharap(?:nya)?\s+(?=(?-i:[A-Z]))|\btahun\s+(?:depan|mendatang)\b", re.IGNORECASE)
"""What makes all of a sentence a hope when it comes last: "…, harap Sekda", "… tahun depan"."""
AFTERWARDS = re.compile(r"(?:setelah|sesudah|usai)\b[^,;.]{8,140},\s+", re.IGNORECASE)
SUBJECT = re.compile(
    r",\s+(?=(?:[A-Z][\w-]*\s+){1,5}(?:juga\s+|berhasil\s+|kembali\s+|lalu\s+)?"
    r"(?:(?i:(?:me)?raih|(?:men)?erima|terima|mendapat(?:kan)?|dapat|(?:me|ny)?nyabet|sabet|(?:mem)?boyong|memperoleh|"
    r"mengantongi|kantongi|menduduki|menempati|menyandang))\b)"
)
"""A comma before a further subject with its own verb: "Nunukan raih X, Malinau dapat Y"."""
LEADING = re.compile(
    r"(?:untuk|kategori|tingkat|di|pada|second|third|(?:pertama|kedua|ketiga)\s+sebagai|peringkat|posisi|juara)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that tells one thing: text[start:end]; `earlier` where it leads to the main one
    ("Setelah turun ke WDP, …").
    """

    start: int
    end: int
    sentence: Sentence
    earlier: bool = False


def clauses(text: str, sentence: Sentence) -> list[Clause]:
    """A sentence cut where a contrast begins ("sementara", "sedangkan", a semicolon)."""
    found, start = [], sentence.start
    first = AFTERWARDS.match(text, sentence.start, sentence.end)
    if first:
        found.append(Clause(start, first.end(), sentence, earlier=True))
        start = first.end()
    for match in CONTRAST.finditer(text, start, sentence.end):
        if match.group().startswith(";") and not _begins_anew(text, match.end(), sentence.end):
            continue
        if match.start() > start:
            found.append(Clause(start, match.start(), sentence))
        start = match.end()
    for match in SUBJECT.finditer(text, start, sentence.end):
        if WON.search(text, start, match.start()):
            found.append(Clause(start, match.start(), sentence))
            start = match.end()
    if start < sentence.end:
        found.append(Clause(start, sentence.end, sentence))
    return found


def _begins_anew(text: str, start: int, limit: int) -> bool:
    """Whether what follows a semicolon tells something of its own, and is not the next entry of a list."""
    end = text.find(";", start, limit)
    part = text[start : limit if end < 0 else end]
    return WON.search(part) is not None or LEADING.match(part) is not None


def unreal_spans(text: str, clause: Clause) -> list[tuple[int, int]]:
    """Where a clause only hopes, plans, prepares or attends: from the word that says so to the next comma
    or full stop.
    """
    spans = []
    for match in UNREAL.finditer(text, clause.start, clause.end):
        begin = match.end() + (2 if text.startswith(", ", match.end()) else 0)
        spans.append((match.start(), phrase_end(text, begin, clause.end)))
    if AFTERTHOUGHT.search(text, clause.start, clause.sentence.end):
        return [(clause.start, clause.end)]
    return spans


def phrase_end(text: str, start: int, limit: int) -> int:
    """The next comma that ends the phrase; one that goes on listing does not."""
    at = start
    while at < limit:
        comma = text.find(",", at, limit)
        if comma < 0:
            return limit
        if not (text[comma - 1].isdigit() and comma + 1 < limit and text[comma + 1].isdigit()):
            return comma
        at = comma + 1
    return limit


def in_spans(position: int, spans: list[tuple[int, int]]) -> bool:
    """Whether a place lies in one of the spans."""
    return any(start <= position < end for start, end in spans)


def won_verbs(text: str, clause: Clause, unreal: list[tuple[int, int]]) -> list[re.Match[str]]:
    """Words that tell of a win and stand in no hope."""
    return [
        match for match in WON.finditer(text, clause.start, clause.end) if not in_spans(match.start(), unreal)
    ]

"""Who in a clause was honoured: the regions and bodies that are no mere place, giver, speaker or bound."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from extractors.binding import is_scope
from extractors.mention import RegionMention, Role
from extractors.passage import END, NAME, beginning_in
from extractors.region import Region
from extractors.statement import Place
from extractors.subject import is_venue
from extractors.winning import WON, Clause

PLACE_BEFORE = re.compile(
    r"\b(?:di|dari|asal|antar|seluruh|wilayah|kepulangan\s+ke|tiba\s+di|in|at|from|kunjungan\s+ke|belajar\s+(?:di|ke|dari)|wakil|perwakilan|utusan|pemekaran|tetangga|"
    r"dibanding(?:kan)?(?:\s+dengan)?|mengalahkan|mengungguli|menyaingi|bersaing\s+dengan|di\s?atas|di\s?bawah|setelah|hotel\s+\w+|"
    r"ruang\s+\w+|gedung\s+\w+|alun-alun|bertempat\s+di|ke)\s+(?:(?:wilayah|ibu\s?kota|pusat|Ibu\s?Kota)\s+)?$",
    re.IGNORECASE,
)
LEADS = re.compile(
    rf"\s+(?:\([^()]{{1,40}}\)\s+)?(?:(?:juga|telah|kembali|sukses|resmi|pun|lagi-lagi|mampu)\s+)?{WON.pattern}",
    re.IGNORECASE,
)
GIVER_BEFORE = re.compile(
    r"\b(?:dari|oleh|versi|menteri|wakil|kepala|ketua|deputi|direktur|dirjen|sekjen|sekretaris|staf|kantor|gedung|bersama|"
    r"melalui|from|by|of)\s+(?:[A-Z][\w/]*\s+){0,4}$",
    re.IGNORECASE,
)
GIVES = re.compile(
    r"[\s)]*(?:\([^()]{1,20}\)\s*)?(?:juga\s+|kembali\s+|telah\s+|akan\s+|resmi\s+)?"
    r"(?:me(?:m?beri|ny?erahkan|nganugerah|netapkan|ngumumkan|rilis|nggelar|nyelenggarakan|nilai|nobatkan|ngapresiasi|ngganjar)|"
    r"serahkan|beri(?:kan)?\b|gelar|apresiasi|umumkan|anugerahkan|bekerja|presented|gave|handed)",
    re.IGNORECASE,
)
BY_CATEGORY = re.compile(r"\bkategori\b", re.IGNORECASE)
PARLIAMENTS = frozenset({"dpr", "dpd", "mpr"})
"""They are told of results; they win none."""
BRANCH = re.compile(r"\s+(?:RI\s+)?(?:Perwakilan|Kantor|Wilayah|Cabang|Kanwil|Provinsi|Kota|Kabupaten)\b")
LED_IN = re.compile(
    r"(?:\b(?:di(?:terima|raih|sabet|peroleh|menangkan|boyong|tempati|duduki|pegang)(?:\s+oleh)?|yakni|yaitu|ialah|adalah|antara\s+lain|di\s?antaranya|salah\s+satunya|tertinggi|terbaik|termasuk|kementerian,|(?:peringkat|posisi|urutan|juara)\s+(?:pertama|kedua|ketiga|ke-?\d+|I{1,3}|\d)(?:\s+(?:adalah|yakni|yaitu))?)|:|(?:ke-\d+|\bI{1,3}|\d)\s*[–-])\s*$",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    r"[\s\"]*(?:\([^()\n]{0,40}\))?\s*(?:,\s*(?:(?:dan|serta|selanjutnya|kemudian|disusul|lalu|diikuti|and)\s+)?(?:oleh\s+)?|"
    r"\s(?:dan|serta|and)\s+)"
)
GIVEN_TO = re.compile(
    r"\b(?:kepada|untuk|bagi|oleh|tangan|milik|pada|diberikan\s+ke|jatuh\s+ke|diserahkan\s+ke|dimenangkan|ke\s+tangan)\s+"
    r"(?:(?:pihak|jajaran|perwakilan)\s+)?$",
    re.IGNORECASE,
)
FROM_HEAD = re.compile(
    r"\b(?:dari|oleh)\s+(?:(?:Pj\.?|Plt\.?|Penjabat)\s+)?(?:Wakil\s+)?(?:Wali\s?kota|Bupati|Gubernur)\s+$",
    re.IGNORECASE,
)
UP_TO = re.compile(r"\b(?:dari|mulai|from)\s+(?:[A-Z]\w+\s+){1,3}(?:hingga|sampai|to)\s+$")
"""The far end of a stretch: "dari Aceh hingga Papua"."""
HEAD_BESIDE = re.compile(
    r"\b(?:jabatan|pendopo|kantor|gedung|kediaman|rumah\s+dinas|aula|halaman|dihadiri|didampingi|disaksikan|bersama|"
    r"mewakili)\s+(?:oleh\s+)?(?:(?:Pj\.?|Plt\.?)\s+)?(?:Wakil\s+)?(?:Wali\s?kota|Bupati|Gubernur)\s+$",
    re.IGNORECASE,
)
"""A head who is only present, or whose house is the venue."""
HEAD_GIVES = re.compile(
    r"[^.;:]{0,80}?\b(?:menyerahkan|memberikan|menganugerahkan|memberi|serahkan|membuka|menyaksikan|mengapresiasi|"
    r"mengumumkan)\b"
)
BUILDING = re.compile(
    r"\b(?:Hotel|Aula|Gedung|Ruang|Pendopo|Balai|Auditorium|Ballroom|Jalan|Jl\.?)\s[^;:()\n]{2,60},\s*$",
    re.IGNORECASE,
)
"""A building or a street before a comma: the name that follows says where it is."""
EVENT_OF = re.compile(r"\b(?:Awards?|Anugerah|Penghargaan)[)\s]+$")
EDITION = re.compile(r"\s+(?:[Tt]ahun\s+)?20\d\d\b")
"""Between both stands the place of an award of its own: "(KI Awards) Jateng 2024"."""
GLOSS = re.compile(r"\bwilayah\s+\w+\s+\([^()]*$", re.IGNORECASE)
"""Inside the brackets that explain an area: "wilayah Nusampua (Nusa Tenggara, Maluku, …"."""
CAPITAL_OF = re.compile(r"\bibu\s?kota\s+(?:provinsi\s+)?$", re.IGNORECASE)
KEPADA = re.compile(
    r"\b(?:kepada|jatuh\s+ke(?:\s+tangan)?|ke\s+tangan)\s+(?:(?:Pj\.?|Plt\.?|Penjabat(?:\s*\(Pj\.?\))?|para|pihak)\s+)?"
    r"(?:(?:Wakil\s+)?(?:Wali\s?kota|Bupati|Gubernur)\s+|Pemerintah\s+Daerah\s+|Pemda\s+|Pemerintah\s+)?$",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\b(?:di\s?atas|di\s?bawah|dibanding(?:kan)?(?:\s+dengan)?|mengalahkan|kalahkan|mengungguli|ungguli|menyaingi|bersaing\s+dengan|"
    r"belajar\s+(?:di|ke|dari)|kunjungan\s+ke|studi\s+\w+\s+ke)\s+(?:(?:Provinsi|Kota|Kabupaten|Pemkab|Pemkot|Pemprov)\s+)?$",
    re.IGNORECASE,
)
ALSO = re.compile(r"(?:\s*\([^()]*\))?(?:,|\s+(?:dan|serta|maupun|hingga))(?:\s+(?:dan|serta|hingga))?\s+")
SPEAKER = re.compile(
    r"\b(?:kata|ujar|menurut|tutur|jelas|ungkap|ucap|terang|imbuh|tambah|beber|papar|sebut|tegas|lanjut|pungkas|cetus|"
    r"demikian|said|according\s+to)\s+(?:(?:Pj\.?|Plt\.?|Penjabat(?:\s*\(Pj\.?\))?)\s+)?"
    r"(?:(?:Wakil\s+)?(?:Wali\s?kota|Bupati|Gubernur)|Wawali|Wabup|Wagub|Sekda|Kepala\s[^,]{0,60}|Kadis\w*|Mayor|Regent)\s+$",
    re.IGNORECASE,
)
OTHER_SUBJECT = re.compile(
    r"\b(?:SD[NI]?|SMPN?|SMAN?|SMKN?|MTs[N]?|MAN|MI|TK|PAUD|Sekolah|Madrasah|Universitas|Institut|Politeknik|Bank|BPR|PT|CV|"
    r"RSUD|RSU|RS|Puskesmas|Klinik|PDAM|Perumda\w*|BUMD|BUMN|Desa|Kelurahan|Kecamatan|Kampung|Nagari|Gampong|Dusun|RW|RT|"
    r"Dinas|Diskominfo\w*|Disdik\w*|Dinkes|DLH|Disnaker\w*|Dispendik|DPMD|DPMPTSP|Bappeda\w*|BPBD|Satpol\s?PP|Inspektorat|"
    r"Komisi\s+Informasi|KI|KID|BPKP|Ombudsman|OJK|Perwakilan|Kanreg|Kejati|"
    r"Polres\w*|Polsek|Polda|Kodim|Kejari|Kejaksaan|Lapas|Rutan|Imigrasi|Kanwil|Kantor|Forum|Tim|Komunitas|Siswa|Siswi|"
    r"Mahasiswa|Atlet|Pemuda|Kelompok|Koperasi|UMKM|TP\s?PKK|PKK|Bunda|Duta|Kader|Guru|Warga|Petani|UPT\w*|Baznas|KPU|"
    r"Bawaslu|DPRD|Perpustakaan|Museum|Pasar|Rumah|Kepala\s+(?:Dinas|Badan|Desa|Sekolah)|Camat|Lurah|Kades|Sekretariat)\b"
)
NEW_PART = re.compile(r",\s+(?=[a-z])")
PLURAL = re.compile(
    r"\b(?:daerah|kabupaten/kota|kabupaten\s+(?:dan|atau)\s+kota|pemda|instansi|kota-kota|para|sejumlah|setiap|"
    r"seluruh|semua|banyak|beberapa|\d+\s+(?:kabupaten|kota|provinsi|daerah)|peserta|regions|cities|institutions)\b",
    re.IGNORECASE,
)
OWN = re.compile(
    r"\b(?:kota|kabupaten|daerah|provinsi)\s+(?:[\w-]+\s+){0,4}?(?:ini|itu|tersebut|kami|kita)\b|\b(?:daerah|kota|kabupaten)nya\b",
    re.IGNORECASE,
)
SELF = re.compile(
    r"\b(?:kota|kabupaten|daerah|provinsi|pemkot|pemkab|pemprov|kab\.?)\s+(?:[\w-]+\s+){0,4}?(?:ini|itu|tersebut|kami|kita)\b|"
    r"\b(?:kami|kita|daerahnya|kotanya|kabupatennya|pemkot|pemkab|pemprov|wali\s?kota|bupati|gubernur|raihan|capaian|prestasi|piagam|piala|trofi|anugerah|kali\s+ini|"
    r"predikat|penghargaan|opini|posisinya|peringkatnya|predikatnya|the\s+city|the\s+regency)\b",
    re.IGNORECASE,
)

NEAREST = 50
"""How many names before a homonym may tell which of its meanings is likelier."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """Someone honoured, named at text[start:end]; `sure` is how sure the naming is, 0 to 1."""

    start: int
    end: int
    place: Place
    sure: float
    rule: str
    note: str | None = None
    role: Role = "region"
    typed: bool = False


def recipients(doc: Doc, clause: Clause) -> list[Recipient]:
    """The regions of a clause that may have been honoured, in order of place."""
    found: list[Recipient] = []
    compared = -1
    text = doc._.text
    for mention in beginning_in(doc._.regions, clause.start, clause.end, NAME):
        if mention.role == "inside" or mention.locates:
            continue
        left = text[max(clause.start, mention.start_char - 60) : mention.start_char]
        if COMPARED.search(left) or (compared >= 0 and ALSO.fullmatch(text, compared, mention.start_char)):
            compared = mention.end_char
            continue
        region = mention.region or _guess(mention, doc._.regions)
        if region is None or not _honourable(text, clause, mention):
            continue
        open_note = None
        if mention.region is None:
            others = " or ".join(sorted(other.name for other in mention.candidates))
            open_note = f"the text does not say which is meant: {others}"
        sure = mention.confidence if mention.region else 0.4
        found.append(
            Recipient(
                mention.start_char,
                mention.end_char,
                region.place,
                max(sure, 0.4),
                mention.clue,
                open_note,
                mention.role,
                mention.level is not None,
            )
        )
    found.extend(_bodies(doc, clause, found))
    return sorted(found, key=lambda winner: winner.start)


def _bodies(doc: Doc, clause: Clause, regions: Sequence[Recipient]) -> list[Recipient]:
    """Ministries and agencies honoured: subject of a win, led in as winners, or listed with others."""
    text = doc._.text
    found: list[Recipient] = []
    for body in beginning_in(doc._.bodies, clause.start, clause.end):
        left = text[max(clause.start, body.start - 50) : body.start]
        if body.place.id in PARLIAMENTS:
            continue
        if GIVER_BEFORE.search(left) or GIVES.match(text, body.end) or BRANCH.match(text, body.end):
            continue
        categorised = left.endswith("(") and BY_CATEGORY.search(text, clause.start, body.start) is not None
        listed = categorised or any(BETWEEN.fullmatch(text, w.end, body.start) for w in (*regions, *found))
        if listed or LED_IN.search(left) or GIVEN_TO.search(left) or LEADS.match(text, body.end):
            found.append(Recipient(body.start, body.end, body.place, 0.8, "body"))
    return found


def _guess(mention: RegionMention, mentions: Sequence[RegionMention]) -> Region | None:
    """The likelier meaning of an open homonym: the level of the nearest settled name before it."""
    if mention.clue != "open":
        return None
    end = bisect_right(mentions, mention.start_char, key=END)
    before = mentions[max(0, end - NEAREST) : end]
    levels = [m.region.level for m in before if m.region and not m.locates]
    for level in (*reversed(levels[-3:]), "kota"):
        fitting = [region for region in mention.candidates if region.level == level]
        if len(fitting) == 1:
            return fitting[0]
    return None


def _honourable(text: str, clause: Clause, mention: RegionMention) -> bool:
    left = text[max(clause.start, mention.start_char - 80) : mention.start_char]
    if CAPITAL_OF.search(left) or GLOSS.search(left) or UP_TO.search(left):
        return False
    if mention.level is None and (
        (EVENT_OF.search(left) and EDITION.match(text, mention.end_char))
        or (BUILDING.search(left) and not LEADS.match(text, mention.end_char))
    ):
        return False
    if GIVEN_TO.search(left):
        return not _governed(text, clause, mention)
    if mention.role == "head" and (
        FROM_HEAD.search(left)
        or HEAD_BESIDE.search(left)
        or HEAD_GIVES.match(text, mention.end_char, clause.end)
    ):
        return False
    if mention.role == "head":
        return SPEAKER.search(text[max(clause.start, mention.name_start - 90) : mention.name_start]) is None
    if PLACE_BEFORE.search(left) or is_scope(text, mention):
        return False
    if is_venue(text, mention) and not LEADS.match(text, mention.end_char):
        return False
    return not _governed(text, clause, mention)


def _governed(text: str, clause: Clause, mention: RegionMention) -> bool:
    """Whether the name only says where another winner is from: "SMAN 1 Batu", "Dinas Kominfo Kota Malang"."""
    if mention.role in ("government", "head"):
        return False
    left = text[max(clause.start, mention.start_char - 60) : mention.start_char]
    others = list(OTHER_SUBJECT.finditer(left))
    if not others:
        return False
    between = left[others[-1].end() :]
    if WON.search(between):
        return False
    return not re.search(
        r"[.;:]|\b(?:dan|serta|untuk|kepada|bagi|oleh|dengan|yang|me\w{4,}kan)\b", between
    ) and (between.count(",") <= 1)


def given_to(text: str, winners: Sequence[Recipient], words: re.Pattern[str] = GIVEN_TO) -> bool:
    """Whether a clause says for whom it is: "untuk Kota Mataram", "kepada Pemkab Gresik"."""
    return any(words.search(text[max(0, w.start - 70) : w.start]) for w in winners)


def other_subject(text: str, clause: Clause, verb: int) -> int | None:
    """Where a school, company, village, office or group of people ends that stands before the verb as its
    subject; None where there is none. A comma before a word without capital begins a part of its own.
    """
    start = clause.start
    for comma in NEW_PART.finditer(text, clause.start, verb):
        start = comma.end()
    others = list(OTHER_SUBJECT.finditer(text, start, verb))
    return others[-1].end() if others else None


def plural_subject(doc: Doc, clause: Clause) -> bool:
    """Whether a clause speaks of regions in general: not of "daerah ini", not in an award's name."""
    if OWN.search(doc._.text, clause.start, clause.end):
        return False
    own = beginning_in(doc._.award_namings, clause.start, clause.end)
    names = [(naming.start, naming.end) for naming in own]
    return any(
        not any(a <= match.start() < b for a, b in names)
        for match in PLURAL.finditer(doc._.text, clause.start, clause.end)
    )


def speaks_of_itself(text: str, clause: Clause) -> bool:
    """Whether a clause without a name may mean the region the article is about."""
    return SELF.search(text, clause.start, clause.end) is not None

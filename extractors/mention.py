"""Where a text names regions: the name, the type word beside it, and what it may mean."""

import re
from dataclasses import dataclass
from typing import Literal

from extractors.phrases import Word, words
from extractors.region import Region, RegionLevel, gazetteer

Role = Literal["region", "government", "head", "inside"]
"""How a name is used: the region itself, its government ("Pemkot"), the title of its head ("Bupati"), or a
part of another name ("Imigrasi Malang", "Universitas Jambi")."""

TITLES = {
    "kota": r"(?:wakil\s+)?wali\s?kota|walkot|wawali(?:kota)?|wawalkot|(?:vice\s+|deputy\s+)?mayor\s+of",
    "kabupaten": r"(?:wakil\s+)?bupati|wabup|(?:vice\s+|deputy\s+)?regent\s+of",
    "provinsi": r"(?:wakil\s+)?gubernur|wagub|(?:vice\s+|deputy\s+)?governor\s+of",
}
GOVERNMENTS = {
    "kota": r"pemerintah(?:an)?\s+kota|pemkot|pemko",
    "kabupaten": r"pemerintah(?:an)?\s+(?:kabupaten|kab\.?)|pemkab",
    "provinsi": r"pemerintah(?:an)?\s+(?:daerah\s+)?(?:provinsi|prov\.?)|pemprov",
}
TYPES = {
    "kota": r"(?<!ibu )kota(?:madya)?(?:\s+administrasi)?|city\s+of",
    "kabupaten": r"kabupaten(?:\s+administrasi)?|kab\.?|regency\s+of",
    "provinsi": r"provinsi|propinsi|prov\.?|province\s+of",
}


def _before(kinds: dict[str, str]) -> re.Pattern[str]:
    choice = "|".join(f"(?P<{level}>{pattern})" for level, pattern in kinds.items())
    return re.compile(rf"(?<![\w/])(?:{choice})\s*(?:\([^()\n]{{1,24}}\)\s*)?$", re.IGNORECASE)


BEFORE: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("head", _before(TITLES)),
    ("government", _before(GOVERNMENTS)),
    ("region", _before(TYPES)),
)
EITHER = re.compile(r"\b(?:kabupaten|kab\.?|kota)\s*/\s*(?:kabupaten|kab\.?|kota)\s*$", re.IGNORECASE)
BOTH = re.compile(
    r"\b(?P<first>kabupaten|kota|pemkot|pemkab)\s+(?:dan|serta|maupun|&)\s+(?:kabupaten|kota|pemkot|pemkab)\s*$",
    re.IGNORECASE,
)
PEMDA = re.compile(r"\b(?:pemda|pemerintah(?:an)?(?:\s+daerah)?|government\s+of)\s*$", re.IGNORECASE)
AFTER = re.compile(
    r"[^\S\n]+(?:(?P<kota>city|cities|municipality)|(?P<kabupaten>regency|regencies|district)|(?P<provinsi>provinces?))\b"
    r"(?:\s+government(?=\b))?",
    re.IGNORECASE,
)
INSIDE_BEFORE = re.compile(
    r"(?:\b(?:Pol(?:res(?:ta(?:bes)?)?|da|sek)|Ko(?:dim|rem|dam)|Kodim\s\d+|Imigrasi|Universitas|Univ\.?|Institut|"
    r"Politeknik|Poltek(?:kes)?|STIKES|Akademi|IAIN|UIN|Kanwil(?:\s[A-Z]\w+){0,3}|[Pp]erwakilan|Kejari|Kejati|"
    r"Kejaksaan\s(?:Negeri|Tinggi)|Pengadilan(?:\s\w+){1,2}|PN|PTUN|Lapas|Rutan|Bandara|Stadion|Jalan|Jl|Jln|"
    r"Pelabuhan|Stasiun|Terminal|Hotel(?:\s\w+)?|PSMS|PSM|PSS|Persib|Persis|Persik|Persebaya|Arema|Radar|"
    r"Suara|Tribun|Harian|Bank|BPD|RSUD|RSUP|RS|RSJ|SM[AKP]\w*|SDN?|SLB|KPw|KPP|KPU|Bawaslu|KPPN|BPS|BPKP|BPK|"
    r"BPJS(?:\s\w+)?|Cabang|KRI|KPID|Komisi\sInformasi|Kadin|PMI|PWI|HIPMI|PDAM|Perum\w+|Gereja|Masjid|Pasar|"
    r"FKUB|KONI|BNNP?|BNNK|MUI|LSM|KPAD|UPTD?|Dekranasda|GOW|Kormi|Baznas|BAZNAS|Desa(?:\sWisata)?|Kelurahan|Kecamatan|"
    r"Kec|Kampung|Nagari|Gampong|Dusun|CV|PT|UD|Toko|Bank\sIndonesia|BI|Ombudsman(?:\sRI)?|Selat|Teluk|Laut|Pulau|Gunung|Sungai|Danau|Balai(?:\s\w+){1,3})"
    r"(?:(?:(?<=Jl)|(?<=Jln)|(?<=Kec)|(?<=PT)|(?<=CV)|(?<=UD))\.)?"
    r"(?:\s(?:RI|Negeri|Islam|Provinsi|Prov\.?|Kota|Kabupaten|Kab\.?|Perwakilan|Cabang|Daerah|Kelas\s\w+))*\s*)$"
)
INSIDE_AFTER = re.compile(
    r"\s(?:Raya|Post|Pagi|Times|Ekspres|Express|FC|United|TV|Expo|Town\sSquare|Plaza|Hospital|Voice)\b"
)
COMPOUND = re.compile(r"\b(?!se-)[^\W\d_]+-$", re.IGNORECASE)
"""A name joined to another word is a wider area: "Jawa-Bali"; "se-Jawa Timur" is the province."""
WINDOW = 60


@dataclass(slots=True)
class RegionMention:
    """A region named at text[start_char:end_char] (its type word included where it is part of the name).

    `level` is the level that a word beside the name states, `region` the settled meaning or None where
    several `candidates` stay open; `clue` says what settled it and `confidence` how sure that is.
    `locates` marks a province that only tells where the name before it lies, `listed` a name in a list.
    """

    start_char: int
    end_char: int
    name_start: int
    candidates: tuple[Region, ...]
    role: Role = "region"
    level: RegionLevel | None = None
    region: Region | None = None
    clue: str = "open"
    confidence: float = 0.0
    locates: bool = False
    listed: bool = False

    def settle(self, region: Region, clue: str, confidence: float) -> None:
        """Take one meaning."""
        self.region, self.clue, self.confidence = region, clue, confidence


def find_regions(text: str, tokens: list[Word] | None = None, *, cased: bool = True) -> list[RegionMention]:
    """All names of regions in a text, each with its type word if there is one, not yet compared.

    With `cased` a name must begin with a capital or follow its type word; questions are typed without.
    """
    names = gazetteer()
    found: list[RegionMention] = []
    for match in names.phrases.find(text, tokens):
        if cased and not (text[match.start].isupper() or text[match.start].isdigit()):
            typed = BEFORE[-1][1].search(text[max(0, match.start - 14) : match.start])
            if typed is None or text[match.start : match.end] in names.typed_only:
                continue
        found.extend(_read(text, match.start, match.end, match.value, names.typed_only))
    return found


def _read(
    text: str, start: int, end: int, candidates: tuple[Region, ...], typed_only: frozenset[str]
) -> list[RegionMention]:
    far = max(0, start - WINDOW)
    before = text[max(far, text.rfind("\n", far, start) + 1) : start]
    if INSIDE_BEFORE.search(before) or INSIDE_AFTER.match(text, end) or COMPOUND.search(before):
        return [RegionMention(start, end, start, candidates, role="inside")]
    role, level, begin = _type_word(text, before, start)
    if AFTER.match(text, end) and level is None:
        after = AFTER.match(text, end)
        level, end = (after.lastgroup, after.end()) if after else (None, end)  # type: ignore[assignment]
    mention = RegionMention(begin, end, start, candidates, role=role, level=level)
    if level is None and text[start:end].lower() in typed_only:
        mention.clue = "word of daily life"
    both = BOTH.search(before)
    if both and level in ("kota", "kabupaten"):
        other: RegionLevel = "kabupaten" if level == "kota" else "kota"
        begin = start - len(before) + both.start()
        return [RegionMention(begin, end, start, candidates, role=role, level=other), mention]
    return [mention]


def _type_word(text: str, before: str, start: int) -> tuple[Role, RegionLevel | None, int]:
    """Role, level and where the whole name begins, from the words before a bare name."""
    if EITHER.search(before):
        return "region", None, start
    for role, pattern in BEFORE:
        found = pattern.search(before)
        if found:
            level: RegionLevel = found.lastgroup  # type: ignore[assignment]  # groups are named by level
            begin = start - len(before) + found.start() if role != "head" else start
            return role, level, begin
    if PEMDA.search(before):
        return "government", None, start
    return "region", None, start


def mentions_of(text: str) -> list[RegionMention]:
    """Regions named in a short free text such as a question, whatever their case."""
    return find_regions(text, words(text), cased=False)

"""Which programmes a text names, and which one a clause goes on telling of without its name."""

import re

from spacy.tokens import Doc

from extractors.award_details import level_won
from extractors.honour import Topic
from extractors.lexicon import Award
from extractors.naming import Naming, award_names, by_index
from extractors.ordinals import CARDINAL
from extractors.passage import beginning_in, overlaps
from extractors.placing import ABOVE, NEXT
from extractors.recipients import Recipient
from extractors.unlisted import as_award, unlisted
from extractors.winning import Clause

TOPIC_REACH = 4
"""How many sentences a programme stays the topic when it is not named again."""
ONLY_REACH = 12
"""The same where the article names no other programme."""
HONOUR = (
    r"(?:penghargaan|anugerah|piala|trofi|piagam|predikat|opini|awards?|title|trophy|gelar|status|lencana|sertifikat|"
    r"medali|raihan|prestasi|capaian)"
)
SAME = re.compile(
    rf"\b{HONOUR}\s+(?:\w+\s+)?(?:ini|itu|tersebut|serupa|yang\s+sama|yang\s+dimaksud)\b|^\W*(?:adapun\s+)?{HONOUR}\s+"
    r"(?:langsung\s+)?(?:di|ter)\w+|\b(?:best|title)\b.{0,80}\bwent\s+to\b",
    re.IGNORECASE,
)
HONOURED = re.compile(rf"\b{HONOUR}\b", re.IGNORECASE)
OTHERS = re.compile(
    rf"\b(?:\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sejumlah|berbagai|beberapa|banyak)\s+(?:\w+\s+)?"
    rf"{HONOUR}\b|\b{HONOUR}\s+(?:lain|lainnya)\b",
    re.IGNORECASE,
)
"""Honours counted or called others are not the one the article is about."""
GIVEN = re.compile(r"\b(?:penghargaan|anugerah|piala|trofi|awards?|title|trophy)\b", re.IGNORECASE)
BY_CATEGORY = re.compile(r"\b(?:kategori|category|klaster|kelompok|tingkat)\b", re.IGNORECASE)
WINNERS = re.compile(
    r"\b(?:(?:pemenang|peraih|penerima)(?:nya)?|juara|berikut|berurutan|winners)\b", re.IGNORECASE
)
BODY = re.compile(r"\b(?:ketua|kepala|komisioner|anggota|tim|sekretariat|satgas)\s+$", re.IGNORECASE)
"""What makes a short name that of a body: "Ketua KIP", "Tim TP2DD"."""
THEM = re.compile(
    r"\W*(?:mereka|di\s?antaranya|antara\s+lain|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)(?:nya)?|"
    r"(?:daerah|kota|kabupaten|provinsi)[-\w/]*\s+(?:itu|tersebut)|daerah-daerah|they)\b(?:[^.;]{0,60}?"
    r"\b(?:ialah|adalah|yaitu|yakni|antara\s+lain|meliputi|are)\b|\s*[,:]\s)|"
    r"\W*(?:ada\s+(?:juga|pula)|(?:lalu|kemudian|serta|selain\s+itu),?\s+(?:juga\s+)?ada|salah\s+satunya|selain\s+itu,?\s+ada|yakni|yaitu|termasuk|berikutnya)\b|"
    r"\W*(?:sementara\s+|adapun\s+)?(?:untuk|di)\s+(?:tingkat\s+|kategori\s+)?(?:kabupaten|kota|provinsi)\s*,?\s+"
    r"(?:masing-masing|yaitu|yakni|ada|adalah|antara\s+lain)\b",
    re.IGNORECASE,
)
OTHER_ONES = re.compile(
    r"\b(?:provinsi|kota|kabupaten|daerah|pemda|kabupaten/kota)\s+(?:lain(?:nya)?|tersebut|itu)\b[^.;]{0,80}?"
    r"(?:\b(?:adalah|yaitu|yakni|ialah|di\s?antaranya|antara\s+lain)\b|:)",
    re.IGNORECASE,
)
CONTEST = re.compile(r"\b(?:lomba|kompetisi|kejuaraan|turnamen|festival)\s+(?=(?-i:[A-Z]))", re.IGNORECASE)
"""A contest with a name of its own is not the programme told before."""
NAMELY = re.compile(
    r"(?:^|\b(?:kabupaten|kota|provinsi|daerah|pemda|pemkab|pemkot|terbaik|pemenang|penerima|peraih)\b[^.;]{0,60})\s*"
    r"\b(?:yakni|yaitu|adalah|antara\s+lain)(?:\s+sebagai\s+berikut)?\s*:?\s*(?:\(?1[.)]\s*)?$",
    re.IGNORECASE,
)
"""What leads in winners of the programme told right before: "sepuluh kabupaten yakni …", "Yaitu …"."""
LIST_GOES_ON = re.compile(
    rf"\W*(?:(?:{CARDINAL}|ke\w+)\s+(?:daerah|kota|kabupaten|provinsi|kabupaten/kota|pemda)\s+(?:itu|tersebut)|"
    r"selanjutnya|berikutnya|kemudian|lalu|terakhir)\W*",
    re.IGNORECASE,
)
"""What alone stands before a list of winners without a verb: "Sepuluh daerah itu Kota …", "Selanjutnya …"."""
LEVEL_SOON = re.compile(r"[^.;\n]{0,60}?\b(?:predikat|kategori|zona)\b", re.IGNORECASE)
LOWEST = re.compile(r"\b(?:terendah|terburuk|minim|intoleran|paling\s+rendah|terbawah)\b", re.IGNORECASE)
WON_BY = re.compile(
    r"\b(?:diraih|dimenangkan|disabet|diboyong|direbut|jatuh\s+(?:ke|kepada)|diberikan\s+(?:kepada|bagi|untuk))\b",
    re.IGNORECASE,
)
OBJECT = re.compile(
    r"\b(?:menerima|meraih|mengantongi|memperoleh|menyandang|mendapatkan|merebut)nya\b", re.IGNORECASE
)
"""A verb whose object is the programme told before."""
BEST_IS = re.compile(
    r"\b(?:terbaik|tertinggi|terinovatif|teratas)\s+(?:\w+\s+){0,2}?"
    r"(?:ialah|adalah|yakni|yaitu|antara\s+lain|di\s?antaranya|meliputi|dipegang|diraih|ditempati|diduduki|dimenangkan|diberikan|"
    r"dianugerahkan|selanjutnya|lainnya)\b|"
    r"\b(?:terbaik|tertinggi|terinovatif)\s*:|"
    r"\byang\s+(?:tertinggi|terbaik)\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
LISTED = re.compile(r"[^.;,]{0,30}\s(?:dan|serta|and)\s+")
CONTEXT = re.compile(
    r"\b(?:dengan|jumlah|pada|dalam|di|malam|acara|ajang|rangka|melalui|setelah|usai)\b[^,;]*$", re.IGNORECASE
)


def find_programmes(doc: Doc) -> list[Naming[Award]]:
    """All programmes named in a document, those of the lexicon before unlisted ones, left to right."""
    known = award_names().find(doc._.text, doc._.words)
    known = [n for n in known if not _part_of_index(doc, n)]
    known += _honours_of_indices(doc, [(naming.start, naming.end) for naming in known])
    known = [n for n in known if not BODY.search(doc._.text[max(0, n.start - 24) : n.start])]
    taken = sorted((naming.start, naming.end) for naming in known)
    own = [Naming(start, end, as_award(name)) for start, end, name in unlisted(doc._.text, taken)]
    return _without_repeats(sorted([*known, *own], key=lambda naming: naming.start))


def _part_of_index(doc: Doc, naming: Naming[Award]) -> bool:
    """Whether a name is only part of an index's: "Indeks Keterbukaan Informasi Publik", "Skor …" without a
    level behind it.
    """
    for index in beginning_in(doc._.index_namings, naming.start - 24, naming.start):
        if naming.end <= index.end:
            lead = doc._.text[index.start : naming.start].lower()
            graded = LEVEL_SOON.match(doc._.text, naming.end) is not None
            if "indeks" in lead or ("skor" in lead and not graded):
                return True
    return False


def _without_repeats(namings: list[Naming[Award]]) -> list[Naming[Award]]:
    """Without a naming that another one covers."""
    kept: list[Naming[Award]] = []
    for naming in namings:
        if not kept or naming.start >= kept[-1].end:
            kept.append(naming)
    return kept


def _honours_of_indices(doc: Doc, taken: list[tuple[int, int]]) -> list[Naming[Award]]:
    """Awards told as "penghargaan" in a sentence that names the index they honour."""
    found = []
    namings = doc._.index_namings
    for sentence in doc._.sentences if namings else ():
        inside = beginning_in(namings, sentence.start, sentence.end)
        named = inside and overlaps(taken, sentence.start, sentence.end)
        word = GIVEN.search(doc._.text, sentence.start, sentence.end) if inside and not named else None
        for naming in inside[:1] if word else ():
            award = by_index().get(naming.entry.id)
            if award is not None:
                found.append(Naming(naming.start, naming.end, award))
    return found


def main_ones(text: str, namings: list[Naming[Award]]) -> list[Naming[Award]]:
    """Without those that only give the setting of another: "Adipura, diserahkan pada malam Anugerah X"."""
    kept: list[Naming[Award]] = []
    setting = False
    for order, naming in enumerate(namings):
        gap = text[namings[order - 1].end : naming.start] if order else ""
        setting = order > 0 and (
            CONTEXT.search(gap) is not None or (setting and LISTED.fullmatch(gap) is not None)
        )
        if not setting:
            kept.append(naming)
    return kept


def left(topic: Topic) -> bool:
    """Whether a programme was named too long ago, or none yet, for a clause to go on telling of it."""
    return topic.naming is None or topic.age > (TOPIC_REACH if topic.several else ONLY_REACH)


def goes_elsewhere(namings: list[Naming[Award]], topic: Topic) -> bool:
    """Whether the awards told go to schools, companies or persons, so that a region is just their place."""
    told = namings or ([topic.naming] if topic.naming else [])
    return bool(told) and all(naming.entry.goes_to != "government" for naming in told)


def implied(
    text: str, clause: Clause, topic: Topic, winners: list[Recipient], has_rank: bool, has_verb: bool
) -> tuple[list[Naming[Award]], bool]:
    """The topic's programme, where a clause goes on telling of it without its name; and whether it does so
    as a part of a list, without a verb of its own.
    """
    naming = topic.naming
    if LOWEST.search(text, clause.start, clause.end):
        return [], False
    if CONTEST.search(text, clause.start, clause.end):
        return [], False
    if naming is None or left(topic):
        return [], False
    if clause.sentence.item and (topic.listing or topic.age <= 1):
        return [naming], True
    if winners and (WINNERS.search(text, clause.start, clause.end) or THEM.match(text, clause.start)):
        return [naming], True
    if len(winners) > 2 and topic.age <= 2 and LIST_GOES_ON.fullmatch(text[clause.start : winners[0].start]):
        return [naming], True
    if len(winners) > 1 and topic.age <= 2 and NAMELY.search(text[clause.start : winners[0].start]):
        return [naming], True
    goes_on_counting = NEXT.match(text, clause.start) or ABOVE.match(text, clause.start)
    if winners and topic.age <= 1 and topic.last_rank and goes_on_counting:
        return [naming], True
    if winners and (OTHER_ONES.search(text, clause.start, clause.end)):
        return [naming], True
    if winners and (topic.age <= 1 or not topic.several):
        by_category = BY_CATEGORY.search(text, clause.start, clause.end) is not None
        named = [name for name in naming.entry.categories if " " in name]
        if by_category or any(name in text[clause.start : clause.end] for name in named):
            return [naming], True
        if clause.start > clause.sentence.start and topic.age == 0 and winners[0].start - clause.start <= 70:
            return [naming], True
    goes_on = has_rank or OBJECT.search(text, clause.start, clause.end) is not None
    goes_on = goes_on or level_won(text, naming, clause, named=False) is not None
    told = text[clause.start : clause.end]
    if winners and BEST_IS.search(told):
        return [naming], True
    goes_on = goes_on or (has_verb and SAME.search(told) is not None)
    if has_verb and winners and not topic.several and not OTHERS.search(told):
        goes_on = goes_on or GIVEN.search(told) is not None or WON_BY.search(told) is not None
    return ([naming] if goes_on else []), False

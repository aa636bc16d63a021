"""The particulars of an honour: level, category, streak, giver, event."""

import re
from functools import lru_cache

from spacy.tokens import Doc

from extractors.lexicon import Award
from extractors.naming import Naming
from extractors.ordinals import number_of
from extractors.passage import beginning_in
from extractors.phrases import Phrases
from extractors.predicates import QUOTES, level_pattern
from extractors.winning import Clause

STREAK = re.compile(
    r"(?:(?:ke[-\s]?)?(?P<digits>\d{1,2})|(?<![a-z])(?P<words>[a-z]+(?:\s(?:belas|puluh))?))\s*(?:kali|tahun)(?:nya)?\s+"
    r"(?:secara\s+)?(?:berturut|beruntun|tanpa\s+putus|dalam\s+berturut)|"
    r"(?:berturut-turut|beruntun)\s+(?:selama\s+|sebanyak\s+)?(?P<after>\d{1,2}|[a-z]+)\s+(?:kali|tahun)",
    re.IGNORECASE,
)
CATEGORY = re.compile(
    r"\b(?:kategori|category|klaster)\s+[\"“'‘]?(?P<name>(?:(?!(?:dari|yang|dalam|pada|oleh|dengan|di|adalah|yaitu|yakni|"
    r"kepada|atas|karena|tahun|ini|itu|tersebut|ada|bersama|berhasil|sebagai|menjadi|juara|peringkat|antara|pemenang(?:nya)?|"
    r"penerima(?:nya)?|peraih(?:nya)?|jatuh|untuk|usai|setelah|serta|lewat|melalui|bagi|menempatkan|me\w*raih|mendapat\w*|memperoleh|"
    r"di[a-z]{4,}|se-?|\d{4})\b)[^\s,.;:()\"”'’|]+\s?){1,8})",
    re.IGNORECASE,
)
BEST = re.compile(
    r"^(?:penghargaan|baru)\b\s*|\s*\bterbaik(?:\s+(?:pertama|kedua|ketiga|I{1,3}|[123]))?$", re.IGNORECASE
)
"""Words around a category's name that are none of it: "kota terbaik pertama"."""
EVENT = re.compile(
    r"\b(?P<name>(?:(?:[A-Z][\w&-]*)\s+){0,5}(?:Summit|Forum(?!\s+Anak)|Rakornas|Rakor|Rakernas|Musrenbangnas|Festival|Expo|Konferensi)"
    r"(?:\s+(?:[A-Z][\w&-]*|20\d\d|dan\s+[A-Z]\w*)){0,6})"
)
VENUE = re.compile(r"\b(?:di|at)\s+(?P<name>[A-Z][\w'’.-]*(?:(?:,\s+|\s+)(?:dan\s+)?[A-Z][\w'’.-]*){0,7})")
WEEKDAY = re.compile(
    r",?\s*\b(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad|Monday|Tuesday|Wednesday|Thursday|Friday|"
    r"Saturday|Sunday)\b.*$"
)
LEFT = re.compile(
    r"\b(?:dari|from|(?:sebelumnya|lalu|sempat|dulu)(?:\s+(?:masih|hanya|baru))?)\s+"
    r"(?:predikat\s+|kategori\s+|level\s+|opini\s+|tingkat\s+)?$",
    re.IGNORECASE,
)
FORMERLY = re.compile(
    r"\btahun\s+(?:sebelumnya|lalu)\s+(?:masih\s+|hanya\s+)?(?:predikat\s+|kategori\s+)?$", re.IGNORECASE
)
COUNTED = re.compile(
    r"\b\d{1,4}\s+(?:(?:kabupaten/kota|kota|kabupaten|provinsi|daerah|pemda|LKPD|kementerian|lembaga|instansi|badan|unit)\s+)?"
    r"(?:\w+\s+){0,3}?(?:zona|predikat|opini|kategori)\s+$",
    re.IGNORECASE,
)
"""How many reached a level; a clause that counts several tells a tally and nobody's level."""
TO = re.compile(
    r"\b(?:ke|menjadi|to)\s+(?:predikat\s+|kategori\s+|level\s+|opini\s+|tingkat\s+)?$", re.IGNORECASE
)
IN_BRACKETS = re.compile(r"\s*\((?P<years>(?:19|20)\d\d(?:\s*(?:,|dan|&|,\s*dan)\s*(?:19|20)\d\d)*)\)")
FROM = re.compile(r"\b(?:dari|oleh|diberikan|diserahkan|from|by)\s+$", re.IGNORECASE)


@lru_cache(maxsize=512)
def _level_names(
    predicates: tuple[str, ...], aliases: tuple[tuple[str, str], ...]
) -> tuple[Phrases[str], re.Pattern[str]]:
    phrases: Phrases[str] = Phrases()
    for alias, level in aliases:
        phrases.add(alias, level)
    return phrases, level_pattern(tuple({*predicates, *(alias for alias, _ in aliases)}))


@lru_cache(maxsize=256)
def _named_levels(
    predicates: tuple[str, ...], aliases: tuple[tuple[str, str], ...], told: str
) -> tuple[tuple[int, int, str], ...]:
    """Levels that a clause tells whatever programme it names; kept, as a clause is asked several times."""
    phrases, pattern = _level_names(predicates, aliases)
    found: dict[int, tuple[int, int, str]] = {}
    for match in phrases.find(told):
        found[match.start] = (match.start, match.end, match.value[0])
    for led in pattern.finditer(told):
        group = led.lastgroup or "cued"
        level = _in_lexicon(predicates, aliases, led[group])
        found.setdefault(led.start(group), (led.start(group), led.end(group), level))
    return tuple(found.values())


def levels(text: str, naming: Naming[Award], start: int, end: int) -> list[tuple[int, int, str]]:
    """Levels told in text[start:end] that are no former ones: neither left behind nor dated in brackets."""
    told = told_levels(text, naming, start, end)
    counted = [hit for hit in told if COUNTED.search(text[max(start, hit[0] - 60) : hit[0]])]
    if len(counted) > 1:
        told = [hit for hit in told if hit not in counted]
    return [
        hit for hit in told if not _left_behind(text, hit, told) and not IN_BRACKETS.match(text, hit[1], end)
    ]


def told_levels(text: str, naming: Naming[Award], start: int, end: int) -> list[tuple[int, int, str]]:
    """Levels of this programme told in text[start:end], as (start, end, level in the lexicon's words).

    A level counts where a word such as "predikat" leads it, in quotes, as a fixed name ("Adipura Kencana"),
    or right beside the programme's name.
    """
    award = naming.entry
    if not (award.predicates or award.predicate_aliases):
        return []
    named = _named_levels(award.predicates, tuple(award.predicate_aliases.items()), text[start:end])
    found = {start + a: (start + a, start + b, level) for a, b, level in named}
    if start <= naming.start < end:
        for level in award.predicates:
            for hit in re.finditer(rf"(?<!\w){re.escape(level)}(?!\w)", text[naming.start : naming.end + 26]):
                if len(level) > 1:
                    at = naming.start + hit.start()
                    found.setdefault(at, (at, at + len(level), level))
    return sorted(_outermost(list(found.values())))


def _left_behind(text: str, hit: tuple[int, int, str], told: list[tuple[int, int, str]]) -> bool:
    """Whether a level is only where somebody came from: "naik dari Padapa (2019) ke Wiwerda"."""
    start, end, _ = hit
    before = text[max(0, start - 24) : start]
    if FORMERLY.search(before):
        return True
    came = LEFT.search(before) is not None
    return came and any(
        TO.search(text[end:other]) for other, _, _ in told if other > end and other - end < 60
    )


def levels_alone(text: str, naming: Naming[Award], start: int, end: int) -> list[tuple[int, int, str]]:
    """A level that is all of text[start:end], as in the cell of a table."""
    said = text[start:end].strip(f" {QUOTES}")
    for name in (*naming.entry.predicates, *naming.entry.predicate_aliases):
        if name.lower() == said.lower():
            aliases = tuple(naming.entry.predicate_aliases.items())
            return [(start, end, _in_lexicon(naming.entry.predicates, aliases, said))]
    return []


def _outermost(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Without those inside a longer one ("Baik" in "Sangat Baik")."""
    return [
        (a, b, level)
        for a, b, level in found
        if not any((c <= a and b <= d) and (d - c > b - a) for c, d, _ in found)
    ]


def _in_lexicon(predicates: tuple[str, ...], aliases: tuple[tuple[str, str], ...], said: str) -> str:
    folded = re.sub(r"\s+", " ", said).lower()
    for alias, level in aliases:
        if alias.lower() == folded:
            return level
    return next((level for level in predicates if level.lower() == folded), said)


def level_won(text: str, naming: Naming[Award], clause: Clause, *, named: bool = True) -> str | None:
    """The one level a clause tells, the nearest to the programme's name where there are several."""
    found = levels(text, naming, clause.start, clause.end)
    if not found:
        return None
    anchor = naming.end if named else clause.start
    return min(found, key=lambda level: abs(level[0] - anchor))[2]


def histories(text: str, naming: Naming[Award], clause: Clause) -> list[tuple[int, str, int]]:
    """Levels with their editions: "Madya (2018, 2019)", or "tahun 2016 B, tahun 2017 BB".

    Each is (place in the text, level, year); spans of years are left out.
    """
    found = []
    for start, end, level in told_levels(text, naming, clause.start, clause.end):
        match = IN_BRACKETS.match(text, end, clause.end)
        if match:
            found += [(start, level, int(year)) for year in re.findall(r"\d{4}", match["years"])]
    if found or not naming.entry.graded:
        return found
    names = "|".join(map(re.escape, sorted(naming.entry.predicates, key=len, reverse=True)))
    pattern = rf"(?<!\d)(?P<year>(?:19|20)\d\d)\s+(?:\w+\s+){{0,2}}?(?P<level>{names})(?!\w)"
    told = list(re.finditer(pattern, text[clause.start : clause.end])) if names else []
    return [(clause.start + m.start(), m["level"], int(m["year"])) for m in told] if len(told) > 1 else []


def category(doc: Doc, start: int, end: int) -> str | None:
    """The category told in a part of the text: "kategori Pemerintah Kota" gives "Pemerintah Kota"."""
    match = CATEGORY.search(doc._.text, start, end)
    if match is None:
        return None
    begin, stop = match.span("name")
    stop = min([stop, *(n.start for n in beginning_in(doc._.award_namings, begin + 1, stop))])
    name = re.sub(r"\s+", " ", doc._.text[begin:stop]).strip(f" {QUOTES}-–,")
    name = BEST.sub("", name)
    return name if len(name) > 1 else None


@lru_cache(maxsize=8)  # all that are honoured in a clause ask for the same
def streak(text: str, start: int, end: int) -> int | None:
    """How often in a row: "ke-13 kali berturut-turut" gives 13; "sudah 13 kali" gives None."""
    match = STREAK.search(text, start, end)
    if match is None:
        return None
    number = number_of(match["digits"] or match["words"] or match["after"])
    return number if number and 2 <= number <= 60 else None


def giver(doc: Doc, clause: Clause, naming: Naming[Award]) -> str | None:
    """Who gave it: a body led by "dari" or "oleh" with no other programme between, or the programme's own
    giver where the text names it.
    """
    award, sentence = naming.entry, clause.sentence
    own = award.giver in doc._.named_bodies
    bodies = beginning_in(doc._.bodies, sentence.start, sentence.end)
    namings = beginning_in(doc._.award_namings, sentence.start, sentence.end) if bodies else ()
    others = [other.start for other in namings]
    for body in bodies:
        between = any(min(naming.start, body.start) < at < max(naming.start, body.start) for at in others)
        if not between and FROM.search(doc._.text[max(0, body.start - 14) : body.start]):
            return str(body.place.name)
    return award.giver if own else None


def venue(doc: Doc, clause: Clause, naming: Naming[Award]) -> str | None:
    """Where it was given: the "di …" nearest the date, as in "di Istana Negara, Jakarta, Senin 27 Mei"."""
    sentence = clause.sentence
    days = [day.start for day in beginning_in(doc._.dates, sentence.start, sentence.end)]
    if not days:
        return None
    places = [
        (abs(days[0] - match.end()), WEEKDAY.sub("", match["name"]))
        for match in VENUE.finditer(doc._.text, sentence.start, sentence.end)
        if match.start() > naming.start or naming.start >= sentence.end
    ]
    named = [place for place in places if place[1] and place[0] <= 40]
    return min(named)[1].strip(" ,.") if named else None


@lru_cache(maxsize=8)
def event(text: str, start: int, end: int) -> str | None:
    """The event it was given at: "SPBE Summit 2024", "Rakornas Pengendalian Inflasi 2023"."""
    match = EVENT.search(text, start, end)
    return re.sub(r"\s+", " ", match["name"]).strip() if match else None

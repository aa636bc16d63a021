"""Which name belongs to which title: the orders and small words with which news joins the two."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.bodies import bodies
from extractors.lines import Lines
from extractors.mention import RegionMention
from extractors.names import Name, name_reader
from extractors.officials_entries import Entries
from extractors.officials_headlines import Headlines
from extractors.officials_holding import Holding
from extractors.officials_places import COMMA, past_place, placed
from extractors.positions import positions
from extractors.sentences import Sentence
from extractors.title import BLANK, MAYBE, Title

AHEAD = re.compile(
    rf"(?P<comma>{MAYBE},)?{BLANK}(?:(?:yakni|yaitu|ialah|adalah|bernama|atas{BLANK}nama|"
    rf"(?:yang{BLANK})?(?:kini{BLANK})?dijabat(?:{BLANK}oleh)?)(?P<named>{BLANK}))?|(?P<glued>,)(?=[A-Z])"
)
"""Between a title and the name behind it."""
CALLED = re.compile(
    rf"{MAYBE},?{BLANK}(?:yang{BLANK})?(?:akrab|biasa|kerap|karib){BLANK}(?:disapa|dipanggil){BLANK}(?:dengan{BLANK})?"
    rf"(?:sapaan{BLANK}|sebutan{BLANK})?[\"“]?"
)
BEHIND = re.compile(
    rf"(?P<comma>,)?{BLANK}(?P<word>selaku|sebagai|adalah|merupakan|menjabat(?:{BLANK}sebagai)?|"
    rf"yang{BLANK}(?:kini{BLANK}|saat{BLANK}ini{BLANK})?(?:juga{BLANK}|merupakan{BLANK}|adalah{BLANK}|"
    rf"menjabat{BLANK}|selaku{BLANK}|sebagai{BLANK})+|sekaligus|who{BLANK}is|as)?{MAYBE}(?:(?:the|para){BLANK})?$"
    rf"|(?P<bracket>{MAYBE}\()$|(?P<bare>,{MAYBE})$"
)
"""Between a name and the title behind it."""
SHARED = re.compile(
    rf"{MAYBE}(?:/|,?{BLANK}(?:sekaligus|merangkap|yang{BLANK}juga)(?:{BLANK}(?:sebagai|selaku|menjabat|merangkap))*{BLANK}|"
    rf",?{BLANK}(?:dan|serta){BLANK}(?:juga{BLANK})?selaku{BLANK})"
)
"""Between two titles of one person."""
AND = re.compile(rf"{MAYBE}(?:,?{BLANK}(?:dan|serta|bersama|and)|&|/){MAYBE}")
JOINED = re.compile(r"name \w+ title")
"""The rules of names that a word joins to the title behind them."""
LAST_WORD = re.compile(rf"(\w{{2,}}){BLANK}$")
BRACKETED = re.compile(r"\(([^()\n]{1,60})\)$")
CAPITAL = re.compile(r"\s([A-Z][a-z'’]+)")
PROVINCE_END = re.compile(rf"{MAYBE},{MAYBE}|{BLANK}(?=[A-Z])")
GOES_ON = re.compile(r"\s*(?:[,.;:()–—\"”/]|[-]\s|$)|\s+(?:[a-z(\"“\d&]|RI\b)")
"""Behind a name set off by a comma the sentence goes on so."""
LISTED = re.compile(r"\s*,\s*(?:Kabupaten|Kota|Provinsi|Pemkab|Pemkot|Pemprov)(?!\w)")
"""Behind a single word in a list of regions, one of them unknown or misspelt."""
NEAR = 40
"""How far two titles that are joined may stand apart, in characters."""
WIDE = 140
"""How far before a title its name may begin, in characters."""


class Pairing:
    """Joins the titles of one text with names."""

    def __init__(
        self,
        text: str,
        titles: Sequence[Title],
        sentences: Sequence[Sentence],
        regions: Sequence[RegionMention] = (),
    ) -> None:
        self.text = text
        self.titles = titles
        self.sentences = sentences
        self.headlines = Headlines(text, sentences)
        self._title_starts = {title.start for title in titles}
        self._regions = {mention.name_start: mention for mention in regions}
        self._regions |= {mention.start_char: mention for mention in regions}
        self._reader = name_reader()
        self._used: set[int] = set()
        self._names_first: set[int] = set()
        self._lines = Lines(text)

    def pair(self) -> list[Holding]:
        """All titles that have a name, in order of the text."""
        found: dict[int, Holding] = {}
        for number, title in enumerate(self.titles):
            if title.nobody:
                continue
            holding = self._ahead(number)
            if holding is None or holding.doubt == "start":
                holding = self._behind_office(number, holding) or holding or self._behind(number)
            if holding:
                found[number] = holding
                self._used.add(holding.name.start)
                if holding.name.start < title.start:
                    self._names_first.add(number)
                self._pair_of_names(number, holding, found)
        self._share(found)
        entries = Entries(self.text, self._regions, self._stop)
        pairs = [found[number] for number in sorted(found)]
        return [each for pair in pairs for each in (pair, *entries.after(pair))]

    def _stop(self, place: int, words: int) -> bool:
        if place in self._title_starts or bodies().at(self.text, place):
            return True
        mention = self._regions.get(place)
        if mention is None:
            return False
        if words:
            return mention.level is not None and mention.role == "region"
        # "Wali Kota Bogor Bima Arya": a name may begin with a word that is also a region.
        if mention.name_start != place or " " in self.text[place : mention.end_char]:
            return True
        following = CAPITAL.match(self.text, mention.end_char)
        return (
            following is None
            or following.start(1) in self._regions
            or following[1].lower() in self._reader.refused
        )

    def _ahead(self, number: int) -> Holding | None:
        title = self.titles[number]
        _, limit = self._lines.around(title.end)
        called = CALLED.match(self.text, title.end, limit)
        gap = called or AHEAD.match(self.text, title.end, limit)
        if gap is None:
            return self._in_bracket(title)
        at = self._past_province(gap.end(), limit)
        headline = self.headlines.at(title.start)
        name = self._reader.read(self.text, at, limit, headline=headline, stop=self._stop)
        if name is None:
            return self._in_bracket(title)
        if all(positions().is_office_word(word) for word in name.words):
            return None
        if called:
            return Holding(name, title, "title, called name", 0.6, "name")
        comma = bool(gap["comma"] or gap["glued"])
        if title.placed and not comma and not name.titled:
            return past_place(self.text, title, name, limit, headline, self._stop)
        if comma and (self._belongs_to_next(number, name) or not GOES_ON.match(self.text, name.after, limit)):
            return None
        if comma and len(name.words) == 1 and not name.titled and LISTED.match(self.text, name.after, limit):
            return None
        return self._judge(name, title, comma, headline)

    def _in_bracket(self, title: Title) -> Holding | None:
        """ "Wali Kota Surabaya (A B)": the name in the bracket that ends the title."""
        bracket = BRACKETED.search(self.text, title.start, title.end)
        if bracket is None:
            return None
        name = self._reader.read(self.text, bracket.start(1), bracket.end(1), stop=self._stop)
        if name is None or name.after != bracket.end(1) or len(name.words) < 2:
            return None
        if any(positions().is_office_word(word) for word in name.words):
            return None
        return Holding(name, title, "title (name)", 0.85)

    def _judge(self, name: Name, title: Title, comma: bool, headline: bool) -> Holding:
        single = len(name.words) == 1 and not name.titled
        if headline:
            return Holding(name, title, "title and name in a headline", 0.8, "headline")
        if comma:
            rule = "title, name"
            doubt = "name" if single else None
            return Holding(name, title, rule, 0.85 if single else 0.95, doubt)
        if not name.titled and title.mention is None and (titled := self._titled_behind(name)):
            whole = placed(self.text, title, name.end) if title.open else title
            return Holding(titled, whole, "title of a place and name", 0.8)
        if title.open and not name.titled:
            second = self._behind_comma(name)
            if second:
                whole = placed(self.text, title, name.end)
                return Holding(second, whole, "office of a place, name", 0.7, "place", other=name)
            return Holding(name, title, "office name", 0.7, "start")
        sure = 0.95 if not single else 0.9
        return Holding(name, title, "title name", sure)

    def _titled_behind(self, name: Name) -> Name | None:
        """The name in "Bupati Sula Hj. A": what comes before the address of a person is a place."""
        _, limit = self._lines.around(name.after)
        titled = self._reader.read(self.text, name.after, limit, stop=self._stop)
        return titled if titled and titled.titled and titled.start > titled.before else None

    def _behind_comma(self, name: Name) -> Name | None:
        """The name in "Kepala Kantor Pangkalan Bun, A, mengatakan": what came first was a place."""
        _, limit = self._lines.around(name.end)
        comma = COMMA.match(self.text, name.end, limit)
        second = self._reader.read(self.text, comma.end(), limit, stop=self._stop) if comma else None
        if second and re.match(r"\s*,?\s+[a-z]", self.text[second.after : second.after + 4]):
            return second
        return None

    def _past_province(self, at: int, limit: int) -> int:
        """Skip a province that only tells where the region lies: "Bupati Tuban, Jawa Timur, X"."""
        mention = self._regions.get(at)
        if mention and (mention.locates or all(one.level == "provinsi" for one in mention.candidates)):
            behind = PROVINCE_END.match(self.text, mention.end_char, limit)
            return behind.end() if behind else at
        return at

    def _belongs_to_next(self, number: int, name: Name) -> bool:
        """Whether in "A, Wali Kota X, B, Bupati Y" the name behind a title is the next title's."""
        if number + 1 >= len(self.titles):
            return False
        between = self.text[name.after : self.titles[number + 1].start]
        if re.fullmatch(r"\s*,\s*", between) is None:
            return False
        behind = self._behind(number)
        if behind is None:
            return False
        # What opens such a list follows no comma; the others follow a title whose own name came first.
        before = self.text[max(0, behind.name.before - NEAR) : behind.name.before]
        opening = not before.rstrip().endswith(",")
        return opening or (number > 0 and number - 1 in self._names_first)

    def _behind(self, number: int) -> Holding | None:
        title = self.titles[number]
        line, _ = self._lines.around(title.start)
        start = max(line, title.start - WIDE)
        if number:
            start = max(start, self.titles[number - 1].end)
        gap = BEHIND.search(self.text, max(start, title.start - 40), title.start)
        if gap is None:
            return None
        sentence = self.headlines.sentence(title.start)
        headline = self.headlines.at(title.start)
        name = self._reader.read_back(self.text, start, gap.start(), headline=headline, stop=self._stop)
        if name is None or (len(name.words) == 1 and self._phrase_before(name)):
            return None
        strong = bool(gap["word"])
        if not strong and (name.start in self._used or self._of_place(number - 1, name)):
            return None
        if strong:
            return Holding(name, title, f"name {gap['word'].split()[0]} title", 0.9)
        if gap["bracket"]:
            return Holding(name, title, "name (title)", 0.85)
        if sentence and sentence.field == "title":
            # "Raih Predikat Pratama, Bupati Gembira": far more often a phrase than a name.
            return Holding(name, title, "name in a headline, title", 0.85, "elsewhere")
        if gap["comma"] or gap["bare"]:
            single = len(name.words) == 1 and not name.titled
            return Holding(name, title, "name, title", 0.85, "name" if single else None)
        return Holding(name, title, "name title", 0.6, "name") if name.titled or len(name.words) > 1 else None

    def _behind_office(self, number: int, ahead: Holding | None) -> Holding | None:
        """ "A selaku Deputi Bidang Informasi Geospasial": the last word is the office's, not a name."""
        behind = self._behind(number) if ahead and len(ahead.name.words) == 1 else None
        if behind is None or ahead is None or not JOINED.fullmatch(behind.rule):
            return None
        return replace(behind, title=placed(self.text, ahead.title, ahead.name.end))

    def _phrase_before(self, name: Name) -> bool:
        """Whether a single word is the end of a phrase ("Kategori Pratama", "STBM Pratama")."""
        word = LAST_WORD.search(self.text, max(0, name.before - 20), name.before)
        return word is not None and (word[1].lower() in self._reader.news or word[1].isupper())

    def _of_place(self, before: int, name: Name) -> bool:
        """Whether what stands before a title is the place of the title before ("Kades A, Kades B")."""
        if before < 0 or not self.titles[before].placed:
            return False
        return not self.text[self.titles[before].end : name.before].strip()

    def _pair_of_names(self, number: int, holding: Holding, found: dict[int, Holding]) -> None:
        """ "Bupati dan Wakil Bupati X, A dan B": the first title takes the first name."""
        before = number - 1
        if (
            before < 0
            or before in found
            or self.titles[before].nobody
            or holding.name.start < holding.title.end
        ):
            return
        end = self.titles[before].end
        if holding.title.start - end > NEAR or not AND.fullmatch(self.text, end, holding.title.start):
            return
        _, limit = self._lines.around(holding.name.after)
        gap = AND.match(self.text, holding.name.after, limit)
        if gap is None or gap.end() in self._title_starts:
            return
        second = self._reader.read(self.text, gap.end(), limit, stop=self._stop)
        if second is None or any(len(n.words) == 1 and not n.titled for n in (holding.name, second)):
            return
        found[before] = replace(holding, title=self.titles[before], rule="titles, names")
        found[number] = replace(holding, name=second, rule="titles, names")
        self._used.add(second.start)

    def _share(self, found: dict[int, Holding]) -> None:
        """ "Wali Kota X sekaligus Ketua Y, A": both titles are A's."""
        for number in range(len(self.titles) - 1):
            left, right = self.titles[number], self.titles[number + 1]
            if left.nobody or right.nobody or right.start - left.end > NEAR:
                continue
            if not SHARED.fullmatch(self.text, left.end, right.start):
                continue
            if number in found and number + 1 not in found:
                found[number + 1] = replace(found[number], title=right, rule="shared title")
            elif number + 1 in found and number not in found:
                found[number] = replace(found[number + 1], title=left, rule="shared title")

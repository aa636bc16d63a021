"""What a clause holds that may tell of an honour, and whether it tells of one."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from extractors.award_details import level_won, levels
from extractors.honour import Topic
from extractors.lexicon import Award
from extractors.naming import Naming, body_called
from extractors.passage import beginning_in
from extractors.programmes import HONOURED, goes_elsewhere, main_ones
from extractors.ranks import Rank, find_ranks
from extractors.recipients import KEPADA, Recipient, given_to, other_subject, recipients
from extractors.winning import Clause, in_spans, unreal_spans, won_verbs


@dataclass(frozen=True, slots=True)
class Clues:
    """What a clause holds that may tell of an honour; `real` are its `own` programmes not hoped for."""

    clause: Clause
    own: list[Naming[Award]]
    real: list[Naming[Award]]
    winners: list[Recipient]
    ranks: list[Rank]
    verbs: list[re.Match[str]]
    unreal: list[tuple[int, int]]

    @property
    def named(self) -> bool:
        """Whether the clause names its programme itself."""
        return bool(self.real)


def gather(doc: Doc, clause: Clause, topic: Topic) -> Clues | None:
    """What a clause holds; None where someone else than a government is honoured in it."""
    text = doc._.text
    unreal = unreal_spans(text, clause)
    own = list(beginning_in(doc._.award_namings, clause.start, clause.end))
    real = main_ones(text, [naming for naming in own if not in_spans(naming.start, unreal)])
    verbs = won_verbs(text, clause, unreal)
    winners = recipients(doc, clause)
    private = goes_elsewhere(real, topic)
    other = other_subject(text, clause, verbs[0].start()) if verbs else None
    others = other is not None
    if private:
        winners = [w for w in winners if w.role == "government" or (w.role == "region" and w.typed)]
    elif other is not None:
        winners = [winner for winner in winners if winner.start >= other]
    given = [winner for winner in winners if given_to(text, [winner], KEPADA)]
    if given:
        winners = [winner for winner in winners if winner.start >= given[0].start]
    told = real or ([topic.naming] if topic.naming else [])
    givers = {body_called(n.entry.giver) for n in told if n.entry.giver}
    winners = [winner for winner in winners if winner.place.name not in givers]
    if not winners and (private or others):
        return None
    ranks = [r for r in find_ranks(text, clause.start, clause.end) if not in_spans(r.start, unreal)]
    return Clues(clause, own, real, winners, ranks, verbs, unreal)


def tells(text: str, clues: Clues, topic: Topic, namings: list[Naming[Award]]) -> bool:
    """Whether a clause tells of a win: by its verb or its place in a list, or by a rank or level that no
    hope takes back.
    """
    if clues.verbs or clues.clause.sentence.item or (topic.listing and clues.winners):
        return True
    return not clues.unreal and (bool(clues.ranks) or _level(text, namings, clues.clause))


def explains(text: str, clause: Clause, naming: Naming[Award]) -> bool:
    """Whether a clause lists the levels that can be won: three or more of them."""
    return len({level for _, _, level in levels(text, naming, clause.start, clause.end)}) >= 3


def graded_alone(text: str, clause: Clause, naming: Naming[Award]) -> bool:
    """Whether a graded assessment is told without a level or a word of honour ("menerima hasil evaluasi"),
    or with a level below those that honour.
    """
    award = naming.entry
    level = level_won(text, naming, clause)
    if level is not None:
        return bool(award.honours) and level in award.predicates and level not in award.honours
    return award.graded and HONOURED.search(text, clause.start, clause.end) is None


def _level(text: str, namings: list[Naming[Award]], clause: Clause) -> bool:
    return any(naming.entry.graded and level_won(text, naming, clause) for naming in namings)

"""Answers to questions, each with the sentences it rests on."""

import datetime
from collections.abc import Callable, Iterable

from extractors.article import Article
from extractors.statement import Citation
from knowledge.answer_comparison import comparison, rise
from knowledge.answer_count import count
from knowledge.answer_disputes import TOLD, disputes
from knowledge.answer_indices import trend, value
from knowledge.answer_offices import holder
from knowledge.answer_ranking import ranking
from knowledge.answer_recipients import recipients
from knowledge.answer_region import region
from knowledge.answer_results import awards, result
from knowledge.answer_shape import Answer, Dispute, Quote, Row
from knowledge.answer_then import holder_then
from knowledge.fact import Fact, OfficeFact
from knowledge.finding import Finding
from knowledge.phrasing import Phrasing
from knowledge.question import Question, read_question
from knowledge.reading import Intent, Reading
from knowledge.store import Store

__all__ = ["Answer", "Dispute", "Quote", "Row", "answer"]

QUOTED = 2
"""Statements quoted for each fact, the surest first; where sources disagree, one for each side too."""
NEAR = 20
"""Facts quoted where the answer is not known, and articles looked up where the question is not understood."""
HITS = 5

FIND: dict[Intent, Callable[[Store, Reading, Phrasing], list[Finding]]] = {
    "recipients": recipients,
    "result": result,
    "awards": awards,
    "value": value,
    "trend": trend,
    "comparison": comparison,
    "rise": rise,
    "ranking": ranking,
    "count": count,
    "holder": holder,
    "holder_then": holder_then,
    "disputes": disputes,
    "region": region,
}


def answer(store: Store, text: str, today: datetime.date | None = None) -> Answer:
    """Answer a question from a store; `today` is what "tahun ini" counts from (by default the current date).

    Raises InputError where the question is empty or too long, StoreError where the store fails.
    """
    question = read_question(text, today)
    say = Phrasing(question.language)
    if question.reading is None:
        return _not_understood(store, question, say)
    findings = FIND[question.reading.intent](store, question.reading, say)
    return _answered(store, question, question.reading, findings, say)


def _answered(
    store: Store, question: Question, reading: Reading, findings: list[Finding], say: Phrasing
) -> Answer:
    answered = any(finding.answered for finding in findings)
    facts = list({fact.id: fact for finding in findings for fact in finding.facts}.values())
    if not answered:
        facts = facts[:NEAR]
    conflicts = [
        *(dispute for finding in findings for dispute in finding.disputes),
        *_conflicts(facts),
    ]
    text = " ".join(finding.text for finding in findings)
    if not answered and not store.counts().facts:
        text = say.say("empty")
    single = findings[0] if len(findings) == 1 else None
    return Answer(
        question=question.text,
        language=question.language,
        reading=reading,
        answered=answered,
        text=_framed(text, reading, facts, conflicts, say),
        rows=tuple(row for finding in findings for row in finding.rows),
        known=single.known if single else None,
        expected=single.expected if single else None,
        missing=single.missing if single else (),
        conflicts=tuple(conflicts),
        evidence=_quotes(store, facts, conflicts),
    )


def _framed(text: str, reading: Reading, facts: list[Fact], conflicts: list[Dispute], say: Phrasing) -> str:
    """The text with what was corrected before it, and conflicts and the question back after it."""
    if reading.corrected:
        words = ", ".join(f"“{wrong}” → “{right}”" for wrong, right in reading.corrected.items())
        text = say.say("corrected", words=words) + text
    if conflicts:
        years = {fact.id: fact.year for fact in facts if not isinstance(fact, OfficeFact)}
        told = [_sides(conflict, years.get(conflict.facts[0]), say) for conflict in conflicts]
        text += say.say("conflicts", sides="; ".join(told))
    for choice in reading.choices:
        meanings = say.either(meaning.name for meaning in choice.meanings)
        text += say.say("choice", text=choice.text, meanings=meanings)
    return text


def _sides(conflict: Dispute, year: int | None, say: Phrasing) -> str:
    """What the sides say: "nilai (2023): 3,82 atau 2,6"."""
    values = say.either(
        say.number(side.value) if isinstance(side.value, int | float) else str(side.value)
        for side in conflict.sides
    )
    when = f" ({year})" if year else ""
    return f"{say.say(f'field_{conflict.field}')}{when}: {values}"


def _conflicts(facts: Iterable[Fact]) -> list[Dispute]:
    return [
        Dispute(field=conflict.field, sides=conflict.sides, facts=(fact.id,))
        for fact in facts
        for conflict in fact.conflicts
        if conflict.field in TOLD
    ]


def _quotes(store: Store, facts: list[Fact], conflicts: list[Dispute]) -> tuple[Quote, ...]:
    """The surest statements of each fact, and of each side of a conflict, each once."""
    ids = [name for fact in facts for name in fact.statements[:QUOTED]]
    ids += [name for conflict in conflicts for side in conflict.sides for name in side.statements[:1]]
    return tuple(
        Quote(article=statement.article, text=statement.evidence.text, statement=statement.id)
        for statement in store.statements_by_id(dict.fromkeys(ids))
    )


def _not_understood(store: Store, question: Question, say: Phrasing) -> Answer:
    text = say.say("not_understood")
    if question.unread:
        text += say.say("unread", words=say.listed([f"“{word}”" for word in question.unread]))
    hits = store.search(question.text, limit=HITS).hits
    if hits:
        text += say.say("articles", titles=say.listed([f"“{hit.article.title}”" for hit in hits]))
    elif not store.counts().articles:
        text = f"{text} {say.say('empty')}"
    return Answer(
        question=question.text,
        language=question.language,
        reading=None,
        answered=False,
        text=text,
        evidence=tuple(Quote(article=_citation(h.article), text=h.snippet, statement=None) for h in hits),
    )


def _citation(article: Article) -> Citation:
    return Citation(
        url=article.url, title=article.title, published=article.published_text, source=article.source
    )

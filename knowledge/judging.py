"""Judging what a base holds: from the ids that people see to judgements, and from these to new facts."""

import datetime
from collections.abc import Iterable
from typing import Any

from extractors.article import Article
from extractors.errors import InputError
from extractors.statement import AwardStatement, Named, OfficeStatement, Statement
from knowledge.fact import AwardFact, Fact, OfficeFact
from knowledge.history import History
from knowledge.judgement import Judgement, Verdict, changed, claim_of, judgement
from knowledge.judgements import Judgements
from knowledge.keys import keys
from knowledge.store import FactQuery, Store


def statements_of(store: Store, name: str) -> list[Statement]:
    """The statement or all those of the fact with this id. Raises InputError where there is neither."""
    fact = store.fact(name)
    found = store.statements_by_id(fact.statements if fact else [name])
    if not found:
        raise InputError(
            f"no statement or fact has the id '{name}'; `piagam review` and `ask --json` tell ids"
        )
    return found


def decide(
    store: Store,
    verdict: Verdict,
    names: Iterable[str],
    *,
    by: str,
    at: datetime.datetime,
    why: str,
    **keys: Any,
) -> Judgement:
    """An `accept`, `reject`, `correct` or `split` of statements, or of all those of facts, by their ids."""
    told = [one for name in names for one in statements_of(store, name)]
    for one in told:
        changed(one, keys.get("changes", {}))
        if verdict == "split" and not isinstance(
            one, OfficeStatement if keys["thing"] == "person" else AwardStatement
        ):
            raise InputError(f"statement {one.id} tells of no {keys['thing']}; split those that do")
    claims = {claim.key: claim for claim in map(claim_of, told)}
    return judgement(verdict, by, at, why, claims=tuple(claims[key] for key in sorted(claims)), **keys)


def unite(store: Store, name: str, into: str, *, by: str, at: datetime.datetime, why: str) -> Judgement:
    """A `merge`: the person or award that the first fact tells of is that of the second.

    Raises InputError where the two are not of one kind, or tell of the same already.
    """
    one, other = _fact(store, name), _fact(store, into)
    seat = None
    if isinstance(one, AwardFact) and isinstance(other, AwardFact):
        source, target = (
            Named(id=one.award.id, name=one.award.name),
            Named(id=other.award.id, name=other.award.name),
        )
    elif isinstance(one, OfficeFact) and isinstance(other, OfficeFact):
        source, target, seat = one.person, other.person, keys(one).subject
        if keys(other).subject != seat:
            raise InputError(
                f"{source.name} and {target.name} hold offices of different regions; they stay apart"
            )
    else:
        raise InputError(f"facts {name} and {into}: only two awards or two offices can be merged")
    if source.id == target.id:
        raise InputError(f"facts {name} and {into} are both of {target.name} already")
    thing = "award" if isinstance(one, AwardFact) else "person"
    return judgement("merge", by, at, why, thing=thing, source=source.id, seat=seat, into=target)


def _fact(store: Store, name: str) -> Fact:
    found = store.fact(name)
    if found is None:
        raise InputError(f"no fact has the id '{name}'; `piagam review` and `ask --json` tell ids")
    return found


def rejudge(
    store: Store, judgements: Judgements, touched: Iterable[Judgement], history: History | None = None
) -> int:
    """Bring what the base holds of these judgements up to date with all; return how many articles changed.

    A history keeps the new states.
    """
    urls = {url for one in touched for url in _articles(store, judgements, one)}
    count = 0
    for url in sorted(urls):
        article = store.article(Article(url=url, source="", title="", body="").id)
        if article is None:
            continue  # judged in another base, and not read in this one
        before = list(store.statements(article.id))
        after = [judgements.apply(one) for one in before]
        if after != before:
            if history is not None:
                history.record([(article, after)], datetime.datetime.now(datetime.UTC))
            store.put(article, after)
            count += 1
    return count


def _articles(store: Store, judgements: Judgements, one: Judgement) -> set[str]:
    """The addresses of the articles that a judgement bears on."""
    if one.undoes:
        return _articles(store, judgements, judgements[one.undoes])
    found = {claim.article for claim in one.claims}
    if one.verdict == "merge" and one.source and one.into:
        for name in _chain(judgements, one.source, one.into.id):
            query = FactQuery(kind="award", thing=name)
            if one.thing == "person":
                query = FactQuery(kind="office", subject=name)
            for fact in store.facts(query):
                found |= {told.article.url for told in store.statements_by_id(fact.statements)}
    return found


def _chain(judgements: Judgements, *names: str) -> set[str]:
    """These ids, and those that whatever has them was merged into."""
    found = set(names)
    while more := {j.into.id for j in judgements if j.into and j.source in found} - found:
        found |= more
    return found

"""What holds of the lexicons that ship with the project, whatever is added to them."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from extractors.bodies import bodies
from extractors.lexicon import DATA, Award, Entry, Example, Index, awards, indices
from extractors.naming import award_names, index_names
from extractors.phrases import words
from extractors.region import regions
from extractors.statement import AwardStatement, IndexStatement

ENTRIES: tuple[Entry, ...] = (*awards(), *indices())
LEXICONS: dict[str, tuple[Entry, ...]] = {"awards": awards(), "indices": indices()}
PLACES = {region.name for region in regions()} | {body.name for body in bodies().all}
SHORTEST = 4
"""Letters of a name that is matched whatever its case; a shorter one would match ordinary words."""


def named(entry: object) -> str:
    return f"{type(entry).__name__.lower()} {entry.id}" if isinstance(entry, Entry) else str(entry)


def examples() -> Iterator[tuple[Entry, Example]]:
    for entry in ENTRIES:
        for example in entry.examples:
            yield entry, example


def test_the_lexicons_are_as_large_as_promised() -> None:
    assert len(awards()) >= 100
    assert len(indices()) >= 50


def test_files_are_grouped_by_field() -> None:
    for kind in LEXICONS:
        files = sorted((DATA / kind).glob("*"))
        assert len(files) > 5
        assert {path.suffix for path in files} == {".yaml"}


@pytest.mark.parametrize("kind", LEXICONS)
def test_a_name_belongs_to_one_entry(kind: str) -> None:
    names = [entry.name.casefold() for entry in LEXICONS[kind]]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("kind", LEXICONS)
def test_a_phrase_of_two_entries_counts_only_in_its_context(kind: str) -> None:
    owners: dict[tuple[str, ...], dict[str, Entry]] = defaultdict(dict)
    for entry in LEXICONS[kind]:
        for phrase in (*entry.phrases, *entry.short):
            owners[tuple(word.key for word in words(phrase))][entry.id] = entry
    for key, shared in owners.items():
        if len(shared) < 2:
            continue
        contexts: list[str] = []
        for entry in shared.values():
            unclear = {tuple(word.key for word in words(phrase)) for phrase in entry.ambiguous}
            assert key in unclear, f"'{' '.join(key)}' of {sorted(shared)} is not 'ambiguous' in {entry.id}"
            contexts += {word.casefold() for word in entry.context}
        assert len(contexts) == len(set(contexts)), (
            f"'{' '.join(key)}' of {sorted(shared)} shares its context"
        )


@pytest.mark.parametrize("entry", ENTRIES, ids=named)
def test_no_name_is_so_short_that_ordinary_words_match(entry: Entry) -> None:
    for phrase in entry.phrases:
        letters = sum(len(word.key) for word in words(phrase))
        assert letters >= SHORTEST, f"'{phrase}' belongs in 'short'"
    for phrase in entry.short:
        assert any(letter.isupper() for letter in phrase), f"'{phrase}' of 'short' has no capital letter"


@pytest.mark.parametrize("entry", ENTRIES, ids=named)
def test_ids_are_short_and_phrases_are_tidy(entry: Entry) -> None:
    assert len(entry.id) <= 40
    for phrase in (entry.name, *entry.aliases, *entry.short, *entry.context):
        assert phrase == " ".join(phrase.split())
        assert words(phrase)
    listed = [tuple(word.key for word in words(phrase)) for phrase in (entry.name, *entry.aliases)]
    assert len(listed) == len(set(listed)), "hyphens, slashes and case need no alias of their own"
    assert len(entry.short) == len(set(entry.short))


@pytest.mark.parametrize("award", awards(), ids=named)
def test_predicates_are_told_apart(award: Award) -> None:
    folded = [predicate.casefold() for predicate in award.predicates]
    assert len(folded) == len(set(folded))
    assert not {alias.casefold() for alias in award.predicate_aliases} & set(folded)
    assert not (award.graded and len(award.predicates) < 2), "a graded award has levels"


def test_an_award_honours_an_index_that_exists() -> None:
    honoured = [award.index for award in awards() if award.index]
    assert honoured
    assert set(honoured) <= {index.id for index in indices()}
    assert len(honoured) == len(set(honoured))


def test_the_parts_of_the_spbe_index_are_its_domains() -> None:
    parts = [index.name for index in indices() if index.part_of == "spbe"]
    assert len(parts) == 4
    assert all("Domain" in name for name in parts)


@pytest.mark.parametrize(("entry", "example"), list(examples()), ids=named)
def test_an_example_names_its_entry(entry: Entry, example: Example) -> None:
    """One that must not be read names it too, or it would show nothing; its context may be missing."""
    names = award_names() if isinstance(entry, Award) else index_names()
    if example.expect is not None:
        assert entry.id in {naming.entry.id for naming in names.find(example.text)}
    written = {naming.id for match in names.phrases.find(example.text) for naming, _ in match.value}
    assert entry.id in written


@pytest.mark.parametrize(("entry", "example"), list(examples()), ids=named)
def test_an_example_expects_what_a_statement_can_say(entry: Entry, example: Example) -> None:
    if example.expect is None:
        return
    model = AwardStatement if isinstance(entry, Award) else IndexStatement
    place = "recipient" if isinstance(entry, Award) else "region"
    assert set(example.expect) <= set(model.model_fields)
    assert example.expect[place] in PLACES
    year = example.expect.get("year")
    assert year is None or isinstance(year, int)
    predicate = example.expect.get("predicate")
    if isinstance(entry, Award):
        assert predicate is None or predicate in entry.predicates
        assert example.expect.get("category") in {None, *entry.categories}
    elif isinstance(entry, Index):
        value = example.expect["value"]
        assert isinstance(value, int | float)
        assert entry.scale[0] <= value <= entry.scale[1]
        assert predicate is None or predicate in {band.name for band in entry.bands}


@pytest.mark.parametrize("entry", ENTRIES, ids=named)
def test_an_entry_shows_what_it_reads(entry: Entry) -> None:
    reads = any(example.expect is not None for example in entry.examples)
    assert reads or (isinstance(entry, Award) and entry.goes_to != "government")

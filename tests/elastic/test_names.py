"""Names of indices and what is read from them."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.errors import InputError
from knowledge.elastic_index import mapping
from knowledge.elastic_names import KINDS, IndexName, Names, new_build

ROOT = Path(__file__).parent.parent.parent

prefixes = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,40}", fullmatch=True)
builds = st.from_regex(r"[0-9]{14}-[0-9a-f]{4}", fullmatch=True)


@given(prefix=prefixes, kind=st.sampled_from(KINDS), version=st.integers(0, 999_999_999), build=builds)
def test_a_name_is_read_as_what_it_was_built_from(prefix: str, kind: str, version: int, build: str) -> None:
    name = IndexName(prefix, kind, version, build)  # type: ignore[arg-type]
    assert IndexName.parse(str(name)) == name


@given(st.one_of(st.text(), st.from_regex(r"[a-z-]{0,9}-(articles|facts|lock)-v?\d*-.*")))
def test_what_is_read_is_the_name_again(text: str) -> None:
    name = IndexName.parse(text)
    assert name is None or str(name) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "piagam-facts",
        "piagam-facts-v1",
        "piagam-words-v1-20261124170501-a1b2",
        "piagam-facts-v-20261124170501-a1b2",
        "piagam-facts-v1-20261124170501",
        "piagam-facts-v01-20261124170501-a1b2",
        "-facts-v1-20261124170501-a1b2",
        "piagam-facts-v1-20261124170501-a1b2\n",
        "piagam-facts-v١-20261124170501-a1b2",
    ],
)
def test_other_names_are_not_ours(text: str) -> None:
    assert IndexName.parse(text) is None


def test_builds_have_different_names() -> None:
    assert len({new_build() for _ in range(5)}) == 5


@pytest.mark.parametrize("prefix", ["", "Piagam", "-a", "_a", "a b", "a*", "a,b", "x" * 101, "é", "a\n"])
def test_a_prefix_that_no_index_can_have_is_refused(prefix: str) -> None:
    with pytest.raises(InputError, match="prefix"):
        Names(prefix)


@pytest.mark.parametrize("kind", [*KINDS, "lock", "audit"])
def test_mappings_are_strict(kind: str) -> None:
    assert mapping(kind)["mappings"]["dynamic"] == "strict"


def test_every_key_of_a_mapping_is_documented() -> None:
    page = (ROOT / "docs" / "elasticsearch.md").read_text()
    for kind in KINDS:
        part = page.partition(f"\n`{kind}`: ")[2].partition("\n\n`")[0]
        rows = [line.split("|")[1] for line in part.splitlines() if line.startswith("| `")]
        documented = {name for row in rows for name in re.findall(r"`([a-z.]+)`", row)}
        properties = mapping(kind)["mappings"]["properties"]
        inner = {f"{name}.{field}" for name, told in properties.items() for field in told.get("fields", {})}
        assert documented == set(properties) | inner


def test_mappings_are_json_files_of_the_project() -> None:
    names = sorted(path.stem for path in (ROOT / "index_mappings").glob("*.json"))
    assert names == sorted([*KINDS, "lock", "audit"])
    for name in names:
        json.dumps(mapping(name))

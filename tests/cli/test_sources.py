"""`piagam sources`."""

from tests.cli.conftest import Piagam


def test_sources_are_listed(piagam: Piagam) -> None:
    lines = piagam("sources").out.splitlines()
    assert [line.split()[0] for line in lines] == sorted(line.split()[0] for line in lines)
    assert any(line.startswith("newsroom ") for line in lines)
    listed = piagam("sources", "--json").json
    assert [one["name"] for one in listed] == [line.split()[0] for line in lines]
    assert all(set(one) == {"name", "title", "home", "language", "verified"} for one in listed)


def test_a_source_not_tried_on_its_site_says_so(piagam: Piagam) -> None:
    told = {line.split()[0]: line for line in piagam("sources").out.splitlines()}
    for source in piagam("sources", "--json").json:
        assert ("not yet tried" in told[source["name"]]) != source["verified"]


def test_a_source_is_shown_whole(piagam: Piagam) -> None:
    shown = piagam("sources", "show", "newsroom", "--json").json
    assert shown["name"] == "newsroom"
    assert shown["politeness"]["delay"] == 0.05
    text = piagam("sources", "show", "newsroom").out
    assert text.startswith("name: newsroom\n")
    assert "delay: 0.05" in text

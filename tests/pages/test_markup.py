"""How a source says where its articles keep what."""

import pytest
from pydantic import ValidationError

from extractors.markup import Markup


def test_one_selector_or_name_may_stand_alone() -> None:
    markup = Markup(title="h1", body=["div.a", "div.b"], noise="Kirim naskah", outlets="KORAN")
    assert (markup.title, markup.body) == (("h1",), ("div.a", "div.b"))
    assert (markup.noise, markup.outlets) == (("Kirim naskah",), ("KORAN",))


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"body": "div[["}, "'div[[' is not a CSS selector"),
        ({"drop": ["p", "p::text"]}, "'p::text' is not a CSS selector"),
        ({"zone": "Asia/Malang"}, "'Asia/Malang' is no time zone"),
        ({"zone": "../etc/passwd"}, "is no time zone"),
        ({"state": {"selector": "script", "body": "a["}}, "'a[' is not a JMESPath expression"),
        ({"titel": "h1"}, "Extra inputs are not permitted"),
        ({"title": 5}, "valid tuple"),
    ],
)
def test_a_mistake_is_told_when_the_markup_is_made(change: dict[str, object], complaint: str) -> None:
    with pytest.raises(ValidationError) as raised:
        Markup.model_validate(change)
    assert complaint in str(raised.value)


@pytest.mark.parametrize(
    "selector",
    ["p:has(span.baca-juga)", 'div.news-tags a[href*="/listtag/"]', "div.bottom-15 > p.text-grey > small",
     'meta[name="dtk:publishdateunix"]', "div:not(.iklan) > p:nth-of-type(2)", "[class^=inject-baca-juga]"],
)  # fmt: skip
def test_selectors_that_sites_need_are_understood(selector: str) -> None:
    assert Markup(body=selector).body == (selector,)

"""The quick look overlooks nothing that the closer one finds."""

from __future__ import annotations

import pytest

from portfolio_gen.withholding.third_parties.hits import hits
from portfolio_gen.withholding.third_parties.prefilter import may_hold_name
from tests.withholding.third_parties.portfolios import index


@pytest.mark.parametrize("name", ["Zoé", "Zoé Qvist"])
@pytest.mark.parametrize(
    "text",
    [
        "Zoé Qvist", "Zo\u0301e Qvist Zoe\u0301", "**Z**oé Qvist", "Z<b>oé</b> Qvist", "Zo&eacute; Qvist", "ZoéQvist",
        "Zo%C3%A9%20Qvist", "Z[oé](x.md) Qvist", "a [[x|Zoé]] Qvist", "x**Zoé**and Zoé Qvist", "Zo\u00ade\u0301 Qvist",
    ],
)  # fmt: skip
def test_a_text_with_a_name_is_looked_at_closely(text: str, name: str):
    assert may_hold_name(text, index(name)) or not hits(text, index(name))


@pytest.mark.parametrize("text", ["J**ane**", "**J**ane", "J<b>ane</b>", "J&#97;ne"])
def test_a_name_that_markup_takes_apart_is_looked_at_closely(text: str):
    assert hits(text, index("Jane"))
    assert may_hold_name(text, index("Jane"))


def test_a_text_without_the_first_word_of_a_name_is_passed_over():
    assert not may_hold_name("I will see, in an *ordinary* text of [some](x.md) length.", index("Jane Doe\nWill"))

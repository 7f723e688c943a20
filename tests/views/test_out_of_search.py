"""Views without a place in the search."""

from __future__ import annotations

import pytest

from portfolio_gen.views.out_of_search import out_of_search


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("## Entries", "## Entries {: data-search-exclude }"),
        ("### [Ada](ada.md)  ", "### [Ada](ada.md) {: data-search-exclude }"),
        ("## Levels {: #levels .wide }", "## Levels {: #levels .wide data-search-exclude }"),
        ("## Levels { #levels }", "## Levels {: #levels data-search-exclude }"),
        ("## Entries {: data-search-exclude }", "## Entries {: data-search-exclude }"),
        ("### 1. Starting {: #level-1 .pf-searched }", "### 1. Starting {: #level-1 .pf-searched }"),
        ("# Title", "# Title"),
        ("#hash", "#hash"),
        ("```\n## code\n```", "```\n## code\n```"),
    ],
)
def test_every_heading_of_a_view_is_kept_out_but_those_that_are_meant_to_be_found(heading: str, expected: str):
    assert out_of_search(f"Words\n\n{heading}\n\nWords") == f"Words\n\n{expected}\n\nWords"

"""What has changed between two sites."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolio_gen.publishing.difference import address_of, difference
from portfolio_gen.publishing.manifest import Published

SITES = st.dictionaries(
    st.sampled_from([f"{name}.html" for name in "abcdefgh"]),
    st.builds(Published, sha256=st.sampled_from("xyz"), size=st.integers(0, 1)),
)


@given(SITES, SITES)
def test_a_difference_holds_each_file_once_and_leads_from_the_former_site_to_the_new(former, new):
    found = difference(former, new)
    parts = (found.added, found.changed, found.withdrawn, found.same)
    assert sorted(uri for part in parts for uri in part) == sorted({*former, *new})
    assert all(list(part) == sorted(part) for part in parts)
    kept = {uri: file for uri, file in former.items() if uri not in found.withdrawn}
    assert {**kept, **{uri: new[uri] for uri in (*found.added, *found.changed)}} == new
    assert all(former[uri] != new[uri] for uri in found.changed)


@given(SITES, SITES)
def test_a_difference_turned_around_withdraws_what_was_added(former, new):
    there, back = difference(former, new), difference(new, former)
    assert (there.added, there.changed, there.withdrawn) == (back.withdrawn, back.changed, back.added)


@given(SITES, SITES)
def test_only_equal_sites_have_no_difference(former, new):
    assert difference(former, new).is_none == (former == new)


@pytest.mark.parametrize(
    ("uri", "site_url", "address"),
    [
        ("goals/read/index.html", "https://example.org/team/", "https://example.org/team/goals/read/"),
        ("goals/read.html", "https://example.org/team", "https://example.org/team/goals/read.html"),
        ("index.html", "https://example.org/", "https://example.org/"),
        ("about-index.html", "https://example.org/", "https://example.org/about-index.html"),
        ("a b/Ü?.pdf", "https://example.org/", "https://example.org/a%20b/%C3%9C%3F.pdf"),
        ("goals/read/index.html", "", "goals/read/index.html"),
        ("goals/read/index.html", None, "goals/read/index.html"),
    ],
)
def test_a_file_has_the_address_at_which_a_browser_finds_it(uri: str, site_url: str | None, address: str):
    assert address_of(uri, site_url) == address

"""Roles in place of names, in everything that is published."""

from __future__ import annotations

import pytest

from portfolio_gen.build import export
from tests.builders import everything_published, page, said, settings, tree
from tests.withholding.test_leaves_no_trace import published
from tests.withholding.third_parties.portfolios import built, checked, settings_with

ENTRY = """---
audience: team
title: Jane Doe's plan
tags: [jane-doe, plans]
description: What Jane Doe said
date: 2026-11-05
with: [Jane Doe, people/ada]
agreed:
  - {who: Jane Doe, what: "Ask [Jane Doe](../goals/g.md) again"}
---

## With **Jane** Doe

We spoke. Jane Doe's idea was [[g|Jane Doe's]].
"""
FILES = {
    "checkins/a.md": ENTRY,
    "goals/g.md": "---\naudience: team\n---\n\n# Jane Doe's goal\n\nSee [[checkins/a]].\n",
    "people/ada/index.md": "---\naudience: team\n---\n\n# Ada Lund\n",
}


def test_nothing_of_a_name_is_published():
    site = built(FILES, audience="team", pseudonyms=True)
    assert not site.is_stopped, site.problems
    assert "jane" not in everything_published(site).lower()
    assert "doe" not in everything_published(site).lower()
    text = page(site, "checkins/a.md")
    assert "# A colleague's plan" in text
    assert "## With **a colleague**" in text
    assert "We spoke. A colleague's idea was [a colleague's](../goals/g.md)." in text
    assert "Ask [a colleague](../goals/g.md) again" in text
    assert site.written["checkins/a.md"].meta["tags"] == ["a colleague", "plans"]
    assert site.written["checkins/a.md"].meta["description"] == "What a colleague said"
    assert "[A colleague's goal](../goals/g.md)" in page(site, "checkins/a.md") or "A colleague's goal" in page(
        site, "goals/index.md"
    )


def test_an_export_holds_roles_too():
    document, others = export(tree(FILES), settings_with("Jane Doe", audience="team", pseudonyms=True))
    assert others == 0
    assert "Jane" not in str(document)


def test_check_is_silent_about_what_is_replaced():
    assert said(checked(FILES, audience="team", pseudonyms=True), "third-party-name") == []
    assert len(said(checked(FILES, audience="team"), "third-party-name")) == 10


def test_its_author_sees_the_names():
    site = built(FILES, audience="me", pseudonyms=True)
    plain = built(FILES, "", audience="me")
    assert published(site) == published(plain)


@pytest.mark.parametrize(
    ("uri", "text"),
    [
        ("journal/jane-doe.md", "---\naudience: team\n---\n"),
        ("journal/a.md", "---\naudience: team\nid: jane-doe\n---\n"),
        ("journal/a.md", "---\naudience: team\naliases: [Jane Doe]\n---\n"),
        ("journal/a.md", "---\naudience: team\n---\n[x](https://x.org/jane-doe)"),
        ("journal/a.md", "---\naudience: team\n---\n[[Jane Doe]]"),
        ("evidence/a.md", "---\naudience: team\nlink: https://x.org/jane-doe\n---\n"),
        ("people/jane/index.md", "---\naudience: team\nthird_party: true\naliases: [Jane Doe]\n---\n"),
    ],
)
def test_what_cannot_be_replaced_stays_an_error(uri: str, text: str):
    site = built({uri: text}, audience="team", pseudonyms=True)
    assert site.is_stopped
    assert {problem.code for problem in site.problems} >= {"third-party-name"}


def test_a_reader_finds_their_own_private_entries_as_they_wrote_them():
    files = {
        "people/ada/index.md": "---\naudience: team\n---\n",
        "people/ben/index.md": "---\naudience: team\nmentors: [ada]\n---\n",
        "people/ada/journal/own.md": "Mine, with Jane Doe.",
        "people/ben/journal/told.md": "---\naudience: mentor\n---\nTold, with Jane Doe.",
    }
    text = everything_published(built(files, audience="team", reader="ada", pseudonyms=True))
    assert "Mine, with Jane Doe." in text
    assert "Told, with a colleague." in text


def test_a_title_from_a_heading_and_its_anchor_follow_the_text():
    files = {
        "journal/a.md": "---\naudience: team\n---\n\n# With Jane Doe\n\n## A\n",
        "journal/b.md": "---\naudience: team\n---\n[[a]]",
    }
    site = built(files, audience="team", pseudonyms=True)
    assert "[With a colleague](a.md)" in page(site, "journal/b.md")


def test_a_reference_to_the_page_of_a_third_party_is_not_shared():
    files = {
        "people/jane/index.md": "---\nthird_party: true\n---\n\n# Jane Doe\n",
        "checkins/a.md": "---\naudience: team\nwith: jane\n---\nSee [Jane Doe](../people/jane/index.md).",
    }
    text = page(built(files, "", audience="team", pseudonyms=True), "checkins/a.md")
    assert "See not shared." in text
    assert "jane" not in text.lower()


def test_problems_keep_the_places_of_the_source():
    body = "Jane\nDoe and [Jane Doe](gone.md), [[nowhere]]\n\n<!-- portfolio: nothing -->\n"
    files = {"journal/a.md": f"---\naudience: team\n---\n{body}"}
    places = ["journal/a.md:5:30 broken-link", "journal/a.md:7:1 unknown-view"]
    assert said(built(files, "", audience="team").problems) == places
    assert said(built(files, audience="team", pseudonyms=True).problems) == places


def test_without_names_a_site_is_the_same_with_and_without_the_option():
    files = {**FILES, "journal/x.md": "---\naudience: team\n---\nA *b* [[g]]."}
    site = built(files, "Sam Roe", audience="team", pseudonyms=True)
    assert published(site) == published(built(files, "", audience="team"))


def test_an_entry_that_is_withheld_changes_no_role():
    secret = {"journal/s.md": "---\naudience: me\n---\n# Jane Doe\n\n[[g]]"}
    one, other = (built(files, audience="team", pseudonyms=True) for files in (FILES, {**FILES, **secret}))
    assert published(one) == published(other)


def test_the_option_has_to_be_set():
    assert settings().pseudonyms is False

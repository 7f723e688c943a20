"""A comment in an entry is for whoever edits it: no site holds it, whoever the site is for."""

from __future__ import annotations

import pytest

from portfolio_gen.model.audience import AUDIENCE_NAMES
from tests.builders import Files, build, checked, everything_published, page, said

HELP = "What did you see? Only what a camera would have seen."
ENTRY = f"""---
audience: public
---

# A hard call

## What?
<!-- {HELP} -->

They rang twice.

## So what?
<!-- Why does it matter? -->
"""


@pytest.mark.parametrize("audience", AUDIENCE_NAMES)
def test_help_and_unanswered_headings_are_in_no_site(audience: str):
    site = build({"journal/2026-11-02-call.md": ENTRY}, audience=audience)
    published = everything_published(site)
    assert "They rang twice." in published
    assert "camera" not in published
    assert "So what" not in published


def test_a_site_is_the_same_without_the_comments():
    without = ENTRY.replace(f"<!-- {HELP} -->\n", "").partition("## So what?")[0].rstrip() + "\n"
    with_comments = build({"journal/2026-11-02-call.md": ENTRY})
    assert (
        everything_published(with_comments).split()
        == everything_published(build({"journal/2026-11-02-call.md": without})).split()
    )


def test_comments_of_a_page_stay_for_its_host():
    site = build({"notes.md": "---\naudience: public\n---\n\n# Notes\n\n<!-- for-another-plugin -->\n"})
    assert "<!-- for-another-plugin -->" in page(site, "notes.md")


def test_what_is_named_in_a_comment_is_not_named():
    files: Files = {
        "competencies/testing.md": "# Testing\n",
        "journal/a.md": "---\naudience: public\n---\n\n# A\n\n<!-- see [[nowhere]] and [[testing]] -->\n\nText.\n",
    }
    assert said(checked(files), "broken-link") == []
    assert "Testing" not in page(build(files), "journal/a.md")


def test_who_is_named_in_a_comment_is_named_to_nobody():
    files: Files = {
        "people/zoe/index.md": "---\nthird_party: true\n---\n\n# Zoë Quist\n",
        "people/ada/index.md": "---\naudience: public\n---\n\n# Ada\n",
        "people/ada/journal/a.md": "---\naudience: public\n---\n\n# A\n\n<!-- Zoë Quist said it -->\n\nA colleague.\n",
    }
    assert said(checked(files), "third-party-name") == []


def test_a_link_behind_a_comment_keeps_its_place():
    text = "---\naudience: public\n---\n\n# A\n<!-- two\nlines -->\n\nSee [[nowhere]].\n"
    assert said(checked({"journal/a.md": text}), "broken-link") == ["journal/a.md:9:5 broken-link"]
    assert said(build({"journal/a.md": text}).problems, "broken-link") == ["journal/a.md:9:5 broken-link"]

"""What is withheld changes no name, no owner and no link of what is shared."""

from __future__ import annotations

import pytest

from tests.builders import build, page
from tests.withholding.test_leaves_no_trace import published

OPEN = "---\naudience: public\n"
SHARED = {
    "people/ada/index.md": f"{OPEN}---\n# Ada\n",
    "people/bea/index.md": f"{OPEN}mentors: [ada]\n---\n# Bea\n",
    "people/bea/journal/m.md": "---\naudience: mentor\n---\nM.\n",
    "journal/2026-01-01-a.md": f"{OPEN}person: ada\n---\n# A\n\n[all](2026.md) [again](/journal/2026/)\n",
    "journal/undated.txt.md": f"{OPEN}id: note\n---\n[[a]] [u](undated.md)\n",
}
WITHHELD = {
    "the place of a year": {"journal/2026.md": "# Mine\n"},
    "the place of what has no date": {"journal/undated.md": "# Mine\n"},
    "an alias of a person": {"people/zoe/index.md": "---\naliases: [ada]\n---\n# Zoe\n"},
    "the name of a person elsewhere": {"x/people/ada/index.md": "# Zoe\n"},
    "the id of a person": {"journal/z.md": "---\nid: people/ada\n---\n# Z\n"},
    "the id of an entry": {"journal/z.md": "---\nid: note\n---\n# Z\n"},
    "the place of a person": {"people/ada.md": "# Mine\n"},
}


@pytest.mark.parametrize("options", [{}, {"person": "ada"}, {"audience": "team", "reader": "people/ada"}], ids=str)
@pytest.mark.parametrize("what", WITHHELD)
def test_nothing_shows_what_a_withheld_entry_is_called_or_where_it_is(what: str, options: dict[str, str]):
    plain = build(SHARED, on_error="withhold", **options)
    other = build({**SHARED, **WITHHELD[what]}, on_error="withhold", **options)
    assert published(plain) == published(other)


def test_two_shared_entries_with_one_id_are_both_withheld():
    files = {"journal/a.md": f"{OPEN}id: x\n---\n", "journal/b.md": f"{OPEN}id: x\n---\n"}
    assert build(files, on_error="withhold").written == {}


def test_a_passage_at_the_end_of_a_line_leaves_no_blank():
    text = f"{OPEN}---\n- x <!-- only: me -->y<!-- end only -->\n- z\n"
    assert "- x\n- z\n" in page(build({"journal/a.md": text}), "journal/a.md")


def test_links_beside_a_post_lead_to_nothing_withheld():
    files = {"blog/a.md": f"{OPEN}links: [goals/g.md, {{G: goals/g.md}}, blog/a.md]\n---\n", "goals/g.md": "# G\n"}
    assert build(files).written["blog/a.md"].meta["links"] == ["blog/a.md"]

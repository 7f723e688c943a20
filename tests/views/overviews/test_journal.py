"""The journal as a line of time."""

from __future__ import annotations

import re

from tests.builders import COMPETENCY, Files, build, page

FILES: Files = {
    "people/ada/index.md": "---\ntitle: Ada\naudience: public\n---\n",
    "people/ben/index.md": "---\ntitle: Ben\naudience: public\n---\n",
    "competencies/testing.md": COMPETENCY,
    "people/ada/goals/read.md": """
        ---
        title: Read more
        audience: public
        date: 2026-01-02
        competencies: [testing]
        ---
        """,
    "people/ada/journal/2026-02-03.md": "---\ntitle: Second\naudience: public\ngoals: [read]\n---\n",
    "people/ben/journal/2026-02-01.md": "---\ntitle: First\naudience: public\n---\n",
    "people/ben/journal/a.md": "---\ntitle: Some time\naudience: public\ndate: 2026\n---\n",
    "people/ben/journal/b.md": "---\ntitle: New year\naudience: public\ndate: 2026-W01\n---\n",
    "people/ben/journal/c.md": "---\ntitle: Once\naudience: public\n---\n",
}


def lines(markdown: str) -> list[str]:
    """The headings and the titles of a list, in order."""
    return [heading or title for heading, title in re.findall(r"^## ([^{\n]+?) \{|^- <span[^>]*></span> \[([^\]]+)\]",
                                                              markdown, re.MULTILINE)]  # fmt: skip


def test_entries_stand_below_their_month_the_newest_first():
    assert lines(page(build(FILES), "journal/2026.md")) == [
        "February 2026", "Second", "First", "January 2026", "Read more", "2026", "Some time",
        "January 2026", "New year",
    ]  # fmt: skip


def test_the_first_page_shows_the_newest_and_leads_to_each_year_and_to_where_they_go_on():
    old = {f"journal/2025-03-{day:02}.md": "---\naudience: public\n---\n" for day in range(1, 29)}
    text = page(build({**FILES, **old}), "journal/index.md")
    assert "- [2026](2026.md)\n- [2025](2025.md)\n- [Without a date](undated.md)\n" in text
    assert len(re.findall(r"^- <span", text, re.MULTILINE)) == 15
    assert "[Older entries](2025.md)" in text


def test_a_journal_that_is_all_on_its_first_page_goes_on_nowhere():
    assert "Older entries" not in page(build(FILES), "journal/index.md")


def test_a_line_says_its_kind_in_words_and_what_it_shows():
    text = page(build(FILES), "journal/2026.md")
    assert (
        '- <span class="pf-mark pf-icon pf-icon-goal"></span> [Read more](../people/ada/goals/read.md) '
        '<span class="pf-about">goal · 2 January 2026 · [Ada](../people/ada/index.md)</span> '
        '<span class="pf-shows">Testing</span>'
    ) in text


def test_the_journal_counts_nothing():
    built = build(FILES)
    assert not re.search(r"\d+ entr", page(built, "journal/index.md") + page(built, "journal/2026.md"))


def test_months_and_days_are_in_the_language_of_the_site():
    text = page(build(FILES, language="de"), "journal/index.md")
    assert lines(text)[0] == "Februar 2026"
    assert "2. Januar 2026" in text


def test_a_page_of_a_year_leads_to_the_choice_among_its_entries():
    assert "[Filter these entries](index.md?year=2026){: .pf-choose-link }" in page(build(FILES), "journal/2026.md")
    assert "(index.md?year=undated)" in page(build(FILES), "journal/undated.md")


def test_a_journal_without_entries_offers_no_choice():
    text = page(build({}), "journal/index.md")
    assert "There are no entries here yet." in text
    assert "pf-choose" not in text


def test_a_placed_journal_stays_out_of_the_search():
    text = page(build({**FILES, "all.md": "---\naudience: public\n---\n\n<!-- portfolio: journal -->\n"}), "all.md")
    assert '<section class="pf-journal" data-search-exclude="true" markdown="1">' in text
    headings = re.findall(r"^##.*$", text, re.MULTILINE)
    assert headings and all(heading.endswith("{: data-search-exclude }") for heading in headings)

"""Where generated pages go, and what a written page replaces."""

from __future__ import annotations

import pytest

from portfolio_gen.build import Build
from tests.builders import build, checked, page, said


def generated(built: Build) -> list[str]:
    return [one.uri for one in built.generated]


OVERVIEWS = [
    "index.md", "competencies/index.md", "people/index.md", "matrix/index.md", "goals/index.md", "map/index.md",
    "journal/index.md",
]  # fmt: skip


def test_an_empty_portfolio_has_its_overviews_and_says_what_to_do_first():
    built = build({})
    assert generated(built) == OVERVIEWS
    assert "## Start here" in page(built, "index.md")
    assert built.navigation == tuple(uri for uri in OVERVIEWS if uri != "matrix/index.md")


def test_the_home_page_has_the_name_of_the_site():
    assert page(build({}), "index.md").startswith("# Test site\n")


@pytest.mark.parametrize("uri", ["goals/index.md", "goals.md", "goals/README.md"])
def test_a_written_page_at_the_place_of_an_overview_wins_and_is_linked_instead(uri: str):
    built = build({uri: "---\naudience: public\n---\n# Ours\n\n<!-- portfolio: goals -->\n"})
    assert "goals/index.md" not in generated(built)
    assert "There are no goals here yet." in page(built, uri)
    assert f"]({uri})" in page(built, "index.md")
    assert uri in built.navigation


def test_a_written_page_that_the_audience_may_not_see_replaces_nothing():
    built = build({"goals/index.md": "# Ours, in private"})
    assert generated(built) == OVERVIEWS


def test_a_year_page_moves_aside_for_an_entry_in_its_place():
    built = build(
        {
            "journal/2026.md": "---\naudience: public\n---\n",
            "journal/a.md": "---\naudience: public\ndate: 2026-01-02\n---\n",
        }
    )
    assert "journal/2026-entries.md" in generated(built)
    assert "[2026](2026-entries.md)" in page(built, "journal/index.md")


def test_the_journal_is_paged_at_a_hundred():
    files = {
        f"journal/2026-{month:02}-{day:02}-n{n}.md": "---\naudience: public\n---\n"
        for month in range(1, 8) for day in range(1, 16) for n in range(2)
    }  # fmt: skip
    built = build(files)
    pages = [uri for uri in generated(built) if uri.startswith("journal/2026")]
    assert pages == ["journal/2026.md", "journal/2026-2.md", "journal/2026-3.md"]
    assert [page(built, uri).count(".md) <span") for uri in pages] == [100, 100, 10]
    assert "Pages: **1** · [2](2026-2.md) · [3](2026-3.md)" in page(built, "journal/2026.md")
    assert "2026-07-15" in page(built, pages[0]) and "2026-01-01" in page(built, pages[2])


def test_a_week_belongs_to_the_year_that_its_author_wrote():
    built = build({"journal/a.md": "---\naudience: public\ndate: 2026-W01\n---\n"})
    assert "journal/2026.md" in generated(built)


def test_entries_without_a_date_have_a_page_of_their_own():
    built = build({"journal/a.md": "---\naudience: public\n---\n# Some day"})
    assert "[Some day](a.md)" in page(built, "journal/undated.md")


def test_a_person_without_a_page_gets_one_if_persons_may_be_seen():
    files = {"people/cho/journal/a.md": "---\naudience: public\n---\n# Note"}
    assert "people/cho/index.md" not in generated(build(files))
    built = build(files, defaults={"person": "public"})
    assert "[Note](journal/a.md)" in page(built, "people/cho/index.md")
    assert "[Cho](../index.md)" in page(built, "people/cho/journal/a.md")


def test_a_person_without_a_page_is_not_there_if_all_their_entries_are_withheld():
    built = build({"people/cho/journal/a.md": "# Note"}, defaults={"person": "public"})
    assert generated(built) == OVERVIEWS


def test_the_person_of_the_options_owns_what_lies_in_no_folder():
    files = {"journal/a.md": "---\naudience: public\n---\n# Note"}
    built = build(files, person="ada", defaults={"person": "public"})
    assert "[Note](../../journal/a.md)" in page(built, "people/ada/index.md")


def test_entries_and_persons_are_never_in_the_navigation_and_pages_are_as_mkdocs_orders_them():
    uris = (
        "zebra.md", "about.md", "guides/b.md", "guides/index.md", "guides/deep-er/a.md", "how_to/x.md",
        "people/ada/index.md", "people/ada/goals/g.md", "journal/n.md", "competencies/c.md",
    )  # fmt: skip
    files = dict.fromkeys(uris, "---\naudience: public\n---\n")
    assert build(files).navigation == (
        "index.md", "about.md", "zebra.md",
        {"Guides": ["guides/index.md", "guides/b.md", {"Deep er": ["guides/deep-er/a.md"]}]},
        {"How to": ["how_to/x.md"]},
        "competencies/index.md", "people/index.md", "goals/index.md", "map/index.md", "journal/index.md",
    )  # fmt: skip


def test_a_view_can_be_placed_on_any_page_and_an_unknown_one_is_a_warning():
    files = {"notes.md": "---\naudience: public\n---\n\n<!-- portfolio: people -->\n\n<!--portfolio:peeple-->\n"}
    assert "Nobody has a page here" in page(build(files), "notes.md")
    assert said(checked(files), "unknown-view") == ["notes.md:7:1 unknown-view"]


def test_pages_are_left_as_they_are_but_for_links_and_the_line_of_the_audience():
    text = "# Any *page*\n\nWith [[other]].\n"
    built = build(
        {"a.md": f"---\naudience: public\nhide: [toc]\n---\n{text}", "other.md": "---\naudience: public\n---\n"}
    )
    assert page(built, "a.md").startswith("# Any *page*\n\nWith [Other](other.md).\n")
    assert built.written["a.md"].meta == {"hide": ["toc"]}

"""The picture of what stands around an entry."""

from __future__ import annotations

from xml.etree import ElementTree

from portfolio_gen.views.entry_pages.neighbourhood import SIDE
from tests.builders import COMPETENCY, Files, build, page

GOAL = "people/ada/goals/talk.md"
FILES: Files = {
    "competencies/testing.md": COMPETENCY,
    "people/ada/index.md": "# Ada",
    GOAL: "---\ntitle: Give a talk\ncompetencies: [testing]\n---\nSee [[checks]].",
    "people/ada/evidence/checks.md": "---\ntitle: Checks\ncompetencies: [testing]\n---\n",
    "people/ada/journal/note.md": "---\ntitle: Note\ngoals: [talk]\n---\n",
}


def text(uri: str, files: Files = FILES, **options: object) -> str:
    return page(build(files, **{"audience": "me", **options}), uri)


def words(page_text: str) -> list[str]:
    """What the picture on a page says: its title first."""
    if "pf-neighbourhood" not in page_text:
        return []
    picture = page_text[page_text.index('<svg class="pf-picture pf-neighbourhood') :]
    return [word for word in ElementTree.fromstring(picture[: picture.index("</svg>") + 6]).itertext() if word.strip()]


def test_what_names_the_entry_comes_first_and_then_what_it_names():
    assert words(text(GOAL))[1:] == ["Note", "Testing", "Checks"]


def test_the_picture_stands_before_the_list_of_what_links_here():
    note = {**FILES, "people/ada/evidence/more.md": "---\ncompetencies: [testing]\nevidence: [checks]\n---\n"}
    checks = text("people/ada/evidence/checks.md", note)
    assert checks.index("pf-neighbours") < checks.index("pf-backlinks")


def test_the_search_passes_over_the_picture():
    assert '<figure class="pf-chart pf-neighbours" data-search-exclude>' in text(GOAL)


def test_fewer_than_two_neighbours_make_no_picture():
    assert words(text("people/ada/journal/note.md")) == []


def test_whose_entry_it_is_makes_no_neighbour():
    assert words(text("people/ada/index.md")) == []
    assert "Ada" not in words(text(GOAL))


def test_a_page_is_no_neighbour():
    files = {**FILES, "notes.md": "# Notes\n\n[[talk]] [[checks]] [[testing]]"}
    assert "Notes" not in words(text(GOAL, files))
    assert words(text("notes.md", files)) == []


def test_what_names_each_other_is_there_once():
    files = {
        **FILES,
        "people/ada/evidence/checks.md": "---\ntitle: Checks\ncompetencies: [testing]\ngoals: [talk]\n---\n",
    }
    assert words(text(GOAL, files)).count("Checks") == 1


def test_people_are_no_neighbours_where_lists_name_nobody():
    files = {
        **FILES,
        "people/ben/index.md": "# Ben",
        "people/ada/goals/talk.md": "---\npeople: [ben]\ncompetencies: [testing]\n---\n",
    }
    assert "Ben" in words(text(GOAL, files))
    assert "Ben" not in words(text(GOAL, files, matrix=False))


def test_a_picture_does_not_grow_with_the_portfolio():
    more = {f"people/ada/journal/n{one}.md": f"---\ntitle: Entry {one}\ngoals: [talk]\n---\n" for one in range(40)}
    page_text = text(GOAL, {**FILES, **more})
    assert len([word for word in words(page_text) if word.startswith(("Entry", "Note"))]) == SIDE
    figure = page_text[page_text.index("<figure") : page_text.index("</figure>")]
    assert "The lists on this page name all of it." in figure
    assert len(figure.encode()) < 2_000


def test_what_is_withheld_is_no_neighbour():
    shared = {uri: source.replace("---\n", "---\naudience: team\n", 1) if source.startswith("---") else source
              for uri, source in FILES.items()}  # fmt: skip
    hidden = {"people/ada/journal/doubts.md": "---\ntitle: Doubts\ngoals: [talk]\n---\n"}
    assert text(GOAL, {**shared, **hidden}, audience="team") == text(GOAL, shared, audience="team")

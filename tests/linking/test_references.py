"""Which entry points at which, and what each page says about it."""

from __future__ import annotations

import pytest

from portfolio_gen.model.entry import EntryId
from tests.builders import COMPETENCY, build, checked, link, page, said

GOAL = EntryId("goals/write-tests")
NOTE = EntryId("journal/note")


def references(files: dict[str, str], **options: object) -> list[tuple[str, str, str, int]]:
    linked = link(files, **{"audience": "me", **options})
    return [(one.source, one.target, one.field, one.line) for one in linked.links.references]


def test_a_field_may_name_an_id_a_tail_an_alias_a_wiki_link_or_a_relative_link():
    files = {
        "goals/write-tests.md": "---\naliases: [tests first]\n---\n",
        "goals/other.md": "---\nid: other-goal\n---\n",
        "journal/note.md": """
            ---
            goals:
              - other-goal
              - goals/write-tests
              - write-tests
              - write-tests.md
              - tests first
              - "[[write-tests]]"
              - "[[write-tests|my goal]]"
              - [[write-tests]]
              - ../goals/write-tests.md
              - "[my goal](../goals/write-tests.md)"
            ---
            """,
    }
    expected = [(NOTE, GOAL, "goals", line) for line in range(4, 13)]
    assert references(files) == [*expected, (NOTE, "other-goal", "goals", 3)]


def test_links_in_bodies_count_with_their_line_and_links_in_code_do_not():
    files = {
        "goals/write-tests.md": "",
        "journal/note.md": """
            # Note

            See [[write-tests]] and `[[write-tests]]`.

            ```
            [[write-tests]]
            ```

                [[write-tests]]

            Also [here](../goals/write-tests.md#why).
            """,
    }
    assert references(files) == [(NOTE, GOAL, "body", 3), (NOTE, GOAL, "body", 11)]


def test_an_entry_is_not_its_own_backlink():
    linked = link({"journal/note.md": "See [[note]]."}, audience="me")
    assert linked.links.backlinks == {}


def test_backlinks_say_how_they_came_about():
    files = {
        "journal/first.md": "---\ntitle: First\n---\n",
        "journal/note.md": "---\ntitle: Note\nevidence: first\n---\n",
        "feedback/praise.md": "---\ntitle: Praise\nevidence: first\n---\n",
        "learning/book.md": "---\ntitle: Book\n---\nThink of [[first]].",
    }
    text = page(build(files, audience="me"), "journal/first.md")
    for title, label in (("Note", "evidence for"), ("Praise", "feedback on"), ("Book", "mentioned in")):
        (row,) = [line for line in text.splitlines() if f"[{title}]" in line]
        assert row.endswith(f'<span class="pf-label">{label}</span>')


def test_an_unknown_name_in_a_field_is_an_error_with_the_nearest_three():
    files = {
        "competencies/testing.md": COMPETENCY,
        "competencies/tasting.md": "",
        "competencies/writing.md": "",
        "journal/note.md": "---\ncompetencies: [testign]\n---\n",
    }
    (problem,) = [one for one in checked(files) if one.code == "unresolved-field"]
    assert (problem.uri, problem.line, problem.column) == ("journal/note.md", 2, 16)
    assert problem.message == "competencies: there is no competency 'testign'"
    assert problem.hint == "did you mean 'testing', 'tasting' or 'writing'?"


def test_an_ambiguous_name_is_an_error_in_a_field_and_a_warning_in_a_text():
    files = {
        "people/ada/index.md": "",
        "people/ben/index.md": "",
        "people/ada/goals/read.md": "",
        "people/ben/goals/read.md": "",
        "people/ada/journal/note.md": "---\ngoals: [read]\n---\nSee [[read]] or [[ada/goals/read]].",
    }
    assert said(checked(files), "ambiguous-field", "ambiguous-link") == [
        "people/ada/journal/note.md:2:9 ambiguous-field",
        "people/ada/journal/note.md:4:5 ambiguous-link",
    ]


def test_a_level_is_named_by_number_or_name_and_must_exist():
    files = {
        "competencies/testing.md": COMPETENCY,
        "evidence/a.md": "---\ncompetencies: [{id: testing, level: reliable}]\n---\n",
        "evidence/b.md": "---\ncompetencies: [{id: testing, level: 3}]\n---\n",
        "evidence/c.md": "---\ncompetencies: [{id: testing, level: 4}]\n---\n",
        "evidence/d.md": "---\ncompetencies: [{id: testing, level: Grand}]\n---\n",
    }
    problems = checked(files)
    assert said(problems, "unresolved-field") == [
        "evidence/c.md:2:21 unresolved-field",
        "evidence/d.md:2:21 unresolved-field",
    ]
    assert "level 3, Reliable" in page(
        build({**files, "evidence/c.md": "", "evidence/d.md": ""}, audience="me"), "evidence/a.md"
    )


def test_a_relative_link_to_a_generated_page_is_not_broken():
    files = {"journal/2026-05-01.md": "[all](index.md) [goals](../goals/index.md) [year](2026.md) [gone](2025.md)"}
    assert said(checked(files), "broken-link") == ["journal/2026-05-01.md:1:60 broken-link"]


def test_a_person_is_called_by_folder_or_by_file():
    names = ("ada", "people/ada", "ada/index", "people/ada/index.md", "people/ada/index")
    files = {"people/ada/index.md": "", "journal/note.md": "\n".join(f"[[{name}]]" for name in names)}
    assert references(files) == [("journal/note", "people/ada", "body", line) for line in range(1, 6)]


def test_an_id_means_its_entry_whatever_else_is_called_so():
    files = {
        "goals/a.md": "---\nid: b\n---\n",
        "goals/b.md": "---\nid: c\n---\n",
        "journal/n.md": "---\ngoals: [b]\n---\n",
    }
    assert references(files) == [("journal/n", "b", "goals", 2)]


def test_a_field_that_wants_one_kind_passes_over_others_of_that_name():
    files = {
        "competencies/testing.md": "",
        "journal/testing.md": "",
        "journal/n.md": "---\ncompetencies: [testing]\n---\n",
    }
    assert references(files) == [("journal/n", "competencies/testing", "competencies", 2)]
    files["journal/n.md"] = "[[testing]]"
    assert said(checked(files), "ambiguous-link") == ["journal/n.md:1:1 ambiguous-link"]


def test_a_name_of_another_kind_is_an_error_that_says_so():
    files = {"goals/run.md": "", "journal/n.md": "---\ncompetencies: [run]\n---\n"}
    (problem,) = [one for one in checked(files) if one.code == "unresolved-field"]
    assert problem.message == "competencies: 'run' is a goal, not a competency"


def test_evidence_may_be_an_entry_a_file_or_a_web_address():
    files = {
        "people/ada/evidence/a.md": "---\nevidence: [b, c.csv, files/d.pdf, e.txt, https://a.example, gone.pdf]\n---\n",
        "people/ada/evidence/b.md": "",
        "people/ada/evidence/c.csv": "",
        "files/d.pdf": "",
        "files/e.txt": "",
    }
    assert said(checked(files), "unresolved-field") == ["people/ada/evidence/a.md:2:61 unresolved-field"]
    files["people/ada/evidence/a.md"] = files["people/ada/evidence/a.md"].replace(", gone.pdf", "")
    assert build(files, audience="me").attachments == {"people/ada/evidence/c.csv", "files/d.pdf", "files/e.txt"}


def test_with_whom_may_be_a_person_or_plain_words():
    files = {
        "people/ada/index.md": "# Ada",
        "checkins/c.md": "---\nwith: [ada, my old boss]\nagreed: [{who: my old boss, what: Write}]\n---\n",
    }
    assert said(checked(files), "unresolved-field") == []
    assert "[Ada](../people/ada/index.md), my old boss" in page(build(files, audience="me"), "checkins/c.md")


def test_links_in_a_list_an_admonition_a_table_and_a_quotation_count():
    body = """
        - one

            [[goal]] in the item

                [[goal]] in code

        !!! note

            [[goal]]

        | a |
        | - |
        | [[goal\\|words]] |

        > [[goal]]

        ~~~
        [[goal]]
        ~~~

        [[goal]] `` `[[goal]]` `` \\[[goal]]
        """
    files = {"goals/goal.md": "", "journal/n.md": body}
    assert [line for *_, line in references(files)] == [3, 9, 13, 15, 21]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript://%0aalert(1)", "data:text/html,<p>", "vbscript:x"]
)
def test_an_address_that_would_run_something_is_no_address(address: str):
    files = {"evidence/a.md": f"---\nlink: '{address}'\n---\n"}
    assert said(checked(files), "unresolved-field") == ["evidence/a.md:2:7 unresolved-field"]


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/a_b", "<https://example.org/a_b>"),
        ("www.example.org", "<https://www.example.org>"),
        ("mailto:a@example.org", "<mailto:a@example.org>"),
        ("zotero://select/1", "zotero://select/1"),
        ("https://example.org/a b", "https://example.org/a b"),
    ],
)
def test_a_web_address_is_a_link_where_every_engine_makes_one(address: str, shown: str):
    files = {"evidence/a.md": f"---\nlink: '{address}'\n---\n"}
    assert f'<span class="pf-label">Link</span> {shown}\n' in page(build(files, audience="me"), "evidence/a.md")

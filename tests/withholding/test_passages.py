"""Passages that are not for everyone who may see an entry."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import COMPETENCY, build, checked, everything_published, link, page, said
from tests.withholding.test_leaves_no_trace import published

ENTRY = """
    ---
    audience: team
    ---

    # A hard week

    What everyone may read.

    <!-- only: mentor -->

    What Okapi said to me.

    <!-- end only -->

    What follows.
    """


def text(body: str, audience: str, **files: str) -> str:
    """The text of a team entry in a build for an audience, without what is added around it."""
    built = build({"notes.md": f"---\naudience: team\n---\n{body}", **files}, audience=audience)
    return page(built, "notes.md").partition('\n\n<span class="pf-print">')[0]


@pytest.mark.parametrize(("audience", "is_kept"), [("me", True), ("mentor", True), ("team", False)])
def test_a_passage_is_kept_for_its_audience_and_less_open_ones(audience: str, is_kept: bool):
    published_text = page(build({"journal/a.md": ENTRY}, audience=audience), "journal/a.md")
    assert ("Okapi" in published_text) is is_kept
    assert "What everyone may read.\n\n" in published_text and "What follows." in published_text
    assert "<!--" not in published_text


PERSONS = {
    "people/ada/index.md": "---\naudience: team\nmentors: [ben]\n---\n",
    "people/ben/index.md": "---\naudience: team\n---\n",
    "people/ada/journal/a.md": ENTRY,
}


@pytest.mark.parametrize(("reader", "is_kept"), [("ben", True), ("ada", True), ("cho", False), ("", False)])
def test_a_reader_sees_the_passages_that_are_for_them(reader: str, is_kept: bool):
    files = {**PERSONS, "people/cho/index.md": "---\naudience: team\n---\n"}
    assert ("Okapi" in everything_published(build(files, audience="team", reader=reader))) is is_kept


def test_a_reader_sees_what_is_for_the_writer_alone_only_in_their_own_entries():
    files = {**PERSONS, "people/ada/journal/a.md": ENTRY.replace("only: mentor", "only: me")}
    assert "Okapi" not in everything_published(build(files, audience="team", reader="ben"))
    assert "Okapi" in everything_published(build(files, audience="team", reader="ada"))


@pytest.mark.parametrize(
    "body",
    [
        "a<!-- only: me -->Okapi<!-- end only -->b",
        "```\na <!--only:me--> Okapi <!--end only--> b\n```",
        "a\n\n    <!-- ONLY: Me -->\n    Okapi\n    <!-- End Only -->\n\nb",
        "| a |\n| - |\n| <!-- only: me -->Okapi<!-- end only --> |",
        "<div><!--- only : me ---><p>Okapi</p><!--- end only ---></div>",
        "`a <!-- only: me -->Okapi<!-- end only -->`",
        "<!-- only: mentor -->a<!-- only: me -->Okapi<!-- end only -->b<!-- end only -->",
        "# Title <!-- only: me -->Okapi<!-- end only -->",
        "<!-- only: me -->\n# Okapi\n<!-- end only -->\n",
        "<!-- only: me -->[[okapi]] ![](okapi.png) <!-- portfolio: goals --><!-- end only -->",
    ],
)
def test_a_passage_is_taken_out_wherever_it_stands(body: str):
    files = {"notes.md": f"---\naudience: team\n---\n{body}", "okapi.png": "", "goals/okapi.md": ""}
    built = build(files, audience="team")
    assert not built.is_stopped, built.problems
    assert "okapi" not in everything_published(built).lower()
    assert "## Active" not in page(built, "notes.md")


@pytest.mark.parametrize(
    ("with_passage", "without"),
    [
        ("a\n\n<!-- only: me -->\nx\n\ny\n<!-- end only -->\n\nb", "a\n\nb"),
        ("a\n<!-- only: me -->\nx\n<!-- end only -->\nb", "a\nb"),
        ("a <!-- only: me -->x<!-- end only --> b", "a b"),
        ("a<!-- only: me --> x<!-- end only -->, b", "a, b"),
        ("<!-- only: me -->x<!-- end only -->\n\nb", "b"),
        ("a\n\n<!-- only: me -->x<!-- end only -->\n\n<!-- only: me -->y<!-- end only -->\n\nb", "a\n\nb"),
        ("a <!-- only: me -->x<!-- end only --> <!-- only: me -->y<!-- end only --> b", "a b"),
        ("a\n\n<!-- only: me -->x<!-- end only -->", "a"),
        ("- a\n  <!-- only: me -->\n- x\n  <!-- end only -->\n- b", "- a\n- b"),
    ],
)
def test_nothing_shows_that_there_was_a_passage(with_passage: str, without: str):
    assert text(with_passage, "team") == text(without, "team")


WORDS = st.sampled_from(["a", "b c", "[[testing]]", "\n", "\n\n", "# d", "- e", "`f`", " "])


@settings(max_examples=300, deadline=None)
@given(
    st.lists(WORDS, max_size=5).map("".join),
    st.sampled_from(["\n\n", " ", "\n"]),
    st.lists(WORDS | st.just("okapi"), max_size=5).map("".join),
    st.lists(WORDS, max_size=5).map("".join),
    st.booleans(),
)
def test_two_texts_that_differ_only_in_a_passage_make_the_same_site(
    before: str, gap: str, inner: str, after: str, has_lines: bool
):
    around = "\n" if has_lines else ""
    files = {"competencies/testing.md": COMPETENCY}
    sites = [
        build(
            {
                **files,
                "journal/n.md": f"---\naudience: team\n---\n{before}{gap}<!-- only: me -->{around}{one}{around}"
                f"<!-- end only -->{gap}{after}",
            },
            audience="team",
        )
        for one in (inner, "something else\n\nof other length")
    ]
    assert published(sites[0]) == published(sites[1])
    assert "okapi" not in everything_published(sites[0])


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        ("a\n\n<!-- only: mentor -->\nOkapi", 6, 1),
        ("a <!-- end only -->", 4, 3),
        ("<!-- only: friends -->x<!-- end only -->", 4, 1),
        ("<!-- only -->x<!-- end only -->", 4, 1),
        ("<!-- only mentor -->x<!-- end only -->", 4, 1),
        ("<!-- only: mentor, team -->x<!-- end only -->", 4, 1),
        ("<!-- only: mentor -->x<!-- /only -->", 4, 23),
        ("<!-- only: mentor -->x<!-- end-only -->", 4, 23),
        ("<!-- only: mentor -->x<!-- end only: mentor -->", 4, 23),
        ("<!-- only: mentor\nx<!-- end only -->", 4, 1),
        ("<!-- only: me -->x<!-- only: team -->y<!-- end only --><!-- end only -->", 4, 19),
        ("<!-- only: me -->x<!-- only: me -->y<!-- end only -->", 4, 1),
    ],
)
def test_a_mark_that_is_wrong_withholds_the_whole_entry(body: str, line: int, column: int):
    files = {"notes.md": f"---\naudience: public\n---\n{body} Zebra"}
    built = build(files)
    assert said(built.problems) == [f"notes.md:{line}:{column} passage"]
    assert built.is_stopped
    assert "Zebra" not in everything_published(built)


def test_a_mark_in_the_front_matter_withholds_the_whole_entry():
    files = {"journal/a.md": "---\naudience: public\nnext_action: Ask <!-- only: me -->Okapi<!-- end only -->\n---\n"}
    assert said(build(files).problems) == ["journal/a.md:2:1 passage"]


def test_other_comments_are_left_alone():
    body = "a <!-- only shown on paper --> <!-- onlyness --> b <!-- the end -->"
    assert text(body, "team") == body


def test_places_are_those_of_the_source_with_its_passages():
    body = (
        "<!-- only: me -->\n\nlong\n\n<!-- end only -->\n[[one]] <!-- only: me -->x<!-- end only --> [[two]]\n[[three]]"
    )
    files = {"journal/a.md": f"---\naudience: team\n---\n{body}"}
    assert said(build(files, audience="team").problems) == [
        "journal/a.md:9:1 broken-link",
        "journal/a.md:9:45 broken-link",
        "journal/a.md:10:1 broken-link",
    ]


def test_what_only_a_passage_names_is_no_reference_and_no_attachment_for_others():
    files = {
        "journal/a.md": "---\naudience: team\n---\n<!-- only: mentor -->[[goal]] ![](p.png)<!-- end only -->",
        "journal/p.png": "",
        "goals/goal.md": "---\naudience: team\n---\n",
    }
    assert link(files, audience="team").links.references == ()
    assert build(files, audience="team").attachments == set()
    assert [one.target for one in link(files, audience="mentor").links.references] == ["goals/goal"]
    assert build(files, audience="mentor").attachments == {"journal/p.png"}


def test_check_reads_passages_too():
    files = {"journal/a.md": "---\naudience: team\n---\n<!-- only: me -->[[nowhere]]<!-- end only -->"}
    assert said(checked(files, audience="team"), "broken-link") == ["journal/a.md:4:18 broken-link"]

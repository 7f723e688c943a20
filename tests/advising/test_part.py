"""Whether the writer is in the story"""

from __future__ import annotations

import pytest

from tests.advising.readers import advice, codes

WE = (
    "The team moved the database over the weekend. We planned the steps in a workshop, and they went through without "
    "trouble. They found two broken indexes and repaired them. "
)
NEXT = "---\nnext_action: Write the steps down on Friday.\n---\n"


@pytest.mark.parametrize("folder", ["journal", "evidence", "challenges"])
def test_a_story_of_others_alone_is_asked_for_the_writers_part(folder: str):
    block = NEXT if folder == "journal" else ""
    (found,) = advice(f"{folder}/a.md", f"{block}# The move\n\n{WE}\n")
    assert (found.code, found.column) == ("no-own-part", 1)


@pytest.mark.parametrize(
    "own",
    [
        "I wrote the plan.",
        "The plan was written by me.",
        "My part was the plan.",
        "I'm the one who wrote the plan.",
        "Wrote the plan on the train.",
        "The plan was mine.",
        "That was my mistake.",
    ],
)
def test_one_sentence_about_the_writer_is_enough(own: str):
    assert codes("journal/a.md", f"{NEXT}# The move\n\n{WE}{own}\n") == []


@pytest.mark.parametrize("quoted", ['One of them said "I wrote the plan".', "> I wrote the plan.", "<!-- I -->", "`I`"])
def test_what_others_say_about_themselves_is_not_the_writers_part(quoted: str):
    assert codes("journal/a.md", f"{NEXT}# The move\n\n{WE}\n\n{quoted}\n") == ["no-own-part"]


@pytest.mark.parametrize(
    "block",
    [
        "competencies: [{id: data, because: I wrote the plan}]",
        "impact: I could go home at four.",
    ],
)
def test_a_field_may_tell_the_writers_part(block: str):
    others = {"competencies/data.md": "# Data\n"}
    assert codes("evidence/a.md", f"---\n{block}\n---\n# The move\n\n{WE}\n", others) == []


@pytest.mark.parametrize(
    "text",
    [
        "1. Who will notice first if this goes wrong?\n2. How does one go back, and how long does it take?",
        "A script compares the figures of yesterday with what each source should give, and writes one line in words.",
        "They moved it.",
    ],
    ids=["a list", "a thing", "a line"],
)
def test_texts_about_things_and_short_ones_need_nobody_in_them(text: str):
    assert codes("evidence/a.md", f"# The move\n\n{text}\n") == []


@pytest.mark.parametrize("folder", ["feedback", "goals", "checkins", "learning", "activities"])
def test_other_kinds_may_be_about_others(folder: str):
    assert "no-own-part" not in codes(f"{folder}/a.md", f"# The move\n\n{WE}\n")

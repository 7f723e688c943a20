"""The date in front of a file's name need not be written to refer to the entry."""

from __future__ import annotations

import pytest

from portfolio_gen.linking.resolution import NotShared, Target, ToEntry
from portfolio_gen.model.entry import EntryId
from tests.builders import Files, link

GOAL = "people/ada/goals/2026-11-02-learn-chess"
PERSON: Files = {"people/ada/index.md": "---\naudience: public\n---\n# Ada\n"}


def target(files: Files, name: str) -> Target:
    """What a public reflection's `goals` means."""
    linked = link({**PERSON, **files, "people/ada/journal/a.md": f"---\naudience: public\ngoals: {name}\n---\n# A\n"})
    (named,) = [
        one for one in linked.links.named.get(EntryId("people/ada/journal/a"), ()) if one.mention.field == "goals"
    ]
    return named.target


@pytest.mark.parametrize("name", ["learn-chess", "goals/learn-chess", "2026-11-02-learn-chess", "'[[learn-chess]]'"])
def test_an_entry_is_called_by_its_name_with_and_without_the_date(name: str):
    assert target({f"{GOAL}.md": "---\naudience: public\n---\n# G\n"}, name) == ToEntry(EntryId(GOAL))


def test_a_name_that_is_written_out_comes_first():
    files = {
        f"{GOAL}.md": "---\naudience: public\n---\n# G\n",
        "goals/learn-chess.md": "---\naudience: public\n---\n# H\n",
    }
    assert target(files, "learn-chess") == ToEntry(EntryId("goals/learn-chess"))


def test_two_entries_that_differ_in_the_date_alone_are_ambiguous():
    other = "people/ada/goals/2025-01-01-learn-chess"
    files = {f"{one}.md": "---\naudience: public\n---\n# G\n" for one in (GOAL, other)}
    found = link(
        {**PERSON, **files, "people/ada/journal/a.md": "---\naudience: public\ngoals: learn-chess\n---\n# A\n"}
    )
    assert [problem.code for problem in found.problems] == ["ambiguous-field"]


def test_an_entry_that_fits_is_meant_before_one_of_another_kind():
    files = {
        f"{GOAL}.md": "---\naudience: public\n---\n# G\n",
        "people/ada/journal/learn-chess.md": "---\naudience: public\n---\n# R\n",
    }
    assert target(files, "learn-chess") == ToEntry(EntryId(GOAL))


def test_what_is_withheld_is_not_shared_under_this_name_either():
    assert target({f"{GOAL}.md": "---\naudience: me\n---\n# G\n"}, "learn-chess") == NotShared()


def test_the_name_that_is_suggested_has_no_date():
    files = {f"{GOAL}.md": "---\naudience: public\n---\n# G\n"}
    found = link({**PERSON, **files, "people/ada/journal/a.md": "---\naudience: public\ngoals: learn-ches\n---\n# A\n"})
    assert [problem.hint for problem in found.problems] == ["did you mean 'learn-chess'?"]

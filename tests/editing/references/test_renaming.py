"""A competency under another name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from portfolio_gen.build.author import authored
from portfolio_gen.build.changing.renaming import renamed_competency
from portfolio_gen.editing.files.applying import apply
from portfolio_gen.editing.references.moving import MoveError
from portfolio_gen.reading.sources import read_tree
from tests.editing.references.test_moving import project, texts


def renamed(
    tmp_path: Path, files: Mapping[str, str], old: str, new: str, title: str | None = None
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The files after a competency got another name, and what is said of it."""
    of = project(tmp_path, files)
    found = renamed_competency(old, new, title, read_tree(of.content), of)
    apply(found.changes, of.root)
    whole = authored(read_tree(of.content), of.settings)
    assert not [one for one in whole.links.problems if one.code in ("unresolved-field", "ambiguous-field")]
    return texts(of), found.notes


COMPETENCY = "---\narea: Craft  # where it belongs\n---\n\n# Testing\n"


def test_every_form_of_its_name_changes_and_the_old_one_stays_as_an_alias(tmp_path: Path) -> None:
    now, notes = renamed(tmp_path, {
        "competencies/testing.md": COMPETENCY,
        "competencies/other.md": "---\nrelated: testing\nreplaced_by: competencies/testing\n---\n",
        "roles/dev.md": "---\ntargets:\n  testing: 2 # two\n  '[[other]]': 1\n---\n",
        "roles/flow.md": "---\ntargets: {\"[[testing|Tests]]\": 2}\n---\n",
        "people/ada/index.md": "---\nhelps_with: [[testing]]\n---\n",
        "people/ada/goals/a.md":
            "---\ncompetencies:\n  - {id: testing, level: 2, because: 'as in [[testing#2]]'}\n---\n",
        "people/ada/goals/b.md": "---\ncompetencies: {id: testing, level: 1}\n---\n"
            "[[Testing]] [t](../../../competencies/testing.md)",
        "people/ada/goals/better.md": "---\ncompetencies: testing\n---\n[[competencies/testing]]\n",
    }, "testing", "Test automation")  # fmt: skip
    assert now == {
        "competencies/test-automation.md":
            "---\narea: Craft  # where it belongs\naliases: [testing]\n---\n\n# Testing\n",
        "competencies/other.md": "---\nrelated: test-automation\nreplaced_by: competencies/test-automation\n---\n",
        "roles/dev.md": "---\ntargets:\n  test-automation: 2 # two\n  '[[other]]': 1\n---\n",
        "roles/flow.md": "---\ntargets: {\"[[test-automation|Tests]]\": 2}\n---\n",
        "people/ada/index.md": "---\nhelps_with: [[test-automation]]\n---\n",
        "people/ada/goals/a.md":
            "---\ncompetencies:\n  - {id: test-automation, level: 2, because: 'as in [[test-automation#2]]'}\n---\n",
        "people/ada/goals/b.md": "---\ncompetencies: {id: test-automation, level: 1}\n---\n"
            "[[Testing]] [t](../../../competencies/test-automation.md)",
        "people/ada/goals/better.md": "---\ncompetencies: test-automation\n---\n[[competencies/test-automation]]\n",
    }  # fmt: skip
    assert notes == ()


def test_an_id_changes_and_is_the_alias(tmp_path: Path) -> None:
    now, _ = renamed(tmp_path, {
        "competencies/tst.md": "---\nid: craft/testing\naliases: checks\n---\n",
        "a.md": "---\ncompetencies: [craft/testing, checks, tst]\n---\n",
    }, "checks", "automation")  # fmt: skip
    assert now == {
        "competencies/automation.md": "---\nid: craft/automation\naliases: [checks, craft/testing, tst]\n---\n",
        "a.md": "---\ncompetencies: [craft/automation, checks, automation]\n---\n",
    }


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Testing #\n", "# Test \\*it\\* #\n"),
        ("Testing\n=======\n[[testing]]\n", "Test \\*it\\*\n=======\n[[automation]]\n"),
        ("---\ntitle: 'Testing'\n---\n# Testing\n", "---\ntitle: 'Test *it*'\n---\n# Testing\n"),
        ("Words.\n", "---\ntitle: Test *it*\n---\n\nWords.\n"),
    ],
)
def test_the_title_changes_where_it_stands(before: str, after: str, tmp_path: Path) -> None:
    now, _ = renamed(tmp_path, {"competencies/testing.md": before}, "testing", "automation", "Test *it*")
    text = now["competencies/automation.md"]
    assert text.replace("aliases: [testing]\n", "").replace("---\n---\n\n", "") == after


def test_a_title_alone_may_change(tmp_path: Path) -> None:
    now, _ = renamed(tmp_path, {"competencies/testing.md": COMPETENCY}, "testing", "testing", "Checks")
    assert now == {"competencies/testing.md": COMPETENCY.replace("# Testing", "# Checks")}


def test_a_competency_that_is_a_folder_gets_the_name_with_all_in_it(tmp_path: Path) -> None:
    files = {
        "competencies/testing/index.md": "---\ntype: competency\n---\n![](p.png)",
        "competencies/testing/p.png": "p",
    }
    now, _ = renamed(tmp_path, files, "testing", "checks")
    assert sorted(now) == ["competencies/checks/index.md", "competencies/checks/p.png"]


@pytest.mark.parametrize(
    ("old", "new", "title", "words"),
    [
        ("tests", "x", None, "there is no competency 'tests'; did you mean 'testing'"),
        ("goal", "x", None, "there is no competency 'goal'"),
        ("testing", "other", None, "something at 'competencies/other.md'"),
        ("testing", "taken", None, "the name 'taken' is that of competencies/third.md"),
        ("testing", "testing", None, "is called so already"),
        ("linked", "x", "X", "links in its heading"),
    ],
)
def test_what_can_not_be_renamed_is_said_in_words(
    old: str, new: str, title: str | None, words: str, tmp_path: Path
) -> None:
    files = {
        "competencies/testing.md": "---\nid: testing\n---\n# T\n", "competencies/other.md": "# O\n",
        "competencies/third.md": "---\nid: taken\n---\n", "goals/goal.md": "# G\n",
        "competencies/linked.md": "# See [[other]]\n",
    }  # fmt: skip
    with pytest.raises(MoveError, match=words):
        renamed(tmp_path, files, old, new, title)

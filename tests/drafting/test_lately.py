from __future__ import annotations

from pathlib import Path

from portfolio_gen.drafting.lately import active_goals, usual_kinds
from portfolio_gen.drafting.naming import Nearby
from portfolio_gen.drafting.surroundings import surroundings, surroundings_of
from portfolio_gen.model.kinds import FOLDERS, KINDS
from tests.builders import write_project


def test_what_somebody_writes_most_often_comes_first_and_reflections_before_the_rest() -> None:
    uris = ("people/a/goals/x.md", "people/a/goals/y.md", "people/a/evidence/2026-01-01.md", "people/b/learning/z.md")
    kinds = usual_kinds(surroundings_of(uris, FOLDERS), "people/a")
    assert kinds[:3] == ("goal", "evidence", "reflection") and sorted(kinds) == sorted(KINDS)


def test_of_two_that_are_as_frequent_the_last_written_comes_first() -> None:
    uris = ("people/a/goals/2026-01-02.md", "people/a/evidence/2026-02-01.md")
    assert usual_kinds(surroundings_of(uris, FOLDERS), None)[:2] == ("evidence", "goal")


def test_only_active_goals_of_the_person_are_named_the_newest_first(tmp_path: Path) -> None:
    files = {
        "people/a/goals/2026-01-01-old.md": "# Old\n",
        "people/a/goals/2026-02-01-new.md": "# New\n",
        "people/a/goals/2026-03-01-done.md": "---\nstatus: done\n---\n# Done\n",
        "people/a/2026/2026-04-01-odd.md": "---\ntype: goal\n---\n# Odd\n",
        "people/a/2026/2026-05-01-other.md": "---\ntype: reflection\n---\n# Other\n",
        "people/b/goals/theirs.md": "# Theirs\n",
    }
    content = write_project(tmp_path, files) / "content"
    goals = active_goals(Nearby(content, FOLDERS, surroundings(content, FOLDERS), "people/a"))
    assert [goal.entry.title for goal in goals] == ["Odd", "New", "Old"]

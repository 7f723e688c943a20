"""What a new check-in holds already."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.test_packing import ENTRIES, PEOPLE
from tests.builders import write_project
from tests.cli.runs import run

PRIVATE = {"people/lena/goals/okapi.md": "---\ndue: 2026-11-01\n---\n# Okapi\n"}
LENAS = "people/lena/checkins/2026-11-20-with-tom.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, {**PEOPLE, **ENTRIES, **PRIVATE})


def begun(project: Path, *arguments: str) -> str:
    """The text of a new check-in."""
    result = run("new", "checkin", "-C", project, "--no-edit", "-q", *arguments)
    assert result.exit_code == 0, result.output
    return (project / "content" / result.stdout.strip().split("content/")[1]).read_text("utf-8")


def below(text: str, heading: str) -> list[str]:
    """The points below a heading."""
    part = text.split(f"## {heading}\n")[1].split("\n## ")[0]
    return [line for line in part.splitlines() if line.startswith("- ")]


def test_it_begins_with_the_agenda_and_with_what_is_open_between_both(project: Path) -> None:
    text = begun(project, "--with", "tom", "--person", "lena")
    assert (project / "content" / LENAS).is_file()
    assert "with: [tom]" in text
    assert "# With Tom\n" in text
    assert below(text, "Goal") == ["- [Speak up](../goals/speak.md) was due 1 November 2026: a new day, or close it?"]
    assert below(text, "Options") == ["- How do *you* begin? ([A hard week](../journal/2026-11-10-hard.md))"]
    assert below(text, "What I will do") == [
        "- [ ] [Tom](../../tom/index.md): Lend the book (by 1 November 2026, [Autumn talk](2026-10-15-tom.md))",
        "- Next step: Ask first ([A hard week](../journal/2026-11-10-hard.md))",
    ]
    assert run("check", "-C", project, "--quiet").exit_code == 0


def test_of_what_the_other_may_not_see_nothing_is_in_it(project: Path) -> None:
    assert "Okapi" not in begun(project, "--with", "tom", "--person", "lena")


def test_a_mentor_prepares_for_the_mentee(project: Path) -> None:
    text = begun(project, "--with", "lena", "--person", "tom")
    assert "- [Speak up](../../lena/goals/speak.md) was due" in text
    assert "- [ ] [Tom](../index.md): Lend the book" in text


def test_somebody_who_is_no_person_here_sees_what_the_team_may(project: Path) -> None:
    text = begun(project, "--with", "my manager", "--person", "lena")
    assert "with: [my manager]" in text
    assert "Speak up" not in text


def test_another_template_gets_the_agenda_behind_its_own_questions(project: Path) -> None:
    text = begun(project, "--with", "tom", "--person", "lena", "-t", "weekly")
    assert text.index("## Next\n") < text.index("## Goal\n") < text.index("## What I will do\n")


def test_only_a_check_in_is_with_somebody(project: Path) -> None:
    result = run("new", "goal", "-C", project, "--with", "tom", "--person", "lena", "--print")
    assert (result.exit_code, "--with: a goal is with nobody; only a check-in is" in result.stderr) == (2, True)


ALONE = {
    "people/lena/checkins/2026-10-20-secret.md": """
        ---
        with: [tom, a friend]
        agreed: [{who: me, what: Bring the okapi}, {who: tom, what: Long done, done: true}]
        ---

        # Secret talk
        """
}


@pytest.mark.parametrize("friend", ["tom", "A Friend"])
def test_what_is_open_from_a_talk_that_nobody_else_sees_is_there_as_long_as_nobody_else_reads_this(
    project: Path, friend: str
) -> None:
    write_project(project, ALONE)
    own = begun(project, "--with", friend, "--person", "lena")
    line = "- [ ] [Lena](../index.md): Bring the okapi ([Secret talk](2026-10-20-secret.md))"
    assert line in below(own, "What I will do")
    assert "Long done" not in own
    assert run("check", "-C", project, "--quiet").exit_code == 0
    for audience in ("mentor", "team", "public"):
        assert "okapi" not in begun(project, "--with", friend, "--person", "lena", "--audience", audience)


def test_what_the_team_will_read_holds_nothing_that_only_a_mentor_sees(project: Path) -> None:
    assert "Speak up" in begun(project, "--with", "tom", "--person", "lena", "--audience", "mentor")
    assert "Speak up" not in begun(project, "--with", "tom", "--person", "lena", "--audience", "team")


def test_what_a_mentor_opens_to_mentors_holds_nothing_that_only_they_see(project: Path) -> None:
    text = begun(project, "--with", "lena", "--person", "tom", "--audience", "mentor")
    assert "Speak up" not in text
    assert "Lend the book" not in text


def test_what_the_other_may_not_see_changes_nothing(project: Path) -> None:
    with_it = run("new", "checkin", "--with", "tom", "--person", "lena", "--print", "-C", project)
    (project / "content" / "people/lena/goals/okapi.md").unlink()
    without = run("new", "checkin", "--with", "tom", "--person", "lena", "--print", "-C", project)
    assert with_it.stdout == without.stdout
    assert "with: [tom]" in without.stdout


def test_with_several_it_says_all_of_them_and_what_is_open_with_each(project: Path) -> None:
    write_project(project, ALONE)
    text = begun(project, "--with", "tom", "--with", "a friend", "--person", "lena")
    assert "with: [tom, a friend]" in text
    assert "# With Tom and a friend\n" in text
    assert len([line for line in below(text, "What I will do") if "Bring the okapi" in line]) == 1
    assert len([line for line in below(text, "What I will do") if "Lend the book" in line]) == 1


def test_a_template_with_a_title_of_its_own_keeps_it(project: Path) -> None:
    assert "# Week 2026-W47\n" in begun(project, "--with", "tom", "--person", "lena", "-t", "weekly")
    assert "# Mine\n" in begun(project, "Mine", "--with", "tom", "--person", "lena")


def test_a_name_that_may_be_misspelt_is_told_and_kept_as_words(project: Path) -> None:
    result = run("new", "checkin", "--with", "tomm", "--person", "lena", "--print", "-C", project)
    assert "nobody here is called 'tomm', so these are words; did you mean 'tom'?" in result.stderr
    assert "with: [tomm]" in result.stdout
    quiet = run("new", "checkin", "--with", "my manager", "--person", "lena", "--print", "-C", project)
    assert quiet.stderr == ""


def test_who_keeps_a_portfolio_alone_finds_what_was_agreed(tmp_path: Path) -> None:
    only = {"checkins/2026-10-01-a.md": "---\nwith: my boss\nagreed: [{who: I, what: Ask for time}]\n---\n# A\n"}
    text = begun(write_project(tmp_path, only), "--with", "my boss")
    assert "Ask for time ([A](2026-10-01-a.md))" in text

"""`portfolio set`, `tag` and `goal` change a field and not a byte besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import COMPETENCY, TODAY, write_project
from tests.cli.runs import run

GOAL = "people/ada/goals/2026-11-02-learn-chess.md"
NOTE = "people/ada/journal/2026-11-03-a-hard-week.md"
FILES = {
    "people/ada/index.md": "---\naudience: team\n---\n\n# Ada\n",
    "people/ben/index.md": "---\naudience: team\n---\n\n# Ben\n",
    "competencies/testing.md": COMPETENCY,
    GOAL: "---\naudience:  me   # for now\ndue: 2027-01-01  # roughly\nprogress: 40\ntags: [a,  b]\n---\n\n"
    "# Learn chess\n",
    NOTE: "---\ncompetencies:\n  - testing\n---\n\n# A hard week\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path, FILES)


def text(project: Path, uri: str) -> str:
    return (project / "content" / uri).read_bytes().decode()


def change(project: Path, *arguments: str) -> str:
    """A run that succeeds, and what it says on standard error."""
    result = run(arguments[0], *arguments[1:], "-C", project)
    assert result.exit_code == 0, result.output
    return result.stderr


def test_a_field_is_changed_and_nothing_else(project: Path):
    change(project, "set", "learn-chess", "due=2027-03-31", "status=paused")
    expected = FILES[GOAL].replace("2027-01-01", "2027-03-31").replace("b]\n", "b]\nstatus: paused\n")
    assert text(project, GOAL) == expected


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_stay(project: Path, end: str):
    before = ("\ufeff" + FILES[GOAL]).replace("\n", end).encode()
    (project / "content" / GOAL).write_bytes(before)
    change(project, "set", "learn-chess", "status=done")
    after = (project / "content" / GOAL).read_bytes()
    assert after == before.replace(f"b]{end}".encode(), f"b]{end}status: done{end}".encode())


@pytest.mark.parametrize(
    "name", ["learn-chess", "2026-11-02-learn-chess", "goals/learn-chess", GOAL, "[[learn-chess]]"]
)
def test_an_entry_is_named_as_a_reference_names_it(project: Path, name: str):
    change(project, "set", name, "status=done")
    assert "status: done" in text(project, GOAL)


def test_an_entry_is_named_by_its_own_id_and_alias(project: Path):
    write_project(project, {NOTE: "---\nid: week\naliases: [that week]\n---\n# A\n"})
    change(project, "set", "week", "tags+=x")
    change(project, "set", "that week", "tags+=y")
    assert "tags: [x, y]" in text(project, NOTE)


def test_a_field_without_value_is_taken_away(project: Path):
    change(project, "set", "learn-chess", "due=")
    assert text(project, GOAL) == FILES[GOAL].replace("due: 2027-01-01  # roughly\n", "")


def test_lists_grow_and_shrink_in_their_style(project: Path):
    change(project, "set", "learn-chess", "tags+=c", "tags-=a")
    assert "tags: [b, c]" in text(project, GOAL)


def test_a_competency_is_claimed_at_a_level_and_for_a_reason(project: Path):
    change(project, "set", "a-hard-week", "competencies.1.because=It rained")
    change(project, "set", "a-hard-week", "competencies+=testing:Reliable")
    assert "  - {id: testing, because: It rained, level: Reliable}\n" in text(project, NOTE)


def test_numbers_are_counted_up_and_down(project: Path):
    change(project, "set", "learn-chess", "progress+=10")
    change(project, "goal", "progress", "learn-chess", "-5")
    assert "progress: 45\n" in text(project, GOAL)


def test_a_title_is_changed_where_it_stands(project: Path):
    change(project, "set", "learn-chess", "title=Learn *real* chess")
    assert text(project, GOAL).endswith("# Learn \\*real\\* chess\n")
    assert "title:" not in text(project, GOAL)


def test_text_that_looks_like_something_else_is_quoted(project: Path):
    change(project, "set", "learn-chess", "wish=12: to win", "outcome=yes")
    assert 'wish: "12: to win"\noutcome: yes\n' in text(project, GOAL)


def test_a_word_is_said_to_who_opens_an_entry(project: Path):
    assert "Your team can read it now." in change(project, "set", "learn-chess", "audience=team")
    assert "Only you can read it now." in change(project, "set", "learn-chess", "audience=me")


def test_a_dry_run_shows_the_difference_and_changes_nothing(project: Path):
    result = run("set", "learn-chess", "status=done", "--dry-run", "-C", project)
    assert "+status: done" in result.stdout
    assert text(project, GOAL) == FILES[GOAL]


def test_what_is_so_already_is_no_failure(project: Path):
    result = run("set", "learn-chess", "progress=40", "-C", project)
    assert (result.exit_code, result.stdout) == (0, "Nothing to change.\n")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ("status=doing", "use 'idea', 'active'"),
        ("due=soon", "write it as 2026-11-05"),
        ("progress=140", "at most 100"),
        ("audience=friends", "is no audience"),
        ("competencies+=testign", "did you mean 'testing'?"),
        ("competencies=testing:9", "has no level '9'"),
        ("evidence=nowhere", "there is no entry or file 'nowhere'"),
    ],
)
def test_what_would_be_wrong_is_refused_with_what_would_be_right(project: Path, changes: str, said: str):
    result = run("set", "learn-chess", changes, "-C", project)
    assert (result.exit_code, text(project, GOAL)) == (1, FILES[GOAL])
    assert said in result.output


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ("statsu=done", "did you mean 'status' or"),
        ("done", "write FIELD=VALUE"),
        ("agreed.0.done=true", "counted from 1"),
        ("wish+=more", "lists and whole numbers"),
        ("agreed.2.what=x", "a goal has no field 'agreed'; it is a field of checkin"),
        ("competencies.3.level=1", "'competencies' has 0 values; the next is 1"),
        ("tags+=", "names no value"),
        ("wish=a\x07", "is no text"),
        ("title=a\udcff", "is no text"),
        ("tags+=a,b", "takes one value"),
        ("tags..1=a", "between two dots"),
        ("=done", "write FIELD=VALUE"),
    ],
)
def test_what_means_nothing_is_refused(project: Path, changes: str, said: str):
    result = run("set", "learn-chess", changes, "-C", project)
    assert (result.exit_code, said in result.stderr) == (2, True), result.stderr


def test_who_is_not_there_is_not_changed(project: Path):
    result = run("set", "learn-ches", "status=done", "-C", project)
    assert (result.exit_code, "did you mean 'learn-chess'?" in result.stderr) == (2, True)


def test_a_broken_entry_can_be_mended(project: Path):
    write_project(project, {GOAL: "---\nstatus: doing\ndue: soon\n---\n# G\n"})
    change(project, "set", "learn-chess", "status=active")
    assert text(project, GOAL) == "---\nstatus: active\ndue: soon\n---\n# G\n"


def test_what_comes_to_light_when_an_entry_is_mended_is_told(project: Path):
    write_project(project, {GOAL: "---\ntype: gaol\nstatus: doing\n---\n# G\n"})
    assert "status: 'doing' is not one of the words" in change(project, "set", "learn-chess", "type=goal")
    assert text(project, GOAL).startswith("---\ntype: goal\n")


def test_what_a_broken_entry_names_does_not_keep_it_from_being_mended(project: Path):
    write_project(project, {NOTE: "---\ntype: gaol\ngoals: nowhere\n---\n"})
    change(project, "set", "a-hard-week", "type=reflection")
    assert text(project, NOTE) == "---\ntype: reflection\ngoals: nowhere\n---\n"


def test_a_name_that_was_wrong_before_does_not_keep_others_from_being_added(project: Path):
    write_project(project, {NOTE: "---\ngoals: [nowhere]\n---\n"})
    change(project, "set", "a-hard-week", "goals+=learn-chess")
    assert text(project, NOTE) == "---\ngoals: [nowhere, learn-chess]\n---\n"


def test_what_comes_to_light_and_was_just_written_is_refused(project: Path):
    write_project(project, {GOAL: "---\ntype: gaol\n---\n# G\n"})
    assert run("set", "learn-chess", "type=goal", "status=dong", "-C", project).exit_code == 1
    assert text(project, GOAL) == "---\ntype: gaol\n---\n# G\n"


def test_front_matter_that_can_not_be_read_is_named_with_its_line(project: Path):
    write_project(project, {GOAL: "---\ndue: 1\nstatus: [\n---\n"})
    result = run("set", "learn-chess", "status=done", "-C", project)
    assert (result.exit_code, f"{GOAL}:3: " in result.stderr) == (1, True), result.stderr


@pytest.mark.parametrize("changes", [["id=check"], ["id="], ["type=reflection"]])
def test_a_name_that_others_use_is_not_taken_away(project: Path, changes: list[str]):
    goal, note = "---\nid: chess\n---\n# G\n", "---\ngoals: chess\n---\n# A\n"
    write_project(project, {GOAL: goal, NOTE: note})
    result = run("set", "chess", *changes, "-C", project)
    assert (result.exit_code, text(project, GOAL)) == (1, goal)
    assert f"{NOTE}:2:8: error: goals:" in result.stdout


def test_a_name_that_the_entry_uses_itself_is_not_taken_away(project: Path):
    write_project(project, {GOAL: "---\nid: chess\ngoals: [chess]\n---\n# G\n"})
    assert run("set", "chess", "id=check", "-C", project).exit_code == 1


def test_a_field_of_another_kind_is_not_taken_for_one_of_the_host(project: Path):
    result = run("set", "a-hard-week", "status=done", "-C", project)
    assert (result.exit_code, "it is a field of goal" in result.stderr) == (2, True)


def test_a_name_may_change_if_the_former_one_stays(project: Path):
    write_project(project, {GOAL: "---\nid: chess\n---\n# G\n", NOTE: "---\ngoals: chess\n---\n# A\n"})
    change(project, "set", "chess", "id=check", "aliases+=chess")
    assert text(project, GOAL) == "---\nid: check\naliases: [chess]\n---\n# G\n"


def test_no_two_entries_get_one_id(project: Path):
    result = run("set", "learn-chess", "id=testing", "-C", write_project(project, {NOTE: "---\nid: testing\n---\n"}))
    assert (result.exit_code, "duplicate-id" in result.stdout) == (1, True)


def test_a_link_that_leads_nowhere_is_told_and_written(project: Path):
    assert "'nowhere' leads nowhere" in change(project, "set", "learn-chess", "wish=See [[nowhere]]")
    assert "wish: See [[nowhere]]\n" in text(project, GOAL)


def test_attributes_and_signs_of_a_heading_stay(project: Path):
    write_project(project, {GOAL: "# G {#top}\n", NOTE: "# N\n"})
    said = change(project, "set", "learn-chess", "title=Chess")
    assert (text(project, GOAL), "The title stands in the first heading" in said) == ("# Chess {#top}\n", True)
    change(project, "set", "a-hard-week", "title=Learn C#")
    assert text(project, NOTE) == "# Learn C# #\n"


def test_who_may_read_is_told_from_all_that_decides_it(project: Path):
    uri = "people/ada/feedback/f.md"
    write_project(project, {GOAL: "---\ndraft: true\n---\n# G\n", uri: "---\naudience: team\n---\n# F\n"})
    assert "read it" not in change(project, "set", "learn-chess", "audience=team")
    assert "Your team can read it now." in change(project, "set", "learn-chess", "draft=")
    assert "Your team can read it now." in change(project, "set", "f", "consent=quoted")


def test_lists_are_written_with_commas_and_commas_with_backslashes(project: Path):
    change(project, "set", "learn-chess", "tags=2026, no,a\\,b")
    assert 'tags: ["2026", no, "a,b"]\n' in text(project, GOAL)


def test_one_value_stays_one_value(project: Path):
    write_project(project, {NOTE: "---\ntags: a  # one\n---\n"})
    change(project, "set", "a-hard-week", "tags=b")
    assert text(project, NOTE) == "---\ntags: b  # one\n---\n"


def test_a_competency_is_named_once_however_it_is_written(project: Path):
    write_project(project, {NOTE: "---\ncompetencies: [[testing]]\n---\n"})
    change(project, "set", "a-hard-week", "competencies+=testing")
    assert text(project, NOTE) == "---\ncompetencies: [[testing]]\n---\n"
    change(project, "set", "a-hard-week", "competencies-=[[testing]]")
    assert text(project, NOTE) == "---\n---\n"
    write_project(project, {NOTE: '---\ncompetencies: ["[[testing]]", x]\n---\n'})
    change(project, "set", "a-hard-week", "competencies-=testing")
    assert text(project, NOTE) == "---\ncompetencies: [x]\n---\n"


def test_a_promise_is_added_by_what_it_says(project: Path):
    uri = "people/ada/checkins/c.md"
    write_project(project, {uri: "---\nagreed:\n  - what: Call\n    by: 2026-12-01\n---\n"})
    change(project, "set", "c", "agreed+=Send: it")
    change(project, "set", "c", "agreed.1=")
    assert text(project, uri) == '---\nagreed:\n  - what: "Send: it"\n---\n'


def test_levels_of_a_role_are_set_one_by_one(project: Path):
    uri = "roles/tester.md"
    write_project(project, {uri: "---\ntargets:\n  testing: 1  # at first\n---\n"})
    change(project, "set", "tester", "targets.testing=2")
    assert text(project, uri) == "---\ntargets:\n  testing: 2  # at first\n---\n"
    assert "did you mean 'testing'?" in run("set", "tester", "targets.testign=2", "-C", project).output
    change(project, "set", "tester", "targets.testing=")
    assert text(project, uri) == "---\n---\n"


def test_an_unknown_field_goes_away_and_does_not_come(project: Path):
    write_project(project, {NOTE: "---\ncolour: red\n---\n"})
    assert run("set", "a-hard-week", "colour=blue", "-C", project).exit_code == 2
    change(project, "set", "a-hard-week", "colour=")
    assert text(project, NOTE) == "---\n---\n"


def test_a_value_over_several_lines_and_in_a_list_is_reached(project: Path):
    uri = "people/ada/checkins/2026-11-05-with-ben.md"
    write_project(project, {uri: "---\nagreed:\n  - who: ada\n    what: Call\n    done: false  # yet\n---\n# T\n"})
    change(project, "set", "with-ben", "agreed.1.done=true", "agreed.1.by=2026-12-01")
    assert text(project, uri).startswith(
        "---\nagreed:\n  - who: ada\n    what: Call\n    done: true  # yet\n    by: 2026-12-01\n---\n"
    )


def test_tags_are_added_once_and_taken_away(project: Path):
    change(project, "tag", "a-hard-week", "work", "hard talks")
    change(project, "tag", "a-hard-week", "work")
    assert "tags: [work, hard talks]\n" in text(project, NOTE)
    change(project, "tag", "a-hard-week", "work", "hard talks", "--remove")
    assert text(project, NOTE) == FILES[NOTE]


def test_a_tag_is_no_list(project: Path):
    assert run("tag", "a-hard-week", "a,b", "-C", project).exit_code == 2


@pytest.mark.parametrize(
    ("said", "status"),
    [("done", "done"), ("pause", "paused"), ("drop", "dropped"), ("resume", "active"), ("start", "active")],
)
def test_a_goal_goes_as_it_is_said(project: Path, said: str, status: str):
    change(project, "goal", said, "learn-chess")
    assert f"status: {status}\n" in text(project, GOAL)


def test_a_goal_that_is_done_is_wholly_done(project: Path):
    change(project, "goal", "done", "learn-chess")
    assert "progress: 100\n" in text(project, GOAL)


def test_a_goal_begins_today_unless_it_has_begun(project: Path):
    change(project, "goal", "start", "learn-chess")
    assert f"start: {TODAY}\n" in text(project, GOAL)
    change(project, "set", "learn-chess", "start=2026-01-05")
    change(project, "goal", "start", "learn-chess")
    assert "start: 2026-01-05\n" in text(project, GOAL)


@pytest.mark.parametrize(("said", "progress"), [("60%", 60), ("+10", 50), ("+70", 100), ("-70", 0), ("100", 100)])
def test_progress_is_told_or_counted_as_far_as_it_goes(project: Path, said: str, progress: int):
    change(project, "goal", "progress", "learn-chess", said)
    assert f"progress: {progress}\n" in text(project, GOAL)


def test_only_a_goal_is_done(project: Path):
    result = run("goal", "done", "a-hard-week", "-C", project)
    assert (result.exit_code, "is a reflection, not a goal" in result.stderr) == (2, True)
    assert text(project, NOTE) == FILES[NOTE]


def test_without_a_terminal_nobody_is_asked_which_goal(project: Path):
    result = run("goal", "done", "-C", project)
    assert (result.exit_code, "say which goal" in result.stderr) == (2, True)

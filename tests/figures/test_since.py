"""What has happened since two people last met."""

from datetime import date

import pytest

from portfolio_gen.figures.agenda import agenda_for
from portfolio_gen.figures.since import Since, mentees_of, new_since, since_last_met
from portfolio_gen.model.entry import EntryId
from tests.builders import Files
from tests.figures import generated, sources
from tests.figures.builders import ADA, BO, TODAY, linked, person
from tests.figures.test_against_sources import SEEDS, name
from tests.figures.test_against_sources import linked as seen_by

OTHERS: Files = {**person("Bo"), **person("Cy")}


def since(files: Files = OTHERS, *, start: date | None = None, **fronts: str) -> Since:
    found = linked(files, **fronts)
    return since_last_met(ADA, BO, found.portfolio, found.links, TODAY, start=start)


def names(entries: tuple[EntryId, ...]) -> list[str]:
    return [entry.rpartition("/")[2] for entry in entries]


def new(found: Since) -> list[str]:
    return [entry.id.rpartition("/")[2] for entry in found.new]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_told_is_what_the_sources_say(seed: int) -> None:
    made = generated.portfolio(seed)
    found = seen_by(made, "team", "p1")
    seen = sources.visible({one.uri: generated.written(one) for one in made}, "team", "p1", generated.TODAY)
    reader = EntryId("people/p1")
    mentees = mentees_of(reader, found.portfolio, found.links)
    assert {name(one) for one in mentees} == {
        one for one in sources.people(seen) if "p1" in seen[one].meta.get("mentors", [])
    }
    for mentee in mentees:
        told = since_last_met(mentee, reader, found.portfolio, found.links, generated.TODAY)
        assert {
            "start": told.start,
            "checkin": name(told.checkin),
            "new": {name(one.id) for one in told.new},
            "moved": {name(one.goal) for one in told.moved},
            "still": {name(one.goal) for one in told.still},
            "questions": {(name(one.entry), one.index) for one in told.questions},
            "promises": {(name(one.checkin), one.index, one.state == "done") for one in told.promises},
        } == sources.since(str(name(mentee)), "p1", seen, generated.TODAY)


def test_it_starts_on_the_day_of_the_last_check_in_of_both() -> None:
    found = since(
        checkins_with_bo="{date: 2026-10-01, with: [bo]}",
        checkins_with_cy="{date: 2026-11-01, with: [cy]}",
        journal_same_day="date: 2026-10-01",
        journal_before="date: 2026-09-30",
    )
    assert (found.start, names((found.checkin or EntryId(""),))) == (date(2026, 10, 1), ["with_bo"])
    assert new(found) == ["with_cy", "same_day"]


def test_the_check_in_of_today_is_the_one_for_which_somebody_prepares() -> None:
    assert since(checkins_a="{date: 2026-11-20, with: [bo]}").start == date(2026, 10, 21)


def test_a_check_in_that_the_mentor_wrote_counts_as_well() -> None:
    theirs = {"people/bo/checkins/a.md": "---\n{audience: public, date: 2026-10-05, with: [ada]}\n---\n# A\n"}
    assert since({**OTHERS, **theirs}).start == date(2026, 10, 5)


def test_a_day_that_is_given_wins_over_the_last_check_in() -> None:
    found = since(start=date(2026, 11, 10), checkins_a="{date: 2026-10-01, with: [bo]}", journal_b="date: 2026-11-09")
    assert (found.start, found.checkin, new(found)) == (date(2026, 11, 10), None, [])


def test_who_never_met_is_told_of_thirty_days() -> None:
    found = since(journal_a="date: 2026-10-21", journal_b="date: 2026-10-20", journal_c="{}")
    assert new(found) == ["a"]


def test_what_is_dated_tomorrow_is_not_new_yet() -> None:
    assert new(since(journal_a="date: 2026-11-21")) == []


def test_a_goal_that_was_just_set_is_not_called_still() -> None:
    found = since(goals_old="{status: active}", goals_fresh="{status: active, date: 2026-11-19}")
    assert [one.goal.rpartition("/")[2] for one in found.still] == ["old"]


def test_a_question_to_somebody_else_is_not_put_to_the_mentor() -> None:
    found = since(journal_a="questions: [How, {ask: Why, to: cy}, {ask: So, to: bo}, {ask: When, answered: true}]")
    assert [one.index for one in found.questions] == [0, 2]


def test_promises_are_told_while_open_and_once_more_when_done() -> None:
    found = since(
        checkins_old="{date: 2026-01-01, with: [bo], agreed: [{what: A, done: true}, {what: B, by: 2026-11-19}]}",
        checkins_last="{date: 2026-10-01, with: [bo], agreed: [{what: C, done: true}, {what: D, by: 2026-12-01}]}",
    )
    assert [(one.checkin.rpartition("/")[2], one.index, one.state) for one in found.promises] == [
        ("old", 1, "overdue"), ("last", 1, "open"), ("last", 0, "done"),
    ]  # fmt: skip


def test_without_a_reader_everything_counts_that_is_dated() -> None:
    found = linked(OTHERS, journal_a="date: 2026-11", journal_b="date: 2026-10-31")
    assert [one.id.rpartition("/")[2] for one in new_since(ADA, date(2026, 11, 1), found.portfolio, TODAY)] == ["a"]


def agenda(**fronts: str) -> dict[str, list[tuple[str, str]]]:
    found = linked(OTHERS, **fronts)
    told = since_last_met(ADA, BO, found.portfolio, found.links, TODAY)
    made = agenda_for(told, found.portfolio, found.links, TODAY)
    return {
        part: [(point.code, point.entry.rpartition("/")[2]) for point in getattr(made, part)]
        for part in ("goal", "reality", "options", "will")
    }


def test_the_agenda_is_made_of_what_is_stale_and_what_is_ready() -> None:
    found = agenda(
        goals_late="{status: active, due: 2026-11-01, obstacle: Fear}",
        goals_near="{status: active, progress: 90}",
        goals_soon="{status: active, due: 2026-12-01}",
        goals_calm="{status: active}",
        journal_j="{date: 2026-11-18, goals: [calm], next_action: Ask, questions: [How]}",
        feedback_f="{date: 2026-11-18, goals: [near], consent: quoted, feed_forward: Slower}",
        checkins_c="{date: 2026-11-01, with: [bo], agreed: [{what: Read}, {what: Write, by: 2026-11-02}]}",
    )
    assert found["goal"] == [("overdue", "late"), ("ready", "near"), ("due_soon", "soon")]
    assert found["reality"] == [("still", "late"), ("still", "soon"), ("untouched", "writing")]
    assert found["options"] == [("question", "j"), ("obstacle", "late"), ("feed_forward", "f")]
    assert found["will"] == [("late_promise", "c"), ("promise", "c"), ("next_action", "j")]


def test_without_anything_pressing_the_agenda_names_the_next_goals() -> None:
    found = agenda(goals_a="{status: active, due: 2027-06-01}", journal_j="{date: 2026-11-18, goals: [a]}")
    assert found["goal"] == [("goal", "a")]
    assert ("moved", "a") in found["reality"]


def test_a_step_that_changed_something_is_not_talked_about_again() -> None:
    done = "{date: 2026-11-18, next_action: Ask, followups: [{date: 2026-11-19, changed: 'yes'}]}"
    assert agenda(journal_j=done)["will"] == []

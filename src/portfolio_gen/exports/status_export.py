"""Where a person stands as one JSON document, for programs of that person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from portfolio_gen.figures.status import Status
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.model.portfolio import Portfolio

VERSION = 1
"""Changes when a program that reads the document has to change."""


def status_document(status: Status, portfolio: Portfolio, command: Sequence[str]) -> Mapping[str, Any]:
    """The document, ready for a JSON encoder: ids, dates, numbers and codes, in the order of the screen.

    `command` are the words of the command that does the next step; empty if there is nothing to do.
    """
    return {
        "version": VERSION,
        "person": status.person,
        "today": status.today.isoformat(),
        "goals": [
            {
                "goal": one.goal,
                "due": _day(_goal(portfolio, one.goal).due),
                "days_left": one.days_left,
                "progress": _goal(portfolio, one.goal).progress,
                "last_moved": _day(one.last_moved),
                "is_overdue": one.is_overdue,
                "is_without_movement": one.is_without_movement,
            }
            for one in status.goals
        ],
        "looks": [
            {"entry": one.entry, "since": one.since.isoformat(), "reason": one.reason, "days": one.days}
            for one in status.looks
        ],
        "promises": [
            {
                "checkin": one.checkin,
                "index": one.index,
                "by": _day(one.by),
                "is_overdue": one.is_overdue,
                "is_own": one.is_own,
            }
            for one in status.promises
        ],
        "weeks": [{"monday": one.monday.isoformat(), "is_written": one.is_written} for one in status.weeks],
        "thin": [
            {
                "competency": one.standing.competency,
                "evidence": one.standing.strength.entries,
                "shown": one.standing.shown,
                "target": one.standing.target,
                "is_aimed_at": one.is_aimed_at,
            }
            for one in status.thin
        ],
        "inbox": status.waiting,
        "errors": status.errors,
        "next": {
            "step": status.next_step.step,
            "entry": status.next_step.entry,
            "index": status.next_step.index,
            "uri": status.next_step.uri or None,
            "command": list(command),
        },
    }


def _goal(portfolio: Portfolio, goal: EntryId) -> GoalFields:
    fields = portfolio.entries[goal].fields
    assert isinstance(fields, GoalFields)
    return fields


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None

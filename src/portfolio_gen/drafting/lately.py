"""What a person has written lately, told by the names of files and the first lines of a few."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from datetime import date

from portfolio_gen.drafting.naming import Meant, Nearby, heads, read_some, short_name
from portfolio_gen.drafting.surroundings import Surroundings
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.model.kinds.goal import GoalFields
from portfolio_gen.reading.inference import date_from_uri

_LATELY = 30
"""How many of the newest entries tell what somebody usually writes."""
_MOST_GOALS = 50
"""How many goals are read."""
_MOST_HEADS = 1_000
"""In how many pages of one person a `type: goal` is looked for."""
_IS_GOAL = re.compile(rb"(?m)^type[ \t]*:[ \t]*[\"']?goal\b")


def usual_kinds(around: Surroundings, person: str | None) -> tuple[str, ...]:
    """All kinds, first what the person has written most often of late; then reflections, then the rest as listed."""
    own = [
        (_day(uri), kind)
        for kind, uris in around.by_kind.items()
        if KINDS[kind].in_journal
        for uri in uris
        if person is None or uri.startswith(f"{person}/")
    ]
    newest = [kind for _, kind in sorted(own, reverse=True)[:_LATELY]]
    # Of two that are as frequent, the one that was written last comes first.
    lately = [kind for kind, _ in Counter(newest).most_common()]
    return tuple(dict.fromkeys((*lately, "reflection", *KINDS)))


def active_goals(nearby: Nearby) -> tuple[Meant, ...]:
    """The person's active goals, the newest first; of many goals only the newest are looked at."""
    return goals_that_are(("active",), nearby)


def goals_that_are(statuses: Collection[str], nearby: Nearby) -> tuple[Meant, ...]:
    """The person's goals of some statuses, the newest first; of many goals only the newest are looked at."""
    base = f"{nearby.person}/" if nearby.person else ""
    told = [uri for uri in nearby.around.by_kind.get("goal", ()) if uri.startswith(base)]
    others = [uri for uri in nearby.around.by_kind.get("page", ()) if uri.startswith(base)][-_MOST_HEADS:]
    told += [uri for uri, head in heads(others, nearby.content) if _IS_GOAL.search(head)]
    newest = sorted(told, key=lambda uri: (_day(uri), uri), reverse=True)[:_MOST_GOALS]
    return tuple(
        Meant(short_name(entry, nearby.around), entry)
        for entry in read_some(newest, nearby)
        if isinstance(entry.fields, GoalFields) and entry.fields.status in statuses
    )


def _day(uri: str) -> date:
    found = date_from_uri(uri)
    return found.first if found is not None else date.min

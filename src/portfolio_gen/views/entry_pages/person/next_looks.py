"""What to look at next: goals one by one, competencies together by what is the matter with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portfolio_gen.figures.attention import Attention, attention_for
from portfolio_gen.figures.profile import Standing, profile_of
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.views.context import Context
from portfolio_gen.views.parts.goal_state import goal_fields

MOST_GOALS = 4
"""How many goals are named."""
MOST_COMPETENCIES = 4
"""How many competencies with which the same is the matter are named."""


@dataclass(frozen=True, slots=True)
class Point:
    """Something to look at next, as Markdown: what is the matter, and what would help."""

    words: str


def next_looks(context: Context, person: Entry, at: str) -> tuple[Point, ...]:
    """Goals that are overdue or without movement, then the competencies that matter to the person.

    What neither the role nor a goal asks for is left to the table.
    """
    found = attention_for(person.id, context.portfolio, context.links, context.today, context.index)
    asked = [one for one in found if one.is_aimed_at]
    goals = [one for one in asked if context.entry(one.entry).kind_name == "goal"]
    profile = profile_of(person.id, context.portfolio, context.links, context.today, context.index)
    standings = {one.competency: one for one in profile}
    return (
        *_goals(context, goals, at),
        *_competencies(context, [one for one in asked if one not in goals], standings, at),
    )


def _goals(context: Context, goals: Sequence[Attention], at: str) -> Iterable[Point]:
    for one in goals[:MOST_GOALS]:
        yield Point(_goal_words(context, one, context.entry_link(one.entry, at)))
    more = len(goals) - MOST_GOALS
    if more > 0:
        words = context.words
        yield Point(
            words.ngettext("The same goes for %(num)s more goal.", "The same goes for %(num)s more goals.", more)
        )


def _goal_words(context: Context, one: Attention, link: str) -> str:
    words = context.words
    if one.reasons[0] == "overdue":
        due = goal_fields(context.entry(one.entry)).due or context.today
        return words.ngettext(
            "%(goal)s is overdue by %(num)s day. Give it a new day, or close it and say what came of it.",
            "%(goal)s is overdue by %(num)s days. Give it a new day, or close it and say what came of it.",
            (context.today - due).days,
            goal=link,
        )
    if one.since is None:
        return words.gettext("No entry refers to %(goal)s yet. What would be a first step?", goal=link)
    return words.ngettext(
        "No entry about %(goal)s for %(num)s day. What is in the way, or is it time to pause it?",
        "No entry about %(goal)s for %(num)s days. What is in the way, or is it time to pause it?",
        (context.today - one.since).days,
        goal=link,
    )


def _competencies(
    context: Context, found: Sequence[Attention], standings: dict[EntryId, Standing], at: str
) -> Iterable[Point]:
    alike: defaultdict[str, list[EntryId]] = defaultdict(list)
    for one in found:
        alike[_matter(one, standings[one.entry])].append(one.entry)
    for matter, competencies in alike.items():
        named = [context.entry_link(one, at) for one in competencies[:MOST_COMPETENCIES]]
        more = len(competencies) - len(named)
        rest = [context.words.ngettext("%(num)s more", "%(num)s more", more)] if more else []
        names = context.words.joined([*named, *rest])
        yield Point(_competency_words(context, matter, len(competencies), names))


def _matter(one: Attention, standing: Standing) -> str:
    """What is the matter with a competency, by the reason that is most pressing."""
    if one.reasons[0] == "untouched":
        return "asked" if standing.target is not None else "aimed at"
    if one.reasons[0] == "thin":
        return "single" if standing.strength.entries else "not shown"
    return "stale"


def _competency_words(context: Context, matter: str, count: int, names: str) -> str:
    words = context.words
    match matter:
        case "asked":
            return words.gettext(
                "The role asks for %(names)s. Nothing here is about that yet: what would be a first step?", names=names
            )
        case "aimed at":
            return words.gettext(
                "A goal aims at %(names)s. Nothing here is about that yet: what would be a first step?", names=names
            )
        case "not shown":
            return words.gettext("There is no evidence yet of %(names)s. Which piece of work shows it?", names=names)
        case "single":
            return words.ngettext(
                "%(names)s rests on a single piece of evidence. A second one would make it firm.",
                "%(names)s rest on a single piece of evidence each. A second one would make them firm.",
                count,
                names=names,
            )
        case _:
            return words.gettext("Nothing new about %(names)s for half a year. Is that still how it is?", names=names)

"""Figures about groups of people, for sites that name nobody in lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portfolio_gen.figures.coverage import coverage_of
from portfolio_gen.figures.groups import Share, least_group, share_of, told_number
from portfolio_gen.figures.people import learners_by_competency, members_of, people_of
from portfolio_gen.model.entry import EntryId
from portfolio_gen.views.context import Context


@dataclass(frozen=True, slots=True)
class GroupFigure:
    """How many of a group have shown what their roles ask of them; never of fewer people than may be told."""

    people: str
    """Of how many it is asked at the least."""
    share: Share
    """How many of them have shown it."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Something that many have in common."""

    link: str
    people: str
    """How many there are at the least."""


def group_figures(context: Context, persons: Iterable[EntryId]) -> Mapping[EntryId, GroupFigure]:
    """What roles ask of a group and how much of it is shown, by competency; those asked of too few are left out."""
    group = tuple(persons)
    least = least_group(group, context.portfolio, context.links)
    rows = coverage_of(group, context.portfolio, context.links, context.today, least, context.index)
    return {
        row.competency: GroupFigure(context.words.number(told), share_of(row.met, row.asked))
        for row in rows
        if row.asked is not None and row.met is not None and (told := told_number(row.asked, least)) is not None
    }


def shared_aims(context: Context, at: str) -> tuple[Crowd, ...]:
    """The competencies at which the goals of many aim, by title."""
    aims = learners_by_competency(context.portfolio, context.links)
    everybody = people_of(context.portfolio)
    found = sorted(aims, key=lambda one: (context.entry(one).title.casefold(), one))
    crowds = (_crowd(context, context.entry_link(one, at), aims[one], everybody) for one in found)
    return tuple(crowd for crowd in crowds if crowd.people)


def teams_in_numbers(context: Context, at: str) -> tuple[Crowd, ...]:
    """All teams by title; of how many people each is stands only with the large ones, and where nobody is named."""
    teams = sorted(context.portfolio.of_kind("team"), key=lambda team: (team.title.casefold(), team.id))
    members = {team.id: members_of(team.id, context.portfolio, context.links) for team in teams}
    return tuple(_crowd(context, context.entry_link(one.id, at), members[one.id], members[one.id]) for one in teams)


def _crowd(context: Context, link: str, persons: tuple[EntryId, ...], among: tuple[EntryId, ...]) -> Crowd:
    """Some people among others, whose teams say how many they have to be at least."""
    told = told_number(len(persons), least_group(among, context.portfolio, context.links))
    return Crowd(link, context.words.number(told) if told is not None and not context.names_people else "")

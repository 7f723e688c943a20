"""The levels of a competency: what each looks like, and the evidence that claims it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from portfolio_gen.figures.claims import RATERS
from portfolio_gen.figures.profile import standing
from portfolio_gen.figures.targets import targets_for
from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.views.context import Context
from portfolio_gen.views.entry_pages.competency.naming import Listed, listed
from portfolio_gen.views.parts.anchors import levels_of
from portfolio_gen.wording.marking import gettext_noop

_REACHED = {
    "evidence": gettext_noop("Shown by evidence"),
    "self": gettext_noop("Self-rated"),
    "mentor": gettext_noop("Rated by a mentor"),
    "peer": gettext_noop("Rated by a peer"),
    "credential": gettext_noop("Certified"),
}
"""What is said at the level that each rater names."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that makes a level stand out."""

    mark: str
    """One of RATERS, or "target"."""
    words: str
    """Markdown."""


@dataclass(frozen=True, slots=True)
class LevelText:
    """One level, as Markdown."""

    number: int
    name: str
    summary: str
    signals: tuple[str, ...]
    examples: tuple[str, ...]
    marks: tuple[Mark, ...]
    """Where the only person of a site stands, and which roles ask for it."""
    evidence: Listed
    """The evidence that claims this level."""


def level_texts(context: Context, competency: Entry, evidence: Iterable[Entry]) -> tuple[LevelText, ...]:
    """The levels from the lowest to the highest, each with the evidence that claims it, the newest first."""
    by_level: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in evidence:
        by_level[claimed_level(context, entry, competency) or 0].append(entry)
    marks = _marks(context, competency)
    return tuple(
        _level(context, competency, number, marks.get(number, ()), by_level[number])
        for number in range(1, len(levels_of(competency)) + 1)
    )


def claimed_level(context: Context, entry: Entry, competency: Entry) -> int | None:
    """The highest level of a competency that an entry claims; None if it names none."""
    named = context.links.in_field(entry.id, "competencies")
    return max((one.level for one in named if one.target == ToEntry(competency.id) and one.level), default=None)


def _level(
    context: Context, competency: Entry, number: int, marks: tuple[Mark, ...], evidence: list[Entry]
) -> LevelText:
    level = levels_of(competency)[number - 1]

    def prose(text: str | None, *path: str | int) -> str:
        return context.prose(competency, text, ("levels", number - 1, *path), competency.uri)

    found = listed(context, competency, evidence, "evidence")
    return LevelText(
        number=number,
        name=level.name,
        summary=prose(level.summary, "summary"),
        signals=tuple(prose(text, "signals", index) for index, text in enumerate(level.signals)),
        examples=tuple(prose(text, "examples", index) for index, text in enumerate(level.examples)),
        marks=marks,
        # The heading above says which level it is.
        evidence=replace(found, rows=tuple(replace(row, level="") for row in found.rows)),
    )


def _marks(context: Context, competency: Entry) -> Mapping[int, tuple[Mark, ...]]:
    found: defaultdict[int, list[Mark]] = defaultdict(list)
    for level, mark in (*_reached(context, competency), *_targets(context, competency)):
        found[level].append(mark)
    return {level: tuple(marks) for level, marks in found.items()}


def _reached(context: Context, competency: Entry) -> Iterator[tuple[int, Mark]]:
    """Where the only person of a site stands; nothing on a site of several, which compares nobody."""
    if len(context.index.claims) != 1 or not context.names_people:
        return
    (person,) = context.index.claims
    target = targets_for(person, context.links).get(competency.id)
    claims = context.index.claims_on.get(competency.id, ())
    stands = standing(competency, claims, target, context.portfolio, context.today)
    for rater in RATERS:
        level = stands.ratings[rater].level if rater in stands.ratings else None
        if level is not None:
            yield level, Mark(rater, context.words.gettext(_REACHED[rater]))


def _targets(context: Context, competency: Entry) -> Iterator[tuple[int, Mark]]:
    for level, roles in roles_by_level(context, competency).items():
        for role in roles:
            link = context.entry_link(role, competency.uri)
            yield level, Mark("target", context.words.gettext("Asked for by %(role)s", role=link))


def roles_by_level(context: Context, competency: Entry) -> Mapping[int, tuple[EntryId, ...]]:
    """The roles that ask for each level, by title; 0 stands for the levels that the competency doesn't describe."""
    references = context.links.backlinks.get(competency.id, ())
    roles = {reference.source for reference in references if reference.field == "targets"}
    found: defaultdict[int, list[EntryId]] = defaultdict(list)
    for role in sorted(map(context.entry, roles), key=lambda one: (one.title.casefold(), one.id)):
        named = [one for one in context.links.in_field(role.id, "targets") if one.target == ToEntry(competency.id)]
        level = max((one.level for one in named if one.level is not None), default=0)
        found[level if level <= len(levels_of(competency)) else 0].append(role.id)
    return {level: tuple(roles_at) for level, roles_at in found.items()}

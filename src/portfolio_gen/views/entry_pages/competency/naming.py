"""The entries that name a competency, in lists that stay short however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context
from portfolio_gen.views.journal_links import journal_link
from portfolio_gen.views.parts.rows import Row, claimed, level_words, row
from portfolio_gen.wording.marking import gettext_noop

MOST = 8
"""How many entries a list shows, the newest first; the journal has the others."""

SECTIONS: tuple[tuple[str, tuple[str, ...], bool], ...] = (
    (gettext_noop("Feedback on it"), ("feedback",), False),
    (gettext_noop("Reflections"), ("reflection",), False),
    (gettext_noop("Assessments"), ("assessment",), True),
    (gettext_noop("Learning, challenges and check-ins"), ("learning", "challenge", "checkin"), True),
)
"""The sections of the page, the kinds of entry in each, and whether each row says of which kind it is."""

LISTED_KINDS = frozenset({"goal", "evidence", "activity", *(kind for _, kinds, _ in SECTIONS for kind in kinds)})
"""The kinds of entry that the page lists if they name the competency."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Entries in a list."""

    rows: tuple[Row, ...]
    """The newest first, no more than MOST."""
    more: str
    """A link to the journal, which has them all; empty if none is left out."""

    def __bool__(self) -> bool:
        return bool(self.rows)


@dataclass(frozen=True, slots=True)
class Section:
    """Entries of some kinds."""

    heading: str
    says_kind: bool
    entries: Listed


def naming(context: Context, competency: Entry) -> tuple[Entry, ...]:
    """The entries whose `competencies` name a competency, in no order."""
    references = context.links.backlinks.get(competency.id, ())
    sources = {reference.source for reference in references if reference.field == "competencies"}
    return tuple(context.entry(source) for source in sources)


def sections(context: Context, competency: Entry, by_kind: Mapping[str, Sequence[Entry]]) -> tuple[Section, ...]:
    """The sections that have entries; `by_kind` has those that name the competency, the newest first."""
    found = (
        Section(
            context.words.gettext(heading),
            says_kind,
            listed(context, competency, [one for kind in kinds for one in by_kind.get(kind, ())], *kinds),
        )
        for heading, kinds, says_kind in SECTIONS
    )
    return tuple(section for section in found if section.entries)


def listed(context: Context, competency: Entry, entries: Iterable[Entry], *kinds: str) -> Listed:
    """Entries with the level that each claims and why; `kinds` are those among which the journal has all of them."""
    found = tuple(entries)
    rows = tuple(claiming_row(context, one, competency) for one in found[:MOST])
    return Listed(rows, more_link(context, competency, len(found) - MOST, *kinds))


def more_link(context: Context, competency: Entry, left_out: int, *kinds: str) -> str:
    """A link to the journal for so many entries about a competency that a list leaves out; empty if it has all.

    Where lists name nobody it doesn't say how many: they may all be of one person.
    """
    if left_out <= 0:
        return ""
    if context.names_people:
        words = context.words.ngettext("%(num)s more in the journal", "%(num)s more in the journal", left_out)
    else:
        words = context.words.gettext("More in the journal")
    # The journal can be asked for one kind at a time.
    wanted = {"kind": kinds[0]} if len(kinds) == 1 else {}
    return journal_link(context, words, competency.uri, competency=competency.id, **wanted)


def claiming_row(context: Context, source: Entry, competency: Entry) -> Row:
    """An entry in one line, with the level of the competency that it claims and why."""
    people = tuple(context.index.claims)
    plain = row(context, source, competency.uri, about=people[0] if len(people) == 1 else None)
    for named, claim in claimed(context, source):
        if getattr(named.target, "id", None) == competency.id:
            path = ("competencies", int(named.mention.at[1]), "because")
            because = context.prose(source, claim.because, path, competency.uri)
            return replace(plain, level=level_words(context, named), because=because)
    return plain

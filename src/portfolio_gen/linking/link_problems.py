"""What is wrong with references, at the line that says them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from portfolio_gen.linking.nearest import in_words
from portfolio_gen.linking.resolution import Ambiguous, NotShared, Resolver, Target, Unknown
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.field_types import Refers
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.model.mention import FieldMention, TextLink
from portfolio_gen.problems import Problem

_SHOWN = 4
"""How many of the entries that a name may mean are listed."""


def field_problems(entry: Entry, named: Iterable[tuple[FieldMention, Target]], resolver: Resolver) -> Iterable[Problem]:
    """Values of fields that mean nothing, too much, or something that is not shared."""
    for mention, target in named:
        where = (entry.uri, mention.line, mention.column)
        match target:
            case Ambiguous(ids=ids):
                yield Problem(
                    *where, "ambiguous-field", f"{mention.field}: '{mention.target}' may mean {_listed(ids)}",
                    "write more of the path",
                )  # fmt: skip
            case Unknown():
                message, hint = _unknown_in_field(mention, resolver)
                yield Problem(*where, "unresolved-field", message, hint)
            case NotShared():
                yield Problem(
                    *where, "not-shared", f"{mention.field}: '{mention.target}' is not open to this audience",
                    "the site says 'not shared' in its place",
                )  # fmt: skip


def text_problems(
    entry: Entry, links: Sequence[TextLink], targets: Sequence[Target], resolver: Resolver
) -> Iterable[Problem]:
    """Links in texts that lead nowhere, anywhere, or to something that is not shared.

    A relative link that may lead to a generated page is nobody's problem yet.
    """
    for link, target in zip(links, targets, strict=True):
        where = (entry.uri, link.line, link.column)
        match target:
            case Ambiguous(ids=ids):
                yield Problem(
                    *where,
                    "ambiguous-link",
                    f"'{link.target}' may mean {_listed(ids)}",
                    "write more of the path",
                )
            case Unknown():
                yield broken_link(entry.uri, link, resolver)
            case NotShared():
                yield Problem(
                    *where, "not-shared", f"the link to '{link.target}' is not open to this audience",
                    "the site says 'not shared' in its place",
                )  # fmt: skip


def broken_link(uri: str, link: TextLink, resolver: Resolver) -> Problem:
    """The problem of a link that leads nowhere."""
    name = link.target.rpartition("/")[2] or link.target
    near = resolver.nearest(link.target) or resolver.nearest(name.removesuffix(".md"))
    return Problem(uri, link.line, link.column, "broken-link", f"'{link.target}' leads nowhere", in_words(near))


def level_problem(entry: Entry, mention: FieldMention, competency: Entry) -> Problem:
    """The problem of a level that the competency doesn't have."""
    assert isinstance(competency.fields, CompetencyFields)
    levels = competency.fields.levels
    known = ", ".join(f"{number} ({level.name})" for number, level in enumerate(levels, 1))
    return Problem(
        entry.uri, mention.line, mention.column, "unresolved-field",
        f"{mention.field}: '{mention.target}' has no level '{mention.level}'",
        f"use {known}" if known else "it has no named levels; write a number",
    )  # fmt: skip


def _unknown_in_field(mention: FieldMention, resolver: Resolver) -> tuple[str, str]:
    other = resolver.kind_called(mention.target) if mention.refers.kinds else None
    if other is not None:
        wanted = _wanted(mention.refers, with_article=True)
        return f"{mention.field}: '{mention.target}' is {KINDS[other].with_article}, not {wanted}", ""
    near = resolver.nearest(mention.target, mention.refers.kinds)
    return f"{mention.field}: there is no {_wanted(mention.refers)} '{mention.target}'", in_words(near)


def _wanted(refers: Refers, *, with_article: bool = False) -> str:
    kinds = [KINDS[kind].with_article if with_article else kind for kind in refers.kinds]
    return " or ".join(kinds) or ("entry or file" if refers.elsewhere else "entry")


def _listed(ids: tuple[EntryId, ...]) -> str:
    listed = ", ".join(f"'{one}'" for one in ids[:_SHOWN])
    return f"{listed} and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else listed

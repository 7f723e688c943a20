"""All references of a portfolio, resolved for one audience."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portfolio_gen.linking.link_problems import field_problems, level_problem, text_problems
from portfolio_gen.linking.resolution import NotShared, Resolver, Target, ToEntry, ToFile
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.kinds.competency import CompetencyFields
from portfolio_gen.model.mention import FieldMention, FieldPath, LinkedText, TextLink
from portfolio_gen.problems import Problem

BODY = "body"
"""The field of a reference that stands in a text rather than in a field."""


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """One entry pointing at another, and where it says so."""

    source: EntryId
    target: EntryId
    field: str
    """The field at the top level, or BODY."""
    uri: str
    """The source file."""
    line: int
    """1-based line in it, front matter included."""
    label: str
    """What the source says about the target, seen from the target: "shows", "mentioned in"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A value of a field and what it means."""

    mention: FieldMention
    target: Target
    level: int | None = None
    """The level of the competency, counted from 1; None if none is named, or the competency isn't shared."""


@dataclass(frozen=True, slots=True)
class Links:
    """What points where. Indexes are whole: nothing changes them later."""

    named: Mapping[EntryId, tuple[Named, ...]]
    """The resolved values of each entry's fields, in the order of the model."""
    texts: Mapping[tuple[EntryId, FieldPath], tuple[Target, ...]]
    """What the links of a text mean, in its order; the path of the body is ()."""
    references: tuple[Reference, ...]
    """From entry to entry, sorted."""
    backlinks: Mapping[EntryId, tuple[Reference, ...]]
    """For each entry, the references to it from others."""
    files: frozenset[str]
    """Attachments that something refers to."""
    problems: tuple[Problem, ...]
    """In no order."""

    def in_field(self, entry: EntryId, field: str) -> tuple[Named, ...]:
        """What one field of an entry names."""
        return tuple(named for named in self.named.get(entry, ()) if named.mention.field == field)


def link(entries: Iterable[Entry], resolver: Resolver) -> Links:
    """Resolve everything that the entries name among all that the resolver knows.

    References are unique per source, target, field and line; an entry that points at itself is no backlink
    of itself.
    """
    named: dict[EntryId, tuple[Named, ...]] = {}
    texts: dict[tuple[EntryId, FieldPath], tuple[Target, ...]] = {}
    problems: list[Problem] = []
    linked = tuple(entries)
    for entry in linked:
        named[entry.id] = tuple(_named(mention, entry, resolver) for mention in entry.mentions)
        problems += field_problems(entry, [(one.mention, one.target) for one in named[entry.id]], resolver)
        problems += _level_problems(named[entry.id], entry, resolver)
        for path, text in texts_of(entry):
            targets = tuple(resolver.link(one, entry.uri) for one in text.links)
            texts[entry.id, path] = targets
            problems += text_problems(entry, text.links, targets, resolver)
    references = tuple(sorted(set(_references(linked, named, texts))))
    return Links(named, texts, references, backlinks(references), _files(linked, named, texts), tuple(problems))


def texts_of(entry: Entry) -> Iterable[tuple[FieldPath, LinkedText]]:
    """The texts of an entry that have links, the body first."""
    if entry.body.links:
        yield (), entry.body
    yield from entry.texts.items()


def backlinks(references: Iterable[Reference]) -> Mapping[EntryId, tuple[Reference, ...]]:
    """Turn references around: for each target, the references to it from other entries, sorted."""
    found: defaultdict[EntryId, list[Reference]] = defaultdict(list)
    for reference in sorted(references):
        if reference.source != reference.target:
            found[reference.target].append(reference)
    return {target: tuple(found[target]) for target in sorted(found)}


def level_number(competency: Entry, level: int | str | None) -> int | None:
    """The number of a level that was named by number or name; None if the competency has no such level.

    A competency without levels takes any number and no name.
    """
    assert isinstance(competency.fields, CompetencyFields)
    levels = competency.fields.levels
    if isinstance(level, int):
        return level if not levels or level <= len(levels) else None
    names = [one.name.casefold() for one in levels]
    return names.index(level.casefold()) + 1 if level is not None and level.casefold() in names else None


def _named(mention: FieldMention, entry: Entry, resolver: Resolver) -> Named:
    target = resolver.field(mention.target, mention.refers, entry.uri)
    level = None
    if mention.level is not None and isinstance(target, ToEntry):
        level = level_number(resolver.entries[target.id], mention.level)
    return Named(mention, target, level)


def _level_problems(named: Iterable[Named], entry: Entry, resolver: Resolver) -> Iterable[Problem]:
    for one in named:
        if one.mention.level is not None and one.level is None and isinstance(one.target, ToEntry):
            yield level_problem(entry, one.mention, resolver.entries[one.target.id])


def _references(
    entries: Iterable[Entry],
    named: Mapping[EntryId, tuple[Named, ...]],
    texts: Mapping[tuple[EntryId, FieldPath], tuple[Target, ...]],
) -> Iterable[Reference]:
    for entry in entries:
        for one in named[entry.id]:
            if isinstance(one.target, ToEntry):
                field = one.mention.field
                label = entry.kind.labels.get(field, one.mention.refers.label)
                yield Reference(entry.id, one.target.id, field, entry.uri, one.mention.line, label)
        for path, text in texts_of(entry):
            for one_link, target in shown_links(text, texts[entry.id, path]):
                if isinstance(target, ToEntry):
                    field = str(path[0]) if path else BODY
                    yield Reference(entry.id, target.id, field, entry.uri, one_link.line, "mentioned in")


def shown_links(text: LinkedText, targets: Iterable[Target]) -> Iterable[tuple[TextLink, Target]]:
    """The links of a text with their targets, less those inside a link that is not shared and goes with it."""
    hidden_until = 0
    for link, target in zip(text.links, targets, strict=True):
        if link.start < hidden_until:
            continue
        if isinstance(target, NotShared):
            hidden_until = link.end
        yield link, target


def _files(
    entries: Iterable[Entry],
    named: Mapping[EntryId, tuple[Named, ...]],
    texts: Mapping[tuple[EntryId, FieldPath], tuple[Target, ...]],
) -> frozenset[str]:
    found: set[Target] = set()
    for entry in entries:
        found.update(one.target for one in named[entry.id])
        for path, text in texts_of(entry):
            found.update(target for _, target in shown_links(text, texts[entry.id, path]))
    return frozenset(target.uri for target in found if isinstance(target, ToFile))

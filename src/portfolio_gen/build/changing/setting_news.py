"""What would be wrong that is right now, once one entry has other fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic.fields import FieldInfo

from portfolio_gen.build.author import Authored, authored
from portfolio_gen.linking.links import link
from portfolio_gen.model.common import CommonFields
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.field_types import FrontMatter, Refers
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.model.mention import LinkedText
from portfolio_gen.problems import Problem
from portfolio_gen.reading.fields import models_in, names_of
from portfolio_gen.reading.sources import Source, Tree
from portfolio_gen.settings import Settings

_NAMING = frozenset({"id", "aliases", "type"})
"""The fields that decide what others may call an entry."""
_MASKING = frozenset({"unknown-kind", "passage"})
"""Problems that keep a source from being read any further."""


@dataclass(frozen=True, slots=True)
class Everything:
    """A content folder in full, for what only that can tell."""

    tree: Tree
    """The files."""
    excluded: frozenset[str]
    """Uris of pages that hosts leave out."""


def is_about_names(field: str) -> bool:
    """Whether only reading everything tells if a field is right: it names other entries, or is a name of this one."""
    models: list[type[FrontMatter]] = [CommonFields, *(kind.fields for kind in KINDS.values())]
    refers = any(_names_others(one) for model in models for name, one in names_of(model).items() if name == field)
    return refers or field in _NAMING


def news(after: Sequence[Problem], before: Sequence[Problem], fields: Collection[str]) -> Iterator[Problem]:
    """The problems that there were not before, wherever they stand now.

    What only came to light, since a worse one hid it, is none of them unless it is of a field that was changed.
    """
    known = Counter(map(_said, before))
    was_hidden = is_masked(before)
    for problem in after:
        known[_said(problem)] -= 1
        if known[_said(problem)] < 0 and (not was_hidden or _field(problem) in fields or is_masked([problem])):
            yield problem


def is_masked(problems: Sequence[Problem]) -> bool:
    """Whether one of the problems keeps a source from being read any further."""
    return any(problem.code in _MASKING for problem in problems)


def linked_news(
    before: Entry | None, after: Entry | None, source: Source, fields: Collection[str], settings: Settings,
    everything: Everything,
) -> Iterator[Problem]:  # fmt: skip
    """What is newly wrong with the names in changed fields and, if it is called otherwise, with what others call it.

    `source` is the entry's, with the fields as they are to be.
    """
    whole = authored(everything.tree, settings, everything.excluded)
    former = link([_part(before, fields)], whole.resolver).problems if before is not None else ()
    if _NAMING.isdisjoint(fields):
        now = link([_part(after, fields)], whole.resolver).problems if after is not None else ()
        yield from news(now, former, fields)
        return
    sources = tuple(source if one.uri == source.uri else one for one in everything.tree.sources)
    later = authored(replace(everything.tree, sources=sources), settings, everything.excluded)
    was_broken = source.uri in whole.loaded.broken
    for problem in news(_told(later, source.uri), _told(whole, source.uri), fields):
        # What a broken entry names is looked at only now that it is mended, and may have been wrong for long.
        if not was_broken or problem.uri != source.uri or _field(problem) in fields or problem.code == "duplicate-id":
            yield problem


def _told(whole: Authored, uri: str) -> tuple[Problem, ...]:
    """All problems but those that reading one source has told by itself."""
    read = (one for one in whole.loaded.problems if one.uri != uri or one.code == "duplicate-id")
    return (*read, *whole.links.problems)


def _part(entry: Entry, fields: Collection[str]) -> Entry:
    """An entry with nothing in it that names others but some of its fields."""
    mentions = tuple(one for one in entry.mentions if one.field in fields)
    texts = {path: text for path, text in entry.texts.items() if path and path[0] in fields}
    return replace(entry, mentions=mentions, texts=texts, body=LinkedText(""))


def _said(problem: Problem) -> tuple[str, str, str]:
    return problem.uri, problem.code, problem.message


def _field(problem: Problem) -> str:
    """The field that a problem is about, if its message begins with it, as those of fields do."""
    return problem.message.partition(":")[0].partition(".")[0]


def _names_others(info: FieldInfo) -> bool:
    inner = (one for model in models_in(info.annotation) for one in names_of(model).values())
    return any(isinstance(mark, Refers) for mark in info.metadata) or any(_names_others(one) for one in inner)

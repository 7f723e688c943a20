"""The names of third parties in what others than its author may read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portfolio_gen.linking.resolution import Ambiguous, NotShared, Resolver, ToEntry, ToWords
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.mention import LinkedText
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.problems import Problem
from portfolio_gen.withholding.third_parties.fixed import fixed_stretches
from portfolio_gen.withholding.third_parties.hits import (
    Hit,
    hits,
    hits_in_path,
    hits_in_word,
)
from portfolio_gen.withholding.third_parties.prefilter import may_hold_name, may_hold_name_in_paths
from portfolio_gen.withholding.third_parties.shown import FILLER
from portfolio_gen.withholding.third_parties.spellings import NameIndex
from portfolio_gen.withholding.third_parties.texts import HOST_ADDRESSES, NAMES, front_matter_texts

_CODE = "third-party-name"


def name_problems(
    portfolio: Portfolio, index: NameIndex, resolver: Resolver, *, are_renamed: bool
) -> Iterator[Problem]:
    """Each name in an entry that is more open than `me`, by the entry's own audience.

    If names are replaced by roles, only those that can't be: in file names, ids and targets of links.
    `resolver` knows everything: what refers to an entry shows that entry's title, or nothing.
    """
    for entry in portfolio.entries.values():
        audience = portfolio.audiences[entry.id]
        if audience > Audience.ME and may_name(entry, index):
            yield from _in_uri_and_id(entry, index)
            yield from _in_fields(entry, index, resolver, are_renamed)
            yield from _in_mentions(entry, index, resolver, are_renamed)
            yield from _in_body(entry, audience, index, resolver, are_renamed)


def attachment_name_problems(uris: Iterable[str], index: NameIndex) -> Iterator[Problem]:
    """Names in the uris of attachments that would be published."""
    for uri in sorted(uris):
        for hit in hits_in_path(uri, index):
            yield _problem(uri, 1, 1, uri, hit, "rename the file or its folder")


def may_name(entry: Entry, index: NameIndex) -> bool:
    """Whether an entry is worth a closer look."""
    if entry.is_cut:
        return True  # What is taken out of a text may stand between the words of a name.
    names = (entry.uri, *entry.meta, *(mention.target for mention in entry.mentions), *entry.common.tags)
    if may_hold_name_in_paths(names, index):
        return True
    texts = (entry.body.text, entry.title, *(text for _, text, _ in front_matter_texts(entry)))
    return may_hold_name("\n\n".join(texts), index)


def without_narrower(entry: Entry, sees: Audience) -> str:
    """The body with what an audience may not see, all marks and all comments blanked without moving anything."""
    text = entry.body.text
    for start, end in entry.unsaid:
        text = text[:start] + FILLER * (end - start) + text[end:]
    for passage in entry.passages:
        whole = [(passage.start, passage.end)]
        marks = [(passage.start, passage.inner_start), (passage.inner_end, passage.end)]
        for start, end in whole if passage.audience < sees else marks:
            text = text[:start] + FILLER * (end - start) + text[end:]
    return text


def _in_uri_and_id(entry: Entry, index: NameIndex) -> Iterator[Problem]:
    for hit in hits_in_path(entry.uri, index):
        yield _problem(entry.uri, 1, 1, entry.uri, hit, "rename the file or its folder")
    if entry.common.id is not None:
        for hit in hits_in_path(entry.common.id, index):
            yield _problem(entry.uri, entry.lines.get("id", 1), 1, entry.common.id, hit, "write another id")


def _in_fields(entry: Entry, index: NameIndex, resolver: Resolver, are_renamed: bool) -> Iterator[Problem]:
    for path, text, _ in front_matter_texts(entry):
        field = str(path[0])
        if field == "id":
            continue
        line = entry.lines.get(field, 1)
        if field in NAMES or field in HOST_ADDRESSES:
            for hit in hits_in_path(text, index):
                yield _problem(entry.uri, line, 1, text, hit, "use other words")
        elif field == "tags":
            for hit in hits_in_word(text, index) if not are_renamed else ():
                yield _problem(entry.uri, line, 1, text[hit.start : hit.end], hit)
        else:
            linked = entry.texts.get(path, LinkedText(text))
            for hit, hint in _told(hits(text, index), linked, entry, resolver, are_renamed):
                yield _problem(entry.uri, line, 1, text[hit.start : hit.end], hit, hint)
    for name in entry.meta:
        for hit in hits(name, index, is_markdown=False):
            yield _problem(entry.uri, entry.lines.get(name, 1), 1, name, hit, "use other words")


def _in_mentions(entry: Entry, index: NameIndex, resolver: Resolver, are_renamed: bool) -> Iterator[Problem]:
    for mention in entry.mentions:
        found = hits_in_path(mention.target, index)
        target = resolver.field(mention.target, mention.refers, entry.uri) if found else None
        if found and not isinstance(target, ToEntry | NotShared | Ambiguous):
            if isinstance(target, ToWords) and are_renamed:
                continue
            hint = "" if isinstance(target, ToWords) else "name something else"
            yield _problem(entry.uri, mention.line, mention.column, mention.target, found[0], hint)


def _in_body(
    entry: Entry, audience: Audience, index: NameIndex, resolver: Resolver, are_renamed: bool
) -> Iterator[Problem]:
    text = entry.body.text
    views = [sees for sees in Audience if Audience.ME < sees <= audience] if entry.is_cut else [audience]
    found = {hit for sees in views for hit in hits(without_narrower(entry, sees), index)}
    in_order = sorted(found, key=lambda hit: (hit.start, hit.end))
    for hit, hint in _told(in_order, entry.body, entry, resolver, are_renamed):
        line = entry.body_line + text.count("\n", 0, hit.start)
        column = hit.start - text.rfind("\n", 0, hit.start)
        yield _problem(entry.uri, line, column, text[hit.start : hit.end], hit, hint)


def _told(
    found: Iterable[Hit], text: LinkedText, entry: Entry, resolver: Resolver, are_renamed: bool
) -> Iterator[tuple[Hit, str]]:
    """The names in a text that are a problem, each with what would be right if no role can stand there."""
    stretches = None
    for hit in found:
        stretches = stretches if stretches is not None else fixed_stretches(text.text, text.links)
        fixed = stretches.at(hit.start)
        if fixed is None:
            if not are_renamed:
                yield hit, ""
        elif fixed.link is None or not isinstance(
            resolver.link(fixed.link, entry.uri), ToEntry | NotShared | Ambiguous
        ):
            yield hit, "write another address"


def _problem(uri: str, line: int, column: int, written: str, hit: Hit, hint: str = "") -> Problem:
    name = " ".join(written.replace(FILLER, "").split())
    return Problem(
        uri, line, column, _CODE, f"'{name}' names somebody who is no part of the portfolio",
        hint or f"write '{hit.role}', or set the option 'pseudonyms'",
    )  # fmt: skip

"""An entry without what one reader may not see of it, and without what no reader sees."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from portfolio_gen.markdown.headings import heading_title
from portfolio_gen.markdown.text_links import linked_text
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.mention import LinkedText
from portfolio_gen.model.paths import title_from_uri


def without_passages(entry: Entry, sees: Audience) -> Entry:
    """The entry as somebody reads it who sees what is open to an audience.

    Passages for less open audiences are gone as if they had never been there, and so are all marks, comments
    and unanswered headings. Links, title and lines are those of what is left.
    """
    if not entry.is_cut:
        return entry
    text, cuts = _cut(entry, sees)
    body = _with_source_lines(linked_text(text, line=entry.body_line), cuts, entry.body.text)
    title, from_body = entry.title, False
    if not entry.common.title:
        heading, has_links = heading_title(body)
        title, from_body = (heading, has_links) if heading else (title_from_uri(entry.uri), False)
    return replace(entry, body=body, title=title, title_from_body=from_body, passages=(), unsaid=())


Cut = tuple[int, int]
"""Offsets of a stretch of the body that is left out."""


def _cut(entry: Entry, sees: Audience) -> tuple[str, list[Cut]]:
    """What is left of the body, and what was cut: the stretches and the blanks that would tell of them."""
    body = entry.body.text
    kept = ""
    cuts: list[Cut] = []
    position = 0
    for start, end in _merged(sorted(_stretches(entry, sees))):
        kept += body[position : max(position, start)]
        blanks = len(kept) - len(kept.rstrip(" \t")) if _ends_line(body, end) else 0
        kept = kept[: len(kept) - blanks]
        position = _end_of_cut(kept, body, max(position, end))
        cuts.append((start - blanks, position))
    return kept + body[position:], cuts


def _ends_line(body: str, end: int) -> bool:
    """Whether nothing but blanks stands behind a cut in its line."""
    line_end = body.find("\n", end)
    return not body[end : len(body) if line_end < 0 else line_end].strip()


def _stretches(entry: Entry, sees: Audience) -> Iterator[Cut]:
    yield from entry.unsaid
    for passage in entry.passages:
        if passage.audience < sees:
            yield passage.start, passage.end
        else:
            yield passage.start, passage.inner_start
            yield passage.inner_end, passage.end


def _merged(stretches: list[Cut]) -> Iterator[Cut]:
    """Stretches apart from each other; one inside another goes with it."""
    last: Cut | None = None
    for start, end in stretches:
        if last is not None and start <= last[1]:
            last = (last[0], max(last[1], end))
        else:
            if last is not None:
                yield last
            last = (start, end)
    if last is not None:
        yield last


def _end_of_cut(before: str, body: str, end: int) -> int:
    """Where the text goes on so that no blank tells that something stood here."""
    after = end
    while after < len(body) and body[after] in " \t":
        after += 1
    is_at_line_start = not before or before.endswith("\n")
    if is_at_line_start and (after == len(body) or body[after] == "\n"):
        after = min(after + 1, len(body))
        if not before.strip() or before.endswith("\n\n"):
            while after < len(body) and body[after] == "\n":
                after += 1
        return after
    return after if before.endswith((" ", "\t")) or is_at_line_start else end


def _with_source_lines(body: LinkedText, cuts: list[Cut], source: str) -> LinkedText:
    """The links of what is left, with the lines and columns at which their author wrote them."""
    if not body.links:
        return body
    # Where in the text that is left each cut was made, and how much had been cut until behind it.
    places: list[int] = []
    removed = 0
    shifts = [0]
    for start, end in cuts:
        places.append(start - removed)
        removed += end - start
        shifts.append(removed)
    first_line = body.links[0].line - body.text.count("\n", 0, body.links[0].start)
    links = []
    for link in body.links:
        offset = link.start + shifts[bisect_right(places, link.start)]
        line = first_line + source.count("\n", 0, offset)
        links.append(replace(link, line=line, column=offset - source.rfind("\n", 0, offset)))
    return replace(body, links=tuple(links))

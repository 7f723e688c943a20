"""A text with its links written anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from portfolio_gen.linking.not_shared import NOT_SHARED
from portfolio_gen.linking.resolution import NotShared, Target
from portfolio_gen.markdown.code_spans import code_spans
from portfolio_gen.model.mention import LinkedText, TextLink

Write = Callable[[TextLink, Target], str | None]
"""What stands in a link's place; None leaves it as it is."""


def rewritten(text: LinkedText, targets: Sequence[Target], write: Write, not_shared: str = NOT_SHARED) -> str:
    """The text, with each link replaced as `write` says and each one to something withheld by neutral words.

    Links inside a link that is replaced go with it. A definition ("[label]: target") that is not shared
    goes too, with all uses of its label.
    """
    pieces: list[str] = []
    position = 0
    labels: list[str] = []
    for link, target in zip(text.links, targets, strict=True):
        if link.start < position:
            continue
        if isinstance(target, NotShared):
            if link.form == "definition":
                labels.append(link.label)
            instead: str | None = "" if link.form == "definition" else not_shared
        else:
            instead = write(link, target)
        if instead is not None:
            pieces += [text.text[position : link.start], instead]
            position = link.end
    result = "".join([*pieces, text.text[position:]])
    for label in labels:
        result = _without_uses(result, label, not_shared)
    return result


def with_destination(text: str, link: TextLink, destination: str) -> str:
    """A link as written, leading elsewhere."""
    start, end = link.destination
    return text[link.start : start] + destination + text[end : link.end]


def with_destinations(text: LinkedText, destinations: Sequence[str | None]) -> LinkedText:
    """The same text with its links leading elsewhere; None leaves a destination as it is.

    Lines and columns of links stay those of the source.
    """
    edits = sorted(
        (*link.destination, fresh) for link, fresh in zip(text.links, destinations, strict=True) if fresh is not None
    )
    pieces: list[str] = []
    position = 0
    for start, end, fresh in edits:
        pieces += [text.text[position:start], fresh]
        position = end

    def moved(offset: int) -> int:
        return offset + sum(len(fresh) - (end - start) for start, end, fresh in edits if end <= offset)

    links = tuple(
        replace(
            link,
            start=moved(link.start),
            end=moved(link.end),
            destination=(moved(link.destination[0]), moved(link.destination[1])),
        )
        for link in text.links
    )
    return LinkedText("".join([*pieces, text.text[position:]]), links)


def _without_uses(text: str, label: str, not_shared: str) -> str:
    name = r"\s+".join(re.escape(word) for word in label.split())
    use = re.compile(rf"!?\[[^\[\]]*\]\s?\[{name}\]|!?\[{name}\](?:\[\])?(?![(:\[])", re.IGNORECASE)
    code = code_spans(text)

    def instead(match: re.Match[str]) -> str:
        return match[0] if any(start <= match.start() < end for start, end in code) else not_shared

    return use.sub(instead, text)

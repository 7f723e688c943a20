"""The parts of a Markdown text that can't be written anew without breaking what they do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from portfolio_gen.model.mention import TextLink

_MAIL = re.compile(r"<?(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}>?")
"""An e-mail address, with the brackets that make it a link."""
_ADDRESS = re.compile(r"(?<![A-Za-z0-9+.-])(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.|mailto:|tel:)[^\s<>()\"'\]]+")
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?:href|src|srcset|poster|data[\w-]*|id|name|class|for|target|action)\s*=\s*"
    r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+)",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[A-Za-z][^<>]*>")
_ATTRIBUTE_LIST = re.compile(r"\{:?[ ]*[.#][^{}\n]*\}")


@dataclass(frozen=True, slots=True)
class Fixed:
    """A stretch that stays as it is."""

    start: int
    end: int
    link: TextLink | None = None
    """The link whose target it is, if it is one between pages and files."""


@dataclass(frozen=True, slots=True)
class FixedStretches:
    """All of a text, each kind in order and apart."""

    targets: tuple[Fixed, ...]
    """Of links between pages and files."""
    others: tuple[Fixed, ...]
    """Web addresses, and attributes that address something."""

    def at(self, offset: int) -> Fixed | None:
        """The stretch that holds an offset; None outside of all."""
        return stretch_at(offset, self.targets) or stretch_at(offset, self.others)


def fixed_stretches(text: str, links: Sequence[TextLink]) -> FixedStretches:
    """The stretches of a text that stay as they are."""
    others: list[Fixed] = []
    for start, end in sorted(_spans(text)):
        if others and start < others[-1].end:
            others[-1] = Fixed(others[-1].start, max(end, others[-1].end))
        else:
            others.append(Fixed(start, end))
    return FixedStretches(tuple(sorted(_targets(text, links), key=lambda one: one.start)), tuple(others))


def mail_addresses(text: str) -> tuple[Fixed, ...]:
    """The e-mail addresses of a text, in order."""
    return tuple(Fixed(*match.span()) for match in _MAIL.finditer(text))


def stretch_at(offset: int, stretches: Sequence[Fixed]) -> Fixed | None:
    """The one that holds an offset, of stretches in order and apart; None outside of all."""
    number = bisect_right(stretches, offset, key=lambda one: one.start) - 1
    return stretches[number] if number >= 0 and offset < stretches[number].end else None


def _targets(text: str, links: Iterable[TextLink]) -> Iterator[Fixed]:
    for link in links:
        start, end = link.destination
        if link.form in ("wiki", "embed"):
            # The words behind "|" are no part of the target.
            end = start + len(re.split(r"\\?\|", text[start:end], maxsplit=1)[0])
        fragment = text.find("#", start, end)
        yield Fixed(start, end if fragment < 0 else fragment, link)
        if fragment >= 0:
            yield Fixed(fragment, end)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_ADDRESS, _ATTRIBUTE_LIST):
        yield from (match.span() for match in pattern.finditer(text))
    for tag in _TAG.finditer(text):
        yield from (match.span() for match in _ATTRIBUTE.finditer(text, *tag.span()))

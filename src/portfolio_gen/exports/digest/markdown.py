"""A digest as Markdown: for chats, and for comments on forges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portfolio_gen.exports.digest.document import Digest, Line, Part, grouped
from portfolio_gen.markdown.writing import escaped

_CALLS = re.compile(r"(?<=[@!#])(?=[\w!])|(?<=<)(?=[!@#/\w])")
"""Behind what calls somebody in a chat or on a forge: @all, <!channel>, #12, !34."""
_SCHEME = re.compile(r"(?<=\w)(?=://)|\b(?=www\.)", re.IGNORECASE)
_APART = "\N{WORD JOINER}"
"""Nobody sees it, and nobody is called with it."""


def digest_markdown(digest: Digest) -> str:
    """The digest as CommonMark that shows just its words: none of them is a link, a mark or a call of somebody."""
    blocks = [f"**{_words(digest.title)}**", _words(digest.intro)]
    for section in digest.sections:
        if section.person:
            blocks.append(f"### {_words(section.person)}")
        blocks += ["\n".join(_part(part, digest)) for part in section.parts]
    if digest.others:
        blocks.append(_words(", ".join(digest.others)))
    blocks += [_words(sentence) for sentence in digest.closing]
    blocks.append(f"*{_words(digest.note)}*")
    return "\n\n".join(blocks) + "\n"


def uncalling(words: str) -> str:
    """The same words, with which a chat or a forge calls nobody."""
    return _CALLS.sub(_APART, words)


def _words(text: str) -> str:
    return escaped(uncalling(_SCHEME.sub(_APART, text)))


def _part(part: Part, digest: Digest) -> Iterator[str]:
    yield f"**{_words(part.heading)}**"
    yield ""
    for name, lines in grouped(part.lines):
        if name:
            yield f"- {_words(name)}"
        for line in lines:
            yield from _lines(line, digest, "  " if name else "")
    if part.more:
        yield f"- {_words(digest.more_words % part.more)}"


def _lines(line: Line, digest: Digest, indent: str) -> Iterator[str]:
    text = _words(line.text)
    if line.link and digest.has_addresses:
        text = f"[{text}]({line.link})"
    yield f"{indent}- {text}{f' ({_words(line.about)})' if line.about else ''}"
    if line.below:
        # A line of its own within the same point, in CommonMark and in chats.
        yield f"{indent}  {_words(line.below)}"

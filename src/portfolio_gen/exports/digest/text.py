"""A digest as plain text: for a terminal, a mail, a log that is one's own."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from portfolio_gen.exports.digest.document import Digest, Line, Part, grouped

WIDTH = 72
"""How many signs a line has; addresses are never broken."""


def digest_text(digest: Digest, width: int = WIDTH) -> str:
    """The digest in lines that are no longer than the width; with 0 no line is wrapped."""
    blocks = [[digest.title, "", digest.intro]]
    for section in digest.sections:
        if section.person:
            blocks.append([section.person, "=" * len(section.person)])
        blocks += [list(_part(part, digest)) for part in section.parts]
    if digest.others:
        blocks.append([", ".join(digest.others)])
    blocks += [[sentence] for sentence in digest.closing]
    blocks.append([digest.note])
    return "\n\n".join("\n".join(_wrapped(line, width) for line in block) for block in blocks) + "\n"


def _part(part: Part, digest: Digest) -> Iterator[str]:
    yield part.heading
    yield "-" * len(part.heading)
    for name, lines in grouped(part.lines):
        if name:
            yield f"* {name}"
        for line in lines:
            yield from _lines(line, "  " if name else "")
    if part.more:
        yield f"* {digest.more_words % part.more}"


def _lines(line: Line, indent: str) -> Iterator[str]:
    yield f"{indent}* {line.text}{f' ({line.about})' if line.about else ''}"
    for text in filter(None, (line.below, line.link)):
        yield f"{indent}  {text}"


def _wrapped(line: str, width: int) -> str:
    body = line.lstrip(" ")
    indent = " " * (len(line) - len(body))
    below = indent + ("  " if body.startswith("* ") else "")
    if not width or len(line) <= width:
        return line
    return textwrap.fill(
        body, width, initial_indent=indent, subsequent_indent=below, break_long_words=False, break_on_hyphens=False
    )

"""A source as text, edited so that each byte that has no reason to change stays as it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from portfolio_gen.editing.errors import EditError

_LINE_END = re.compile(r"\r\n|\r|\n")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source with '\\n' at the end of each line, and what is needed to write it back byte for byte."""

    text: str
    """Without a byte order mark: what `split_front_matter` makes its lines of."""
    line_ends: tuple[str, ...] = ()
    """The end of each line as it is in the file."""
    has_mark: bool = False
    """Whether the file begins with a byte order mark."""

    @property
    def line_end(self) -> str:
        """The end of lines that are added: the one that most lines have."""
        return Counter(self.line_ends).most_common(1)[0][0] if self.line_ends else "\n"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A stretch of a text and what is to stand there instead."""

    start: int
    """Offset of its first character in `SourceText.text`."""
    end: int
    """Offset behind its last one; the same as `start` if something is only added."""
    text: str
    """With '\\n' at the end of each line, which is written as the file's own line end."""


def source_text(data: bytes) -> SourceText:
    """The bytes of a source as text.

    Raises:
        EditError: they are not UTF-8.
    """
    try:
        written = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise EditError("this is not UTF-8; save the file as UTF-8 first", line=line) from None
    has_mark = written.startswith(_BOM)
    written = written.removeprefix(_BOM)
    return SourceText(_LINE_END.sub("\n", written), tuple(_LINE_END.findall(written)), has_mark)


def edited(source: SourceText, edits: Iterable[Edit]) -> bytes:
    """The bytes of a source with some edits made, everything else as it was. No two edits overlap."""
    pieces: list[str] = [_BOM] if source.has_mark else []
    position = lines = 0
    for edit in sorted(edits):
        assert position <= edit.start <= edit.end <= len(source.text), "edits overlap"
        pieces.append(_as_written(source, position, edit.start, lines))
        lines += source.text.count("\n", position, edit.end)
        pieces.append(edit.text.replace("\n", source.line_end))
        position = edit.end
    pieces.append(_as_written(source, position, len(source.text), lines))
    return "".join(pieces).encode("utf-8")


def with_edits(text: str, edits: Iterable[Edit]) -> str:
    """A text with some edits made. No two of them overlap."""
    pieces, position = [], 0
    for edit in sorted(edits):
        pieces += [text[position : edit.start], edit.text]
        position = edit.end
    return "".join([*pieces, text[position:]])


def _as_written(source: SourceText, start: int, end: int, first_line: int) -> str:
    """A stretch of the text with the line ends of the file; `first_line` line ends come before it."""
    *lines, last = source.text[start:end].split("\n")
    ends = source.line_ends[first_line : first_line + len(lines)]
    return "".join(line + line_end for line, line_end in zip(lines, ends, strict=True)) + last

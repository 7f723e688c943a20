"""What the writer of a Markdown text says in their own words, in sentences below headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from portfolio_gen.advising.phrases import Words
from portfolio_gen.markdown.code_spans import code_spans
from portfolio_gen.markdown.comments import comments

MOST = 100_000
"""How many signs of a text are read at most: half of them at its beginning, half at its end."""
WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
"""A word, with what follows an apostrophe."""

_END = re.compile(
    r"(?<![.!?\u2026])[.!?\u2026]++[\"'\u201d\u2019)\]*_]*+(?=\s)|\n[ \t]*+\n|\n(?=[ \t]*+(?:[-*+]|\d{1,3}[.)])[ \t])"
)
"""Where a sentence ends: behind its last sign, at a blank line, before an item of a list."""
_NO_PROSE = re.compile(
    # Every repetition is bounded or ends at a sign that begins none, so that no text takes long.
    r"<!--(?:(?!-->).){0,300}-->"
    r"|</?[A-Za-z][^<>\n]{0,500}>"
    r"|!\[\[[^\[\]\n]{1,500}\]\]"
    r"|!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)"
    r"|\[\[[^\[\]|\n]{1,500}(?:\||\]\])"
    r"|\]\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)"
    r"|\]\[[^\[\]\n]{0,200}\]"
    r"|(?:https?://|www\.)[^\s<>()]{1,2000}"
    r"|\{:?[ ]?[.#][^{}\n]{0,200}\}"
    r"|^[ \t]{0,20}(?:\||>|!!!|\?\?\?|===)[^\n]*"
    r"|^ {0,3}\[[^\[\]\n]{1,200}\]:[^\n]*",
    re.MULTILINE | re.DOTALL,
)
_SPEECH = re.compile(r"\"(?:[^\"\n]|\n(?![ \t]*\n)){0,600}\"|\u201c(?:[^\u201c\u201d\n]|\n(?![ \t]*\n)){0,600}\u201d")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*+\Z")
_LONGEST_HEADING = 200


@dataclass(frozen=True, slots=True)
class Sentence:
    """Some words that belong together."""

    start: int
    """Offset of its first word in the text."""
    words: Words


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below a heading, up to the next one of any level."""

    heading: Words
    """Its words; none for what stands before the first heading."""
    level: int
    """1 to 6 as in Markdown, 7 for a line in bold, 0 before the first heading."""
    start: int
    """Offset of the heading's line."""
    sentences: tuple[Sentence, ...]

    @property
    def count(self) -> int:
        """How many words there are."""
        return sum(len(sentence.words) for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Prose:
    """A text as its writer's own words. All offsets are those in the text as it was written."""

    sections: tuple[Section, ...]
    """In their order."""
    spoken: str
    """The text with what others say in it; all that is no prose is blank."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in their order."""
        return tuple(sentence for section in self.sections for sentence in section.sentences)

    @property
    def count(self) -> int:
        """How many words there are."""
        return sum(section.count for section in self.sections)


def prose(text: str) -> Prose:
    """The prose of a Markdown text: no comments, code, quotations, speech, links' targets, tables or headings."""
    unread = [(MOST // 2, len(text) - MOST // 2)] if len(text) > MOST else []
    spoken = _NO_PROSE.sub(_blank, blanked(text, sorted([*code_spans(text), *comments(text), *unread])))
    headings = list(_headings(spoken))
    spoken = blanked(spoken, ((start, end) for start, end, _, _ in headings))
    own = _SPEECH.sub(_blank, spoken)
    starts = [(0, 0, 0, ()), *headings]
    ends = [*(start for start, _, _, _ in headings), len(text)]
    sections = tuple(
        Section(words, level, start, tuple(_sentences(own, end, stop)))
        for (start, end, level, words), stop in zip(starts, ends, strict=True)
    )
    return Prose(sections, spoken)


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text without markup."""
    return tuple(_sentences(text, 0, len(text)))


def words_in(text: str) -> Words:
    """The words of a line, in small letters."""
    return tuple(match[0].lower().replace("\u2019", "'") for match in WORD.finditer(text))


def _sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    edges = [match.end() for match in _END.finditer(text, start, end)]
    for stop in (*edges, end):
        found = list(WORD.finditer(text, start, stop))
        if found:
            words = tuple(match[0].lower().replace("\u2019", "'") for match in found)
            yield Sentence(found[0].start(), words)
        start = stop


def _headings(text: str) -> Iterator[tuple[int, int, int, Words]]:
    """Each heading's offsets, level and words."""
    offset = 0
    before: tuple[int, str] | None = None
    for line in text.split("\n"):
        start, offset = offset, offset + len(line) + 1
        bare = line.strip()
        if before is not None and bare and _UNDERLINE.match(line):
            yield before[0], start + len(line), 1 if bare[0] == "=" else 2, words_in(before[1])
            before = None
        elif bare and (level := _level(line, bare)):
            yield start, start + len(line), level, words_in(bare)
            before = None
        else:
            before = (start, bare) if bare and bare[0] not in "-*+#" and len(bare) <= _LONGEST_HEADING else None


def _level(line: str, bare: str) -> int:
    """The level of a heading that is one line; 0 if the line is none."""
    signs = len(bare) - len(bare.lstrip("#"))
    if 1 <= signs <= 6 and not line.startswith("    ") and bare[signs : signs + 1] in ("", " ", "\t"):
        return signs
    is_bold = bare.rstrip(":").endswith("**") and bare.startswith("**") and bare.count("**") == 2
    return 7 if is_bold and 4 < len(bare) <= _LONGEST_HEADING else 0


def blanked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """A text of the same length in which some stretches are blank; those may overlap, but are in order."""
    pieces, position = [], 0
    for start, end in stretches:
        if end > position:
            pieces += [text[position : max(start, position)], _blanks(text[max(start, position) : end])]
            position = end
    return "".join([*pieces, text[position:]])


def _blank(match: re.Match[str]) -> str:
    return _blanks(match[0])


def _blanks(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))

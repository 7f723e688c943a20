"""Comments in a Markdown text: what a writer or a template says to whoever edits it, and no reader sees."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from portfolio_gen.markdown.code_spans import code_spans

Stretch = tuple[int, int]
"""Offsets of the first character and behind the last one."""

_SIGN = re.compile(r"<!--|-->")
_MOST_INSIDE = 50
"""How many signs are looked at for the end of a comment with others in it; else the first end counts."""
_MARK = re.compile(
    # Comments that do something: the generator's own marks, and those of blogs and of Material.
    r"-*\s*(?:portfolio\s*:|only\b|end[\s_-]*only\b|/\s*only\b|more\s*-*\Z|material/)",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^ {0,3}(?P<signs>#{1,6})(?:[ \t][^\n]*)?$", re.MULTILINE)


def comments(text: str) -> tuple[Stretch, ...]:
    """The comments of a text, in order, less those in code and those that are marks."""
    if "<!--" not in text:
        return ()
    code = code_spans(text)
    starts = [start for start, _ in code]
    return tuple(
        (start, end)
        for start, end in _whole(text)
        if not _MARK.match(text, start + 4, end - 3) and not _is_inside(start, starts, code)
    )


def unsaid(text: str) -> tuple[Stretch, ...]:
    """The comments of a text and each heading with nothing but comments below it, in order, apart.

    Such a heading is a question of a template that nobody has answered. One of the first level stays: it is
    the title. One with something below a heading of a lower level stays, too.
    """
    found = comments(text)
    return tuple(_joined([*found, *_unanswered(text, found)])) if found else ()


def without_comments(text: str) -> str:
    """A text as its readers get it: no comments, and no heading with nothing but comments below it."""
    return _rest(text, unsaid(text), 0, len(text))


def _whole(text: str) -> Iterator[Stretch]:
    """Each comment; one with others in it ends behind them, since whoever wrote it means all of it."""
    signs = [(match.start(), match[0] == "<!--") for match in _SIGN.finditer(text)]
    number = 0
    while number < len(signs):
        start, is_opening = signs[number]
        last = _closing(signs, number) if is_opening else None
        if last is not None:
            yield start, signs[last][0] + 3
        number = last + 1 if last is not None else number + 1


def _closing(signs: list[tuple[int, bool]], first: int) -> int | None:
    depth, nearest = 0, None
    for number in range(first, min(first + _MOST_INSIDE, len(signs))):
        offset, is_opening = signs[number]
        if not is_opening and offset < signs[first][0] + 4:
            continue  # The dashes of "<!-->" belong to its beginning.
        depth += 1 if is_opening else -1
        nearest = number if nearest is None and not is_opening else nearest
        if depth == 0:
            return number
    return nearest


def _unanswered(text: str, found: tuple[Stretch, ...]) -> Iterator[Stretch]:
    """Each heading with its comments if nothing else stands below it, the last first."""
    code = code_spans(text)
    starts = [start for start, _ in code]
    headings = [match for match in _HEADING.finditer(text) if not _is_inside(match.start(), starts, code)]
    first_in = [start for start, _ in found]
    kept_level, end = 0, len(text)
    for heading in reversed(headings):
        level = len(heading["signs"])
        own = _between(found, first_in, heading.end(), end)
        is_unanswered = bool(own) and not _rest(text, own, heading.end(), end).strip()
        # The next heading that stays is below this one if its level is lower.
        if level > 1 and is_unanswered and kept_level <= level:
            yield heading.start(), end
        else:
            kept_level = level
        end = heading.start()


def _between(found: tuple[Stretch, ...], starts: list[int], start: int, end: int) -> tuple[Stretch, ...]:
    return found[bisect_left(starts, start) : bisect_left(starts, end)]


def _rest(text: str, cuts: Iterable[Stretch], start: int, end: int) -> str:
    """What is left of a part of a text without some stretches of it."""
    pieces, position = [], start
    for first, last in cuts:
        pieces.append(text[position:first])
        position = last
    return "".join([*pieces, text[position:end]])


def _is_inside(offset: int, starts: list[int], stretches: list[Stretch]) -> bool:
    index = bisect_right(starts, offset) - 1
    return index >= 0 and offset < stretches[index][1]


def _joined(stretches: list[Stretch]) -> Iterator[Stretch]:
    last: Stretch | None = None
    for start, end in sorted(stretches):
        if last is not None and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last

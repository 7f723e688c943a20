"""Passages of a body that are not for everyone: `<!-- only: mentor -->` ... `<!-- end only -->`."""

from __future__ import annotations

import re

from portfolio_gen.model.audience import AUDIENCE_NAMES, Audience, audience_named
from portfolio_gen.model.passage import Passage
from portfolio_gen.reading.front_matter import FrontMatterError

_MARK = re.compile(
    # What looks like a mark is one, so that a mistake in it is never taken for a comment.
    r"<!--+\s*(?:"
    r"(?P<open>only)\b(?P<after>[ \t]*:[^\n]*?|[ \t]+(?:me|mentor|team|organi[sz]ation|public)[ \t]*|[ \t]*)"
    r"|(?P<close>end[\s_-]*only|/[ \t]*only|only[\s_-]*end)\b(?P<rest>[^\n]*?)"
    r")(?P<end>--+>|$)",
    re.IGNORECASE | re.MULTILINE,
)
_AUDIENCE = re.compile(r"\s*:\s*(?P<name>[^:]*?)\s*\Z")
_CLOSE = re.compile(r"end\s+only\Z", re.IGNORECASE)


def find_passages(body: str, body_line: int) -> tuple[Passage, ...]:
    """The passages of a body, in the order of their first marks; marks count everywhere, in code too.

    A passage may stand in another one that is at least as open.

    Raises:
        FrontMatterError: a mark is wrong, has no partner, or opens what is closed around it; at its line.
    """
    if "only" not in body.lower():
        return ()
    found: list[Passage] = []
    opened: list[tuple[re.Match[str], Audience]] = []
    for match in _MARK.finditer(body):
        if match["end"] == "":
            raise _wrong(body, match, body_line, "this mark isn't closed", "end it with '-->'")
        if match["open"]:
            audience = _audience(body, match, body_line)
            if opened and audience > opened[-1][1]:
                raise _wrong(
                    body, match, body_line, f"'{audience}' is more open than the passage around it, '{opened[-1][1]}'",
                    "name an audience that is at most as open, or end the passage around it first",
                )  # fmt: skip
            opened.append((match, audience))
        elif not _CLOSE.match(match["close"]) or match["rest"].strip():
            raise _wrong(body, match, body_line, "this mark can't be read", "write '<!-- end only -->'")
        elif not opened:
            raise _wrong(body, match, body_line, "no passage is open here", "write '<!-- only: mentor -->' before it")
        else:
            first, audience = opened.pop()
            found.append(Passage(first.start(), first.end(), match.start(), match.end(), audience))
    if opened:
        raise _wrong(body, opened[-1][0], body_line, "this passage has no end", "write '<!-- end only -->' behind it")
    return tuple(sorted(found, key=lambda passage: passage.start))


def has_mark(text: str) -> bool:
    """Whether something in a text looks like a mark."""
    return "only" in text.lower() and _MARK.search(text) is not None


def _audience(body: str, match: re.Match[str], body_line: int) -> Audience:
    written = _AUDIENCE.match(match["after"])
    audience = audience_named(written["name"]) if written else None
    if audience is None:
        words = ", ".join(AUDIENCE_NAMES[:-1])
        raise _wrong(
            body, match, body_line, "this mark names no audience", f"write '<!-- only: mentor -->', with {words}"
        )
    return audience


def _wrong(body: str, match: re.Match[str], body_line: int, message: str, hint: str) -> FrontMatterError:
    start = match.start()
    line = body_line + body.count("\n", 0, start)
    return FrontMatterError("passage", message, hint, line=line, column=start - body.rfind("\n", 0, start))

"""The inbox: lines that were captured in a hurry and wait to become entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from portfolio_gen.problems import PortfolioError

HEADING = "# Inbox: lines that wait for `portfolio sort`. No site is ever made of this file."
"""The first line of a new inbox."""
LONGEST_TITLE = 60
"""How many signs a line may have to be a title as it is."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_BULLET = re.compile(r"[-*+\u2022](?:[ \t]+|\Z)")
_BOX = re.compile(r"\[[ ]?\](?:[ \t]+|\Z)")
_DONE = re.compile(r"\[[xX]\](?:[ \t]|\Z)")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?::[ \t]*|[ \t]+)(?=\S)", re.ASCII)
_HEADING = re.compile(r"#{1,6}(?:[ \t]|\Z)")
_RULE = re.compile(r"([-*_=])(?:[ \t]*\1)*\Z")
_BREAK = re.compile(r"[ \t]*[\r\n\u2028\u2029\x85][ \t\r\n\u2028\u2029\x85]*")
_ACTING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SENTENCE = re.compile(r"(?<=[^\s.][.!?\u2026])(?=\s)|(?<=[\u3002\uff01\uff1f])")


@dataclass(frozen=True, slots=True)
class Waiting:
    """One line that waits."""

    text: str
    """What somebody wrote, without bullet, box and date; on one line and harmless."""
    day: date | None
    """The day that stands in front of it; None without one."""
    raw: str
    """The whole line as it stands in the file, its end included."""
    start: int
    """Where that begins, as an offset in the file's text."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """Where the inbox of a project is, whether there is one or not."""

    path: Path
    """The file, absolute."""
    root: Path
    """The folder of the project, absolute."""

    @property
    def name(self) -> str:
        """The file as its owner knows it: a '/'-path below the folder of the project."""
        return self.path.relative_to(self.root).as_posix()

    def text(self) -> str:
        """What it holds; empty if there is none.

        Raises:
            InboxError: it can't be read.
        """
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise InboxError(f"{self.name}: this can't be opened: {error.strerror}") from None
        return decoded(data)


class InboxError(PortfolioError):
    """The inbox can't be read or added to as it is."""


def inbox_in(root: Path, content: Path, *, has_config: bool) -> Inbox:
    """The inbox of a project: beside its mkdocs.yml, where no host looks for pages.

    Without a mkdocs.yml, or if that lies among the pages, it is in a hidden folder, which everybody passes over: a
    page beside `content/` would make the folder around it the one that holds the pages.
    """
    root, content = root.resolve(), content.resolve()
    if has_config and not root.is_relative_to(content):
        return Inbox(root / "inbox.md", root)
    return Inbox(root / ".inbox" / "inbox.md", root)


def decoded(data: bytes) -> str:
    """A file's text; bytes that are no UTF-8 stay, as signs that only `encoded` knows.

    Raises:
        InboxError: it is no text, or UTF-16, which is not read.
    """
    if b"\0" in data:
        raise InboxError("this is no text, or not UTF-8; save it as UTF-8")
    return data.decode("utf-8", "surrogateescape")


def encoded(text: str) -> bytes:
    """What `decoded` had, byte for byte."""
    return text.encode("utf-8", "surrogateescape")


def waiting_in(text: str) -> tuple[Waiting, ...]:
    """The lines of an inbox that wait: all that is no heading, comment, rule, or done ("- [x]").

    They may stand as any editor leaves them: with or without bullet, box ("- [ ]") and date.
    """
    return tuple(one for raw, start in _outside_comments(text) if (one := _read(raw, start)) is not None)


def addition(held: str, texts: Iterable[str], day: date) -> str:
    """What has to be added to an inbox that holds a text, if any, so that these wait too; each is one line."""
    end = "\r\n" if "\r\n" in held else "\n"
    head = f"{HEADING}{end}{end}" if not held.strip("\ufeff \t\r\n") else ""
    gap = end if held and not held.endswith(("\n", "\r")) else ""
    return gap + head + "".join(f"- {day.isoformat()} {one_line(text)}{end}" for text in texts)


def without(text: str, line: Waiting) -> str:
    """The inbox without a line of it."""
    return text[: line.start] + text[line.start + len(line.raw) :]


def marked_done(text: str, line: Waiting) -> str:
    """The inbox with a line of it that stays and waits no more."""
    return text[: line.start] + _marked(line) + text[line.start + len(line.raw) :]


def restored(text: str, line: Waiting) -> str:
    """The inbox in which a line waits again that was taken out or marked: where it stood, if that can be told."""
    marked = text.find(_marked(line))
    if marked >= 0:
        return text[:marked] + line.raw + text[marked + len(_marked(line)) :]
    starts = [match.start() for match in _LINE.finditer(text)]
    place = min((start for start in starts if start >= line.start), default=len(text))
    before, after = text[:place], text[place:]
    gap = "\n" if before and not before.endswith(("\n", "\r")) else ""
    end = "\n" if after and not line.raw.endswith(("\n", "\r")) else ""
    return before + gap + line.raw + end + after


def _marked(line: Waiting) -> str:
    body = line.raw.lstrip("\ufeff \t")
    lead = line.raw[: len(line.raw) - len(body)]
    for mark in (_BULLET, _BOX):
        body = body[match.end() :] if (match := mark.match(body)) else body
    return f"{lead}- [x] {body}"


def one_line(text: str) -> str:
    """A text as it was, on one line; signs on which a terminal or an editor would act as escapes."""
    joined = _BREAK.sub(" ", text.strip())
    return _ACTING.sub(lambda sign: _escape(ord(sign[0])), joined)


def title_of(text: str) -> str:
    """A title for a line: the line itself if it is short, else its first sentence, else its first words and "…"."""
    if len(text) <= LONGEST_TITLE:
        return text
    first = _SENTENCE.split(text, maxsplit=1)[0].strip()
    if len(first) <= LONGEST_TITLE:
        return first
    cut = text[: LONGEST_TITLE - 1]
    # Some scripts have no blanks between words.
    words = cut.rpartition(" ")[0] if " " in cut and text[len(cut)] != " " else cut
    return f"{words.rstrip(' ,;:-')}…"


def _escape(code: int) -> str:
    # A byte that was no UTF-8 is kept as a sign from this range.
    return (
        f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}" if code > 0xFF else f"\\x{code:02x}"
    )


def _outside_comments(text: str) -> Iterator[tuple[str, int]]:
    """The lines that are in no comment, with their offsets. A comment begins a line and has an end."""
    after = 0
    for match in _LINE.finditer(text):
        if match.start() < after:
            continue
        line = match[0].lstrip("\ufeff \t")
        if line.startswith("<!--"):
            begin = match.end() - len(line)
            end = text.find("-->", begin + 4) + 3
            rest = _LINE.match(text, end) if end > 2 else None
            if end > 2 and not (rest[0] if rest else "").strip():
                after = rest.end() if rest else end
                continue
        yield match[0], match.start()


def _read(raw: str, start: int) -> Waiting | None:
    text = raw.strip("\ufeff \t\r\n")
    if not text or _HEADING.match(text) or _RULE.match(text):
        return None
    if match := _BULLET.match(text):
        text = text[match.end() :]
        if _DONE.match(text):
            return None
    if match := _BOX.match(text):
        text = text[match.end() :]
    day = None
    if (match := _DAY.match(text)) and (day := _day(match[1])) is not None:
        text = text[match.end() :]
    return Waiting(one_line(text), day, raw, start) if text.strip() else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

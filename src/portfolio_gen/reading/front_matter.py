"""Where front matter ends and the text begins."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from portfolio_gen.problems import PortfolioError

MAX_CHARACTERS = 64 * 1024
"""How long a block of front matter may be."""

_FENCE = re.compile(r"---[ \t]*\Z")
_END = re.compile(r"(?:---|\.\.\.)[ \t]*\Z")
_DASHES = re.compile(r"[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_ALMOST_FENCE = re.compile(r"(?:-{2,}|\+{3})(?P<rest>.*)\Z", re.DOTALL)
_KEY = re.compile(r"\W*[\"']?[A-Za-z_][\w-]*[\"']?[ \t]*(?::(?:\s|\Z)|=)")
_JSON_KEY = re.compile(r"\"[A-Za-z_][\w-]*\"[ \t]*:")
_MOST_LINES = 200
_BARE_KEY = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+[ \t]*:")
_BARE_AUDIENCE = re.compile(
    r"[ ]{0,3}(?:audience|visibility|private|draft|publish(?:ed)?)[ \t]*:[ \t]*"
    r"(?:me|mentor|team|organi[sz]ation|public|private|true|false|yes|no)[ \t]*\Z",
    re.IGNORECASE,
)


class FrontMatterError(PortfolioError):
    """Front matter that can't be read for certain, so that its entry has to be withheld."""

    def __init__(
        self, code: str, message: str, hint: str = "", *, line: int = 1, column: int = 1, other_line: int = 0
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.line = line
        """1-based line of the source."""
        self.column = column
        """1-based."""
        self.other_line = other_line
        """The line that it contradicts; 0 if it contradicts none."""

    def moved(self, lines: int) -> FrontMatterError:
        """The same mistake in a text that begins so many lines further down."""
        other = self.other_line and self.other_line + lines
        message = f"{self.message}, first in line {other}" if other else self.message
        return FrontMatterError(
            self.code, message, self.hint, line=self.line + lines, column=self.column, other_line=other
        )


@dataclass(frozen=True, slots=True)
class Split:
    """A source in its two parts."""

    yaml: str | None
    """The lines between the fences; None if the source has no front matter."""
    yaml_line: int
    """1-based line of the source in which they begin."""
    body: str
    """The Markdown, with '\\n' at the end of each line."""
    body_line: int
    """1-based line of the source in which the body begins."""


def split_front_matter(text: str) -> Split:
    """Split a source into its front matter and its body.

    Accepts all that MkDocs or python-frontmatter would take for front matter: a byte order mark, any line
    ends, blank lines before the block, `...` as its end, no line end after it. What one of the two would
    read and the other print on the page is an error, since their audiences would differ.

    Raises:
        FrontMatterError: the block is never closed, or something looks like front matter without being it.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return Split(None, 1, "", 1)
    if not _FENCE.match(lines[first]):
        _refuse_lookalikes(lines, first)
        return Split(None, 1, "\n".join(lines), 1)
    end = next((n for n in range(first + 1, len(lines)) if _END.match(lines[n])), None)
    if end is None:
        raise FrontMatterError(
            "front-matter-open", "the front matter has no end", "close it with a line '---'", line=first + 1
        )
    yaml = "".join(f"{line}\n" for line in lines[first + 1 : end])
    if len(yaml) > MAX_CHARACTERS:
        raise FrontMatterError(
            "front-matter-limit", f"the front matter is longer than {MAX_CHARACTERS:,} characters",
            "move the text below the closing '---'", line=first + 1,
        )  # fmt: skip
    _refuse_second_block(lines, end + 1)
    return Split(yaml, first + 2, "\n".join(lines[end + 1 :]), end + 2)


def _refuse_second_block(lines: list[str], start: int) -> None:
    """Stop at a block right behind the first, which would be published as text."""
    first = next((number for number in range(start, len(lines)) if lines[number].strip()), None)
    if first is None or not _FENCE.match(lines[first]) or not _KEY.match(_next_line(lines[first + 1 :])):
        return
    if any(_END.match(line) for line in lines[first + 1 : first + _MOST_LINES]):
        raise FrontMatterError(
            "front-matter-fence", "a second block of front matter follows the first",
            "write one block; a rule between paragraphs can be written '***'", line=first + 1,
        )  # fmt: skip


def _refuse_lookalikes(lines: list[str], first: int) -> None:
    """Stop at what another tool would read as front matter and this one would publish as text."""
    visible = "".join(sign for sign in lines[first] if unicodedata.category(sign) != "Cf").strip()
    almost = _ALMOST_FENCE.match(_DASHES.sub("--", visible))
    if (almost and (_KEY.match(almost["rest"]) or _holds_fields(lines[first + 1 :]))) or (
        visible.startswith("{") and _JSON_KEY.match(visible[1:].strip() or _next_line(lines[first + 1 :]))
    ):
        raise FrontMatterError(
            "front-matter-fence", f"'{lines[first][:20]}' looks like the start of front matter",
            "start the block with a line of exactly '---'", line=first + 1,
        )  # fmt: skip
    for number in range(first, len(lines)):
        # MkDocs reads "Key: value" lines at the top as metadata, even without fences (utils/meta.py, 1.6.1).
        if not (_BARE_KEY.match(lines[number]) or (number > first and lines[number].startswith((" ", "\t")))):
            return
        if match := _BARE_AUDIENCE.match(lines[number]):
            raise FrontMatterError(
                "front-matter-fence", f"'{match[0].strip()}' stands at the top without '---' lines around it",
                "write a line '---' before and after the fields", line=number + 1,
            )  # fmt: skip


def _holds_fields(lines: list[str]) -> bool:
    """Whether lines behind an odd fence are fields: the next one, or any up to what may close the block."""
    for line in lines[:_MOST_LINES]:
        if line.strip() and _ALMOST_FENCE.match(_DASHES.sub("--", line.strip())):
            return any(_KEY.match(one) for one in lines[: lines.index(line)])
    return _KEY.match(_next_line(lines)) is not None


def _next_line(lines: list[str]) -> str:
    return next((line.strip() for line in lines if line.strip()), "")

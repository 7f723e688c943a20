"""What an author can mend, and where: problems, their severities and the catalogue of their codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class PortfolioError(Exception):
    """The caller broke a rule, or the world failed; never something an author writes in an entry."""


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """It could change who sees something, or makes the model wrong: no site is built with it."""
    WARNING = "warning"
    """The site is right, but less than the author meant. Fails a strict build."""
    NOTE = "note"
    """Worth knowing before publishing."""


@dataclass(frozen=True, slots=True)
class Code:
    """A stable name for one kind of problem."""

    severity: Severity
    """How much it matters, wherever it occurs."""
    meaning: str
    """What is wrong and what would be right, in one line for the reference."""


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CODES: Mapping[str, Code] = {
    # Files
    "encoding": Code(_E, "The file is not UTF-8. Save it as UTF-8."),
    "too-large": Code(_E, "The file is larger than a source may be. Split it, or keep it as an attachment."),
    "not-a-file": Code(_E, "A folder, or something else that is no file, has the name of a page. Rename it."),
    "outside": Code(_E, "A symbolic link leads out of the content folder. Copy the file, or remove the link."),
    "unreadable": Code(_E, "The file can't be opened. Check that it exists and that you may read it."),
    "file-name": Code(_W, "The file looks like a page but hosts don't take it for one. End its name in '.md'."),
    "include": Code(_E, "What its owner has decided for an included folder can't be read, so nobody sees any of it."),
    "same-place": Code(_E, "Two files of an included folder would stand at one place of the site. Rename one."),
    # Front matter
    "front-matter-open": Code(_E, "The block of front matter has no end. Close it with a line '---'."),
    "front-matter-fence": Code(
        _E, "Something looks like front matter but isn't fenced with '---' lines. Write the fences."
    ),
    "front-matter-syntax": Code(_E, "The front matter is not valid YAML."),
    "front-matter-tab": Code(_E, "YAML takes no tab for indentation. Use spaces."),
    "front-matter-shape": Code(_E, "The front matter is not a list of 'field: value' lines."),
    "front-matter-limit": Code(_E, "The front matter is too large, too deep, or multiplies itself by aliases."),
    "yaml-tag": Code(_E, "YAML tags ('!name') and merge keys ('<<') are not read. Write the value itself."),
    "duplicate-key": Code(_E, "A field is given twice, and YAML would silently keep the last. Keep one."),
    # Fields
    "invalid-value": Code(_E, "A field holds something that it can't mean."),
    "unknown-kind": Code(_E, "The type is no kind of entry."),
    "unknown-audience": Code(_E, "The audience is none of me, mentor, team, organisation, public."),
    "audience-misspelt": Code(_E, "A field looks like a misspelt 'audience', so who may see it is unknown."),
    "unknown-field": Code(_W, "No kind of entry, or not this kind, has a field of that name; it is ignored."),
    "duplicate-id": Code(_E, "Two entries have the same id. Ids are unique, whoever may see them."),
    "passage": Code(
        _E, "A mark of a passage ('<!-- only: mentor -->', '<!-- end only -->') is wrong or has no partner."
    ),
    # References
    "unresolved-field": Code(_E, "A field names an entry, file or level that doesn't exist."),
    "ambiguous-field": Code(_E, "A field names something that more than one entry is called. Write more of it."),
    "broken-link": Code(_W, "A link in a text leads nowhere."),
    "ambiguous-link": Code(_W, "A wiki-link fits more than one entry. Write more of the path."),
    "unknown-view": Code(_W, "A '<!-- portfolio: name -->' line names no view."),
    # Attachments
    "attachment": Code(
        _E,
        "An attachment names its author, is damaged or not what its ending says, can't be looked into, or is a file "
        "that is never published, such as a backup.",
    ),
    # Third parties
    "third-party-name": Code(
        _E, "The name of somebody who is no part of the portfolio stands where others may read it. Write a role."
    ),
    "contact-details": Code(
        _N, "An e-mail address, a telephone number or a staff number stands where others may read it."
    ),
    "running-attachment": Code(_E, "An attachment of untrusted authors can run in a browser or on a server."),
    # Audiences
    "not-shared": Code(_N, "What is referred to is not open to this audience; the site says 'not shared'."),
    "withheld-mark": Code(_N, "A mark of another tool (draft, private, ...) withholds this entry here too."),
    "visibility": Code(_N, "'visibility' is not obeyed here: write 'audience'."),
    "expired": Code(_N, "The entry has expired, so only its author sees it."),
    "no-consent": Code(
        _N, "Received feedback to which its giver has not agreed ('consent') is seen by its receiver only."
    ),
    "no-audience": Code(_N, "Entries without an audience are seen by their author only."),
    "no-person": Code(_N, "There is more than one person, and nothing says whose entry this is."),
}
"""Every code there is, in the order of the reference."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something an author can fix, and where to fix it."""

    uri: str
    """The source, as a '/'-path below the content folder."""
    line: int
    """1-based, front matter included."""
    column: int
    """1-based, in characters."""
    code: str
    """One of CODES."""
    message: str
    """What is wrong."""
    hint: str = ""
    """What would be right; empty if the message says all there is to say."""

    def __post_init__(self) -> None:
        # Messages quote what authors wrote, and go to terminals and logs, one line each.
        for name, most in (("uri", 1_000), ("message", 300), ("hint", 200)):
            object.__setattr__(self, name, printable(getattr(self, name), most))

    @property
    def severity(self) -> Severity:
        """How much it matters; the code decides."""
        return CODES[self.code].severity

    def __str__(self) -> str:
        text = f"{self.uri}:{self.line}:{self.column}: {self.message} [{self.code}]"
        return f"{text} ({self.hint})" if self.hint else text


def printable(text: str, most: int = 300) -> str:
    """A text on one line: signs that a terminal would act on as escapes, and shortened in its middle."""
    if not text.isprintable():
        text = "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)
    return text if len(text) <= most else f"{text[: most * 2 // 3]}…{text[-most // 4 :]}"


def sorted_problems(*groups: Iterable[Problem]) -> tuple[Problem, ...]:
    """All problems of all groups by place, each one once."""
    return tuple(sorted({problem for group in groups for problem in group}))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems with which no site is built."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)

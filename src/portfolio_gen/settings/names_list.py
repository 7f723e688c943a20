"""The private list of the names of those who are written about and are no part of the portfolio."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portfolio_gen.model.paths import PAGE_ENDINGS
from portfolio_gen.problems import PortfolioError

LIST_NAME = "names.txt"
"""What the list is called if its owner names no other file."""
ROLE = "a colleague"
"""What stands for a name for which no role is given."""
MAX_BYTES = 1024 * 1024
"""How large a list may be."""

_COMMENT = re.compile(r"(?:\A|\s)#.*")


class NamesError(PortfolioError):
    """A list that can't be right; the message names each place and says what would be."""


@dataclass(frozen=True, slots=True)
class ListedName:
    """Somebody on the list."""

    spellings: tuple[str, ...]
    """All that the person is called, as written."""
    role: str = ROLE
    """The words that stand for the name."""
    place: str = ""
    """Where it is written: "names.txt:3"."""


@dataclass(frozen=True, slots=True)
class NamesList:
    """The names, and the files that hold them."""

    names: tuple[ListedName, ...] = ()
    """In the order of the files."""
    files: tuple[Path, ...] = ()
    """Where they are on disk; these files are never published."""


def names_at(folder: Path | None, content: Path | None, written: str = "") -> NamesList:
    """The names listed beside a configuration, and those at the top of its content.

    `written` is the option: a path relative to the folder. Without it names.txt is read where it exists.

    Raises:
        NamesError: a list can't be read, or a line of it can't be right.
    """
    files = [path for path in (_beside(folder, written), content and content / LIST_NAME) if path and path.is_file()]
    distinct = tuple({path.resolve(): path for path in files}.values())
    return NamesList(tuple(name for path in distinct for name in listed_names(_text(path), path.name)), distinct)


def listed_names(text: str, file_name: str = LIST_NAME) -> tuple[ListedName, ...]:
    """The names of a list: `Jane Doe, Janie = the shop's manager`, one person a line, `#` before remarks.

    Raises:
        NamesError: a line names nobody or an empty role.
    """
    found: list[ListedName] = []
    mistakes: list[str] = []
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        bare = _COMMENT.sub("", line)
        if not bare.strip():
            continue
        names, equals, role = bare.partition("=")
        place = f"{file_name}:{number}"
        mistakes += [f"{place}:{column}: {message}" for column, message in _mistakes(names, equals, role)]
        spellings = tuple(" ".join(one.split()) for one in re.split(r"[,|]", names) if one.strip())
        found.append(ListedName(spellings, " ".join(role.split()) or ROLE, place))
    if mistakes:
        raise NamesError("\n".join(mistakes))
    return tuple(found)


def _mistakes(names: str, equals: str, role: str) -> Iterator[tuple[int, str]]:
    """What is wrong with a line, each with its column."""
    if not names.strip():
        yield 1, "no name stands before '='; write 'Jane Doe = a colleague'"
    for match in re.finditer(r"[^,|]+", names):
        letters = sum(sign.isalpha() for sign in match[0])
        # A letter alone would be found everywhere, but many names in Chinese have one sign.
        if match[0].strip() and (letters == 0 or (letters == 1 and match[0].strip().isascii())):
            column = match.start() + len(match[0]) - len(match[0].lstrip()) + 1
            yield column, f"'{match[0].strip()}' is no name; write it in full"
    if equals and not role.strip():
        yield len(names) + 1, "no role stands behind '='; write 'Jane Doe = a colleague', or leave out the '='"


def _beside(folder: Path | None, written: str) -> Path | None:
    if not written:
        return folder and folder / LIST_NAME
    path = (folder or Path()) / written
    if path.name.lower().endswith(PAGE_ENDINGS):
        raise NamesError(f"names: '{written}' is a page; keep the list in a file such as {LIST_NAME}")
    if not path.is_file():
        raise NamesError(f"names: there is no file '{written}'; write its path from the configuration's folder")
    return path


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise NamesError(f"{path.name}: this is too large for a list of names")
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise NamesError(f"{path.name}: this is not UTF-8; save it as UTF-8") from None
    except OSError as error:
        raise NamesError(f"{path.name}: can't be opened: {error.strerror}") from None

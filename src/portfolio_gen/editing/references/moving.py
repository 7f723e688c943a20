"""Which files a move is about, and where they may go."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from portfolio_gen.model.paths import PAGE_ENDINGS, path_of, place_of
from portfolio_gen.problems import PortfolioError

_ODD = re.compile(r"[\x00-\x1f\x7f-\x9f<>:\"|?*\\\[\]#^`]")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])\Z")
_ENDING = re.compile(r"\.[A-Za-z]{2,5}\Z")
_LONGEST = 200


class MoveError(PortfolioError):
    """It can't be moved so; the message says why. Nothing was changed."""


def moved_uris(old: str, new: str, uris: Iterable[str]) -> dict[str, str]:
    """The new uri of every file that moves: the file itself, or each one below a folder.

    Raises:
        MoveError: there is nothing at the old place, something at the new one, or it is no place for it.
    """
    uris = frozenset(uris)
    found = {old: new} if old in uris else {
        uri: new + uri.removeprefix(old) for uri in sorted(uris) if uri.startswith(f"{old}/")
    }  # fmt: skip
    if not found:
        raise MoveError(f"there is nothing at '{old}'")
    if old == new:
        raise MoveError(f"'{old}' is there already")
    if old not in uris and new.startswith(f"{old}/"):
        raise MoveError(f"'{old}' can't move into itself")
    if new in uris or (old not in uris and any(uri.startswith(f"{new}/") for uri in uris)):
        raise MoveError(f"there is something at '{new}' already")
    for uri in found.values():
        _check_name(uri)
    if old in uris:
        _check_ending(old, new)
    _check_places(found, uris)
    return found


def _check_name(uri: str) -> None:
    """Stop at a name that some machine, or a host, doesn't take for an ordinary one."""
    for part in uri.split("/"):
        stem = part.split(".")[0].casefold()
        if part in ("", ".", "..") or part.startswith("."):
            raise MoveError(f"'{uri}': '{part}' is no name for a file or folder here; write letters, digits and '-'")
        if match := _ODD.search(part):
            sign = match[0] if match[0].isprintable() else "a control sign"
            raise MoveError(f"'{uri}' holds {sign}, which not every machine takes in a name; leave it out")
        if part != part.strip() or part.endswith("."):
            raise MoveError(f"'{uri}': '{part}' starts or ends with a blank or a full stop; leave it out")
        if _DEVICE.match(stem):
            raise MoveError(f"'{uri}': Windows keeps the name '{stem}' for itself; choose another")
        if len(part.encode()) > _LONGEST:
            raise MoveError(f"'{uri}': the name is too long; shorten it")
    if uri.startswith("templates/"):
        raise MoveError(f"'{uri}': hosts pass over a folder 'templates' at the top; choose another")


def _check_ending(old: str, new: str) -> None:
    is_page = old.endswith(PAGE_ENDINGS)
    if is_page and not new.endswith(PAGE_ENDINGS):
        raise MoveError(f"'{new}' is no name of a page; end it in '.md'")
    if not is_page and posixpath.splitext(old)[1].lower() != posixpath.splitext(new)[1].lower():
        raise MoveError(f"'{new}' has another ending than '{old}'; keep it")


def _check_places(found: dict[str, str], uris: frozenset[str]) -> None:
    """Stop where two pages would have one address: names that differ in case, `a.md` and `a/index.md`."""
    staying = {_address(uri): uri for uri in uris - found.keys()}
    for uri in found.values():
        if (other := staying.get(_address(uri))) is not None:
            raise MoveError(f"'{uri}' would have the same address as '{other}'; choose another name")


def _address(uri: str) -> str:
    return (place_of(uri) if uri.endswith(PAGE_ENDINGS) else f"{uri} ").casefold()


def in_place(uri: str, name: str) -> str:
    """A uri with another last part; without an ending of a page it keeps its own."""
    return posixpath.join(posixpath.dirname(uri), with_ending(name, uri))


def with_ending(new: str, old: str) -> str:
    """A new uri of a file, which may have been written without its ending."""
    has_one = new.endswith(PAGE_ENDINGS) or _ENDING.search(new) is not None
    return new if has_one else f"{new}{posixpath.splitext(old)[1]}"


def folder_of_page(uri: str) -> str | None:
    """The folder that a page stands for ("people/ada" of "people/ada/index.md"); None if it stands for none."""
    path = path_of(uri)
    return path if path != posixpath.splitext(uri)[0] else None

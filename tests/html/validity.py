"""What the Nu checker finds in the pages of a site: `python -m tests.html.validity SITE JAR` (`make html`)."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True, slots=True)
class OfTheTheme:
    """An error in the theme's own templates, which is none of ours."""

    message: re.Pattern[str]
    """Matches the beginning of what the checker says."""
    element: re.Pattern[str]
    """Matches the element that it says it of, and nothing that an entry or a view can put on a page."""


# base.html (9.8.1): browsers would otherwise leave the drawer open when somebody goes back; the word is not allowed
# for a checkbox, and does no harm.
_SWITCHES = OfTheTheme(
    re.compile("Attribute “autocomplete” is only allowed when the input type is "),
    re.compile(
        r'<input class="md-toggle" data-md-toggle="(?P<name>drawer|search)" type="checkbox" id="__(?P=name)" '
        r'autocomplete="off">'
    ),
)
# partials/toc.html (9.8.1): the heading of the table of contents is a label for a switch that only a theme with
# `toc.integrate` has.
_TOC = OfTheTheme(
    re.compile("The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control"),
    re.compile(r'<label class="md-nav__title" for="__toc">'),
)
OF_THE_THEME = (_SWITCHES, _TOC)


def errors_of(site: Path, jar: Path) -> list[str]:
    """The errors in the HTML of a site, as "page:line: message", but for those of the theme.

    Warnings are left out: the checker takes "'self'" in a policy for something else when it reads from disk.
    """
    run = subprocess.run(
        ["java", "-jar", str(jar), "--format", "json", "--errors-only", "--skip-non-html", "--stdout", str(site)],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    if not run.stdout.strip():
        raise RuntimeError(f"the checker said nothing: {run.stderr}")
    return list(told(own_errors(json.loads(run.stdout)["messages"]), site))


def own_errors(messages: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The errors among the checker's messages that are not the theme's."""
    for message in messages:
        if message["type"] == "info":
            continue
        if not any(known.message.match(message["message"]) and known.element.fullmatch(element_of(message))
                   for known in OF_THE_THEME):  # fmt: skip
            yield message


def element_of(message: Mapping[str, Any]) -> str:
    """The part of a page that a message is about; empty if it is about the whole."""
    start = message.get("hiliteStart", 0)
    return str(message.get("extract", ""))[start : start + message.get("hiliteLength", 0)]


def told(messages: Iterable[Mapping[str, Any]], site: Path) -> Iterator[str]:
    """Messages as lines; the checker names pages by file: addresses."""
    root = site.resolve()
    for message in messages:
        path = Path(unquote(urlsplit(message.get("url", "")).path))
        uri = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
        yield f"{uri}:{message.get('lastLine', 0)}: {message['message']} {' '.join(element_of(message).split())}"


def main() -> int:
    site, jar = map(Path, sys.argv[1:])
    pages = sum(1 for _ in site.rglob("*.html"))
    found = errors_of(site, jar)
    sys.stdout.write("".join(f"{line}\n" for line in found))
    sys.stdout.write(f"HTML of {pages} pages: {len(found) or 'no'} error{'' if len(found) == 1 else 's'}\n")
    return 1 if found or not pages else 0


if __name__ == "__main__":
    sys.exit(main())

"""Attachments that would run: in the browser of whoever opens them, or on the server that they are put on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from portfolio_gen.problems import Problem
from portfolio_gen.withholding.attachments import MAX_BYTES
from portfolio_gen.withholding.metadata import HEAD
from portfolio_gen.withholding.metadata.kinds import ending_of
from portfolio_gen.withholding.metadata.svg_scripts import holds_script

_RUNS = re.compile(
    r"\.(?:[xs]?html?|xht|mht(?:ml)?|hta|htc|m?js|cjs|jse|vbs|wsf|xml|xslt?|xsd|rdf|rss|atom|mathml|mml|svgz|swf|wasm|"
    r"url|webloc|desktop|appcache|webmanifest|php\d?|phtml|phar|aspx?|ashx|asmx|jspx?|cgi|cfml?|htaccess)(?=\.|\Z)",
    re.IGNORECASE,
)
"""Endings by which browsers and servers know what they run; servers look at those before the last one, too."""
_INERT = re.compile(
    "txt|csv|tsv|md|log|png|apng|jpg|jpeg|jpe|jfif|gif|webp|avif|heic|heif|tif|tiff|bmp|ico|pdf|zip|gz|7z|tar|doc"
    "|docx|docm|xls|xlsx|xlsm|ppt|pptx|pptm|odt|ods|odp|epub|mp3|wav|flac|ogg|oga|opus|m4a|aac|mp4|m4v|mov|webm"
    "|ogv|avi|mkv|css|vtt|woff|woff2|ttf|otf|json|ics"
)
"""Endings that servers send as what they are, and never as HTML."""
_MARKUP = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe<", b"\xfe\xff\0<")


def running_attachments(root: Path | None, uris: Iterable[str]) -> Iterator[Problem]:
    """The attachments of untrusted authors that can't be published.

    They are known by what they are called and, below a folder on disk, by what they hold. What can't be opened
    is passed over: that is another problem.
    """
    for uri in sorted(uris):
        if runs_by_name(uri):
            yield _problem(uri, f"a '.{ending_of(uri)}' file can run when somebody opens it")
        elif root is not None and _holds_something_that_runs(root / uri):
            yield _problem(uri, "this file holds something that can run when somebody opens it")


def runs_by_name(uri: str) -> bool:
    """Whether a file's name lets browsers or servers run it."""
    return _RUNS.search(uri.rpartition("/")[2]) is not None


def may_run(name: str, content: bytes) -> bool:
    """Whether browsers would run something in what a file holds: an SVG with script, or a page that they guess."""
    ending = ending_of(name)
    if ending == "svg":
        return bool(content) and holds_script(content)
    # Browsers guess what a server doesn't know.
    return not _INERT.fullmatch(ending) and content[:HEAD].lstrip(b" \t\r\n\f").startswith(_MARKUP)


def _holds_something_that_runs(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return may_run(path.name, file.read(MAX_BYTES))
    except OSError:
        return False


def _problem(uri: str, message: str) -> Problem:
    return Problem(
        uri, 1, 1, "running-attachment", message,
        "save it as PDF or as a picture, pack it into a zip, or name it in the option 'assets'",
    )  # fmt: skip

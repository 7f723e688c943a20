"""The Content-Security-Policy of a page: only what lies on the site itself runs, is shown or is asked for."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<text>.*?)</script\s*>", re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = r"""(?<![\w-]){name}\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))"""
_SOURCE, _TYPE, _RELATION, _ADDRESS = (
    re.compile(_ATTRIBUTE.format(name=name), re.IGNORECASE) for name in ("src", "type", "rel", "href")
)
_RUNS = frozenset({"", "module", "text/javascript", "application/javascript", "text/ecmascript"})
_LINK = re.compile(r"<link\b[^>]*>", re.IGNORECASE)
_ASKING_RELATIONS = frozenset(
    {
        "stylesheet",
        "preconnect",
        "dns-prefetch",
        "preload",
        "prefetch",
        "modulepreload",
        "prerender",
        "icon",
        "manifest",
    }
)
_WEB = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)

_REST = (
    # Themes carry their icons as data: pictures in style sheets; those of authors are gone before.
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-src 'none'; base-uri 'none'; "
    "form-action 'self'; worker-src 'self'"
)


@dataclass(frozen=True, slots=True)
class Guarded:
    """A page with its policy."""

    html: str
    blocked: tuple[str, ...]
    """Addresses elsewhere of which it wanted a script, a style sheet or the like, and that it no longer names."""


def guarded(html: str, frame: str) -> Guarded:
    """A page with a policy under which only the scripts of its frame run, and without what the policy blocks.

    The `frame` is the page less the parts that authors wrote: a script that has come through in one of them is
    not allowed. A page without a head comes back as it is.
    """
    hashes = sorted({_hash(script) for script in inline_scripts(frame)})
    own, blocked = _without_elsewhere(html)
    policy = "; ".join(("default-src 'self'", " ".join(("script-src 'self'", *hashes)), _REST))
    element = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    # Behind the character set, which browsers look for in the first 1024 bytes; nothing runs before either.
    return Guarded(_HEAD.sub(lambda head: f"{head[0]}{element}", own, count=1), blocked)


def inline_scripts(html: str) -> tuple[str, ...]:
    """The texts of the scripts that stand in some HTML itself and run, in their order."""
    return tuple(
        match["text"]
        for match in _SCRIPT.finditer(html)
        if not _SOURCE.search(match["attributes"]) and _value(_TYPE, match["attributes"]).lower() in _RUNS
    )


@lru_cache(maxsize=64)
def _hash(script: str) -> str:
    # HTML knows one kind of line break only, and a policy is asked about the text as it was read.
    text = script.replace("\r\n", "\n").replace("\r", "\n")
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _without_elsewhere(html: str) -> tuple[str, tuple[str, ...]]:
    """The page less scripts and links that a browser would ask another host for, and their addresses."""
    found: list[str] = []

    def without_script(match: re.Match[str]) -> str:
        address = _value(_SOURCE, match["attributes"])
        if not _WEB.match(address):
            return match[0]
        found.append(address)
        return ""

    def without_link(match: re.Match[str]) -> str:
        relations = _value(_RELATION, match[0]).lower().split()
        address = _value(_ADDRESS, match[0])
        if _ASKING_RELATIONS.isdisjoint(relations) or not _WEB.match(address):
            return match[0]
        found.append(address)
        return ""

    return _LINK.sub(without_link, _SCRIPT.sub(without_script, html)), tuple(dict.fromkeys(found))


def _value(attribute: re.Pattern[str], attributes: str) -> str:
    match = attribute.search(attributes)
    if match is None:
        return ""
    return next(match[name] for name in ("double", "single", "bare") if match[name] is not None)

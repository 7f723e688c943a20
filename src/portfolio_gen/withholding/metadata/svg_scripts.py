"""Whether an SVG could run something, or fetch something, when it is opened as a document of its own."""

from __future__ import annotations

import re

from portfolio_gen.withholding.metadata.refusal import UnsafeAttachmentError
from portfolio_gen.withholding.metadata.svg_marks import SVG, Mark, marks

_RUNNING = frozenset({"script", "handler", "listener", "foreignobject", "iframe", "embed", "object", "audio", "video"})
_ANIMATIONS = frozenset({"animate", "set", "animatetransform", "animatemotion", "animatecolor", "discard"})
_ADDRESSES = frozenset({"href", "src"})
_EMBEDDED = re.compile(r"data:image/(?:png|jpe?g|gif|webp)[;,]", re.IGNORECASE)
_LINK = re.compile(r"(?:https?|mailto):|[^:]*$|[^:]*[/?#]", re.IGNORECASE)
"""Where a link may lead when somebody clicks it."""
_FETCHING = re.compile(
    r"@import|\\|image-set\(|expression\(|url\(\s*[\"']?\s*(?!\s|[\"']|#|data:image/(?:png|jpe?g|gif|webp)[;,])",
    re.IGNORECASE,
)
"""In a style. A backslash can hide any of the others."""
_CONTROL = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\ufeff]+")


def holds_script(data: bytes) -> bool:
    """Whether an SVG holds script, HTML, or references to anything outside of it; true if it can't be read."""
    try:
        found = marks(data)
    except UnsafeAttachmentError:
        return True
    is_style = False
    for mark in found:
        if mark.kind in ("start", "end"):
            is_style = mark.kind == "start" and mark.name.lower() == "style"
        if _is_active(mark) or (is_style and mark.kind == "text" and _FETCHING.search(mark.name)):
            return True
    return False


def _is_active(mark: Mark) -> bool:
    if mark.kind == "instruction":
        return mark.name.lower() == "xml-stylesheet"
    if mark.kind != "start":
        return False
    element = mark.name.lower()
    if mark.space not in ("", SVG):
        return mark.space == "http://www.w3.org/1999/xhtml"
    if element in _RUNNING or (element in _ANIMATIONS and _animates_address(mark)):
        return True
    return any(_is_active_value(element, name.lower(), value) for (_, name, _), value in mark.attributes.items())


def _animates_address(mark: Mark) -> bool:
    """Whether an animation sets an address or what runs on an event."""
    names = [value for (_, name, _), value in mark.attributes.items() if name.lower() == "attributename"]
    plain = [_CONTROL.sub("", one).lower().rpartition(":")[2] for one in names]
    return any(one in _ADDRESSES or one.startswith("on") or one == "style" for one in plain)


def _is_active_value(element: str, name: str, value: str) -> bool:
    if name.startswith("on") or name == "base":
        return True
    plain = _CONTROL.sub("", value)
    if name not in _ADDRESSES:
        return _FETCHING.search(value) is not None or "script:" in plain.lower()
    if element == "a":
        return _LINK.match(plain) is None
    return not plain.startswith("#") and not _EMBEDDED.match(plain)

"""The elements, comments, instructions and texts of an SVG, and where they stand in its bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from xml.parsers import expat

from portfolio_gen.withholding.metadata.refusal import UnsafeAttachmentError, damaged

SVG = "http://www.w3.org/2000/svg"
_KIND = "SVG"
_MOST = 500_000
_HINT = "export it again as plain SVG"
_SEPARATOR = "\x1f"
"""What stands between namespace, name and prefix in what expat says; XML can't hold it."""


class Mark(NamedTuple):
    """One of them."""

    kind: str
    """'start', 'end', 'comment', 'instruction' or 'text'."""
    position: int
    """Its first byte; of an end without a tag of its own, as in `<g/>`, what follows."""
    space: str = ""
    """The namespace of an element."""
    name: str = ""
    """The name of an element without its prefix, the target of an instruction, or a text."""
    attributes: Mapping[tuple[str, str, str], str] = {}
    """Values by namespace, name and prefix."""


def marks(data: bytes) -> list[Mark]:
    """Everything that stands in an SVG, in its order. Nothing is fetched, and no entity is expanded.

    Raises:
        UnsafeAttachmentError: it is damaged, no SVG, declares things of its own, or holds more than anybody draws.
    """
    if b"\0" in data:
        raise UnsafeAttachmentError("this SVG is not UTF-8, so what it carries can't be told", _HINT)
    found: list[Mark] = []
    parser = _parser_into(found)
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError):
        raise damaged(_KIND) from None
    root = next(mark for mark in found if mark.kind == "start")
    if root.name != "svg" or root.space not in (SVG, ""):
        raise damaged(_KIND)
    return found


def _parser_into(found: list[Mark]) -> expat.XMLParserType:
    def add(kind: str, name: str = "", attributes: dict[str, str] | None = None) -> None:
        if len(found) == _MOST:
            raise UnsafeAttachmentError("this SVG holds too much to be looked into", _HINT)
        space, local = _named(name)[:2] if kind in ("start", "end") else ("", name)
        values = {_named(key): value for key, value in attributes.items()} if attributes else {}
        found.append(Mark(kind, parser.CurrentByteIndex, space, local, values))

    def refuse_declarations(_name: str, _system: str | None, _public: str | None, has_own: int) -> None:
        if has_own:
            raise UnsafeAttachmentError("this SVG declares entities, which can hide what it carries", _HINT)

    parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
    parser.namespace_prefixes = True
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: add("start", name, attributes)
    parser.EndElementHandler = lambda name: add("end", name)
    parser.CommentHandler = lambda _text: add("comment")
    parser.ProcessingInstructionHandler = lambda target, _text: add("instruction", target)
    parser.CharacterDataHandler = lambda text: add("text", text) if text.strip() else None
    parser.StartDoctypeDeclHandler = refuse_declarations
    return parser


def _named(name: str) -> tuple[str, str, str]:
    """Namespace, name and prefix out of what expat says."""
    parts = name.split(_SEPARATOR)
    if len(parts) == 1:
        return "", name, ""
    return parts[0], parts[1], parts[2] if len(parts) > 2 else ""

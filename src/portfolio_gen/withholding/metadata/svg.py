"""An SVG without what its editor wrote about its author."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

from portfolio_gen.withholding.metadata.pictures import names_somebody
from portfolio_gen.withholding.metadata.refusal import UnsafeAttachmentError, damaged, of_embedded_picture
from portfolio_gen.withholding.metadata.svg_marks import SVG, Mark, marks

_SHOWN = frozenset({"", SVG, "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"})
"""Whose elements browsers show. All others are an editor's own notes."""
_READ = frozenset({"", SVG, "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace"})
"""Whose attributes browsers read."""

_VALUE = rb"\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+')"
_ATTRIBUTE = re.compile(rb"\s++([^\s=/>\"']++)" + _VALUE)
_OPENING = re.compile(rb"<[^\s/>]++(?:\s++[^\s=/>\"']++" + _VALUE + rb")*+\s*+/?>")
_ENDS = {"end": b">", "comment": b"-->", "instruction": b"?>"}
_ON_DISK = re.compile(r"file:/|^\s*(?:url\([\"']?)?(?:[a-z]:[\\/]|/home/[^/]+/|/Users/[^/]+/)", re.IGNORECASE)
_PICTURE = re.compile(r"\s*data:image/[^,]{0,200};base64,", re.IGNORECASE)
_PICTURE_HEAD = 350_000
"""Signs of base64 that hold the metadata of a picture; a multiple of four."""
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s++|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?>)*+<(?:[\w.-]++:)?+svg[\s/>]",
    re.IGNORECASE | re.DOTALL,
)


def is_svg(head: bytes) -> bool:
    """Whether a file begins as an SVG does."""
    return _ROOT.match(head) is not None


def without_metadata(data: bytes) -> bytes:
    """The drawing, byte for byte, without metadata, comments, and the elements and attributes of editors.

    Raises:
        UnsafeAttachmentError: it is damaged, declares entities, holds a picture that tells who took it, or names a
            place on its author's computer.
    """
    kept: list[bytes] = []
    position = 0
    for start, end in _cuts(data):
        kept.append(data[position:start])
        position = end
    return b"".join((*kept, data[position:]))


def _cuts(data: bytes) -> Iterator[tuple[int, int]]:
    """Where everything stands that goes, in order."""
    cut_from, depth = -1, 0
    for mark in marks(data):
        if cut_from >= 0:
            depth += {"start": 1, "end": -1}.get(mark.kind, 0)
            if depth == 0:
                yield cut_from, _end_of(data, mark)
                cut_from = -1
        elif mark.kind == "comment" or (mark.kind == "instruction" and mark.name != "xml-stylesheet"):
            yield mark.position, _end_of(data, mark)
        elif mark.kind == "start" and (mark.space not in _SHOWN or mark.name == "metadata"):
            opening = _opening(data, mark)
            if opening[0].endswith(b"/>"):
                yield opening.span()
            else:
                cut_from, depth = mark.position, 1
        elif mark.kind == "start":
            _refuse_what_tells(mark)
            yield from _attributes_to_cut(data, mark)
        elif mark.kind == "text" and "file:/" in mark.name:
            raise _on_disk()


def _end_of(data: bytes, mark: Mark) -> int:
    """Behind the last byte of what begins there."""
    sign = _ENDS[mark.kind]
    return data.index(sign, mark.position) + len(sign)


def _opening(data: bytes, mark: Mark) -> re.Match[bytes]:
    opening = _OPENING.match(data, mark.position)
    if opening is None:
        raise damaged("SVG")
    return opening


def _attributes_to_cut(data: bytes, mark: Mark) -> Iterator[tuple[int, int]]:
    named = {f"{prefix}:{name}".encode() for space, name, prefix in mark.attributes if space not in _READ}
    if ("http://www.w3.org/XML/1998/namespace", "base", "xml") in mark.attributes:
        named.add(b"xml:base")
    if not named:
        return
    opening = _opening(data, mark)
    start = opening.start() + len(re.split(rb"[\s/>]", opening[0], maxsplit=1)[0])
    for attribute in _ATTRIBUTE.finditer(data, start, opening.end()):
        if attribute[1] in named:
            yield attribute.span()


def _refuse_what_tells(mark: Mark) -> None:
    for (space, name, _), value in mark.attributes.items():
        if space in _READ and name != "base" and _ON_DISK.search(value):
            raise _on_disk()
        if found := _PICTURE.match(value):
            head = "".join(value[found.end() : found.end() + _PICTURE_HEAD].split())
            try:
                picture = base64.b64decode(head[: len(head) // 4 * 4])
            except (binascii.Error, ValueError):
                continue  # No browser shows it.
            if names_somebody(picture) or b"<metadata" in picture:
                raise of_embedded_picture("SVG")


def _on_disk() -> UnsafeAttachmentError:
    return UnsafeAttachmentError(
        "this SVG names a place on its author's computer", "embed the picture, or link it by a relative address"
    )

"""Whether XMP, the metadata that most kinds of files can carry, names an author or a place."""

from __future__ import annotations

import re

_ELEMENT = re.compile(
    rb"<((?:[\w.-]++:)?+(?:creator|author|authorsposition|artist))(?=[\s>/])[^<>]{0,1000}+>", re.IGNORECASE
)
_ATTRIBUTE = re.compile(rb"(?<=:)(?:creator|author|artist)\s*+=\s*+[\"']\s*+[^\s\"']", re.IGNORECASE)
_MARKUP = re.compile(rb"(?:\s++|<[^<>]*+>)*+")
_PLACE = re.compile(rb"exif:GPS(?:Latitude|Longitude)|photoshop:City|Iptc4xmpCore:Location", re.IGNORECASE)
_WORDS = (b"creator", b"author", b"artist")
_MOST = 1_000
"""How many elements nobody writes without naming somebody."""
_LONGEST = 10_000
"""How far from its start an element is read."""


def names_author(text: bytes) -> bool:
    """Whether an element or attribute of XMP in a text names an author; programs (CreatorTool) don't count."""
    if not mentions(text):
        return False
    if _ATTRIBUTE.search(text):
        return True
    said = -1
    for count, opening in enumerate(_ELEMENT.finditer(text)):
        if count == _MOST:
            return True
        if opening[0].endswith(b"/>"):
            continue
        start = opening.end()
        if said < start:
            # The next sign outside of tags is the same for all elements before it, so it is looked for once.
            markup = _MARKUP.match(text, start)
            said = markup.end() if markup else start
        is_near = said < min(start + _LONGEST, len(text))
        if is_near and text.find(b"</" + opening[1], start, said) < 0:
            return True
    return False


def mentions(text: bytes) -> int:
    """How often the words for an author occur in a text."""
    lowered = text.lower()
    return sum(lowered.count(word) for word in _WORDS)


def names_place(text: bytes) -> bool:
    """Whether XMP in a text says where a picture was taken."""
    return _PLACE.search(text) is not None

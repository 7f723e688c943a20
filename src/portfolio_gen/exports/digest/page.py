"""A digest as one HTML file that loads nothing."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from portfolio_gen.exports.digest.document import Digest, Line, Part, grouped

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
body { margin: 0 auto; max-width: 38rem; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a;
  background: #fff; }
h1 { font-size: 1.4rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin: 1.8rem 0 .3rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; } ul { margin: 0; padding-left: 1.2rem; } li { margin: .3rem 0; }
a { color: #3d2a8c; } .about, .note { color: #555; } .note { margin-top: 2rem; font-size: .875rem; }
@media (prefers-color-scheme: dark) { body { color: #eee; background: #1b1b1f; } a { color: #b9a9ff; }
  .about, .note { color: #bbb; } }
"""


def digest_page(digest: Digest) -> str:
    """The digest as a document that can be mailed, shown or put on a share."""
    html = Element("html", lang=digest.language)
    head = SubElement(html, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "meta", name="robots", content="noindex")
    _text(head, "title", digest.title)
    _text(head, "style", _STYLE)
    main = SubElement(SubElement(html, "body"), "main")
    _text(main, "h1", digest.title)
    _text(main, "p", digest.intro)
    for section in digest.sections:
        if section.person:
            _text(main, "h2", section.person)
        for part in section.parts:
            _part(main, part, digest, "h3" if section.person else "h2")
    _paragraphs(main, (*((", ".join(digest.others),) if digest.others else ()), *digest.closing))
    _text(main, "p", digest.note).set("class", "note")
    return f"<!doctype html>\n{tostring(html, encoding='unicode', method='html')}\n"


def _paragraphs(parent: Element, sentences: Iterable[str]) -> None:
    for sentence in sentences:
        _text(parent, "p", sentence)


def _part(parent: Element, part: Part, digest: Digest, heading: str) -> None:
    _text(parent, heading, part.heading)
    points = SubElement(parent, "ul")
    for name, lines in grouped(part.lines):
        below = points
        if name:
            below = SubElement(_text(points, "li", name), "ul")
        for line in lines:
            _line(SubElement(below, "li"), line, digest)
    if part.more:
        _text(points, "li", digest.more_words % part.more)


def _line(point: Element, line: Line, digest: Digest) -> None:
    if line.link and digest.has_addresses:
        _text(point, "a", line.text).set("href", line.link)
    else:
        _text(point, "span", line.text)
    if line.about:
        _text(point, "span", f" ({line.about})").set("class", "about")
    if line.below:
        SubElement(point, "br")
        _text(point, "span", line.below)


def _text(parent: Element, tag: str, text: str) -> Element:
    element = SubElement(parent, tag)
    element.text = text
    return element

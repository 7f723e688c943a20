"""A feed in Atom (RFC 4287)."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from portfolio_gen.exports.feeds.feed import Feed, Item, Site, moment

ATOM = "feeds/atom.xml"
"""The uri of the file in a site."""
MEDIA_TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_NEVER = date(1970, 1, 1)
"""When a feed was updated that holds nothing; the form asks for a day."""


def atom_feed(feed: Feed, site: Site) -> str:
    """The document. It is of the day of its newest entry, so that nothing but entries changes it."""
    items = site.items(feed)
    root = Element("feed", {"xmlns": _NAMESPACE, "xml:lang": feed.language})
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.note)
    _text(root, "id", site.urn(f"feed:{feed.audience}:{feed.reader}"))
    _text(root, "updated", moment(max((item.day for item, _ in items), default=_NEVER)))
    _text(SubElement(root, "author"), "name", feed.title)
    SubElement(root, "link", rel="self", type=MEDIA_TYPE, href=f"{site.url}{ATOM}")
    SubElement(root, "link", rel="alternate", type="text/html", href=site.url)
    for item, address in items:
        _entry(SubElement(root, "entry"), item, address, site)
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _entry(element: Element, item: Item, address: str, site: Site) -> None:
    _text(element, "title", item.title)
    _text(element, "id", site.urn(item.entry))
    SubElement(element, "link", rel="alternate", type="text/html", href=address)
    _text(element, "published", moment(item.day))
    _text(element, "updated", moment(item.day))
    if item.author:
        _text(SubElement(element, "author"), "name", item.author)
    SubElement(element, "category", term=item.kind, label=item.kind_words)
    if item.summary:
        _text(element, "summary", item.summary)


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = text

"""A feed in JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from portfolio_gen.exports.feeds.feed import Feed, Item, Site, moment

JSON_FEED = "feeds/feed.json"
"""The uri of the file in a site."""
MEDIA_TYPE = "application/feed+json"
_VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed, site: Site) -> str:
    """The document."""
    document = {
        "version": _VERSION,
        "title": feed.title,
        "description": feed.note,
        "language": feed.language,
        "home_page_url": site.url,
        "feed_url": f"{site.url}{JSON_FEED}",
        "items": [_item(item, address, site) for item, address in site.items(feed)],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _item(item: Item, address: str, site: Site) -> Mapping[str, Any]:
    row: dict[str, Any] = {
        "id": site.urn(item.entry),
        "url": address,
        "title": item.title,
        # An item has to have some content.
        "content_text": item.summary or item.title,
        "date_published": moment(item.day),
        "tags": [item.kind_words],
    }
    return {**row, "authors": [{"name": item.author}]} if item.author else row

"""The feeds of a site, for hosts that know the addresses of its pages."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.build.linked import Linked
from portfolio_gen.exports.feeds.atom import ATOM, atom_feed
from portfolio_gen.exports.feeds.feed import Feed, Site, feed_of
from portfolio_gen.exports.feeds.json_feed import JSON_FEED, json_feed
from portfolio_gen.linking.not_shared import not_shared_in
from portfolio_gen.linking.plain import Plain
from portfolio_gen.settings import Settings
from portfolio_gen.wording.words import words_in

FEEDS = (ATOM, JSON_FEED)
"""The uris of the files in a site."""


def site_feed(linked: Linked, settings: Settings) -> Feed | None:
    """What is new on a site for the audience of the settings; None if its owner wants no feeds."""
    if not settings.feeds:
        return None
    return feed_of(
        Plain(linked.portfolio, linked.links, not_shared_in(settings.language)),
        words_in(settings.language),
        settings.today,
        site_name=settings.site_name,
        audience=str(settings.audience),
        reader=linked.portfolio.entries[linked.reader] if linked.reader is not None else None,
        names_people=settings.matrix,
    )


def feed_files(feed: Feed, url: str, addresses: Mapping[str, str]) -> Mapping[str, str]:
    """The files of a feed by uri, for a site at `url`, which ends with "/".

    `addresses` are those of the pages from the site's root, by uri; an entry whose page has none is left out.
    """

    def page(uri: str) -> str | None:
        address = addresses.get(uri)
        return None if address is None else url + address.removeprefix("./")

    site = Site(url, page)
    return {ATOM: atom_feed(feed, site), JSON_FEED: json_feed(feed, site)}

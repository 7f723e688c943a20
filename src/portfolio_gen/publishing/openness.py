"""Who could see more than is meant for them if a site were published."""

from __future__ import annotations

from portfolio_gen.model.audience import Audience
from portfolio_gen.publishing.manifest import Manifest
from portfolio_gen.reading.load import load
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings
from portfolio_gen.withholding.publishing import whole_portfolio


def more_to_see(former: Manifest, audience: Audience, reader: str | None) -> str:
    """Why those who read the former site could see too much in one for an audience; empty if they couldn't.

    `reader` is a mark, as in a manifest.
    """
    if audience < former.audience:
        return f"the site there is for '{former.audience}', and one for '{audience}' shows more than they may see"
    if reader is not None and reader != former.reader:
        who = "is for no single reader" if former.reader is None else "is for another reader"
        return f"the site there {who}, and one for the reader you name may show more than others may see"
    return ""


def narrower_sources(tree: Tree, settings: Settings) -> tuple[str, ...]:
    """The uris of the sources that, whole or in part, are for less people than a site for the audience; sorted.

    What only its reader sees in a site is among them, and so is what can't be read.
    """
    loaded = load(tree, settings.folders)
    everything = whole_portfolio(loaded.entries, settings)
    narrower = {
        entry.uri
        for entry in everything.entries.values()
        if everything.audiences[entry.id] < settings.audience
        or any(passage.audience < settings.audience for passage in entry.passages)
    }
    return tuple(sorted(narrower | loaded.broken))

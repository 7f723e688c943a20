"""Why a person can't be found by a reader, for the author's own eyes: misspelt, or with a page that is not open."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.build.author import authored
from portfolio_gen.figures.people import people_of
from portfolio_gen.linking.nearest import in_words
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings


def why_not_found(name: str, tree: Tree, settings: Settings, excluded: Iterable[str] = ()) -> str:
    """What is the matter with the name of a person, in a sentence; everything is read once more for it.

    Without a `name`, of whose pages nobody may see any.
    """
    whole = authored(tree, settings, excluded)
    meant = whole.resolver.names.meant_by(name, ("person",)) if name else people_of(whole.portfolio)
    if len(meant) > 1 and name:
        return f"'{name}' may be {' or '.join(meant)}; write one of them"
    if meant:
        opened = "open it with audience: mentor, or wider"
        return f"the page of {', '.join(meant[:5])} is for fewer people than would read this; {opened}"
    near = in_words(whole.resolver.nearest(name, ("person",))) if name else ""
    return f"nobody here is called '{name}'{'; ' if near else ''}{near}"

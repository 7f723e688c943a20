"""What a writer means by a name, once everything is read."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.build.author import authored
from portfolio_gen.drafting.naming import Meant, NamingError
from portfolio_gen.linking.nearest import in_words
from portfolio_gen.linking.resolution import Ambiguous, ToEntry
from portfolio_gen.model.field_types import Refers
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.reading.sources import Tree
from portfolio_gen.settings import Settings


def meant_anywhere(
    name: str, kind: str, source_uri: str, tree: Tree, settings: Settings, excluded: Iterable[str] = ()
) -> Meant:
    """The entry of a kind that a name means in a source.

    Raises:
        NamingError: none, or more than one; the message has the nearest spellings.
    """
    resolver = authored(tree, settings, excluded).resolver
    match resolver.field(name, Refers("", (kind,)), source_uri):
        case ToEntry(found):
            return Meant(name, resolver.entries[found])
        case Ambiguous(found):
            raise NamingError(
                f"'{name}' may mean {' or '.join(repr(str(one)) for one in found[:5])}; write one of them"
            )
    wanted = KINDS[kind].with_article
    if other := resolver.kind_called(name):
        raise NamingError(f"'{name}' is {KINDS[other].with_article}, not {wanted}")
    near = in_words(resolver.nearest(name, (kind,)))
    raise NamingError(f"there is no {KINDS[kind].name} '{name}'{'; ' if near else ''}{near}")

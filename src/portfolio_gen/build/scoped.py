"""Who answers what names mean, where some sources are from included folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from portfolio_gen.linking.links import Links, texts_of
from portfolio_gen.linking.names import names_of, normal_uri
from portfolio_gen.linking.resolution import Resolver, Target, ToEntry, ToFile, ToPage
from portfolio_gen.linking.rewriting import with_destinations
from portfolio_gen.linking.scopes import Scope
from portfolio_gen.markdown.writing import destination
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.mention import LinkedText, TextLink
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.reading.sources import Part, Tree


def scoped_resolver(
    entries: Mapping[EntryId, Entry],
    withheld: Iterable[Entry],
    unread: Iterable[str],
    tree: Tree,
    pages: frozenset[str],
) -> Resolver:
    """What names mean among some entries; those of each source mean what it has beside it first.

    `withheld` are entries, and `unread` uris of sources, of which only the names are known. `pages` are uris of
    pages that there are for every audience. Nobody's reference opens an attachment of another owner.
    """
    withheld, unread = tuple(withheld), tuple(unread)
    names = names_of(withheld, unread)
    if not tree.parts:
        return Resolver(entries, names, tree.attachments, pages)
    site = _site_scope(entries, withheld, unread, tree, pages, Resolver(entries, names, frozenset(), pages))
    instead = dict.fromkeys((entry.uri for entry in _own(entries.values())), site)
    persons = {key: entry for key, entry in entries.items() if entry.origin is None or key == entry.origin.folder}
    hidden_persons = [entry for entry in withheld if entry.origin is None or entry.id == entry.origin.folder]
    pages_of_persons = {f"{part.included.folder}/index.md" for part in tree.parts}
    own_unread = (uri for uri in unread if not tree.is_included(uri) or uri in pages_of_persons)
    shared = Resolver(persons, names_of(hidden_persons, own_unread), frozenset(), pages)
    for part in tree.parts:
        scope = _scope(part, entries.values(), withheld, unread, tree.attachments, shared, pages)
        instead |= dict.fromkeys(scope.uris, scope)
    return Resolver(entries, names, tree.attachments, pages, instead)


def _site_scope(
    entries: Mapping[EntryId, Entry],
    withheld: Iterable[Entry],
    unread: Iterable[str],
    tree: Tree,
    pages: frozenset[str],
    rest: Resolver,
) -> Scope:
    """The scope of the site's own sources."""
    own = {entry.id: entry for entry in _own(entries.values())}
    names = names_of(_own(withheld), (uri for uri in unread if not tree.is_included(uri)))
    files = frozenset(uri for uri in tree.attachments if not tree.is_included(uri))
    same = {uri: uri for uri in (*(entry.uri for entry in own.values()), *files)}
    return Scope(Resolver(own, names, files, pages), rest, same, {key: key for key in own}, same)


def with_links_in_place(portfolio: Portfolio, links: Links, resolver: Resolver) -> Portfolio:
    """The same entries; relative links of those from included folders lead to where their targets stand."""
    fresh: dict[EntryId, Entry] = {}
    for entry in portfolio.entries.values():
        if entry.origin is None:
            continue
        texts = {
            path: _in_place(text, links.texts[entry.id, path], entry.uri, resolver) for path, text in texts_of(entry)
        }
        body = texts.pop((), entry.body)
        fresh[entry.id] = replace(entry, body=body, texts=texts)
    return replace(portfolio, entries={**portfolio.entries, **fresh}) if fresh else portfolio


def _own(entries: Iterable[Entry]) -> Iterator[Entry]:
    return (entry for entry in entries if entry.origin is None)


def _scope(
    part: Part,
    entries: Iterable[Entry],
    withheld: Iterable[Entry],
    unread: Iterable[str],
    attachments: frozenset[str],
    rest: Resolver,
    pages: frozenset[str],
) -> Scope:
    folder = part.included.folder
    inside = [entry for entry in entries if entry.origin is not None and entry.origin.folder == folder]
    hidden = [entry for entry in withheld if entry.origin is not None and entry.origin.folder == folder]
    known = {entry.uri for entry in (*inside, *hidden)}
    files = frozenset(part.uris[uri] for uri in attachments & part.uris.keys())
    own = Resolver(
        {one.id: one for one in map(_at_home, inside)},
        names_of(map(_at_home, hidden), (part.uris[uri] for uri in unread if uri in part.uris and uri not in known)),
        files,
        pages,
    )
    origins = [(entry, entry.origin) for entry in inside if entry.origin is not None]
    return Scope(
        own=own,
        rest=rest,
        uris={entry.uri: origin.uri for entry, origin in origins},
        ids={EntryId(origin.id): entry.id for entry, origin in origins},
        files={own_uri: uri for uri, own_uri in part.uris.items()},
    )


def _at_home(entry: Entry) -> Entry:
    """An entry as it is called in its owner's folder."""
    assert entry.origin is not None
    return replace(entry, id=EntryId(entry.origin.id), uri=entry.origin.uri, origin=None)


def _in_place(text: LinkedText, targets: tuple[Target, ...], at: str, resolver: Resolver) -> LinkedText:
    places = [_place(link, target, resolver) for link, target in zip(text.links, targets, strict=True)]
    fresh = [
        destination(place, at, link.fragment) if place is not None and _leads_elsewhere(link, at, place) else None
        for link, place in zip(text.links, places, strict=True)
    ]
    return with_destinations(text, fresh) if any(fresh) else text


def _place(link: TextLink, target: Target, resolver: Resolver) -> str | None:
    """The uri to which a link has to lead; None if it is written anew anyway, or nobody knows."""
    if link.form in ("wiki", "embed") or not link.target:
        return None
    match target:
        case ToEntry(id=entry):
            return resolver.entries[entry].uri
        case ToFile(uri=uri):
            return uri
        case ToPage(uri=uri) if uri and resolver.is_always_there(uri):
            return uri
    return None


def _leads_elsewhere(link: TextLink, at: str, place: str) -> bool:
    return link.target.startswith("/") or normal_uri(link.target, at) != place

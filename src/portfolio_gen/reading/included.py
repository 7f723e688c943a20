"""The files of included folders, each at its place in the site."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from pathspec.gitignore import GitIgnoreSpec

from portfolio_gen.markdown.headings import heading_title
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.origin import Origin
from portfolio_gen.model.paths import PAGE_ENDINGS, path_of, person_folder, title_from_uri
from portfolio_gen.problems import Problem
from portfolio_gen.reading.entries import read_entry
from portfolio_gen.reading.sources import Part, Source, Tree, read_tree
from portfolio_gen.settings.include import Included
from portfolio_gen.settings.names_list import LIST_NAME

_FOREIGN = frozenset({"node_modules", "bower_components", "__pycache__", "site-packages", "venv"})
"""Folders of programs, which checkouts have beside what their owner wrote."""
_MAY_BE_PERSON = re.compile(r"^[ \t]*[\"']?type[\"']?[ \t]*:[ \t]*[\"']?person\b", re.MULTILINE | re.IGNORECASE)
_HOME = {"index": "home", "README": "readme"}


def with_included(tree: Tree, includes: Iterable[Included]) -> tuple[Tree, frozenset[str]]:
    """A content folder together with those that are included, and the uris of pages that their owners leave out.

    Files of an included folder are below people/NAME/. The page of its person is left out if there is none, so
    that others can name the person.
    """
    excluded: set[str] = set()
    for included in includes:
        part, left_out = _placed(included)
        excluded |= left_out
        tree = replace(
            tree,
            sources=(*tree.sources, *part.sources),
            attachments=tree.attachments | part.attachments,
            unreadable=tree.unreadable | part.unreadable,
            problems=(*tree.problems, *part.problems),
            parts=(*tree.parts, *part.parts),
        )
    return tree, frozenset(excluded)


def of_the_site(entry: Entry, source: Source) -> Entry:
    """An entry as it was read in its owner's folder, with the place and the id that it has in the site."""
    if source.included is None:
        return entry
    folder = source.included.folder
    origin = Origin(folder, entry.uri, entry.id)
    is_named_after_file = not entry.common.title and not heading_title(entry.body)[0]
    return replace(
        entry,
        id=EntryId(_id_in_site(entry, source)),
        uri=source.uri,
        title=title_from_uri(source.uri) if is_named_after_file else entry.title,
        origin=origin,
    )


def speaks_for_another(entry: Entry, called: Iterable[str]) -> bool:
    """Whether an entry of an included folder is the page of a person who is not its owner, or is in theirs."""
    if entry.origin is None:
        return False
    folder = person_folder(entry.origin.uri)
    is_in_theirs = folder is not None and posixpath.basename(folder) not in called
    return is_in_theirs or (entry.kind_name == "person" and entry.id != entry.origin.folder)


def _placed(included: Included) -> tuple[Tree, frozenset[str]]:
    """The files of one folder, and those of its pages that are left out."""
    found = read_tree(included.content, foreign=_FOREIGN)
    own_uris = [*(source.uri for source in found.sources), *found.attachments, *found.unreadable]
    if included.mistake:
        return _unread(included, own_uris)
    places = {uri: _place(uri, included) for uri in own_uris}
    places |= {source.uri: _place_of_source(source, included) for source in found.sources}
    shared = _shared_places(places.items())
    spec = GitIgnoreSpec.from_lines(included.excludes)
    left_out = {places[uri] for uri in own_uris if spec.match_file(uri)}
    sources = (
        Source(places[source.uri], source.text, included, source.uri)
        for source in found.sources
        if places[source.uri] not in shared
    )
    tree = Tree(
        sources=tuple(sources),
        attachments=frozenset(places[uri] for uri in found.attachments) - shared.keys() - left_out,
        unreadable=frozenset(places[uri] for uri in found.unreadable) | shared.keys(),
        problems=(
            *(replace(one, uri=places.get(one.uri, f"{included.folder}/{one.uri}")) for one in found.problems),
            *(_same_place(place, owners) for place, owners in sorted(shared.items())),
        ),
        parts=(Part(included, {place: uri for uri, place in places.items()}),),
    )
    pages = {source.uri for source in tree.sources} | tree.unreadable
    return tree, frozenset(left_out & pages) | ({_page_of_person(included)} - pages)


def _unread(included: Included, own_uris: Iterable[str]) -> tuple[Tree, frozenset[str]]:
    """A folder that nobody may see, since its owner's rules are unknown; its names are known, so others can tell."""
    where = included.config.name if included.config is not None else LIST_NAME
    problem = Problem(f"{included.folder}/{where}", 1, 1, "include", included.mistake)
    uris = {f"{included.folder}/{uri}": uri for uri in own_uris}
    tree = Tree(unreadable=frozenset(uris), problems=(problem,), parts=(Part(included, uris),))
    return tree, frozenset({_page_of_person(included)} - uris.keys())


def _page_of_person(included: Included) -> str:
    return f"{included.folder}/index.md"


def _shared_places(places: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The places that more than one file would have, with these."""
    by_place: defaultdict[str, list[str]] = defaultdict(list)
    for uri, place in places:
        by_place[place].append(uri)
    return {place: sorted(uris) for place, uris in by_place.items() if len(uris) > 1}


def _same_place(place: str, uris: list[str]) -> Problem:
    which = " and ".join(f"'{uri}'" for uri in uris)
    return Problem(place, 1, 1, "same-place", f"{which} would both stand here", "rename one of them")


def _place(path: str, included: Included) -> str:
    """Where a path of the owner's leads in the site: what is in the owner's own folder is not moved any deeper."""
    for name in included.called:
        if path.startswith(f"people/{name}/"):
            return f"{included.folder}/{path.removeprefix(f'people/{name}/')}"
    return f"{included.folder}/{path}"


def _place_of_source(source: Source, included: Included) -> str:
    """Where a page goes. It follows from the page alone, so that nothing else of its owner shows in it."""
    place = _place(source.uri, included)
    folder, _, name = place.rpartition("/")
    stem, ending = posixpath.splitext(name)
    is_home = folder == included.folder and stem in _HOME
    if is_home or _MAY_BE_PERSON.search(source.text):
        entry, _ = read_entry(source, included.folders)
        if entry is not None and entry.kind_name == "person" and _is_owner(entry, included):
            return _page_of_person(included)
    return f"{folder}/{_HOME[stem]}{ending}" if is_home and ending in PAGE_ENDINGS else place


def _is_owner(entry: Entry, included: Included) -> bool:
    """Whether a person's page is that of the owner."""
    names = {id_ for name in included.called for id_ in (name, f"people/{name}")}
    is_home = posixpath.splitext(entry.uri)[0] in _HOME
    return is_home or entry.id in names or any(entry.path == f"people/{name}" for name in included.called)


def _id_in_site(entry: Entry, source: Source) -> str:
    """The id behind that of its owner; an id that nobody wrote is that of the place, as everywhere."""
    assert source.included is not None
    if entry.kind_name == "person" and _is_owner(entry, source.included):
        return source.included.folder
    return path_of(source.uri) if entry.common.id is None else _place(entry.id, source.included)

"""MkDocs' files as the core's, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from portfolio_gen.build import Build
from portfolio_gen.reading.included import with_included
from portfolio_gen.reading.sources import Tree, read_tree
from portfolio_gen.settings import Settings
from portfolio_gen.views.journal_index import JOURNAL_INDEX, index_script
from portfolio_gen.withholding.attachments import clean_bytes


def own_files(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """The files of the content folder; those of the theme and of other plugins are not ours."""
    return (file for file in files if file.src_dir == config.docs_dir)


def tree_of(files: Files, config: MkDocsConfig, settings: Settings) -> tuple[Tree, frozenset[str]]:
    """The content folder and what is included, as far as MkDocs means to build it, and the uris that it leaves out."""
    meant: set[str] = set()
    excluded: set[str] = set()
    for file in own_files(files, config):
        is_meant = file.inclusion.is_in_serve() if settings.is_preview else file.inclusion.is_included()
        (meant if is_meant else excluded).add(file.src_uri)
    own = read_tree(Path(config.docs_dir), meant | _readmes_beside(meant))
    tree, left_out_by_owners = with_included(own, settings.include)
    left_out = {uri for part in tree.parts for uri in part.uris if _is_excluded(uri, config, settings)}
    tree = replace(tree, attachments=tree.attachments - left_out)
    return tree, frozenset(excluded | (left_out & _pages(tree)) | left_out_by_owners)


def _pages(tree: Tree) -> set[str]:
    return {source.uri for source in tree.sources} | tree.unreadable


def _is_excluded(uri: str, config: MkDocsConfig, settings: Settings) -> bool:
    patterns = (config.exclude_docs, None if settings.is_preview else config.draft_docs)
    return any(one is not None and one.match_file(uri) for one in patterns)


def publish(build: Build, tree: Tree, files: Files, config: MkDocsConfig) -> None:
    """Leave of the content folder only what the build publishes, and add what is included and what it generates."""
    published = {*build.written, *build.attachments}
    order = [file.src_uri for file in files]
    for file in list(own_files(files, config)):
        if file.src_uri not in published:
            files.remove(file)
        elif file.src_uri in build.attachments:
            clean = clean_bytes(Path(config.docs_dir, file.src_uri))
            if clean is not None:
                file.content_bytes = clean
                file.abs_src_path = _nowhere(file.src_uri, config)
    _add_readmes([uri for uri in build.written if not tree.is_included(uri)], files, config, order)
    _add_included(build, tree, files, config)
    for file in own_files(files, config):
        if file.src_uri in build.out_of_navigation and file.inclusion.is_in_nav():
            file.inclusion = InclusionLevel.NOT_IN_NAV
    for page in build.generated:
        level = InclusionLevel.NOT_IN_NAV if page.uri in build.out_of_navigation else InclusionLevel.UNDEFINED
        _add(files, generated_file(page.uri, page.source, config, level))
    for uri, content in build.assets.items():
        _add(files, generated_file(uri, content, config))


def _add_included(build: Build, tree: Tree, files: Files, config: MkDocsConfig) -> None:
    """Add the files of others: pages as they are published, attachments without what would tell of their author."""
    for uri, page in build.written.items():
        if tree.is_included(uri):
            _add(files, generated_file(uri, page.source, config, InclusionLevel.NOT_IN_NAV))
    for uri in sorted(build.attachments):
        path = tree.path_of(uri)
        if tree.is_included(uri) and path is not None:
            clean = clean_bytes(path)
            if clean is None:
                _add(files, File.generated(config, uri, abs_src_path=str(path)))
            else:
                _add(files, generated_file(uri, clean, config))


def generated_file(
    uri: str, content: str | bytes, config: MkDocsConfig, level: InclusionLevel = InclusionLevel.UNDEFINED
) -> File:
    """A file that is in memory only."""
    file = File.generated(config, uri, content=content, inclusion=level)
    file.abs_src_path = _nowhere(uri, config)
    return file


def write_addresses(build: Build, files: Files) -> None:
    """Let the journal's index name the address of each page, which hosts and plugins give at will."""
    index = files.get_file_from_path(JOURNAL_INDEX)
    if index is not None:
        addresses = {file.src_uri: file.url for file in files.documentation_pages()}
        index.content_string = index_script(build.journal, addresses)


def _nowhere(uri: str, config: MkDocsConfig) -> str:
    """A path at which there is nothing, for a file whose content is in memory.

    Plugins take for granted that each file has a path (mkdocs_rss_plugin/plugin.py, 1.19.0). They must not read
    at this one what is written at the place of a generated page and withheld, or a picture with what was cut out.
    """
    return str(Path(config.docs_dir, ".portfolio", uri))


def _readmes_beside(uris: set[str]) -> set[str]:
    """The uris at which MkDocs would drop a README.md in favour of an index.md that is there."""
    return {f"{uri.removesuffix('index.md')}README.md" for uri in uris if uri.rpartition("/")[2] == "index.md"}


def _add_readmes(written: Iterable[str], files: Files, config: MkDocsConfig, order: list[str]) -> None:
    """Add each README.md that MkDocs has dropped in favour of an index.md that is withheld.

    It goes where the index was, in the `order` of the files before: feeds and the search keep that.
    """
    missing = [uri for uri in written if files.get_file_from_path(uri) is None]
    if not missing:
        return
    for uri in missing:
        files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    places = {uri: place for place, uri in enumerate(order)}
    places |= {uri: places.get(f"{uri.removesuffix('README.md')}index.md", len(order)) for uri in missing}
    for file in sorted(files, key=lambda file: places[file.src_uri]):
        files.remove(file)
        files.append(file)


def _add(files: Files, file: File) -> None:
    if (former := files.get_file_from_path(file.src_uri)) is not None:
        files.remove(former)
    files.append(file)

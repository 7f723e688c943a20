"""What Material's blog reads from disk by itself, before anybody could filter it (plugins/blog, 9.8.1).

It reads the posts to learn their dates, titles and addresses, and copies its index for the pages after the first.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from portfolio_gen.views.page import Page
from portfolio_mkdocs.files import generated_file


@contextmanager
def blog_reads_only(written: Mapping[str, Page], files: Files, config: MkDocsConfig) -> Iterator[None]:
    """As long as this lasts, the files of each blog are on disk as they are published.

    A blog whose index is withheld has one of its own making: an index that is on disk and not among the files
    stops the build.
    """
    folders = tuple(_blog_folders(config))
    for folder in folders:
        _add_index(folder, files, config)
    blog_files = [file for file in files.documentation_pages() if _is_below(file.src_uri, folders)]
    former = [(file, file.abs_src_path) for file in blog_files]
    try:
        with TemporaryDirectory() as copies:
            for file in blog_files:
                copy = Path(copies, file.src_uri)
                copy.parent.mkdir(parents=True, exist_ok=True)
                page = written.get(file.src_uri)
                text = file.content_string if page is None else _with_day(page).source
                copy.write_bytes(text.encode("utf-8"))
                file.abs_src_path = str(copy)
            yield
    finally:
        for file, path in former:
            file.abs_src_path = path


def _blog_folders(config: MkDocsConfig) -> Iterator[str]:
    for name, plugin in config.plugins.items():
        if name.partition(" ")[0].rpartition("/")[2] == "blog":
            yield posixpath.normpath(plugin.config.blog_dir)
            yield posixpath.normpath(plugin.config.post_dir.format(blog=plugin.config.blog_dir))


def _add_index(folder: str, files: Files, config: MkDocsConfig) -> None:
    uri = posixpath.normpath(f"{folder}/index.md")
    if Path(config.docs_dir, uri).is_file() and files.get_file_from_path(uri) is None:
        files.append(generated_file(uri, "# Blog\n\n", config))


def _is_below(uri: str, folders: Collection[str]) -> bool:
    return any(folder == "." or uri.startswith(f"{folder}/") for folder in folders)


def _with_day(page: Page) -> Page:
    """A page with what only blogs want to know."""
    return replace(page, meta={**page.meta, "date": page.day}) if page.day else page

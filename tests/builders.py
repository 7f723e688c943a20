"""Portfolios for tests: each test shows only what matters to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

from portfolio_gen.build import Build, Linked, build_site, check, linked_portfolio
from portfolio_gen.model.entry import Entry
from portfolio_gen.problems import Problem
from portfolio_gen.reading.load import Loaded, load
from portfolio_gen.reading.sources import Source, Tree
from portfolio_gen.settings import Settings, settings_from

TODAY = "2026-11-20"

Files = Mapping[str, str]
"""Texts by uri; what is not Markdown is an attachment. Texts are dedented."""


def settings(language: str = "", **options: Any) -> Settings:
    """Settings for the public on TODAY, with some options changed; `language` is that of the theme."""
    return settings_from({"today": TODAY, **options}, site_name="Test site", language=language)


def tree(files: Files) -> Tree:
    """A content folder in memory."""
    sources = [Source(uri, text_of(text)) for uri, text in sorted(files.items()) if uri.endswith(".md")]
    return Tree(tuple(sources), frozenset(uri for uri in files if not uri.endswith(".md")))


def text_of(text: str) -> str:
    """A text as it would stand in a file."""
    return dedent(text.removeprefix("\n"))


def read(files: Files, **options: Any) -> Loaded:
    """What can be read of a content folder."""
    return load(tree(files), settings(**options).folders)


def entry(uri: str, text: str) -> Entry:
    """The only entry of a source without problems."""
    loaded = read({uri: text})
    assert loaded.problems == ()
    (found,) = loaded.entries.values()
    return found


def link(files: Files, **options: Any) -> Linked:
    """A content folder, read, withheld and linked."""
    return linked_portfolio(tree(files), settings(**options))


def build(files: Files, **options: Any) -> Build:
    """The site of a content folder."""
    return build_site(tree(files), settings(**options))


def checked(files: Files, **options: Any) -> tuple[Problem, ...]:
    """What `check` says of a content folder."""
    return check(tree(files), settings(**options))


def said(problems: tuple[Problem, ...], *codes: str) -> list[str]:
    """Problems as "uri:line:column code", those with other codes left out if codes are named."""
    return [
        f"{problem.uri}:{problem.line}:{problem.column} {problem.code}"
        for problem in problems
        if not codes or problem.code in codes
    ]


def page(built: Build, uri: str) -> str:
    """The Markdown of a page, written or generated."""
    if uri in built.written:
        return built.written[uri].text
    return next(page.text for page in built.generated if page.uri == uri)


def everything_published(built: Build) -> str:
    """All that a host would publish of a build, names of files included."""
    pages = [*built.written.values(), *built.generated]
    return "\n".join([*(f"{page.uri}\n{page.source}" for page in pages), *sorted(built.attachments)])


def write_project(folder: Path, files: Files, options: str = "", config: str = "") -> Path:
    """A project on disk: `options` are lines below our plugin, `config` replaces the whole of mkdocs.yml."""
    for uri, text in files.items():
        path = folder / "content" / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(text), encoding="utf-8", newline="")
    default = "site_name: Test site\ndocs_dir: content\ntheme:\n  name: material\n  font: false\n"
    plugins = f"plugins:\n  - search\n  - portfolio:\n      today: {TODAY}\n"
    below = "".join(f"      {line}\n" for line in options.splitlines())
    (folder / "mkdocs.yml").write_text(text_of(config) if config else default + plugins + below, encoding="utf-8")
    return folder


COMPETENCY = """
    ---
    title: Testing
    area: Craft
    levels:
      - {name: Starting, summary: Tries it once.}
      - {name: Practising, summary: Writes checks down.}
      - {name: Reliable, summary: Has checks before the change.}
    ---

    # Testing
    """
"""A competency with three levels, for `competencies/testing.md`."""

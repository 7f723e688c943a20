"""Real MkDocs builds, and everything that they leave on disk."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any, Literal

from mkdocs.commands.build import build
from mkdocs.config import load_config

SERVE_URL = "http://127.0.0.1:8000/"


def built(project: Path, *, command: Literal["build", "serve"] = "build", **config: Any) -> Path:
    """The site of a project, built as `mkdocs build` or `mkdocs serve` would; `config` is as on their command line.

    One process keeps one plugin object, as `serve` does, so each build here is also a rebuild.
    """
    loaded = load_config(str(project / "mkdocs.yml"), **config)
    loaded.plugins.on_startup(command=command, dirty=False)
    build(loaded, serve_url=SERVE_URL if command == "serve" else None)
    return Path(loaded.site_dir)


def run_mkdocs(
    project: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """A run of the `mkdocs` command in the folder of a project."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project, env={**os.environ, **(environment or {})}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its '/'-path, compressed ones unpacked."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    return {uri: gzip.decompress(data) if uri.endswith(".gz") else data for uri, data in found.items()}


def places_naming(folder: Path, word: str) -> list[str]:
    """The files that hold a word in their path or in any byte, whatever its case."""
    wanted = word.lower().encode()
    return [uri for uri, data in files_of(folder).items() if wanted in uri.lower().encode() + b"\n" + data.lower()]


def html_of(site: Path, uri: str) -> str:
    """The HTML of a page."""
    return (site / uri).read_text("utf-8")


def article(site: Path, uri: str) -> str:
    """The part of a page in Material's theme that is not frame."""
    html = html_of(site, uri)
    return html[html.index("<article") : html.index("</article>")]


def words_of(html: str) -> str:
    """What a reader sees of some HTML."""
    return " ".join(unescape(re.sub(r"<[^<>]*>", " ", html)).split())


def nav_titles(site: Path, uri: str = "404.html") -> list[str]:
    """The titles in the primary navigation, from top to bottom; 404.html carries the whole of it and no page's own."""
    html = html_of(site, uri)
    start = html.index('<nav class="md-nav md-nav--primary')
    nav = html[start : html.index('<div class="md-content"', start)]
    return [words_of(title) for title in re.findall(r'<span class="md-ellipsis">(.*?)</span>', nav, re.DOTALL)]

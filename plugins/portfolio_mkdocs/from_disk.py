"""A site that also works from disk, search included: at file: addresses, as browsers open folders and shares."""

from __future__ import annotations

from importlib.resources import files as package_files
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from portfolio_mkdocs.files import generated_file
from portfolio_mkdocs.theme import is_material

SCRIPT = "assets/portfolio/from-disk.js"
"""The uri of the script in a site; it finds the site's root from it."""
_PARTS = ("from-disk.js", "search-later.js")
"""What it is made of: all that has to come before the theme's own script."""

INDEX = "search/search_index.json"
INDEX_SCRIPT = "search/search_index.js"
"""Where Material's script looks for the index at a file: address (bundle.ts, 9.8.1)."""


def add_script(files: Files, config: MkDocsConfig) -> None:
    """Let Material's pages load our script before the theme's own; other themes get none.

    The shim of Material's offline plugin stays out. It writes inline script with the path of the site in it, so no
    policy can allow it, and it comes from another host unless the privacy plugin has fetched it.
    """
    if not is_material(config):
        return
    # The only place before the theme's script (base.html, 9.8.1); `extra_javascript` comes after it.
    others = [script for script in config.extra.get("polyfills") or () if _is_to_stay(str(script))]
    config.extra["polyfills"] = [SCRIPT, *others]
    if (former := files.get_file_from_path(SCRIPT)) is not None:
        files.remove(former)
    folder = package_files("portfolio_templates") / "assets"
    # Without a semicolon a part that begins with a bracket would call what the one before it ends with.
    text = ";\n".join((folder / name).read_text("utf-8") for name in _PARTS)
    files.append(generated_file(SCRIPT, text, config))


def write_index(config: MkDocsConfig) -> None:
    """Write the index of Material's search once more, as a script: at a file: address nothing else can be read.

    The text is the one that Material's offline plugin writes. A site without search gets none.
    """
    index = Path(config.site_dir, INDEX)
    if is_material(config) and index.is_file():
        Path(config.site_dir, INDEX_SCRIPT).write_bytes(b"var __index = " + index.read_bytes())


def _is_to_stay(script: str) -> bool:
    return script != SCRIPT and "iframe-worker" not in script

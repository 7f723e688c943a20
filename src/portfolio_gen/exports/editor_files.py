"""What editors read: the schema of each kind of entry, and which files it is for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from portfolio_gen.exports.kind_schema import DRAFTS, entry_schema, folder_schema
from portfolio_gen.model.kinds import KINDS

SCHEMAS = ".vscode/portfolio"
"""The folder of the schemas in a project."""
LINTER = ".remarkrc.json"
"""The settings of remark, the one linter that holds the front matter of Markdown to a JSON Schema."""
_ANY = f"{SCHEMAS}/entry.schema.json"


def editor_files(content: str) -> Mapping[str, str]:
    """The texts of the files for editors, by '/'-path below a project; `content` is the folder of its entries."""
    schemas = {_place(name): folder_schema(kind) for name, kind in KINDS.items()}
    schemas[_ANY] = entry_schema()
    files = {path: json.dumps(_for_linters(schema), separators=(",", ":")) for path, schema in schemas.items()}
    files[LINTER] = json.dumps(_linter_settings(content), indent=2)
    return {path: f"{text}\n" for path, text in sorted(files.items())}


def _place(kind: str) -> str:
    return f"{SCHEMAS}/{kind}.schema.json"


def _for_linters(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema that names the latest draft that linters know."""
    return {**schema, "$schema": DRAFTS["7"]}


def _linter_settings(content: str) -> Mapping[str, Any]:
    """Which schema is for which files; of several that fit, the last counts.

    Only what lies in a kind's folder itself is held to that kind: a folder in it may stand for another.
    """
    by_file = {_ANY: [f"{content}/**/*.md"]}
    for name, kind in KINDS.items():
        if kind.folders:
            by_file[_place(name)] = [f"{content}/**/{folder}/!(index|README).md" for folder in kind.folders]
    by_file[_place("person")] = [f"{content}/**/people/*/index.md"]
    return {"plugins": ["remark-frontmatter", ["remark-lint-frontmatter-schema", {"schemas": by_file}]]}

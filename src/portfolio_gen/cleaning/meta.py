"""Front matter for a host, as far as a theme can print it anywhere."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

ACTING = frozenset({"template", "location", "redirect", "redirect_from", "redirect_to"})
"""Fields with which a page would choose its own frame, or lead its reader elsewhere (Material's redirect.html)."""


def harmless_meta(meta: Mapping[str, Any]) -> dict[str, Any]:
    """What an author wrote for the host, with each text escaped: themes print it into HTML as it is."""
    return {name: _escaped(value) for name, value in meta.items() if name not in ACTING}


def _escaped(value: Any) -> Any:
    match value:
        case str():
            return html.escape(value)
        case Mapping():
            return {_escaped(name): _escaped(inner) for name, inner in value.items()}
        case list() | tuple():
            return [_escaped(inner) for inner in value]
        case _:
            return value

"""A mkdocs.yml that needs neither our plugin nor anything outside of its own folder."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from portfolio_gen.markdown.writing import PAGE_EXTENSIONS
from portfolio_gen.settings.mkdocs_yml import GUARD, PLUGIN
from portfolio_gen.withholding.navigation import NavItem, without_withheld

CONTENT = "content"
"""The content folder of a written project."""


@dataclass(frozen=True, slots=True)
class HostConfig:
    """A configuration, and what has to lie beside it."""

    text: str
    copies: tuple[tuple[Path, str], ...]
    """Files and folders of the project, each with its path beside the configuration."""


def host_config(
    path: Path | None,
    *,
    site_name: str,
    navigation: Iterable[NavItem],
    withheld: Collection[str],
    style_sheets: Iterable[str],
    scripts: Iterable[str],
) -> HostConfig:
    """The configuration at a path, less our plugin and guard and what names something withheld; else a plain one.

    Everything else stays as it is, foreign tags included; comments are lost.
    """
    config = _composed(path) if path is not None else MappingNode(_MAP, [])
    copies: list[tuple[Path, str]] = []
    if path is None:
        _set(config, "site_name", _node(site_name))
        _set(config, "theme", _node({"name": "material", "font": False}))
    _set(config, "docs_dir", _node(CONTENT))
    written = _get(config, "nav")
    nav = list(navigation) if written is None else without_withheld(_value(written), withheld)
    _set(config, "nav", _node(nav))
    _set(config, "not_in_nav", _node("*\n"))
    _without(config, "plugins", PLUGIN)
    _without(config, "markdown_extensions", GUARD)
    _extend(config, "markdown_extensions", PAGE_EXTENSIONS)
    _extend(config, "extra_css", style_sheets, first=True)
    _extend(config, "extra_javascript", scripts, first=True)
    if path is not None:
        copies += _theme_copies(config, path.parent)
        copies += _hook_copies(config, path.parent)
    for name in ("exclude_docs", "draft_docs"):
        _keep_exceptions(config, name)
    for name in ("site_dir", "watch", "INHERIT"):
        _remove(config, name)
    text = yaml.serialize(config, Dumper=yaml.SafeDumper, allow_unicode=True, width=1_000)
    return HostConfig(text, tuple(copies))


_MAP = "tag:yaml.org,2002:map"
_SEQ = "tag:yaml.org,2002:seq"


def _composed(path: Path) -> MappingNode:
    node = yaml.compose(path.read_text("utf-8-sig"), Loader=yaml.SafeLoader)
    config = node if isinstance(node, MappingNode) else MappingNode(_MAP, [])
    parent = _get(config, "INHERIT")
    return _merged(_composed(path.parent / parent.value), config) if isinstance(parent, ScalarNode) else config


def _merged(parent: MappingNode, child: MappingNode) -> MappingNode:
    for key, value in child.value:
        below = _get(parent, key.value)
        if isinstance(below, MappingNode) and isinstance(value, MappingNode):
            _merged(below, value)
        else:
            _set(parent, key.value, value)
    return parent


def _without(config: MappingNode, name: str, ours: str) -> None:
    """Take what is ours out of a list, or out of the keys of a mapping."""
    node = _get(config, name)
    if isinstance(node, MappingNode):
        node.value = [pair for pair in node.value if not _is_called(pair[0], ours)]
    elif isinstance(node, SequenceNode):
        node.value = [
            item
            for item in node.value
            if not _is_called(item.value[0][0] if isinstance(item, MappingNode) and item.value else item, ours)
        ]


def _is_called(node: Node, name: str) -> bool:
    """Whether a node is a name, be it with a theme before it ("material/search") or a class behind it ("toc:Toc")."""
    return isinstance(node, ScalarNode) and str(node.value).rpartition("/")[2].partition(":")[0] == name


def _keep_exceptions(config: MappingNode, name: str) -> None:
    """Take out the patterns of files that have been left out already; what they name is withheld."""
    node = _get(config, name)
    lines = node.value.splitlines() if isinstance(node, ScalarNode) else []
    if exceptions := [line for line in lines if line.startswith("!")]:
        _set(config, name, _node("".join(f"{line}\n" for line in exceptions)))
    else:
        _remove(config, name)


def _extend(config: MappingNode, name: str, words: Iterable[str], *, first: bool = False) -> None:
    """Add words to a list of the configuration, or to the keys of a mapping, unless they are there."""
    node = _get(config, name)
    if isinstance(node, MappingNode):
        known = {key.value for key, _ in node.value}
        node.value += [(_node(word), _node(None)) for word in words if word not in known]
        return
    items = node.value if isinstance(node, SequenceNode) else []
    known = {item.value[0][0].value if isinstance(item, MappingNode) else item.value for item in items}
    fresh = [_node(word) for word in words if word not in known]
    _set(config, name, SequenceNode(_SEQ, [*fresh, *items] if first else [*items, *fresh]))


def _theme_copies(config: MappingNode, folder: Path) -> Iterable[tuple[Path, str]]:
    theme = _get(config, "theme")
    custom = _get(theme, "custom_dir") if isinstance(theme, MappingNode) else None
    if isinstance(theme, MappingNode) and isinstance(custom, ScalarNode):
        _set(theme, "custom_dir", _node("overrides"))
        yield folder / custom.value, "overrides"


def _hook_copies(config: MappingNode, folder: Path) -> Iterable[tuple[Path, str]]:
    hooks = _get(config, "hooks")
    if isinstance(hooks, SequenceNode):
        paths = [item.value for item in hooks.value if isinstance(item, ScalarNode)]
        names = [f"hooks/{number}-{Path(path).name}" for number, path in enumerate(paths, 1)]
        _set(config, "hooks", _node(names))
        yield from ((folder / path, name) for path, name in zip(paths, names, strict=True))


def _get(config: MappingNode, name: str) -> Node | None:
    return next((value for key, value in config.value if key.value == name), None)


def _set(config: MappingNode, name: str, value: Node) -> None:
    for index, (key, _) in enumerate(config.value):
        if key.value == name:
            config.value[index] = (key, value)
            return
    config.value.append((_node(name), value))


def _remove(config: MappingNode, name: str) -> None:
    config.value = [pair for pair in config.value if pair[0].value != name]


def _node(value: Any) -> Any:
    return yaml.SafeDumper(io.StringIO()).represent_data(value)


def _value(node: Node) -> Any:
    """A navigation as plain values; all of its words are text."""
    if isinstance(node, MappingNode):
        return {key.value: _value(value) for key, value in node.value}
    return [_value(item) for item in node.value] if isinstance(node, SequenceNode) else node.value

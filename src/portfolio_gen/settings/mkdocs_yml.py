"""What the core needs of a mkdocs.yml: the content folder, the site's name and our options. Nothing is executed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from portfolio_gen.settings.errors import SettingsError

CONFIG_NAMES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""Names of configuration files, the first that exists counts."""
PLUGIN = "portfolio"
"""What our plugin is called in `plugins`."""
GUARD = "portfolio_mkdocs.guard"
"""What the extension that stops engines without plugins is called in `markdown_extensions`."""
_MAX_PARENTS = 10


class _Loader(yaml.SafeLoader):
    """Understands `!ENV`, and passes over the tags of others (`!!python/name:...`, `!relative`)."""


def _construct_env(loader: Any, node: Node) -> Any:
    """The first variable that is set, as YAML, else the last word (pyyaml_env_tag, which MkDocs uses)."""
    if isinstance(node, ScalarNode):
        names, default = [node.value], None
    elif isinstance(node, SequenceNode) and node.value:
        *first, last = node.value
        names = [one.value for one in (first or [last])]
        default = loader.construct_object(last) if first else None
    else:
        return None
    for name in names:
        if name in os.environ:
            value = os.environ[name]
            tag = loader.resolve(ScalarNode, value, (True, False))
            return loader.construct_object(ScalarNode(tag, value))
    return default


def _pass_over(loader: Any, _suffix: str, node: Node) -> Any:
    if isinstance(node, MappingNode):
        return loader.construct_mapping(node)
    return loader.construct_sequence(node) if isinstance(node, SequenceNode) else None


_Loader.add_constructor("!ENV", _construct_env)
_Loader.add_multi_constructor("!", _pass_over)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", _pass_over)


def read_config(path: Path) -> Mapping[str, Any]:
    """A configuration, merged with those that it inherits from.

    Raises:
        SettingsError: it can't be read, or is no mapping.
    """
    return _read(path, 0)


def plugin_options(config: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """What is written below our plugin; None if the configuration doesn't use it."""
    plugins = config.get("plugins") or []
    if not isinstance(plugins, Mapping | list):
        raise SettingsError(f"plugins: {plugins!r} is no list; write one plugin a line, each after '- '")
    entries = plugins.items() if isinstance(plugins, Mapping) else [_pair(plugin) for plugin in plugins]
    for name, options in entries:
        if str(name).rpartition("/")[2] == PLUGIN:
            if not isinstance(options or {}, Mapping):
                raise SettingsError(f"plugins: {PLUGIN}: {options!r} is no mapping; write 'audience: team' below it")
            return options or {}
    return None


def assets_named(config: Mapping[str, Any]) -> tuple[str, ...]:
    """Files below the content folder that the configuration itself puts on pages: style sheets, scripts, logo."""
    theme = config.get("theme")
    pictures = [theme.get("logo"), theme.get("favicon")] if isinstance(theme, Mapping) else []
    listed: list[Any] = []
    for key in ("extra_css", "extra_javascript", "extra_templates"):
        if not isinstance(config.get(key) or [], list):
            raise SettingsError(f"{key}: {config[key]!r} is no list; write [style.css]")
        listed += config.get(key) or []
    files = [one.get("path") if isinstance(one, Mapping) else one for one in listed]
    return tuple(one for one in (*files, *pictures) if one and isinstance(one, str))


def language_of(config: Mapping[str, Any]) -> str:
    """The language that the theme is told to speak; empty if it is told none."""
    theme = config.get("theme")
    told = (theme.get("language") or theme.get("locale")) if isinstance(theme, Mapping) else None
    return told if isinstance(told, str) else ""


def excluded_patterns(config: Mapping[str, Any]) -> tuple[str, ...]:
    """The lines of `exclude_docs` and `draft_docs`, which name pages that a host leaves out (gitignore's form)."""
    written = (config.get(name) for name in ("exclude_docs", "draft_docs"))
    return tuple(line for text in written if isinstance(text, str) for line in text.splitlines())


def _pair(plugin: object) -> tuple[Any, Any]:
    if isinstance(plugin, Mapping) and len(plugin) == 1:
        return next(iter(plugin.items()))
    return plugin, {}


def _read(path: Path, depth: int) -> dict[str, Any]:
    try:
        config = yaml.load(path.read_text("utf-8-sig"), Loader=_Loader)
    except OSError as error:
        raise SettingsError(f"{path.name}: can't be opened: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{path.name}: this is not UTF-8; save it as UTF-8") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        where = f":{mark.line + 1}:{mark.column + 1}" if mark is not None else ""
        raise SettingsError(f"{path.name}{where}: this is not valid YAML: {error.problem}") from None
    except yaml.YAMLError as error:
        raise SettingsError(f"{path.name}: this is not valid YAML: {error}") from None
    except RecursionError:
        raise SettingsError(f"{path.name}: this is nested too deeply") from None
    except (ValueError, TypeError, AttributeError) as error:
        # PyYAML's own constructors raise these for values that look like a day or a number and are none.
        raise SettingsError(f"{path.name}: there is a value that can't be read: {error}") from None
    if config is None:
        config = {}
    if not isinstance(config, dict):
        raise SettingsError(f"{path.name}: this is not a list of 'option: value' lines")
    parent = config.pop("INHERIT", None)
    if parent is None:
        return config
    if depth == _MAX_PARENTS or not isinstance(parent, str) or "\0" in parent:
        raise SettingsError(f"{path.name}: INHERIT: {parent!r} can't be followed")
    return _merged(_read(path.parent / parent, depth + 1), config)


def _merged(parent: dict[str, Any], child: dict[str, Any]) -> dict[str, Any]:
    """Mappings are merged and all else is replaced, as MkDocs does (utils/yaml.py, 1.6.1)."""
    merged = dict(parent)
    for key, value in child.items():
        below = merged.get(key)
        merged[key] = _merged(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged

"""Writes docs/reference/ from the code, so that the reference can't say anything else: `make docs`.

One function a page, each a pure function of the code. tests/test_documented.py compares them with the files.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import click

from portfolio_gen.cli import main
from portfolio_gen.exports.json_export import export_schema
from portfolio_gen.exports.problem_pages import problem_page
from portfolio_gen.model import field_types
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.common import CommonFields, LevelName
from portfolio_gen.model.field_types import FrontMatter, Refers
from portfolio_gen.model.kinds import KINDS, Kind
from portfolio_gen.problems import CODES, Severity
from portfolio_gen.reading.fields import HOST_FIELDS
from portfolio_gen.settings import OPTIONS
from portfolio_mkdocs.config import PREVIEW_AUDIENCE

FOLDER = Path(__file__).parent / "reference"
_NOTICE = "<!-- Written by docs/generate.py. Change the code, then run `make docs`. -->"

_FORMS = {
    field_types.Line: "one line",
    field_types.Text: "Markdown",
    field_types.Day: "a day",
    field_types.Moment: "a date",
    field_types.Whole: "a whole number",
    field_types.Number: "a number",
    field_types.ReferenceText: "a name",
    LevelName: "a level",
}
"""What each type of field holds, in words."""


def pages() -> Mapping[str, str]:
    """Every file of docs/reference/ by its name."""
    return {
        "fields.md": _fields_page(),
        "options.md": _options_page(),
        "commands.md": _commands_page(),
        "problems.md": _problems_page(),
        **{f"problems/{code}.md": _problem_page(code) for code in CODES},
        "export.schema.json": json.dumps(export_schema(), indent=2, ensure_ascii=False) + "\n",
    }


def _fields_page() -> str:
    parts = [
        "# Fields of front matter",
        _NOTICE,
        "No field is needed: folder, file name and first heading stand in for `type`, `date` and `title`. A list of "
        "one may be written as the value itself. Leaving a field empty is the same as leaving it out. "
        "[Writing](../writing.md) has the examples.",
        "## Every entry",
        *_model_parts(CommonFields),
    ]
    for kind in KINDS.values():
        parts += _kind_parts(kind)
    parts += [
        "## What backlinks say",
        "An entry that is named in one of these fields lists the entry that names it, with these words. A link in a "
        'text says "mentioned in".',
        _table(("Field", "Kind of entry with the field", "The words"), _backlink_rows()),
        "## Fields of other tools",
        "These are passed on to MkDocs and its theme without a warning, except `draft`, `private`, `publish` and "
        "`published`, which are [obeyed where they withhold](../audiences.md#marks-of-other-tools), and `visibility`, "
        "which means nothing here: " + ", ".join(f"`{name}`" for name in sorted(HOST_FIELDS)) + ".",
    ]
    return _page(parts)


def _kind_parts(kind: Kind) -> Iterator[str]:
    yield f"## `{kind.name}`"
    folders = " or ".join(f"`{folder}/`" for folder in kind.folders)
    open_to = f"`{Audience.ME if kind.about_a_person else Audience.PUBLIC}`"
    where = f" Inferred in a folder {folders}." if folders else ""
    yield f"{kind.meaning}{where} Audience if nothing is said: {open_to}."
    if kind.fields.model_fields:
        yield from _model_parts(kind.fields)
    else:
        yield "No fields of its own."


def _model_parts(model: type[FrontMatter]) -> Iterator[str]:
    """The table of a model, then those of the models in it."""
    hints = get_type_hints(model, include_extras=True)
    rows = []
    for name, field in model.model_fields.items():
        written = field.alias or name
        bounds = {type(mark).__name__: mark for mark in field.metadata}
        limits = _limits(getattr(bounds.get("Ge"), "ge", None), getattr(bounds.get("Le"), "le", None))
        rows.append((f"`{written}`", _form(hints[name]) + limits, (field.description or "") + _default(field)))
    yield _table(("Field", "Holds", "Meaning"), rows)
    for name, field in model.model_fields.items():
        for inner in _inner_models(hints[name]):
            yield f"Each of `{field.alias or name}`:"
            yield from _model_parts(inner)


def _form(hint: Any) -> str:
    """What may be written, in words."""
    refers = next((mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, Refers)), None)
    if get_origin(hint) is Annotated:
        for alias, words in _FORMS.items():
            if alias.__metadata__[0] in hint.__metadata__:
                return words
        inner = get_args(hint)[0]
        return _named(inner, refers) if refers is not None else _form(inner)
    if get_origin(hint) in (Union, UnionType):
        return " or ".join(_form(one) for one in get_args(hint) if one is not NoneType)
    if get_origin(hint) is Literal:
        return ", ".join(f"`{word}`" for word in get_args(hint))
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        models = list(_inner_models(inner))
        return f"list of {_braces(models[0])}" if models else f"list: {_form(inner)} each"
    return "`true` or `false`" if hint is bool else f"`{hint.__name__}`"


def _named(hint: Any, refers: Refers) -> str:
    """What a reference may name."""
    models = list(_inner_models(hint))
    what = " or ".join(f"`{kind}`" for kind in refers.kinds) or "any entry"
    if refers.elsewhere:
        what += ", a file or a web address"
    if refers.free:
        what += ", or a few words"
    if models:
        return f"list: {what}, or {_braces(models[0])}"
    if get_origin(hint) is dict:
        return f"{what} and level, in pairs"
    return f"list: {what}" if get_origin(hint) is tuple else what


def _braces(model: type[FrontMatter]) -> str:
    return f"`{{{', '.join(field.alias or name for name, field in model.model_fields.items())}}}`"


def _inner_models(hint: Any) -> Iterator[type[FrontMatter]]:
    if isinstance(hint, type) and issubclass(hint, FrontMatter):
        yield hint
    for inner in get_args(hint):
        yield from _inner_models(inner)


def _limits(least: int | None, most: int | None) -> str:
    if least is not None and most is not None:
        return f" from {least} to {most}"
    return f", at least {least}" if least is not None else ""


def _default(field: Any) -> str:
    if field.is_required():
        return " Required."
    return "" if field.default in (None, (), False) or field.default_factory else f" Default: `{field.default}`."


def _backlink_rows() -> Iterator[tuple[str, ...]]:
    for owner, model in [("any", CommonFields), *((f"`{kind.name}`", kind.fields) for kind in KINDS.values())]:
        for name, label in _labels(model):
            yield f"`{name}`", owner, label
    for kind in KINDS.values():
        for name, label in kind.labels.items():
            yield f"`{name}`", f"`{kind.name}`", label


def _labels(model: type[FrontMatter]) -> Iterator[tuple[str, str]]:
    hints = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        for mark in getattr(hints[name], "__metadata__", ()):
            if isinstance(mark, Refers):
                yield field.alias or name, mark.label
        for inner in _inner_models(hints[name]):
            yield from ((f"{name}.{below}", label) for below, label in _labels(inner))


def _options_page() -> str:
    return _page([
        "# Options",
        _NOTICE,
        "They stand in mkdocs.yml, below the plugin `portfolio`. [Configuration](../configuration.md) has examples.",
        _table(("Option", "Meaning"), ((f"`{name}`", meaning) for name, meaning in OPTIONS.items())),
        "## Environment variables",
        _table(
            ("Variable", "Meaning"),
            (
                (f"`{PREVIEW_AUDIENCE}`", "The audience of `mkdocs serve`. Default: `me`."),
                ("`SOURCE_DATE_EPOCH`", "Seconds since 1970; its UTC date is `today` where the option is not set."),
            ),
        ),
    ])  # fmt: skip


def _commands_page() -> str:
    parts = [
        "# Commands",
        _NOTICE,
        "`mkdocs build` and `mkdocs serve` make the site. These commands do the rest. "
        "[Commands in use](../commands.md) has examples.",
    ]
    for path, command in _commands(main, ("portfolio",)):
        parts += [f"## `{' '.join(path)}`", *_command_parts(command, path)]
    return _page(parts)


def _commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _commands(below, (*path, name))


def _command_parts(command: click.Command, path: tuple[str, ...]) -> Iterator[str]:
    context = click.Context(command, info_name=" ".join(path))
    yield f"```text\n{' '.join([*path, *command.collect_usage_pieces(context)])}\n```"
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        yield " ".join(paragraph.split())
    rows = []
    for option in command.get_params(context):
        if isinstance(option, click.Option):
            name = ", ".join(f"`{one}`" for one in option.opts)
            takes = "" if option.is_flag else f"`{option.make_metavar(context)}`"
            default = f" Default: {option.default}." if option.show_default else ""
            rows.append((name, takes, (option.help or "") + default))
    yield _table(("Option", "Takes", "Meaning"), rows)


def _problems_page() -> str:
    return _page([
        "# Problems",
        _NOTICE,
        "What `portfolio check` and a build may say. The code stands in brackets behind each problem and never "
        "changes its meaning. `portfolio check --explain CODE` prints the page of a code.",
        _table(
            ("Severity", "Meaning"),
            (
                (f"`{Severity.ERROR}`", "No site is built, or with `on_error: withhold` the source is left out."),
                (f"`{Severity.WARNING}`", "The site is built, but less than you meant. Fails with `--strict`."),
                (f"`{Severity.NOTE}`", "Worth knowing before you publish. `portfolio check` says it; a build doesn't."),
            ),
        ),
        _table(
            ("Code", "Severity", "What is wrong, and what would be right"),
            ((f"[`{name}`](problems/{name}.md)", str(code.severity), code.meaning) for name, code in CODES.items()),
        ),
    ])  # fmt: skip


def _problem_page(code: str) -> str:
    heading, _, rest = problem_page(code).partition("\n\n")
    severity = f"*{str(CODES[code].severity).capitalize()}.* [All problems](../problems.md)"
    return f"{heading}\n\n{_NOTICE}\n\n{severity}\n\n{rest}"


def _page(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |" for cells in lines)


def write() -> None:
    """Write the pages to docs/reference/."""
    (FOLDER / "problems").mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()

"""portfolio advise"""

from __future__ import annotations

import json
from pathlib import Path

import click

from portfolio_gen.build.advising import Advised, advice_for, recent_entries
from portfolio_gen.build.author import Authored, authored
from portfolio_gen.cli.options import place_options, project_of, tree_of
from portfolio_gen.cli.persons import person_meant
from portfolio_gen.drafting.surroundings import surroundings_of
from portfolio_gen.exports.json_export import VERSION
from portfolio_gen.linking.names import normal_uri
from portfolio_gen.linking.nearest import in_words
from portfolio_gen.linking.resolution import Ambiguous, NotShared, ToEntry
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.model.field_types import Refers
from portfolio_gen.problems import printable
from portfolio_gen.settings import SettingsError
from portfolio_gen.settings.project import Project


@click.command("advise")
@click.argument("entry", required=False)
@click.option("--person", metavar="NAME", help="Whose newest entries. Default: yours, as `portfolio new` finds out.")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="How to print: for people, or for programs.",
)  # fmt: skip
@place_options
def command(entry: str | None, person: str | None, form: str, folder: Path | None, config: Path | None) -> None:
    """A second reader's suggestions for an entry: a few sentences, no score, on this machine only.

    ENTRY is a file, or a name as other entries would refer to it. Without it, your entries of the last 30 days are
    read, the newest first and at most 10. Nothing of this is ever in a site or in `portfolio check`.

    Exits with 0 whatever there is to say, 1 if the entry can't be read, 2 if the command or the configuration is wrong.
    """
    path = _file(entry, folder)
    project = project_of(folder, config, path=path)
    tree, excluded = tree_of(project)
    try:
        whole = authored(tree, project.settings, excluded)
        if entry is not None:
            read: tuple[Entry, ...] = (_named(entry, path, project, whole),)
        else:
            owner = _owner(person, folder, project, whole)
            read = recent_entries(whole.portfolio, owner, project.settings.today)
        advised = advice_for(read, whole.portfolio, project.settings)
    except SettingsError as error:
        raise click.UsageError(str(error)) from None
    if form == "json":
        click.echo(json.dumps(_document(read, advised), indent=2, ensure_ascii=False))
    else:
        _print(read, advised)


def _file(entry: str | None, folder: Path | None) -> Path | None:
    """The file that an argument names; None if it names none, and so may be a name."""
    if entry is None or "\0" in entry:
        return None
    path = Path(entry) if folder is None else folder / entry
    return path if path.is_file() else None


def _named(name: str, path: Path | None, project: Project, whole: Authored) -> Entry:
    """The entry that an argument means.

    Raises:
        click.UsageError: it means none, several, or one of another owner.
        click.ClickException: it can't be read.
    """
    by_uri = {entry.uri: entry for entry in whole.portfolio.entries.values()}
    uri = _uri(path, project) if path is not None else None
    found = by_uri.get(uri) if uri is not None else _meant(name, whole)
    if found is None:
        uri = uri or normal_uri(name, "")
        problems = [problem for problem in whole.loaded.problems if problem.uri == uri]
        raise click.ClickException(
            str(min(problems)) if problems else f"'{name}' can't be read; `portfolio check` says why"
        )
    if found.origin is not None:
        raise click.UsageError(f"'{name}' is from an included folder; its owner can ask for advice there")
    return found


def _uri(path: Path, project: Project) -> str | None:
    content, target = project.content.resolve(), path.resolve()
    return target.relative_to(content).as_posix() if target.is_relative_to(content) else None


def _meant(name: str, whole: Authored) -> Entry | None:
    """The entry that a name means; None if it can't be read.

    Raises:
        click.UsageError: the name means nothing, or more than one entry.
    """
    bare = name.strip().removeprefix("[[").removesuffix("]]").strip()
    match whole.resolver.field(bare, Refers(""), ""):
        case ToEntry(found):
            return whole.portfolio.entries[found]
        case Ambiguous(found):
            several = " or ".join(f"'{one}'" for one in found[:5])
            raise click.UsageError(f"'{name}' may mean {several}; write one of them")
        case NotShared():
            return None
        case _:
            near = in_words(whole.resolver.nearest(bare))
            raise click.UsageError(f"there is no entry or file '{name}'{'; ' if near else ''}{near}")


def _owner(person: str | None, folder: Path | None, project: Project, whole: Authored) -> EntryId | None:
    """Whose newest entries are read; None if the portfolio is nobody's in particular."""
    uris = {source.uri for source in whole.tree.sources if not whole.tree.is_included(source.uri)}
    around = surroundings_of(uris, project.settings.folders)
    found = person_meant(around, project.settings, person, folder or Path(), project.content)
    name = found or project.settings.person
    if not name:
        return None
    meant = whole.resolver.names.meant_by(name, ("person",))
    return meant[0] if len(meant) == 1 else EntryId(name)


def _document(read: tuple[Entry, ...], advised: Advised) -> dict[str, object]:
    rows = [
        {
            "uri": one.uri, "line": one.line, "column": one.column, "code": one.code, "sentence": one.sentence,
            "example": one.example,
        }
        for one in advised.advice
    ]  # fmt: skip
    return {
        "version": VERSION,
        "entries": [entry.uri for entry in read],
        "languages_without_advice": list(advised.languages),
        "advice": rows,
    }


def _print(read: tuple[Entry, ...], advised: Advised) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(soft_wrap=True, highlight=False, emoji=False)
    for one in advised.advice:
        line = Text(f"{printable(one.uri, 1_000)}:{one.line}:{one.column}: ", "cyan")
        line.append(one.sentence, "default")
        console.print(line)
        console.print(Text(f"    {one.example}", "dim"))
    for language in advised.languages:
        console.print(Text(f"There is no advice in '{language}' yet."))
    if not read:
        console.print(Text("There are no entries of the last 30 days; name one: portfolio advise ENTRY"))
    elif not advised.advice and not advised.languages:
        console.print(Text("Nothing to suggest."))

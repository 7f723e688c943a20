"""portfolio check"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from portfolio_gen.build import check
from portfolio_gen.cli.applying import deliver, finish_former
from portfolio_gen.cli.options import project_of, project_options, tree_of
from portfolio_gen.cli.printing import print_problems
from portfolio_gen.cli.problem_codes import CodesType, CodeType, Told
from portfolio_gen.cli.problem_forms import problems_as
from portfolio_gen.cli.waiting import waiting
from portfolio_gen.problems import Problem, Severity
from portfolio_gen.settings import SettingsError
from portfolio_gen.settings.project import Project
from portfolio_gen.withholding.discretion import UNTOLD

_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What somebody wants to know, and how."""

    path: Path | None
    form: str
    told: Told
    strict: bool
    quiet: bool

    def status(self, problems: Sequence[Problem]) -> int:
        """The exit status for some problems that are told."""
        fatal = {Severity.ERROR, Severity.WARNING} if self.strict else {Severity.ERROR}
        return 1 if any(problem.severity in fatal for problem in problems) else 0


@click.command("check")
@click.argument("path", type=click.Path(path_type=Path), required=False)
@project_options
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github", "sarif"]), default="text", show_default=True,
    help="How to print problems: for people, for programs, as annotations of a GitHub workflow, or as SARIF.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Let warnings fail too.")
@click.option(
    "--only", type=CodesType(), multiple=True, help="Tell problems of these codes only: a,b or once for each."
)
@click.option(
    "--ignore",
    type=CodesType(),
    multiple=True,
    help="Tell no problems of these codes. An error that is not told still stops a build.",
)
@click.option("--fix", is_flag=True, help="Mend what leaves no doubt, then tell what is left.")
@click.option("--dry-run", is_flag=True, help="With --fix: show what would change, and change nothing.")
@click.option("--watch", is_flag=True, help="Stay, and check again whenever something changes, until Ctrl-C.")
@click.option("--explain", metavar="CODE", type=CodeType(), help="Print what a code means, with an example, and end.")
@click.option("-q", "--quiet", is_flag=True, help="Print problems and nothing else.")
def command(
    path: Path | None,
    folder: Path | None,
    config: Path | None,
    audience: str | None,
    reader: str | None,
    form: str,
    strict: bool,
    only: tuple[tuple[str, ...], ...],
    ignore: tuple[tuple[str, ...], ...],
    fix: bool,
    dry_run: bool,
    watch: bool,
    explain: tuple[str, ...] | None,
    quiet: bool,
) -> None:
    """Check all entries, and say what a site for the audience would not share.

    PATH is a project, its content folder, or a file or folder in it; then only problems there are printed.

    --fix mends misspelt names with one near neighbour, dates in other forms, missing ends of front matter and the
    like. It changes nothing that could show an entry to more people.

    Exits with 0 if there is no error, 1 if there are errors (with --strict, or warnings), 2 if the command
    or the configuration is wrong.
    """
    if explain:
        _explain(explain[0])
        return
    if dry_run and not fix:
        raise click.UsageError("--dry-run belongs to --fix: a check changes nothing")
    if watch and (fix or form != "text"):
        raise click.UsageError("--watch goes with neither --fix nor --format")
    if path is not None and folder is not None and not path.is_absolute():
        path = folder / path
    if path is not None and not path.exists():
        raise click.UsageError(f"there is no file or folder '{path}'")
    project = project_of(folder, config, audience, reader, path)
    told = Told(
        frozenset(code for codes in only for code in codes), frozenset(code for codes in ignore for code in codes)
    )
    asked = _Asked(path, form, told, strict, quiet)
    if watch:
        status = _watched(project, asked, lambda: project_of(folder, config, audience, reader, path))
    elif fix:
        status = _fixed(project, asked, dry_run=dry_run)
    else:
        status = _told(project, asked)
    raise SystemExit(status)


def _told(project: Project, asked: _Asked) -> int:
    with waiting("Checking ...", quiet=asked.quiet):
        tree, excluded = tree_of(project)
        problems = _problems(lambda: check(tree, project.settings, excluded))
    found = _below(asked.path, project, problems)
    shown = asked.told.of(found)
    if asked.form != "text":
        if shown or asked.form != "github":
            click.echo(problems_as(asked.form, shown, project, tree))
    else:
        _print(shown, asked)
        _tell_of_fix(shown, asked)
    _tell_untold(found, asked)
    return asked.status(shown)


def _fixed(project: Project, asked: _Asked, *, dry_run: bool) -> int:
    from portfolio_gen.build.changing.fixing import fixed

    if not dry_run:
        finish_former(project.root)
    with waiting("Checking ...", quiet=asked.quiet):
        tree, excluded = tree_of(project)
        result = _problems(
            lambda: fixed(tree, project.settings, excluded, concerns=lambda one: _is_asked(one, asked, project))
        )
        # A dry run mends nothing, so what is wrong now decides how it ends.
        now = check(tree, project.settings, excluded) if dry_run else result.left
    # Others read the log of a pipeline, and a difference quotes what stands around a change.
    if result.changes and not (dry_run and project.settings.is_discreet):
        deliver(result.changes, project.root, dry_run=dry_run, quiet=True)
    is_text = asked.form == "text"
    for one in result.mended if not asked.quiet else ():
        problem = one.problem
        where = f"{problem.uri}:{problem.line}:{problem.column}"
        words = UNTOLD if project.settings.is_discreet else one.words
        click.echo(f"{where}: {'would be mended' if dry_run else 'mended'}: {words} [{problem.code}]", err=not is_text)
    left = asked.told.of(_below(asked.path, project, result.left))
    if is_text:
        _print(left, asked)
    elif left or asked.form != "github":
        click.echo(problems_as(asked.form, left, project, tree))
    _tell_untold(_below(asked.path, project, result.left), asked)
    return asked.status(asked.told.of(_below(asked.path, project, now)))


def _watched(project: Project, asked: _Asked, project_again: Callable[[], Project]) -> int:
    from portfolio_gen.cli.watching import changes_in, checked_again, watched_places

    def found() -> Sequence[Problem]:
        try:
            now = project_again()
            tree, excluded = tree_of(now)
            return asked.told.of(_below(asked.path, now, check(tree, now.settings, excluded)))
        except (SettingsError, click.UsageError) as error:
            # Whoever edits the configuration has it wrong for a moment.
            message = error.message if isinstance(error, click.UsageError) else str(error)
            return (Problem("mkdocs.yml", 1, 1, "unreadable", message),)

    def tell(problems: Sequence[Problem], said: str) -> None:
        click.clear()
        _print(problems, asked)
        if not asked.quiet:
            click.echo(f"{said + '. ' if said else ''}Watching; Ctrl-C ends.", err=True)

    return asked.status(checked_again(found, changes_in(watched_places(project)), tell))


def _problems(found: Callable[[], _Found]) -> _Found:
    try:
        return found()
    except SettingsError as error:
        raise click.UsageError(str(error)) from None


def _print(problems: Sequence[Problem], asked: _Asked) -> None:
    print_problems(problems, is_summed_up=not asked.quiet)


def _tell_of_fix(problems: Sequence[Problem], asked: _Asked) -> None:
    from portfolio_gen.build.changing.fixing import may_be_fixed

    if not asked.quiet and may_be_fixed(problems):
        click.echo(
            "'portfolio check --fix' mends what leaves no doubt; '--explain CODE' says what a code means.", err=True
        )


def _tell_untold(problems: Sequence[Problem], asked: _Asked) -> None:
    if said := asked.told.untold_errors(problems):
        click.echo(said, err=True)


def _explain(code: str) -> None:
    from portfolio_gen.exports.problem_pages import problem_page

    click.echo(problem_page(code), nl=False)


def _below(path: Path | None, project: Project, problems: Sequence[Problem]) -> Sequence[Problem]:
    """The problems of sources at or below a path; all of them if it is not inside the content folder."""
    return [problem for problem in problems if _is_below(problem.uri, path, project)]


def _is_asked(problem: Problem, asked: _Asked, project: Project) -> bool:
    return asked.told.tells(problem.code) and _is_below(problem.uri, asked.path, project)


def _is_below(uri: str, path: Path | None, project: Project) -> bool:
    content = project.content.resolve()
    if path is None or content == path.resolve() or content not in path.resolve().parents:
        return True
    place = path.resolve().relative_to(content).as_posix()
    return uri == place or uri.startswith(f"{place}/")

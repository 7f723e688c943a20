"""portfolio digest"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from portfolio_gen.build.digest import Address, DigestError, Told
from portfolio_gen.build.status import NoSuchPersonError
from portfolio_gen.cli.completion import complete_person
from portfolio_gen.cli.digest_forms import FORMS, formed
from portfolio_gen.cli.options import AudienceType, place_options, project_of, tree_of
from portfolio_gen.cli.output import write_output
from portfolio_gen.cli.printing import print_problems
from portfolio_gen.cli.waiting import waiting
from portfolio_gen.model.audience import Audience
from portfolio_gen.model.periods import since_day
from portfolio_gen.problems import PortfolioError
from portfolio_gen.settings import SettingsError
from portfolio_gen.settings.project import Project


@click.command("digest")
@click.option("--since", metavar="DATE|AGO", default="7d", show_default=True, help="From when: 2026-11-01, 7d, 2w, 3m.")
@click.option("--format", "form", type=click.Choice(FORMS), default="text", show_default=True, help="In which form.")
@click.option(
    "--for", "reader", metavar="MENTOR", shell_complete=complete_person,
    help="For somebody who is named as a mentor: about all who do so, or about --person.",
)  # fmt: skip
@click.option(
    "--person", metavar="NAME", shell_complete=complete_person,
    help="About whom. Default: yourself, as 'portfolio status' has it.",
)  # fmt: skip
@click.option(
    "--audience", type=AudienceType(),
    help="For everybody of an audience: what was shared with it. Default: for you alone.",
)  # fmt: skip
@click.option("--url", metavar="URL", help="The site to which lines lead. Default: site_url, if it is for the same.")
@click.option("--to", metavar="ADDRESS", multiple=True, help="With eml: to whom. Can be repeated.")
@click.option("--from", "sender", metavar="ADDRESS", help="With eml: from whom.")
@click.option("--quiet-if-empty", is_flag=True, help="Print nothing if there is nothing to tell.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Write to this file. Default: print.",
)  # fmt: skip
@place_options
def command(
    since: str,
    form: str,
    reader: str | None,
    person: str | None,
    audience: str | None,
    url: str | None,
    to: tuple[str, ...],
    sender: str | None,
    quiet_if_empty: bool,
    output: Path | None,
    folder: Path | None,
    config: Path | None,
) -> None:
    """Tell in two minutes' reading what is new.

    \b
      portfolio digest                                  for yourself
      portfolio digest --for tomasz --format html       for a mentor, about all whom they mentor
      portfolio digest --audience team --since 2w       for a team, about what was shared

    Each holds only what its reader may see. Nothing is sent: it is printed, and your own cron, pipeline or chat takes
    it from there.

    Exits with 0 whatever there is to tell, 1 if it can't be made, 2 if the command or the configuration is wrong.
    """
    project = project_of(folder, config)
    start = since_day(since, project.settings.today)
    if start is None or start > project.settings.today:
        raise click.UsageError(f"--since: '{since}' is no day that was; write 2026-11-01, 7d, 2w or 3m")
    wanted = Audience[(audience or ("team" if reader else "me")).upper()]
    address = _address(project, url, wanted, reader or "")
    try:
        with waiting("Reading your entries ..."):
            found = _told(project, start, reader, person, wanted, address, folder or Path.cwd())
    except (DigestError, NoSuchPersonError, SettingsError) as error:
        raise click.UsageError(str(error)) from None
    except PortfolioError as error:
        raise click.ClickException(str(error)) from None
    is_silent = quiet_if_empty and found.digest.is_empty
    content = formed(found.digest, form, to, sender)
    if found.problems and not is_silent:
        print_problems(found.problems, on_stderr=True)
        click.echo("These sources are left out until they are mended.", err=True)
    _deliver("" if is_silent else content, form, folder, output, is_private=wanted is Audience.ME or bool(reader))


def _told(
    project: Project,
    start: date,
    reader: str | None,
    person: str | None,
    audience: Audience,
    address: Address | None,
    cwd: Path,
) -> Told:
    """The digest for the one who is meant.

    Raises:
        PortfolioError: there is no such person, or it would hold what its reader may not see.
    """
    from dataclasses import replace

    from portfolio_gen.build.digest import digest_for_everybody, digest_for_mentor, digest_for_oneself

    tree, excluded = tree_of(project)
    settings = replace(project.settings, audience=audience)
    if reader:
        return digest_for_mentor(tree, settings, excluded, start, reader=reader, person=person, address=address)
    if audience is not Audience.ME:
        if person:
            raise click.UsageError("--person: what is for everybody is about nobody in particular; leave it out")
        return digest_for_everybody(tree, settings, excluded, start, address=address)
    whose, lines = _oneself(project, person, cwd)
    return digest_for_oneself(tree, settings, excluded, start, person=whose, waiting=lines, address=address)


def _oneself(project: Project, person: str | None, cwd: Path) -> tuple[str | None, int]:
    """Whose digest it is, and how many lines wait in the inbox."""
    from portfolio_gen.cli.persons import person_meant
    from portfolio_gen.drafting.inbox import inbox_in, waiting_in
    from portfolio_gen.drafting.surroundings import surroundings

    around = surroundings(project.content, project.settings.folders)
    whose = person_meant(around, project.settings, person, cwd, project.content)
    inbox = inbox_in(project.root, project.content, has_config=project.config is not None)
    return whose, len(waiting_in(inbox.text()))


def _address(project: Project, url: str | None, audience: Audience, reader: str) -> Address | None:
    """What the addresses of pages are; None if they have none.

    The site of the configuration counts only if it is for the same readers: on another one the pages are missing, and
    their addresses would tell of them.
    """
    from portfolio_gen.settings.mkdocs_yml import read_config
    from portfolio_gen.settings.site_address import site_address, site_address_in

    if url is not None:
        given = site_address(url)
        if given is None:
            raise click.UsageError(f"--url: {url!r} is no address; write it as https://example.org/portfolio/")
        return given.page
    settings = project.settings
    if project.config is None or settings.audience is not audience or _short(settings.reader) != _short(reader):
        return None
    found = site_address_in(read_config(project.config))
    return found.page if found is not None else None


def _short(person: str) -> str:
    return person.rpartition("/")[2].casefold()


def _deliver(content: str | bytes, form: str, folder: Path | None, output: Path | None, *, is_private: bool) -> None:
    if output is not None:
        write_output(output if folder is None else folder / output, content, is_private=is_private)
    elif form == "text" or isinstance(content, bytes):
        click.echo(content, nl=False)
    else:
        # For programs, whatever the encoding of the console is.
        click.echo(content.encode("utf-8"), nl=False)

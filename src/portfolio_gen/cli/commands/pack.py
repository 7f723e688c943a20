"""portfolio pack"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from portfolio_gen.cli.completion import complete_person
from portfolio_gen.cli.options import AudienceType, place_options, project_of, tree_of
from portfolio_gen.cli.output import write_output
from portfolio_gen.cli.printing import print_problems
from portfolio_gen.cli.waiting import waiting
from portfolio_gen.model.dates import in_words
from portfolio_gen.model.periods import since_day
from portfolio_gen.problems import PortfolioError
from portfolio_gen.settings import SettingsError


@click.command("pack")
@click.option(
    "--for", "reader", metavar="MENTOR", required=True, shell_complete=complete_person,
    help="Who reads it: a person of the portfolio.",
)  # fmt: skip
@click.option(
    "--person", metavar="NAME", shell_complete=complete_person,
    help="Whom it is about. Default: the only one who names MENTOR as a mentor.",
)  # fmt: skip
@click.option(
    "--since", metavar="DATE|checkin", default="checkin", show_default=True,
    help="From which day: 2026-11-01, 7d, 3m, or checkin for the last one of both; without one, 30 days.",
)  # fmt: skip
@click.option("--audience", type=AudienceType(), help="How open it must be besides. Default: team.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", required=True,
              help="The file to write. One that ends in .pdf is a PDF.")  # fmt: skip
@click.option(
    "--pdf", "is_pdf", is_flag=True, help="Write a PDF instead: tagged, with bookmarks. Needs the extra 'pdf'."
)
@click.option(
    "--password", is_flag=True, help="Ask for a password, and lock the file with it. Needs the extra 'crypto'."
)
@click.option("--reply-to", metavar="ADDRESS", default="", help="The e-mail address to which answers go.")
@click.option("--url", metavar="URL", default="", help="A site that holds what the pack only names.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@place_options
def command(
    reader: str,
    person: str | None,
    since: str,
    audience: str | None,
    output: Path,
    is_pdf: bool,
    password: bool,
    reply_to: str,
    url: str,
    quiet: bool,
    folder: Path | None,
    config: Path | None,
) -> None:
    """Write what a mentor reads before you talk, as one file.

    What is new since you last met, goals that moved or stand still, your questions, what both of you promised, and an
    agenda for two minutes; then the entries themselves, and a form to answer. The file opens without a network, and
    holds only what MENTOR may see.

    \b
      portfolio pack --for tomasz -o pack.html
      portfolio pack --for tomasz --since 2026-11-01 -o pack.pdf

    Exits with 0 if it is written, 1 if it can't be, 2 if the command or the configuration is wrong.
    """
    from portfolio_gen.build.packing import PackError, packed

    project = project_of(folder, config, audience or "team")
    settings = project.settings
    output = output if folder is None else folder / output
    start = _start(since, settings.today)
    is_pdf = is_pdf or output.suffix.lower() == ".pdf"
    if is_pdf and password:
        raise click.UsageError("a PDF isn't locked; leave out --pdf or --password")
    secret = _password() if password else ""
    tree, excluded = tree_of(project)
    try:
        with waiting("Packing"):
            pack = packed(
                tree, settings, excluded, reader=reader, person=person or "", start=start, url=_url(url),
                reply_to=reply_to.strip(),
            )  # fmt: skip
            content = _content(pack.html, secret, is_pdf=is_pdf, language=settings.language)
    except (PackError, SettingsError) as error:
        raise click.UsageError(str(error)) from None
    except PortfolioError as error:
        raise click.ClickException(str(error)) from None
    write_output(output, content, is_private=True)
    if pack.problems:
        print_problems(pack.problems, on_stderr=True)
        click.echo("These sources are left out until they are mended.", err=True)
    for uri in pack.left:
        click.echo(f"Note: {uri} is not in the pack; it is too large, or could run", err=True)
    if not pack.is_mentor:
        click.echo(
            f"Note: {pack.person} doesn't name {pack.reader} as a mentor, so what is for mentors is not in it", err=True
        )
    if not quiet:
        click.echo(f"{output}: {pack.person} for {pack.reader}, since {in_words(pack.since.start)}")


def _start(written: str, today: date) -> date | None:
    """The first day that counts; None for the last check-in."""
    if written.strip().lower() in ("checkin", "check-in"):
        return None
    start = since_day(written, today)
    if start is None:
        raise click.UsageError(f"--since: '{written}' is no day; write 2026-11-01, 7d, 2w, 3m or checkin")
    return start


def _url(written: str) -> str:
    if written and not written.startswith(("https://", "http://")):
        raise click.UsageError(f"--url: '{written}' is no address; it begins with https://")
    return f"{written.rstrip('/')}/" if written else ""


def _password() -> str:
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))


def _content(html: str, password: str, *, is_pdf: bool, language: str) -> str | bytes:
    if is_pdf:
        from portfolio_gen.papers.pdf import pdf_of

        return pdf_of(html)
    if password:
        from portfolio_gen.papers.sealing import sealed

        return sealed(html, password, language)
    return html

"""portfolio ask"""

from __future__ import annotations

from pathlib import Path

import click

from portfolio_gen.cli.completion import complete_goal, complete_person
from portfolio_gen.cli.filing import shown_path
from portfolio_gen.cli.options import place_options, project_of, tree_of
from portfolio_gen.cli.output import write_output
from portfolio_gen.cli.waiting import waiting
from portfolio_gen.drafting.slugs import slug
from portfolio_gen.problems import PortfolioError
from portfolio_gen.settings import SettingsError


@click.command("ask")
@click.argument("name", nargs=-1, required=True, shell_complete=complete_person)
@click.option(
    "--about", "goal", metavar="GOAL", required=True, shell_complete=complete_goal, help="The goal that it is about.",
)  # fmt: skip
@click.option("--question", metavar="TEXT", default="", help="What you want to know, in your words.")
@click.option("--reply-to", metavar="ADDRESS", default="", help="The e-mail address to which answers go.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="The mail to write. Default: ask-NAME.eml in this folder.",
)  # fmt: skip
@click.option("--print", "is_printed", is_flag=True, help="Print the text, and write no file.")
@place_options
def command(
    name: tuple[str, ...],
    goal: str,
    question: str,
    reply_to: str,
    output: Path | None,
    is_printed: bool,
    folder: Path | None,
    config: Path | None,
) -> None:
    """Write a mail that asks somebody for feedback on a goal, with the pack for that person.

    NAME is a person of the portfolio, or a few words such as "my manager", who then gets no pack. The mail is a draft
    for your mail program: read it, fill in the address, and send it. The answer comes back as a file or a mail, for
    `portfolio import feedback`.

    \b
      portfolio ask tomasz --about say-no --question "Was I clear on Monday?"

    Prints the path of the file. It holds only what NAME may see.

    Exits with 0 if it is written, 1 if it can't be, 2 if the command or the configuration is wrong.
    """
    from portfolio_gen.build.asking import AskError, mail_of, request
    from portfolio_gen.build.packing import PackError

    project = project_of(folder, config, "team")
    called = " ".join(name)
    tree, excluded = tree_of(project)
    try:
        with waiting("Packing"):
            asked = request(
                tree, project.settings, excluded, name=called, goal=goal, question=question, reply_to=reply_to.strip()
            )
    except (AskError, PackError, SettingsError) as error:
        raise click.UsageError(str(error)) from None
    except PortfolioError as error:
        raise click.ClickException(str(error)) from None
    if is_printed:
        click.echo(asked.text, nl=False)
        return
    path = (folder or Path()) / (output or f"ask-{slug(called, 'somebody')}.eml")
    if output is None and path.exists():
        raise click.ClickException(f"{path} is there already; name another file with -o")
    write_output(path, mail_of(asked), is_private=True)
    click.echo(shown_path(path))

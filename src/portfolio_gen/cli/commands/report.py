"""portfolio report"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from portfolio_gen.cli.completion import complete_person
from portfolio_gen.cli.options import AudienceType, place_options, project_of, tree_of
from portfolio_gen.cli.output import write_output
from portfolio_gen.cli.printing import print_problems
from portfolio_gen.cli.readers import READERS
from portfolio_gen.cli.waiting import waiting
from portfolio_gen.model.dates import in_words, parse_partial_date
from portfolio_gen.model.kinds.feedback import FeedbackFields
from portfolio_gen.model.periods import since_day
from portfolio_gen.problems import PortfolioError
from portfolio_gen.settings import SettingsError

_ENDINGS = (".md", ".html", ".pdf")


@click.command("report")
@click.option("--person", metavar="NAME", shell_complete=complete_person, help="Whose. Default: the only person.")
@click.option(
    "--from", "start", metavar="DATE", default="1y", show_default=True,
    help="The first day: 2026-01-01, 7d, 3m or 1y.",
)  # fmt: skip
@click.option("--to", "end", metavar="DATE", default="", help="The last day. Default: today.")
@click.option(
    "--shape", metavar="NAME", default="plain", show_default=True,
    help="appraisal, cipd, engc, nmc, brag, plain, or one of your own in templates/shapes/.",
)  # fmt: skip
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="A file that ends in .md, .html or .pdf. Default: print Markdown.")  # fmt: skip
@click.option("--url", metavar="URL", default="", help="A site that has the entries, to which the lines lead.")
@click.option("--audience", type=AudienceType(), help="How open it must be. Default: team.")
@click.option("--reader", metavar="NAME", shell_complete=complete_person,
              help="A mentor who reads it besides. Default: nobody, whatever mkdocs.yml says.")  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@place_options
def command(
    person: str | None,
    start: str,
    end: str,
    shape: str,
    output: Path | None,
    url: str,
    audience: str | None,
    reader: str | None,
    quiet: bool,
    folder: Path | None,
    config: Path | None,
) -> None:
    """Write an appraisal or CPD report: what one person has shown in a time.

    By competency with the strongest evidence first, what it changed, what others said, hours and ways of learning as
    far as they are written down, and what is missing. Each line names the entry that it rests on. It holds what the
    audience may see: the team, unless you say otherwise.

    \b
      portfolio report --person lena --from 2026-01-01 --shape appraisal -o appraisal.html

    Exits with 0 if it is written, 1 if it can't be, 2 if the command or the configuration is wrong.
    """
    from portfolio_gen.build.reporting import ReportError, reported
    from portfolio_gen.views.reports.shapes import ShapeError, shape_named

    # A site for one mentor names its reader in mkdocs.yml; who is handed a report is somebody else.
    project = project_of(folder, config, audience or "team", reader or "")
    today = project.settings.today
    first, last = _day(start, "--from", today), _last_day(end, today)
    if first > last:
        raise click.UsageError(f"--from ({first}) is after --to ({last})")
    if output is not None and output.suffix.lower() not in _ENDINGS:
        raise click.UsageError(f"'{output}' ends in none of {', '.join(_ENDINGS)}")
    if url and not url.startswith(("https://", "http://")):
        raise click.UsageError(f"--url: '{url}' is no address; it begins with https://")
    tree, excluded = tree_of(project)
    try:
        with waiting("Reading ..."):
            made = reported(
                tree, project.settings, excluded, shape=shape_named(shape, project.root), start=first, end=last,
                person=person or "", url=f"{url.rstrip('/')}/" if url else "",
            )  # fmt: skip
            content = _content(made.markdown, made.html, output)
    except (ReportError, ShapeError, SettingsError) as error:
        raise click.UsageError(str(error)) from None
    except PortfolioError as error:
        raise click.ClickException(str(error)) from None
    if made.problems:
        print_problems(made.problems, on_stderr=True)
        click.echo("These sources are left out until they are mended.", err=True)
    if output is None:
        click.echo(made.markdown, nl=False)
    else:
        path = output if folder is None else folder / output
        write_output(path, content, is_private=True)
    if quiet:
        return
    if made.report.undated:
        count = "1 entry has" if made.report.undated == 1 else f"{made.report.undated} entries have"
        click.echo(f"Note: {count} no date, and so is in no report" if made.report.undated == 1
                   else f"Note: {count} no date, and so are in no report", err=True)  # fmt: skip
    whom = READERS.get(project.settings.audience, "you alone") + (f" and {reader}" if reader else "")
    if any(isinstance(one.fields, FeedbackFields) and one.fields.consent == "none" for one in made.report.feedback):
        click.echo("Note: it holds feedback that its givers have not agreed to pass on", err=True)
    days = f"{in_words(first)} to {in_words(last)}"
    click.echo(f"{output or 'Report'}: {made.person}, {days}, of what {whom} may read", err=output is None)


def _day(written: str, option: str, today: date) -> date:
    day = since_day(written, today)
    if day is None:
        raise click.UsageError(f"{option}: '{written}' is no day; write 2026-01-01, 7d, 3m or 1y")
    return day


def _last_day(written: str, today: date) -> date:
    """The last day that counts; of a month or a year its last."""
    if not written:
        return today
    partial = parse_partial_date(written)
    return partial.last if partial is not None else _day(written, "--to", today)


def _content(markdown: str, html: str, output: Path | None) -> str | bytes:
    match output.suffix.lower() if output is not None else ".md":
        case ".pdf":
            from portfolio_gen.papers.pdf import pdf_of

            return pdf_of(html)
        case ".html":
            return html
        case _:
            return markdown

"""A document as one HTML file that needs nothing else: it opens from a mail or a share, and prints."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from portfolio_gen.papers.links import (
    address_of,
    data_url,
    file_anchor,
    in_place,
    listed_files,
    sheet_anchor,
    source_anchor,
)
from portfolio_gen.papers.markdown_html import html_fragment
from portfolio_gen.papers.paper import Paper, Sheet
from portfolio_gen.wording.words import words_in


def html_of(paper: Paper) -> str:
    """One HTML file with everything in it: style, pictures, the form and its script.

    Its policy lets nothing be asked from anywhere, and nothing run but the form's script; what its authors wrote is
    cleaned besides. Equal documents are equal files.
    """
    style, script = _style(), _answer_script() if paper.form else ""
    words = words_in(paper.language)
    parts = [
        {"anchor": sheet_anchor(number), "title": sheet.title, "html": Markup(_rendered(paper, sheet, number))}
        for number, sheet in enumerate(paper.sheets, 1)
    ]
    summaries = sum(sheet.is_summary for sheet in paper.sheets)
    listed = [
        {"anchor": file_anchor(number), "name": uri.rpartition("/")[2], "url": data_url(paper.files[uri])}
        for number, uri in enumerate(listed_files(paper), 1)
    ]
    sources = [
        {"anchor": source_anchor(number), "title": one.title, "about": one.about, "uri": one.uri,
         "url": f"{paper.url}{address_of(one.uri)}" if paper.url else ""}
        for number, one in enumerate(paper.sources, 1)
    ]  # fmt: skip
    return (
        environment(paper.language)
        .get_template("paper.html.jinja")
        .render(
            paper=paper,
            policy=policy_for([style], [script] if script else []),
            style=Markup(style),
            script=Markup(script),
            form=Markup(paper.form),
            summary=parts[:summaries],
            parts=parts[summaries:],
            sources=sources,
            files=listed,
            direction="rtl" if words.is_right_to_left else "ltr",
        )
    )


def sha256_source(text: str) -> str:
    """A script or style as a policy names it (Content Security Policy 3, 2.3.1)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


@cache
def environment(language: str) -> Environment:
    """The templates of documents, in a language. Unlike those of pages they are HTML, so everything is escaped."""
    words = words_in(language)
    made = Environment(
        loader=FileSystemLoader(str(files("portfolio_templates") / "papers")), extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True,
        autoescape=True, auto_reload=False,
    )  # fmt: skip
    made.newstyle_gettext = True  # type: ignore[attr-defined]  # Of the extension: it hands on the values.
    made.globals |= {"_": words.gettext, "gettext": words.gettext, "ngettext": words.ngettext}
    return made


def _rendered(paper: Paper, sheet: Sheet, number: int) -> str:
    return in_place(html_fragment(sheet.text, level=1 if sheet.is_summary else 2), paper, number)


def policy_for(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """What a document of one file may do: show pictures that it holds, with these styles and scripts alone."""
    rules = ["default-src 'none'", "img-src data:", f"style-src {' '.join(map(sha256_source, styles))}"]
    sources = " ".join(map(sha256_source, scripts))
    rules += [f"script-src {sources}"] if sources else []
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))


@cache
def _style() -> str:
    """The style sheets of pages, on the ground of our own for documents, which have no theme."""
    assets = files("portfolio_templates") / "assets"
    found = [
        *sorted((assets / "paper").iterdir(), key=lambda file: file.name),
        *sorted((assets / "style").iterdir(), key=lambda file: file.name),
    ]
    text = "\n".join(file.read_text("utf-8") for file in found if file.name.endswith(".css"))
    return f"\n{text}\n"


@cache
def _answer_script() -> str:
    scripts = files("portfolio_templates") / "assets" / "script"
    text = "\n".join((scripts / name).read_text("utf-8") for name in ("10-pages.js", "70-answer.js"))
    return f"\n{text}\n"

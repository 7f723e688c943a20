"""All pages of a site as Markdown: those that authors wrote, enriched, and those that are generated."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from portfolio_gen.cleaning.html import without_markup
from portfolio_gen.cleaning.meta import harmless_meta
from portfolio_gen.markdown.code_spans import code_spans
from portfolio_gen.markdown.headings import top_heading_end, with_title_on_top
from portfolio_gen.markdown.writing import escaped
from portfolio_gen.model.entry import Entry
from portfolio_gen.problems import Problem
from portfolio_gen.views.context import Context
from portfolio_gen.views.entry_pages import below, header
from portfolio_gen.views.overviews import OVERVIEWS
from portfolio_gen.views.overviews.journal import PAGE_SIZE, journal_entries, journal_page_view, year_title
from portfolio_gen.views.page import Page
from portfolio_gen.views.places import Places
from portfolio_gen.views.templates import rendered

_PLACE = re.compile(r"<!--[ \t]*portfolio:[ \t]*(?P<name>[\w-]*)[ \t]*-->")


def written_pages(context: Context) -> Iterator[Page]:
    """The visible sources, each with its links resolved, its header, its view and its backlinks."""
    for entry in context.portfolio.entries.values():
        if entry.is_written:
            body = _with_views(context, context.body(entry), entry.uri)
            text = body if entry.kind_name == "page" else _entry_text(context, entry, body)
            yield Page(entry.uri, _host_meta(context, entry), _closed(context, text), _day(entry))


def generated_pages(context: Context, places: Places) -> Iterator[Page]:
    """Overviews, pages of the journal, and persons without a page, wherever nobody has written one."""
    for name, overview in OVERVIEWS.items():
        if name in places.generated:
            title = overview.title or context.site_name
            yield _generated(context, context.uris[name], title, overview_text(context, name, context.uris[name]))
    for year, entries in journal_entries(context).items():
        uris = places.journal[year]
        for number, uri in enumerate(uris):
            part = entries[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
            title = f"Journal: {year_title(year)}" + (f", page {number + 1}" if number else "")
            view = journal_page_view(context, part, uris, uri)
            yield _generated(context, uri, title, rendered("journal_page.md.jinja", view, context, uri))
    for entry in context.portfolio.of_kind("person"):
        if not entry.is_written and entry.uri in places.generated:
            yield _generated(context, entry.uri, entry.title, below(context, entry))


def overview_text(context: Context, name: str, at: str) -> str:
    """An overview as Markdown without its title, for the page at a uri."""
    return rendered(f"{name}.md.jinja", OVERVIEWS[name].view(context, at), context, at)


def view_problems(entry: Entry) -> Iterator[Problem]:
    """Lines that ask for a view that there isn't."""
    for match in _places(entry.body.text):
        if match["name"] not in OVERVIEWS:
            before = entry.body.text[: match.start()]
            yield Problem(
                entry.uri, entry.body_line + before.count("\n"), match.start() - before.rfind("\n"), "unknown-view",
                f"there is no view '{match['name']}'", f"use {', '.join(OVERVIEWS)}",
            )  # fmt: skip


def _entry_text(context: Context, entry: Entry, body: str) -> str:
    """The parts of an entry's page in their order; a title is added if the text has none."""
    if entry.common.title is None:
        body = with_title_on_top(body)
    end = top_heading_end(body)
    heading, text = (f"# {escaped(entry.title)}\n", body) if end is None else (body[:end], body[end:])
    parts = (heading, header(context, entry), text, below(context, entry))
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())


def _with_views(context: Context, body: str, at: str) -> str:
    for match in reversed(_places(body)):
        if match["name"] in OVERVIEWS:
            text = overview_text(context, match["name"], at)
            body = f"{body[: match.start()]}\n\n{text}\n\n{body[match.end() :]}"
    return body


def _places(body: str) -> list[re.Match[str]]:
    if "portfolio:" not in body:
        return []
    code = code_spans(body)
    return [match for match in _PLACE.finditer(body) if not any(start <= match.start() < end for start, end in code)]


def _generated(context: Context, uri: str, title: str, text: str) -> Page:
    # Lists repeat what the entries say, so they stay out of the search.
    meta = {"title": _for_themes(context, title), "search": {"exclude": True}}
    return Page(uri, meta, _closed(context, f"# {escaped(title)}\n\n{text}"))


def _closed(context: Context, text: str) -> str:
    """A page with the line that says for whom it was built."""
    view = {"audience": str(context.audience), "reader": context.reader, "is_preview": context.is_preview}
    line = rendered("audience.md.jinja", view, context, "")
    return f"{text.strip(chr(10))}\n\n{line}\n"


def _for_themes(context: Context, title: str) -> str:
    """A title or tag as themes need it: they print it into HTML as it is, and their scripts may do so again."""
    return html.escape(without_markup(title) if context.is_untrusted else title, quote=False)


_NOT_FOR_HOSTS = frozenset({"draft", "private", "publish", "published", "visibility"})


def _day(entry: Entry) -> date | None:
    return entry.date.first if entry.date is not None and len(entry.date.text) == 10 else None


def _host_meta(context: Context, entry: Entry) -> Mapping[str, Any]:
    meta: dict[str, Any] = {name: value for name, value in entry.meta.items() if name not in _NOT_FOR_HOSTS}
    if context.is_untrusted:
        meta = harmless_meta(meta)
    # Of a page without a title themes take the first heading, as it is.
    is_told = context.is_untrusted and without_markup(entry.title) != entry.title
    if entry.kind_name != "page" or entry.common.title or is_told:
        meta["title"] = _for_themes(context, entry.title)
    if entry.common.tags:
        meta["tags"] = [_for_themes(context, tag) for tag in entry.common.tags]
    return meta

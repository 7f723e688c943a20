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
from portfolio_gen.views.audience_line import audience_line
from portfolio_gen.views.context import Context
from portfolio_gen.views.entry_pages import above, below, header
from portfolio_gen.views.not_found import NOT_FOUND, not_found_view
from portfolio_gen.views.out_of_search import out_of_search
from portfolio_gen.views.overviews import OVERVIEWS
from portfolio_gen.views.overviews.journal import PAGE_SIZE, UNDATED, journal_entries, journal_page_view
from portfolio_gen.views.page import Page
from portfolio_gen.views.places import Places
from portfolio_gen.views.templates import rendered

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
"""A name of a language as browsers know it (RFC 5646)."""
_PLACE = re.compile(r"<!--[ \t]*portfolio:[ \t]*(?P<name>[\w-]*)[ \t]*-->")


def written_pages(context: Context) -> Iterator[Page]:
    """The visible sources, each with its links resolved, its header, its view and its backlinks."""
    for entry in context.portfolio.entries.values():
        if entry.is_written:
            body = _with_views(context, context.body(entry), entry.uri)
            text = body if entry.kind_name == "page" else _entry_text(context, entry, body)
            yield Page(entry.uri, _host_meta(context, entry), _closed(context, entry.title, text), _day(entry))


def generated_pages(context: Context, places: Places) -> Iterator[Page]:
    """Overviews, pages of the journal, and persons without a page, wherever nobody has written one."""
    for name, overview in OVERVIEWS.items():
        if name in places.generated:
            title = context.words.gettext(overview.title) if overview.title else context.site_name
            yield _generated(context, context.uris[name], title, overview_text(context, name, context.uris[name]))
    for year, entries in journal_entries(context).items():
        uris = places.journal[year]
        for number, uri in enumerate(uris):
            part = entries[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
            title = _journal_title(context, year, number + 1)
            view = journal_page_view(context, part, uris, uri)
            yield _generated(context, uri, title, rendered("journal_page.md.jinja", view, context, uri))
    for entry in context.portfolio.of_kind("person"):
        if not entry.is_written and entry.uri in places.generated:
            text = f"{above(context, entry)}\n\n{below(context, entry)}"
            yield _generated(context, entry.uri, entry.title, text)


def not_found_page(context: Context) -> Page:
    """The page for addresses at which there is nothing, where nobody has written one."""
    view = not_found_view(context)
    return _generated(context, NOT_FOUND, view.title, rendered("not_found.md.jinja", view, context, NOT_FOUND))


def _journal_title(context: Context, year: str, number: int) -> str:
    words = context.words
    if year == UNDATED:
        title = words.gettext("Journal: entries without a date")
    else:
        title = words.gettext("Journal: %(year)s", year=year)
    return words.gettext("%(title)s, page %(number)s", title=title, number=number) if number > 1 else title


def overview_text(context: Context, name: str, at: str) -> str:
    """An overview as Markdown without its title, for the page at a uri."""
    return out_of_search(rendered(f"{name}.md.jinja", OVERVIEWS[name].view(context, at), context, at))


def view_problems(entry: Entry) -> Iterator[Problem]:
    """Lines that ask for a view that there isn't."""
    for match in _places(entry.body.text):
        if match["name"] not in OVERVIEWS:
            before = entry.body.text[: match.start()]
            yield Problem(
                entry.uri, entry.body_line + before.count("\n"), match.start() - before.rfind("\n"), "unknown-view",
                f"there is no view '{match['name']}'", f"use {', '.join(OVERVIEWS)}",
            )  # fmt: skip


def entry_sheet(context: Context, entry: Entry) -> str:
    """An entry as a document shows it, as Markdown: what it says, without what else refers to it."""
    return _entry_text(context, entry, context.body(entry), is_alone=True)


def _entry_text(context: Context, entry: Entry, body: str, *, is_alone: bool = False) -> str:
    """The parts of an entry's page in their order; a title is added if the text has none."""
    if entry.common.title is None:
        body = with_title_on_top(body)
    end = top_heading_end(body)
    heading, text = (f"# {escaped(entry.title)}\n", body) if end is None else (body[:end], body[end:])
    text = _in_its_language(context, entry, text)
    parts = (heading, header(context, entry), text, below(context, entry, is_alone=is_alone))
    return "\n\n".join(part.strip("\n") for part in parts if part.strip())


def _in_its_language(context: Context, entry: Entry, text: str) -> str:
    """The text of an entry, marked if it is not in the language of the site: for screen readers and for hyphens.

    Source: WCAG 2.2, 3.1.2 (Language of Parts).
    """
    language = entry.common.lang or ""
    if not _LANGUAGE.fullmatch(language) or not text.strip():
        return text
    if language.partition("-")[0].lower() == context.words.language:
        return text
    # Our words around it stay outside, in the language of the site.
    return f'<div lang="{language}" dir="auto" markdown="1">\n\n{text.strip(chr(10))}\n\n</div>'


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
    return Page(uri, meta, _closed(context, title, f"# {escaped(title)}\n\n{text}"))


def _closed(context: Context, title: str, text: str) -> str:
    """A page with the line that says for whom it was built."""
    return f"{text.strip(chr(10))}\n\n{audience_line(context, title)}\n"


def _for_themes(context: Context, title: str) -> str:
    """A title or tag as themes need it: they print it into HTML as it is, and their scripts may do so again."""
    return html.escape(without_markup(title) if context.is_untrusted else title, quote=False)


_FOUND_FIRST = frozenset({"person", "competency"})
"""Kinds whose pages a search by their name shows before those that name them."""
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
    if entry.kind_name in _FOUND_FIRST:
        meta.setdefault("search", {"boost": 2})
    return meta

"""For a mentor: a form to answer an entry of a mentee."""

from __future__ import annotations

from portfolio_gen.answers.form import form_about
from portfolio_gen.answers.html_form import html_form
from portfolio_gen.figures.goals import goals_of
from portfolio_gen.figures.people import entries_in
from portfolio_gen.model.entry import Entry, EntryId
from portfolio_gen.views.context import Context


def answer_form(context: Context, entry: Entry) -> str:
    """The form as HTML; empty on a site for nobody in particular, and where the reader is nobody's mentor."""
    person = entry.id if entry.kind_name == "person" else context.portfolio.persons.get(entry.id)
    if person is None or not (entry.kind.in_journal or entry.id == person) or not _is_mentored(context, person):
        return ""
    about = () if entry.id == person else (entry,)
    goals = goals_of(person, context.portfolio, context.index)
    return html_form(form_about(person, about, context.portfolio, context.links, goals), context.words)


def _is_mentored(context: Context, person: EntryId) -> bool:
    """Whether a person has named the reader as a mentor."""
    reader = context.reader_id
    if reader is None or person not in context.portfolio.entries:
        return False
    return person != reader and reader in entries_in(person, "mentors", context.links)

"""What is shown about one entry, on its own page. A new view is a module here and a line in BELOW."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from portfolio_gen.model.entry import Entry
from portfolio_gen.views.context import Context
from portfolio_gen.views.entry_pages.answer import answer_form
from portfolio_gen.views.entry_pages.backlinks import backlinks_view
from portfolio_gen.views.entry_pages.changes import changes_view
from portfolio_gen.views.entry_pages.competency import competency_view, replaced_view
from portfolio_gen.views.entry_pages.framework import framework_view
from portfolio_gen.views.entry_pages.goal import story_view
from portfolio_gen.views.entry_pages.goal_plan import plan_view
from portfolio_gen.views.entry_pages.header import header_view
from portfolio_gen.views.entry_pages.neighbourhood import neighbourhood_view
from portfolio_gen.views.entry_pages.person import glance_view, person_view
from portfolio_gen.views.entry_pages.role import role_view
from portfolio_gen.views.entry_pages.second_looks import second_looks_view
from portfolio_gen.views.entry_pages.team import team_view
from portfolio_gen.views.out_of_search import out_of_search
from portfolio_gen.views.templates import rendered

ABOVE: Mapping[str, tuple[str, Callable[[Context, Entry], object]]] = {
    "competency": ("competency_replaced.md.jinja", replaced_view),
    "goal": ("goal_plan.md.jinja", plan_view),
    "person": ("person_glance.md.jinja", glance_view),
}
"""What stands between the facts about an entry and its text, by its kind: a template and the view for it."""

BELOW: Mapping[str, Callable[[Context, Entry], object]] = {
    "competency": competency_view,
    "framework": framework_view,
    "goal": story_view,
    "person": person_view,
    "role": role_view,
    "team": team_view,
}
"""What is added below the text of an entry, by its kind; the template has the same name."""


def header(context: Context, entry: Entry) -> str:
    """What stands between an entry's title and its text, as Markdown."""
    facts = rendered("header.md.jinja", header_view(context, entry), context, entry.uri)
    return "\n\n".join(part for part in (facts, above(context, entry)) if part)


def above(context: Context, entry: Entry) -> str:
    """What an entry's own view puts above its text, as Markdown; empty for most kinds."""
    if entry.kind_name not in ABOVE:
        return ""
    template, view = ABOVE[entry.kind_name]
    return rendered(template, view(context, entry), context, entry.uri)


def below(context: Context, entry: Entry, *, is_alone: bool = False) -> str:
    """What stands below an entry's text, as Markdown; empty if there is nothing to say.

    With `is_alone` only what the entry itself says, without what others say of it.
    """
    looks = second_looks_view(context, entry)
    own = rendered("second_looks.md.jinja", looks, context, entry.uri) if looks else ""
    if is_alone:
        return own
    view = BELOW.get(entry.kind_name)
    parts = [own]
    parts += [rendered(f"{entry.kind_name}.md.jinja", view(context, entry), context, entry.uri)] if view else []
    changes = changes_view(context, entry)
    if changes is not None:
        parts.append(rendered("changes.md.jinja", changes, context, entry.uri))
    parts.append(answer_form(context, entry))
    around = neighbourhood_view(context, entry)
    if around is not None:
        parts.append(rendered("neighbourhood.md.jinja", around, context, entry.uri))
    rows = backlinks_view(context, entry)
    if rows:
        parts.append(rendered("backlinks.md.jinja", rows, context, entry.uri))
    return out_of_search("\n\n".join(part for part in parts if part))

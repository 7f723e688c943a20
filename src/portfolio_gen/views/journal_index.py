"""What the journal's filters know: every entry of it in a few words, as a script that holds nothing but JSON.

It is a script, since a page that is read from disk may load nothing else. It is one name and one JSON document,
so that nothing in it can act, and an audit can read all of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from portfolio_gen.linking.resolution import ToEntry
from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds import KINDS
from portfolio_gen.views.context import Context
from portfolio_gen.views.journal_links import FILTERS
from portfolio_gen.views.overviews.journal import (
    UNDATED,
    competencies_of,
    journal_entries,
    month_of,
    year_of,
    year_title,
)
from portfolio_gen.views.parts.kind_names import kind_heading
from portfolio_gen.wording.kinds import kind_words
from portfolio_gen.wording.marking import gettext_noop

JOURNAL_INDEX = "assets/portfolio/journal.js"
"""The uri of the script in a site. It lies beside the script that reads it."""

_NAMES = {
    "kind": (gettext_noop("Kind"), gettext_noop("All kinds")),
    "competency": (gettext_noop("Competency"), gettext_noop("All competencies")),
    "goal": (gettext_noop("Goal"), gettext_noop("All goals")),
    "person": (gettext_noop("Person"), gettext_noop("All people")),
    "year": (gettext_noop("Year"), gettext_noop("All years")),
    "tag": (gettext_noop("Tag"), gettext_noop("All tags")),
}
"""What each of FILTERS is called, and what its choice says before one is made."""
_SAID = {
    "clear": gettext_noop("Clear all filters"),
    "more": gettext_noop("Show more entries"),
    "found": gettext_noop("Entries found: %(num)s"),
    "listed": gettext_noop("The entries found are listed below."),
    "none": gettext_noop("No entry fits these filters."),
    "unfiltered": gettext_noop("No filter is set."),
}
"""What else the script says."""
_NUMBER = "%s"
"""Where the script puts a number of its own."""

Choices = Mapping[str, Mapping[str, str]]
"""By the name of a filter: what can be chosen, as it stands in addresses, and the words for it."""


@dataclass(frozen=True, slots=True)
class JournalIndex:
    """Every entry of the journal, and what it can be chosen by."""

    document: Mapping[str, Any]
    """All but the addresses, ready for a JSON encoder. What authors wrote is in its values only, never in keys."""
    uris: tuple[str, ...]
    """The page of each entry, in the order of the document."""


def journal_index(context: Context) -> JournalIndex:
    """The entries of the journal, the newest first, as the context's audience may see them.

    Each is its title, its kind and date in words, its month, and for each of FILTERS the positions of what it is
    chosen by in the options of that filter.
    """
    entries = [entry for found in journal_entries(context).values() for entry in found]
    choices = [_choices(context, entry) for entry in entries]
    options = {name: _options(name, choices) for name in FILTERS}
    places = {name: {value: place for place, (value, _) in enumerate(options[name])} for name in FILTERS}
    lines = [
        [
            *_words_about(context, entry),
            [[places[name][value] for value in chosen[name]] for name in FILTERS],
        ]
        for entry, chosen in zip(entries, choices, strict=True)
    ]
    document = {
        "words": {name: context.words.gettext(message, num=_NUMBER) for name, message in _SAID.items()},
        "filters": [[name, *map(context.words.gettext, _NAMES[name]), options[name]] for name in FILTERS],
        "entries": lines,
    }
    return JournalIndex(document, tuple(entry.uri for entry in entries))


def index_script(index: JournalIndex, addresses: Mapping[str, str]) -> str:
    """The index as a script that gives the document a name.

    `addresses` are those of the pages from the site's root, by uri. A page without one is named by its uri, of
    which the reading script makes an address as the links of its own page are.
    """
    document = {**index.document, "addresses": [addresses.get(uri, uri) for uri in index.uris]}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    # No browser that mistakes it for a page may find a tag in it, and old ones end a line at these signs.
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"portfolio.journal = {text};\n"


def _words_about(context: Context, entry: Entry) -> tuple[str, str, str]:
    date = context.words.date(entry.date) if entry.date else ""
    about = " · ".join(words for words in (kind_words(context.words, entry), date) if words)
    return entry.title, about, month_of(entry, context.words)


def _choices(context: Context, entry: Entry) -> Choices:
    """What one entry can be chosen by."""
    person = context.portfolio.person_of(entry) if context.names_people else None
    year = year_of(entry)
    return {
        "kind": {entry.kind_name: kind_heading(context.words, entry.kind)},
        "competency": _titles(competencies_of(context, entry)),
        "goal": _titles(_goals_of(context, entry)),
        "person": _titles([person] if person else []),
        "year": {year: year_title(year, context.words)},
        "tag": {tag: tag for tag in entry.common.tags},
    }


def _goals_of(context: Context, entry: Entry) -> Iterator[Entry]:
    """The goals that an entry moves; a goal belongs to its own story."""
    if entry.kind_name == "goal":
        yield entry
    for named in context.links.in_field(entry.id, "goals"):
        if isinstance(named.target, ToEntry):
            yield context.entry(named.target.id)


def _titles(entries: Iterable[Entry]) -> Mapping[str, str]:
    return {entry.id: entry.title for entry in entries}


def _options(name: str, choices: Iterable[Choices]) -> list[tuple[str, str]]:
    """What can be chosen in one filter: years from the newest, kinds in their own order, all else by its words."""
    found = {value: words for chosen in choices for value, words in chosen[name].items()}
    if name == "year":
        return sorted(found.items(), key=lambda option: (option[0] != UNDATED, option[0]), reverse=True)
    if name == "kind":
        return [(kind, found[kind]) for kind in KINDS if kind in found]
    return sorted(found.items(), key=lambda option: (option[1].casefold(), option[0]))

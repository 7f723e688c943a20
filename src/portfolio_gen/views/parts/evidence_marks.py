"""How well evidence carries a competency, as a picture and in words."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio_gen.charts.strength import columns, strength
from portfolio_gen.figures.profile import Standing
from portfolio_gen.model.dates import PartialDate
from portfolio_gen.views.context import Context
from portfolio_gen.wording.marking import gettext_noop

_ATTESTED_BY = {
    "mentor": gettext_noop("a mentor"),
    "peer": gettext_noop("a peer"),
    "credential": gettext_noop("a credential"),
}
"""Who has rated besides the person, in a sentence."""


def short_date(context: Context, moment: PartialDate) -> str:
    """A date in as few letters as it can do with: "20 Nov 2026", "November 2026"."""
    return context.words.short_day(moment.first) if moment.text.count("-") == 2 else context.words.date(moment)


def strength_picture(context: Context, standing: Standing) -> str:
    """A picture on one line that says in words what it shows; empty without evidence."""
    found = standing.strength
    if not found.entries:
        return ""
    days = (context.today - found.newest.first).days if found.newest is not None else None
    blocks = columns(found.entries, days, len(found.forms), len(found.attested_by))
    return strength(blocks, _strength_words(context, standing))


def _strength_words(context: Context, standing: Standing) -> str:
    """How many pieces of evidence there are, of which forms, how new, and who has attested the level."""
    found, words = standing.strength, context.words
    parts = [words.ngettext("%(num)s piece of evidence", "%(num)s pieces of evidence", found.entries)]
    if found.forms:
        parts.append(words.joined(found.forms))
    if found.newest is not None:
        parts.append(words.gettext("newest %(date)s", date=short_date(context, found.newest)))
    if found.attested_by:
        raters = words.joined(words.gettext(_ATTESTED_BY[rater]) for rater in found.attested_by)
        parts.append(words.gettext("attested by %(raters)s", raters=raters))
    return ", ".join(parts)


def evidence_notes(standing: Standing) -> Iterator[str]:
    """What to know about the evidence, to be translated: "thin", "stale" and the like."""
    if standing.is_replaced:
        yield gettext_noop("replaced")
    if standing.is_untouched:
        yield gettext_noop("not begun")
        return
    if standing.is_thin:
        yield gettext_noop("thin") if standing.strength.entries else gettext_noop("no evidence yet")
    if standing.is_stale:
        yield gettext_noop("stale")

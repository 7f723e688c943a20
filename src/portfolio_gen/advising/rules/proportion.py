"""How much of a reflection is description."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.advising.advice import Advice
from portfolio_gen.advising.phrases import holds
from portfolio_gen.advising.written import Written

_LONG = 120
"""How many words a text has at least for its proportions to say anything."""
_VERY_LONG = 300
"""From how many words on a single sentence of meaning is hardly any."""
_MOST = 0.7
"""The part of a text that description may take."""


def mostly_description(written: Written) -> Iterable[Advice]:
    """A longer reflection in which description takes nearly everything."""
    if written.entry.kind_name != "reflection" or written.prose.count <= _LONG:
        return
    described = written.sections("description")
    named = any(written.sections(role) for role in ("meaning", "action"))
    if described and named:
        words = sum(written.words_below(section) for section in described)
        if words > _MOST * written.prose.count:
            yield written.at_offset("mostly-description", described[0].start)
        return
    said = written.prose.sentences
    telling = sum(holds(written.language.meaning, one.words) or written.intends(one) for one in said)
    if telling == 0 or (telling == 1 and written.prose.count > _VERY_LONG):
        yield written.at_offset("mostly-description", said[-1].start)

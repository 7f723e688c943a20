"""Whether the writer is in the story."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.advising.advice import Advice
from portfolio_gen.advising.phrases import begins, holds
from portfolio_gen.advising.written import Written

_KINDS = frozenset({"reflection", "evidence", "challenge"})
_LEAST_WORDS = 20
_LEAST_SENTENCES = 2
"""In how many sentences others have to act before one misses the writer."""


def no_own_part(written: Written) -> Iterable[Advice]:
    """What tells only of what "we" or "they" did."""
    if written.entry.kind_name not in _KINDS or written.prose.count < _LEAST_WORDS:
        return
    language = written.language
    if written.is_answered("own_part"):
        return
    if any(holds(language.i, one.words) or begins(language.bare_actions, one.words) for one in written.sentences):
        return
    acting = [one for one in written.prose.sentences if holds(language.others, one.words)]
    if len(acting) >= _LEAST_SENTENCES:
        yield written.at_offset("no-own-part", acting[0].start)

"""Whether a reflection ends in something to do, and whether one could see it done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from portfolio_gen.advising.advice import Advice
from portfolio_gen.advising.phrases import holds
from portfolio_gen.advising.prose import Sentence, words_in
from portfolio_gen.advising.written import Written
from portfolio_gen.model.kinds.reflection import ReflectionFields

_SHORT = 45
"""Notes with fewer words are for the day, and nothing is asked of them."""
_SHORT_ABOUT_LEARNING = 12
"""The same for those that are about something to be learnt, by their fields, headings or words."""
_NEAR_THE_END = 6
"""The last sentences among which an intention is looked for in a short text; half of a longer one."""


def no_next_step(written: Written) -> Iterable[Advice]:
    """A reflection with neither a `next_action` nor an intention near its end."""
    fields = written.entry.fields
    if not isinstance(fields, ReflectionFields) or fields.next_action or fields.followups:
        return
    asked = written.sections("action")
    if written.is_answered("action") or written.entry.common.revisit or _is_short(written):
        return
    said = written.prose.sentences
    if any(map(written.intends, said[-max(_NEAR_THE_END, len(said) // 2) :])) or _is_planned(said, written):
        return
    if asked:
        yield written.at_offset("empty-next-step", asked[-1].start)
    else:
        yield written.at_offset("no-next-step", said[-1].start)


def vague_next_step(written: Written) -> Iterable[Advice]:
    """A `next_action` that nobody could see done: no moment, and a verb such as "improve"."""
    fields = written.entry.fields
    if not isinstance(fields, ReflectionFields) or not fields.next_action or fields.followups:
        return
    words = words_in(fields.next_action)
    language = written.language
    is_dated = holds(language.moments, words) or any(word[0].isdigit() for word in words)
    if holds(language.vague, words) and not is_dated:
        yield written.at_field("vague-next-step", "next_action")


def _is_planned(said: Sequence[Sentence], written: Written) -> bool:
    """Whether the last two sentences of a text of some length name a day or a month."""
    last = said[-2:] if len(said) > _NEAR_THE_END else ()
    return any(not written.language.calendar.isdisjoint(one.words) for one in last)


def _is_short(written: Written) -> bool:
    """Whether a text is a line for the day, of which nothing is asked."""
    entry = written.entry
    model = (getattr(entry.fields, "model", None) or "").strip().lower()
    is_about_learning = (
        bool(entry.common.competencies or entry.common.goals)
        or any(written.is_answered(role) for role in ("description", "meaning"))
        or any(holds(written.language.learning, one.words) for one in written.prose.sentences)
    )
    return written.prose.count < (_SHORT_ABOUT_LEARNING if is_about_learning and model != "quick" else _SHORT)

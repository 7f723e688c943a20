"""What makes feedback of use."""

from __future__ import annotations

from collections.abc import Iterable

from portfolio_gen.advising.advice import Advice
from portfolio_gen.advising.language import Language
from portfolio_gen.advising.phrases import Words, holds, places
from portfolio_gen.advising.prose import sentences
from portfolio_gen.advising.written import Written
from portfolio_gen.model.kinds.feedback import FeedbackFields

_MOST_WORDS = 60
"""A longer text than this tells more than a judgement."""
_FEW = 5
"""Fewer words than these are a note to be continued."""


def feedback_without_next_try(written: Written) -> Iterable[Advice]:
    """Feedback that was received, and nothing of what its receiver will try."""
    fields = written.entry.fields
    if not isinstance(fields, FeedbackFields) or fields.direction != "received" or fields.feed_forward:
        return
    said = written.prose.sentences
    is_begun = fields.behaviour or fields.impact or written.prose.count >= _FEW
    if not is_begun or written.is_answered("action") or any(map(written.intends, said)):
        return
    if asked := written.sections("action"):
        yield written.at_offset("no-feed-forward", asked[-1].start)
    else:
        yield written.at_field("no-feed-forward", "feed_forward", "impact", "behaviour", "situation", "title")


def feedback_without_behaviour(written: Written) -> Iterable[Advice]:
    """Feedback that judges a person, and names nothing that somebody did."""
    fields = written.entry.fields
    if not isinstance(fields, FeedbackFields):
        return
    if not fields.behaviour and written.is_answered("behaviour"):
        return
    told = (fields.behaviour, fields.situation if not fields.behaviour else "", fields.impact)
    text = "\n\n".join(one for one in told if one)
    if not fields.behaviour:
        text = f"{text}\n\n{written.prose.spoken}"
    said = [one.words for one in sentences(text)]
    if sum(map(len, said)) > _MOST_WORDS or not any(holds(written.language.praise, one) for one in said):
        return
    if not any(_tells_behaviour(one, written.language) for one in said):
        yield written.at_field("no-behaviour", "behaviour", "impact", "situation", "title")


def _tells_behaviour(words: Words, language: Language) -> bool:
    """Whether somebody does something in a sentence, other than being judged."""
    judged = {number for start, end in places(language.praise, words) for number in range(start, end)}
    for number, word in enumerate(words):
        if word not in language.persons:
            continue
        after = [n for n in range(number + 1, len(words)) if words[n] not in language.linking]
        if after and after[0] not in judged:
            return True
    return False

"""All advice on an entry: a few sentences at most."""

from __future__ import annotations

import re

from portfolio_gen.advising.advice import Advice
from portfolio_gen.advising.language import Language
from portfolio_gen.advising.prose import blanked, sentences
from portfolio_gen.advising.rules import RULES
from portfolio_gen.advising.written import Acquaintances, Written, written
from portfolio_gen.model.entry import Entry

MOST = 3
"""How many sentences of advice an entry gets at most."""
KINDS = frozenset({"goal", "reflection", "evidence", "feedback", "assessment", "challenge", "checkin"})
"""The kinds of entries on which there is advice."""

_ENOUGH_WORDS = 20
_LEAST_COMMON = 0.15
"""The part of a text's words that are common ones in any text of the language."""
_WORD = re.compile(r"[^\W_]")
_OF_TEMPLATES = frozenset({"model", "mode", "start", "status", "direction", "rater", "form", "consent"})
"""Fields that templates fill in."""


def advice_on(entry: Entry, language: Language, acquaintances: Acquaintances) -> tuple[Advice, ...]:
    """What a second reader would say of an entry, in the order of its text; nothing if it is in another language.

    An entry that nobody has begun gets one sentence alone.
    """
    if entry.kind_name not in KINDS or entry.origin is not None:
        return ()
    read = written(entry, language, acquaintances)
    if not _is_begun(read):
        return (read.at_field("not-begun", "title"),)
    if not _is_in(language, read):
        return ()
    found: list[Advice] = []
    for rule in RULES:
        found += rule(read)
    return tuple(sorted(found[:MOST], key=lambda one: (one.line, one.column, one.code)))


def _is_begun(read: Written) -> bool:
    """Whether somebody has written anything that a template hadn't."""
    entry = read.entry
    # A picture, a table or a quotation is a beginning, too.
    if any(
        _WORD.search(line) and not line.startswith("#") for line in blanked(entry.body.text, entry.unsaid).split("\n")
    ):
        return True
    own = entry.fields.model_dump(by_alias=True, exclude_unset=True)
    told = {name for name, value in own.items() if value not in (None, "", ())}
    if told - _OF_TEMPLATES:
        return True
    # The title of a goal is a wish already, and a command may have written competencies into a template.
    names = {one.alias or name for name, one in type(entry.fields).model_fields.items()}
    is_template = bool(entry.unsaid) or bool((names & entry.lines.keys()) - told)
    return not is_template and (entry.kind_name == "goal" or bool(entry.common.competencies))


def _is_in(language: Language, read: Written) -> bool:
    """Whether an entry is in a language, as far as its words tell."""
    texts = (read.prose.spoken, *read.fields.values())
    words = [word for text in texts for one in sentences(text) for word in one.words]
    return len(words) < _ENOUGH_WORDS or sum(map(language.common.__contains__, words)) >= _LEAST_COMMON * len(words)

"""What kind of entry something is, in words."""

from __future__ import annotations

from portfolio_gen.model.entry import Entry
from portfolio_gen.model.kinds.assessment import AssessmentFields
from portfolio_gen.wording.words import Words


def kind_words(words: Words, entry: Entry) -> str:
    """What kind of entry it is, as a reader would say it; an assessment says who rated."""
    if isinstance(entry.fields, AssessmentFields):
        return words.gettext(f"{entry.fields.rater} assessment")
    name = "check-in" if entry.kind_name == "checkin" else entry.kind_name
    return words.gettext(name)

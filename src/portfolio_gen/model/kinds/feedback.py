"""What somebody said about somebody's work."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from portfolio_gen.model.field_types import AsSequence, AsWord, Day, FrontMatter, Line, ReferenceText, Refers, Text
from portfolio_gen.model.kinds.kind import Kind


class FeedbackFields(FrontMatter):
    direction: Annotated[Literal["received", "given"], AsWord] = Field(
        "received",
        description="Whether I received it or gave it. Given feedback is `me` unless its audience is written.",
    )
    giver_role: Line | None = Field(None, description="Who gave it, as a role rather than a name.")
    situation: Text | None = Field(None, description="When and where it was.")
    behaviour: Text | None = Field(None, description="What was seen or heard.")
    impact: Text | None = Field(None, description="What it did to others or to the work.")
    feed_forward: Text | None = Field(None, description="What to try next time.")
    consent: Annotated[Literal["quoted", "paraphrased", "none"], AsWord] = Field(
        "none",
        description="What the giver agreed to. Received feedback with `none` is seen by its receiver only.",
    )
    about: Annotated[tuple[ReferenceText, ...], AsSequence, Refers("feedback on", elsewhere=True)] = Field(
        (), description="What it answers: entries, files or web addresses."
    )
    received: Day | None = Field(None, description="The day on which it came.")
    via: Annotated[Literal["file", "mail", "form"] | None, AsWord] = Field(
        None, description="As what it came: the file of an answer form (file), a mail, or a form in plain text (form)."
    )
    receipt: Line | None = Field(
        None, description="A fingerprint of the giver's words, by which a second copy is refused."
    )


_ON = "feedback on"

FEEDBACK = Kind(
    name="feedback",
    plural="feedback",
    fields=FeedbackFields,
    meaning="What somebody said about somebody's work, and what to try next.",
    is_mass_noun=True,
    folders=("feedback",),
    labels={"competencies": _ON, "goals": _ON, "evidence": _ON, "activities": _ON, "people": _ON},
)

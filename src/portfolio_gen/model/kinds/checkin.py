"""A conversation about learning, and what was agreed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portfolio_gen.model.field_types import AsSequence, Day, FrontMatter, ReferenceText, Refers, Text
from portfolio_gen.model.kinds.kind import Kind


class Promise(FrontMatter):
    """Something that was agreed."""

    who: Annotated[ReferenceText | None, Refers("promised in", ("person",), free=True)] = Field(
        None, description="Who promised it: a person, or a few words."
    )
    what: Text = Field(description="What was promised.")
    by: Day | None = Field(None, description="The day by which.")
    done: bool = Field(False, description="Whether it is done.")


class CheckinFields(FrontMatter):
    with_: Annotated[tuple[ReferenceText, ...], AsSequence, Refers("check-in with", ("person",), free=True)] = Field(
        (), alias="with", description="With whom: persons, or a few words."
    )
    agreed: Annotated[tuple[Promise, ...], AsSequence] = Field(
        (), description="What was agreed: `{who, what, by, done}`."
    )


CHECKIN = Kind(
    name="checkin",
    plural="check-ins",
    fields=CheckinFields,
    meaning="A conversation with a mentor or manager, and what was agreed.",
    folders=("checkins",),
)

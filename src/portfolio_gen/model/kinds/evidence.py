"""Something that shows a competency at work."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from portfolio_gen.model.field_types import FrontMatter, Line, ReferenceText, Refers, Text
from portfolio_gen.model.kinds.kind import Kind


class EvidenceFields(FrontMatter):
    form: Line | None = Field(None, description="What it is: project, document, talk, commit, badge, ...")
    link: Annotated[ReferenceText | None, Refers("linked from", elsewhere=True)] = Field(
        None, description="Where it can be seen: a web address."
    )
    file: Annotated[ReferenceText | None, Refers("file of", elsewhere=True)] = Field(
        None, description="A file beside the entry; it is published with it."
    )
    impact: Text | None = Field(None, description="What it changed, and for whom.")


EVIDENCE = Kind(
    name="evidence",
    plural="evidence",
    fields=EvidenceFields,
    meaning="A piece of work that shows what somebody can do.",
    is_mass_noun=True,
    folders=("evidence",),
)

"""A difficulty in working life."""

from __future__ import annotations

from portfolio_gen.model.kinds.kind import Kind, NoFields

CHALLENGE = Kind(
    name="challenge",
    plural="challenges",
    fields=NoFields,
    meaning="A difficulty, my part in it, and the first step out.",
    folders=("challenges",),
)

"""Any other page."""

from __future__ import annotations

from portfolio_gen.model.kinds.kind import Kind, NoFields

PAGE = Kind(
    name="page",
    plural="pages",
    fields=NoFields,
    meaning="Any page for which no kind is given or inferred: no header, no backlinks, no place in views.",
    in_journal=False,
)

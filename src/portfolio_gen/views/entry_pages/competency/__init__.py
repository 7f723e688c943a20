"""A competency: its levels with the evidence for each, growth, who learns it, who helps, and what to try next."""

from __future__ import annotations

from portfolio_gen.views.entry_pages.competency.naming import LISTED_KINDS
from portfolio_gen.views.entry_pages.competency.view import competency_view, replaced_view

__all__ = ["LISTED_KINDS", "competency_view", "replaced_view"]

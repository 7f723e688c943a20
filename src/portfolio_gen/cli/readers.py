"""Who an audience is, in words for the writer."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.model.audience import Audience

READERS: Mapping[Audience, str] = {
    Audience.MENTOR: "your mentors",
    Audience.TEAM: "your team",
    Audience.ORGANISATION: "everyone in your organisation",
    Audience.PUBLIC: "anyone",
}
"""Those who may read besides the writer."""

"""A part of a text that only some may see."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio_gen.model.audience import Audience


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a body between its two marks, and who may see it."""

    start: int
    """Offset of its first mark."""
    inner_start: int
    """Offset behind its first mark."""
    inner_end: int
    """Offset of its last mark."""
    end: int
    """Offset behind its last mark."""
    audience: Audience
    """Kept for this audience and less open ones."""

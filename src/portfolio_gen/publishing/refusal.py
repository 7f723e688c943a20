"""What a destination is refused with."""

from __future__ import annotations

from portfolio_gen.problems import PortfolioError


class RefusedError(PortfolioError):
    """Nothing may be published there; the message says why, and what to do."""

"""What is wrong with options."""

from __future__ import annotations

from portfolio_gen.problems import PortfolioError


class SettingsError(PortfolioError):
    """An option can't be right; the message names it and says what would be."""

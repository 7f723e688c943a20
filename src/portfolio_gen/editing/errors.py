"""What can't be changed safely."""

from __future__ import annotations

from portfolio_gen.problems import PortfolioError


class EditError(PortfolioError):
    """A source that has to be changed by hand; the message says why, and what to do."""

    def __init__(self, message: str, *, line: int = 1) -> None:
        super().__init__(message)
        self.line = line
        """1-based line of the source."""

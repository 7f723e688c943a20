"""What keeps a document from being made."""

from __future__ import annotations

from portfolio_gen.problems import PortfolioError


class MissingExtraError(PortfolioError):
    """A library that only this needs is not installed; the message says how to install it."""

    def __init__(self, what: str, extra: str, why: str = "") -> None:
        reason = f" ({why})" if why else ""
        super().__init__(f'{what} needs more than is installed{reason}: pip install "portfolio-gen[{extra}]"')


class WeakPasswordError(PortfolioError):
    """A password could be guessed; the message says what would be right."""

"""Why a file isn't published."""

from __future__ import annotations

from portfolio_gen.problems import PortfolioError


class UnsafeAttachmentError(PortfolioError):
    """A file can't be published as it is.

    What it says never quotes what was found, as it goes to logs that others read.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        """What is wrong."""
        self.hint = hint
        """What its author can do."""


def damaged(kind: str) -> UnsafeAttachmentError:
    """The refusal of a file that isn't built as its kind is, so that nobody knows what it carries."""
    return UnsafeAttachmentError(f"this {kind} is damaged, so what it carries can't be told", "save or export it again")


def of_embedded_picture(kind: str) -> UnsafeAttachmentError:
    """The refusal of a document in which a picture says who took it, or where."""
    return UnsafeAttachmentError(
        f"a picture in this {kind} says who took it or where",
        "take that out of the picture and put it in again, or let the program compress the pictures",
    )

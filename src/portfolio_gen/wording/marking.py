"""Words that stand in a table and are translated where they are shown."""

from __future__ import annotations


def gettext_noop(message: str) -> str:
    """The message as it is; the mark by which catalogues find it."""
    return message


def pgettext_noop(context: str, message: str) -> str:
    """The message as it is, marked as one of `pgettext`: its English means more than one thing."""
    return message

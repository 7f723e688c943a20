"""Where a person stands in a competency, for cells of tables."""

from __future__ import annotations

from portfolio_gen.wording.marking import gettext_noop

RATER_WORDS = {
    "evidence": gettext_noop("Evidence"),
    "self": gettext_noop("Self"),
    "mentor": gettext_noop("Mentor"),
    "peer": gettext_noop("Peer"),
    "credential": gettext_noop("Credential"),
}
"""What each of those who tell a level is called where there is little room."""


def pips(shown: int | None, asked: int, levels: int) -> tuple[str, ...]:
    """One pip for each level, the lowest first: "full" if it is shown, "asked" if it is missing, else "open"."""
    count = max(levels, asked, shown or 0)
    return tuple("full" if n <= (shown or 0) else "asked" if n <= asked else "open" for n in range(1, count + 1))

"""Which field of an entry says what changes, and what that is called."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.wording.marking import gettext_noop

GISTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "reflection": (("next_action", gettext_noop("Next step")),),
    "evidence": (("impact", gettext_noop("What it changed")),),
    "feedback": (("feed_forward", gettext_noop("To try next")), ("behaviour", gettext_noop("What was seen"))),
    "learning": (("applied", gettext_noop("Put to use")),),
}
"""By kind: the fields that say it, the first that was written counts, and what each is called."""

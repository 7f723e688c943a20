"""Whether a second look found a change, in words."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.wording.marking import gettext_noop

CHANGED: Mapping[str, str] = {
    "yes": gettext_noop("It changed something"),
    "partly": gettext_noop("It changed something in part"),
    "no": gettext_noop("It changed nothing yet"),
}
"""By the word that an author writes."""

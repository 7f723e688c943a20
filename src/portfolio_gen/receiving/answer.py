"""What somebody has sent back, as it was written: nothing in it is trusted yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from portfolio_gen.problems import PortfolioError

MOST_BYTES = 1_000_000
"""How large a file with an answer may be."""
MOST_SIGNS = 20_000
"""How many signs one of its texts may have."""
MOST_NAMES = 50
"""How many entries, goals or competencies it may name."""

Via = Literal["file", "mail", "form"]
"""As what it came: the file of a form, a mail, or a form in plain text."""


class RefusedError(PortfolioError):
    """An answer is not taken; the message says why, and what would be right."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an answer says."""

    via: Via
    person: str
    """The id of the person whom it is for; empty if it doesn't say."""
    words: Mapping[str, str]
    """What was answered in words, by field; empty ones are left out."""
    giver_role: str = ""
    date: str = ""
    """As written; empty if it doesn't say."""
    consent: str = ""
    """As written; empty if it doesn't say."""
    about: tuple[str, ...] = ()
    """Ids as written."""
    goals: tuple[str, ...] = ()
    competencies: Mapping[str, str] = field(default_factory=dict)
    """Levels as written by ids as written; empty without one."""
    notes: tuple[str, ...] = ()
    """What was left out while it was read, and why."""

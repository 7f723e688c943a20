"""The kinds of entry there are, one module each. A new kind is a new module and a line in KINDS."""

from __future__ import annotations

from collections.abc import Mapping

from portfolio_gen.model.kinds.activity import ACTIVITY
from portfolio_gen.model.kinds.assessment import ASSESSMENT
from portfolio_gen.model.kinds.challenge import CHALLENGE
from portfolio_gen.model.kinds.checkin import CHECKIN
from portfolio_gen.model.kinds.competency import COMPETENCY
from portfolio_gen.model.kinds.evidence import EVIDENCE
from portfolio_gen.model.kinds.feedback import FEEDBACK
from portfolio_gen.model.kinds.framework import FRAMEWORK
from portfolio_gen.model.kinds.goal import GOAL
from portfolio_gen.model.kinds.kind import Kind
from portfolio_gen.model.kinds.learning import LEARNING
from portfolio_gen.model.kinds.page import PAGE
from portfolio_gen.model.kinds.person import PERSON
from portfolio_gen.model.kinds.reflection import REFLECTION
from portfolio_gen.model.kinds.role import ROLE
from portfolio_gen.model.kinds.team import TEAM

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        GOAL, REFLECTION, LEARNING, EVIDENCE, FEEDBACK, ASSESSMENT, CHECKIN, CHALLENGE,
        ACTIVITY, COMPETENCY, FRAMEWORK, ROLE, TEAM, PERSON, PAGE,
    )
}  # fmt: skip
"""Each kind by its name, in the order of the reference."""

FOLDERS: Mapping[str, str] = {folder: kind.name for kind in KINDS.values() for folder in kind.folders}
"""The kind of entry that a folder's name stands for."""

__all__ = ["FOLDERS", "KINDS", "Kind"]

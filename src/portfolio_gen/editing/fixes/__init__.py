"""What can be mended for an author without asking: one module for each sort of mistake, listed here.

Each takes a problem and the text of its source, and gives a Fix or None. None is always right: who is not sure
leaves it to the author. Nothing here may guess who sees something.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from portfolio_gen.editing.fixes.blocks import closed_block, right_fences, without_tabs
from portfolio_gen.editing.fixes.dates import iso_date
from portfolio_gen.editing.fixes.fix import Fix
from portfolio_gen.editing.fixes.words import right_field, right_kind, right_word
from portfolio_gen.model.kinds import Kind
from portfolio_gen.problems import Problem

Fixer = Callable[[Problem, str, Kind], Fix | None]
FIXERS: Mapping[str, tuple[Fixer, ...]] = {
    "front-matter-open": (closed_block,),
    "front-matter-fence": (right_fences,),
    "front-matter-tab": (without_tabs,),
    "invalid-value": (iso_date, right_word),
    "unknown-kind": (right_kind,),
    "unknown-field": (right_field,),
}
"""By the code of a problem in one source, what may mend it; the first that does counts."""
OF_REFERENCES = frozenset({"unresolved-field", "broken-link"})
"""The codes of problems that `references` may mend, for which everything has to be known."""

__all__ = ["FIXERS", "OF_REFERENCES", "Fix", "Fixer"]

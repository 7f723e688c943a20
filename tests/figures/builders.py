"""Small portfolios for the figures, in which names are easy to tell."""

from __future__ import annotations

from datetime import date

import yaml

from portfolio_gen.build import Linked
from portfolio_gen.model.entry import EntryId
from portfolio_gen.model.portfolio import Portfolio
from portfolio_gen.problems import errors
from tests import builders

TODAY = date.fromisoformat(builders.TODAY)
ADA, BO, CY = EntryId("people/ada"), EntryId("people/bo"), EntryId("people/cy")
TESTING, WRITING, SPEAKING = (EntryId(f"competencies/{name}") for name in ("testing", "writing", "speaking"))
MAKER = EntryId("roles/maker")
LEVELS = "levels: [{name: Starting}, {name: Practising}, {name: Reliable}, {name: Leading}]"

FRAME = {
    "competencies/testing.md": f"---\n{LEVELS}\n---\n# Testing\n",
    "competencies/writing.md": f"---\n{LEVELS}\n---\n# Writing\n",
    "competencies/speaking.md": "# Speaking\n",
    "roles/maker.md": "---\ntargets: {writing: 2, testing: 3}\n---\n# Maker\n",
    "people/ada/index.md": "---\naudience: public\nrole: maker\n---\n# Ada\n",
}
"""Three competencies, a role that asks for two of them, and a person who has it."""


def linked(files: builders.Files | None = None, /, **fronts: str) -> Linked:
    """FRAME and further files, and entries by folder and name: `evidence_old="date: 2026"` is Ada's evidence/old.md.

    Nothing is wrong with any of them, or it would be missing without a word.
    """
    made: dict[str, str] = {}
    for place, front in fronts.items():
        folder, name = place.split("_", 1)
        fields = yaml.safe_dump({"audience": "public", **yaml.safe_load(front)})
        made[f"people/ada/{folder}/{name}.md"] = f"---\n{fields}---\n# {name}\n"
    found = builders.link({**FRAME, **made, **(files or {})})
    assert errors(found.problems) == ()
    return found


def ids(portfolio: Portfolio, *entries: EntryId) -> tuple[str, ...]:
    """The last parts of some ids, which one reads more easily; all of them are there."""
    return tuple(portfolio.entries[entry].id.rpartition("/")[2] for entry in entries)


def person(name: str, front: str = "") -> builders.Files:
    """Another person."""
    return {f"people/{name.lower()}/index.md": f"---\naudience: public\n{front}\n---\n# {name}\n"}

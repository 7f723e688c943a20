"""How much stands behind a claim, at a glance: four small columns for a line or a cell."""

from __future__ import annotations

from collections.abc import Sequence

from portfolio_gen.charts.labels import shown
from portfolio_gen.charts.marks import number

MOST = 3
"""How many blocks a column may have."""
RECENT_DAYS = 30
OLD_DAYS = 180


def strength(parts: Sequence[int], title: str) -> str:
    """Columns of up to MOST blocks on one line of text, those that are not there in outline; "" without columns.

    The title says in words what they show.
    """
    if not parts:
        return ""
    filled: list[str] = []
    empty: list[str] = []
    for column, blocks in enumerate(parts):
        for row in range(MOST):
            block = f"M{1 + column * 11} {number(21.5 - row * 7)}h8v-5h-8z"
            (filled if row < blocks else empty).append(block)
    there = _blocks('class="pf-there" fill="currentColor"', filled)
    missing = _blocks('class="pf-missing" stroke-opacity="0.4"', empty)
    return (
        f'<svg class="pf-picture pf-strength" viewBox="0 0 {len(parts) * 11 + 1} 23" role="img" '
        f'aria-label="{shown(title)}" fill="none" stroke="currentColor">{there}{missing}</svg>'
    )


def columns(entries: int, days: int | None, forms: int, attested_by: int) -> tuple[int, int, int, int]:
    """The columns of some evidence: how many entries, how recent, of how many forms, attested by how many raters.

    `days` is the age of the newest entry, None without one. Two entries are the first that are not thin, and what is
    older than OLD_DAYS is stale: from there on there are two blocks.
    """
    count = 0 if entries < 1 else 1 if entries < 2 else 2 if entries < 4 else MOST
    recency = 0 if days is None else MOST if days <= RECENT_DAYS else 2 if days <= OLD_DAYS else 1
    return count, recency, min(forms, MOST), min(attested_by, MOST)


def _blocks(attributes: str, blocks: Sequence[str]) -> str:
    return f'<path {attributes} d="{"".join(blocks)}"/>' if blocks else ""

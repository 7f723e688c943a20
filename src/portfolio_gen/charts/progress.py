"""How much of something is done, as a small bar for a line or a cell."""

from __future__ import annotations

from portfolio_gen.charts.labels import shown


def progress(per_cent: int, title: str) -> str:
    """A bar from 0 to 100 per cent on one line of text; the title says in words what it shows."""
    done = min(max(per_cent, 0), 100)
    bar = f'<path class="pf-done" d="M4 5H{4 + done * 92 // 100}"/>' if done else ""
    return (
        f'<svg class="pf-picture pf-progress" viewBox="0 0 100 10" role="img" aria-label="{shown(title)}" '
        'fill="none" stroke="currentColor" stroke-linecap="round">'
        f'<path class="pf-track" d="M4 5H96" stroke-opacity="0.25"/>{bar}</svg>'
    )

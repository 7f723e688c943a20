"""portfolio-gen: a folder of Markdown as a checked, linked learning site for one audience."""

from __future__ import annotations

__version__ = "0.1.0"

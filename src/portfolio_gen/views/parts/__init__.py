"""Pieces that several pages show: rows of lists, marks, and what stands in them. They know no page."""

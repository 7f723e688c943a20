"""Pictures as inline SVG, out of plain values and words; they know no entries."""

"""What exists: entries, kinds, audiences, dates and mentions, as frozen values without input or output."""

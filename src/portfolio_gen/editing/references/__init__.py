"""References that keep their meaning when what they name is elsewhere."""

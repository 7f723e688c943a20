"""Files written: all of a change or nothing of it."""

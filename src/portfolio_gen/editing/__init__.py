"""Sources changed in place: only what has to change, and all files or none."""

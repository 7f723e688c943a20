"""Fields of front matter, changed in place."""

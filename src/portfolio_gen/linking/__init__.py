"""Model to links: what names mean among the entries that may be seen, and what follows from it."""
